//! Texts cut, changed and made up: the readers answer, and what they accept can be solved.

use crate::golden::{TWO_MODES, effort};
use atelier_planner::rcpsp::{Format, check, read, read_schedule, solve};
use proptest::prelude::*;

const PATTERSON: &str = "5 2\n4 3\n0 0 0 3 2 3 4\n3 3 1 1 5\n3 2 0 1 5\n2 1 2 1 5\n0 0 0 0\n";

/// Whatever the text, an answer; and a project that is accepted gets a valid schedule.
fn answers(text: &str) {
    for format in [Format::Patterson, Format::SingleMode, Format::MultiMode] {
        match read(format, text) {
            Err(faults) => assert!(!faults.is_empty()),
            Ok(project) if project.activities.len() <= 20 && project.critical_path() < 10_000 => {
                if let Some(found) = solve(&project, &effort(60, 1), &|| false) {
                    assert_eq!(check(&project, &found.schedule), [], "{text}");
                }
            }
            Ok(_) => {}
        }
    }
    let _ = read_schedule(text);
}

/// What a change puts in: numbers at the edges, words, breaks.
fn piece() -> impl Strategy<Value = String> {
    let edges =
        ["-1", "0", "1", "4", "99999999999", "4294967296", "2147483647", "\n", " ", "x", "é", "****\n"];
    prop_oneof![prop::sample::select(edges.to_vec()).prop_map(str::to_owned), "[0-9 \n:-]{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn changed_files_get_an_answer(
        multi in any::<bool>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..12usize, piece()), 1..5),
        cut in prop::option::weighted(0.3, any::<prop::sample::Index>()),
    ) {
        let mut text: Vec<char> = if multi { TWO_MODES } else { PATTERSON }.chars().collect();
        for (at, gone, put) in changes {
            let from = at.index(text.len() + 1);
            let to = (from + gone).min(text.len());
            text.splice(from..to, put.chars());
        }
        if let Some(cut) = cut {
            text.truncate(cut.index(text.len() + 1));
        }
        answers(&text.into_iter().collect::<String>());
    }

    #[test]
    fn any_text_gets_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        answers(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_numbers_get_an_answer(numbers in prop::collection::vec(-2..12i64, 0..60)) {
        let words: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        answers(&words.join(" "));
    }
}

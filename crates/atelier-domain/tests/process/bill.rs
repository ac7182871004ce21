//! The bill of actions, and what a process asks of a workshop.

use crate::faults::{HEAD, process};
use crate::{before_2027, example, metrios_workshop, places};
use atelier_domain::language::{Catalogue, Lang, Refusal, Refusals};
use atelier_domain::process::Process;

/// A step as short as can be.
pub fn step(code: &str, after: &str, yields: &str) -> String {
    format!("[[step]]\ncode = \"{code}\"\nname = \"x\"\nlead_days = 1\n{yields}\n{after}\n")
}

/// Steps in a circle, one in a circle with itself, and what follows them.
fn circles() -> Refusals {
    let text = [
        step("a", "after = [\"c\"]", "yield = 0.5"),
        step("b", "", "yield = 0.5"),
        step("c", "", "yield = 0.5"),
        step("d", "after = [\"d\"]", "yield = 0.5"),
        step("e", "after = [\"c\", \"d\"]", "yield = 2.0"),
    ]
    .concat();
    process(&format!("{HEAD}{text}"))
}

/// A process with an orphan, its steps out of order.
fn with_orphan() -> (Process, Vec<Refusal>) {
    let text = [
        step("out", "after = [\"mid\"]", ""),
        step("start", "after = []", "yield = 0.5"),
        step("lost", "", "yield = 0.5"),
        step("mid", "after = \"start\"", "yield = 0.5"),
    ]
    .concat();
    Process::read("p.toml", &format!("{HEAD}{text}"), &before_2027()).unwrap()
}

/// The golden process with three words that its workshop does not know.
fn foreign_text() -> String {
    example("metrios/process.toml")
        .replacen("kind = \"presales\"", "kind = \"presale\"", 1)
        .replacen("currency = \"EUR\"", "currency = \"USD\"", 1)
        .replacen("channel = \"call\"", "channel = \"call\"\nskill = \"audit\"", 1)
}

/// What a bill and a workshop can refuse or warn of.
pub fn every_fault() -> Vec<Refusal> {
    let foreign = Process::read_against("p.toml", &foreign_text(), &before_2027(), &metrios_workshop());
    [circles().0, with_orphan().1, foreign.unwrap_err().0].concat()
}

#[test]
fn a_cycle_is_named_with_its_path_and_the_rest_is_still_checked() {
    let faults = circles();
    assert_eq!(
        places(&faults),
        ["10:10 cycle-in-bill", "28:10 cycle-in-bill", "33:9 yield-out-of-range", "33:9 yield-on-last-step"]
    );
    let sentence = faults.0[0].sentences(Catalogue::of(Lang::Fr))[0].clone();
    assert_eq!(sentence, "Les étapes tournent en rond\u{202f}: a → b → c → a.");
}

#[test]
fn steps_come_out_in_feeding_order_and_an_orphan_is_said() {
    let (read, warnings) = with_orphan();
    let codes: Vec<_> = read.steps.iter().map(|step| step.code.as_str()).collect();
    assert_eq!(codes, ["start", "lost", "mid", "out"]);
    assert_eq!(places(&Refusals(warnings)), ["17:1 orphan-step"]);
}

#[test]
fn what_a_workshop_lacks_is_refused_where_it_is_written() {
    let text = foreign_text();
    let expected = ["currency-mismatch", "skill-nobody-has", "unknown-resource-kind"];
    let faults = Process::read_against("p.toml", &text, &before_2027(), &metrios_workshop()).unwrap_err();
    let found = places(&faults);
    for ((found, code), written) in found.iter().zip(expected).zip(["\"USD\"", "\"audit\"", "\"presale\""]) {
        let (line, at) = text.lines().enumerate().find(|(_, line)| line.contains(written)).unwrap();
        assert_eq!(*found, format!("{}:{} {code}", line + 1, at.find(written).unwrap() + 1));
    }
    assert_eq!(found.len(), 3);
}

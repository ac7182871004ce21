//! Files nobody meant to write: numbers beyond sense, other systems' line ends, random damage.

use crate::bill::step;
use crate::faults::{check, process, workshop};
use crate::{example, places};
use atelier_domain::language::Refusals;
use proptest::prelude::*;

#[test]
fn numbers_beyond_all_sense_are_refused_like_others() {
    let huge = "79228162514264337593543950335";
    let text = format!("{}\n{}", step("a", "", &format!("yield = {huge}")), step("b", "", ""));
    check(&text, &["9:9 yield-out-of-range"]);
    for number in ["nan", "inf", "1e99", "0x10", "99999999999999999999999999999999"] {
        let text = format!("{}\n{}", step("a", "", &format!("yield = {number}")), step("b", "", ""));
        check(&text, &["9:9 number-expected"]);
    }
    let objective = format!(
        "[[objective]]\ncode = \"o\"\nname = \"O\"\nunit = \"revenue\"\nquantity = {huge}\n\
         average_deal = -1\nmargin_rate = {huge}\nfrom = 2027-01-04\nto = 9999-12-31\nowner = \"O\""
    );
    check(
        &objective,
        &[
            "9:12 number-out-of-range",
            "10:16 number-out-of-range",
            "11:15 margin-rate-out-of-range",
            "13:6 empty-period",
        ],
    );
}

proptest! {
    #[test]
    fn any_damage_to_a_file_is_refused_inside_the_file_or_read(
        cut in 0_usize..9_000,
        length in 0_usize..60,
        put in "[\\[\\]{}=\"a-z0-9.\n é-]{0,12}",
        which in 0_usize..2,
    ) {
        let text = example(["metrios/process.toml", "metrios/workshop.toml"][which]);
        let kept = text.char_indices().filter(|(at, _)| *at < cut || *at >= cut + length);
        let mut damaged: String = kept.map(|(_, letter)| letter).collect();
        let at = damaged.char_indices().map(|(at, _)| at).find(|at| *at >= cut).unwrap_or(damaged.len());
        damaged.insert_str(at, &put);
        let faults = if which == 0 { process(&damaged) } else { workshop(&damaged) };
        for fault in faults.0 {
            let line = fault.place.line.unwrap() as usize;
            prop_assert!(line <= damaged.matches('\n').count() + 1);
            let width = damaged.split('\n').nth(line - 1).unwrap().chars().count();
            prop_assert!(fault.place.column.unwrap() as usize <= width + 1);
        }
    }
}

#[test]
fn files_saved_on_windows_read_the_same() {
    let text = example("metrios/process.toml");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(process(&windows), Refusals::default());
    let faulty = windows.replacen("grid = 30", "grid = 31", 1);
    let line = text.lines().position(|line| line == "grid = 30").unwrap() + 1;
    assert_eq!(places(&process(&faulty)), [format!("{line}:8 grid-does-not-divide-hour")]);
}

//! Faults of files: all at once, each at its line and column.

use crate::{before_2027, example, places};
use atelier_domain::language::{Refusal, Refusals};
use atelier_domain::process::{Process, Reading, Workshop};
use jiff::civil::date;

pub const HEAD: &str = "code = \"p\"\nname = \"P\"\nfunction = \"f\"\nowner = \"O\"\n";

pub fn process(text: &str) -> Refusals {
    Process::read("p.toml", text, &before_2027()).map_or_else(|faults| faults, |_| Refusals::default())
}

pub fn workshop(text: &str) -> Refusals {
    Workshop::read("w.toml", text, 2027..=2027).map_or_else(|faults| faults, |_| Refusals::default())
}

/// Expects the faults of a process, after a valid head of four lines.
pub fn check(text: &str, expected: &[&str]) {
    assert_eq!(places(&process(&format!("{HEAD}{text}"))), expected, "{text}");
}

/// Expects the faults of a workshop, after a valid head of two lines.
fn check_workshop(text: &str, expected: &[&str]) {
    let text = format!("zone = \"Europe/Paris\"\nholidays = \"FR\"\n{text}");
    assert_eq!(places(&workshop(&text)), expected, "{text}");
}

const STEPS: &str = r#"
[[step]]
code = "a"
name = "A"
yield = 0
lead_days = 3
[[step]]
code = "b"
name = { en = "B" }
lead_days = -1
after = ["a", "z"]
[[step.operation]]
code = "op"
name = "Op"
kind = "seller"
run = -5
lot = 0
chanel = "call"
[[step.operation]]
code = "op"
name = "Op"
kind = "seller"
channel = "fax"
[[step.operation]]
code = "op3"
name = "Op"
run = 5
[[step]]
code = "a"
name = "Last"
yield = 0.1234567
"#;

const HEADS: &str = r#"ownr = "O"
version = 1.5
kinds = 3
valid_from = "soon"
line = 4
planning = 3"#;

const PLANNING: &str = r#"segment = 3
[planning]
grid = 7
frozen_weeks = "one"
[[step]]
lead_days = 0
[[step.operation]]
automated = 1
[[indicator]]
code = """#;

const OBJECTIVES: &str = r#"
[[objective]]
code = "o"
name = "O"
unit = "margin"
quantity = 0
margin_rate = 36
from = 2025-01-01
to = 2025-12-31
[[objective]]
code = "o"
name = "O"
unit = "revenue"
quantity = 100.001
currency = "euro"
average_deal = 0
from = 2027-04-02
to = 2027-01-04
owner = " "
[[objective]]
code = "o2"
name = "O"
unit = "deals"
quantity = 5
from = 2027-01-04
to = "4/2/2027"
owner = "O"
[[objective]]
code = "o3"
name = "O"
unit = "margin"
quantity = 5
average_deal = 5
from = 2027-01-04
to = 2027-04-02
owner = "O"
due = { 2027-W09 = 1, 2027-W53 = 1, 2027-W14 = 1, 2027-W10 = 0 }
"#;

const WORKSHOP: &str = r#"
[calendar.standard]
mon = ["09:00-12:00", "11:00-18:00"]
tue = ["12:00-09:00"]
wed = ["9h-12h"]
sunday = []
[[exception]]
on = 2027-01-05
who = "nobody"
name = "X"
[[exception]]
on = 2027-01-05
name = "X"
[[exception]]
on = 2027-01-05
who = "*"
name = "X"
[[kind]]
code = "seller"
name = "vendeurs"
hour_cost = -3
[[resource]]
code = "ana"
name = "Ana"
kind = "seler"
calendar = "normal"
share = 1.2
[[resource]]
code = "ana"
name = "Ana"
kind = "seller"
leave = [{ from = 2027-02-05, to = 2027-02-01 }]
"#;

/// What the reading of files can refuse, or warn of.
pub fn every_fault() -> Vec<Refusal> {
    let mut faults = Vec::new();
    for text in
        [STEPS, OBJECTIVES, "grid = 1", "= 3", "yield = 0,2", HEADS, PLANNING, "[[step]]\nyield = \"x\""]
    {
        faults.extend(process(&format!("{HEAD}{text}")).0);
    }
    faults.extend(workshop(WORKSHOP).0);
    faults.extend(workshop("zone = \"Mars/Base\"\nholidays = \"DE\"").0);
    faults.extend(crate::bill::every_fault());
    let warned = example("metrios/process.toml").replacen("2027-W09 = 4", "2027-W09 = 3", 1);
    faults.extend(Process::read("p.toml", &warned, &before_2027()).unwrap().1);
    faults.extend(Workshop::read("w.toml", crate::workshop::TEXT, 2027..=2027).unwrap().1);
    faults
}

#[test]
fn steps_and_operations() {
    check(
        STEPS,
        &[
            "9:9 yield-out-of-range",
            "11:1 missing-yield",
            "13:8 missing-key",
            "14:13 number-out-of-range",
            "15:15 unknown-step",
            "20:7 negative-time",
            "21:7 lot-below-one",
            "22:1 unknown-key",
            "23:1 operation-without-time",
            "24:8 duplicate-code",
            "27:11 unknown-word",
            "28:1 operation-without-kind",
            "32:1 missing-lead-time",
            "33:8 duplicate-code",
            "35:9 too-many-decimals",
            "35:9 yield-on-last-step",
        ],
    );
}

#[test]
fn objectives() {
    check(
        OBJECTIVES,
        &[
            "6:1 average-deal-missing",
            "6:1 owner-missing",
            "10:12 quantity-zero",
            "11:15 margin-rate-out-of-range",
            "13:6 objective-in-the-past",
            "15:8 duplicate-code",
            "18:12 too-many-decimals",
            "19:12 unknown-currency",
            "20:16 average-deal-zero",
            "22:6 empty-period",
            "23:9 owner-missing",
            "30:6 date-expected",
            "32:1 margin-rate-missing",
            "41:23 week-expected",
            "41:37 due-outside-period",
            "41:62 number-out-of-range",
        ],
    );
}

#[test]
fn workshops() {
    check_workshop(
        WORKSHOP,
        &[
            "5:23 hours-overlap",
            "6:8 hours-reversed",
            "7:8 hours-unreadable",
            "8:1 unknown-key",
            "11:7 unknown-exception-target",
            "16:1 duplicate-exception",
            "23:13 number-out-of-range",
            "27:8 unknown-resource-kind",
            "28:12 unknown-calendar",
            "29:9 share-out-of-range",
            "31:8 duplicate-code",
            "34:36 leave-reversed",
        ],
    );
    check_workshop("currency = \"euros\"", &["3:12 unknown-currency"]);
    let elsewhere = workshop("zone = \"Mars/Base\"\nholidays = \"DE\"");
    assert_eq!(places(&elsewhere), ["1:8 unknown-zone", "2:12 unknown-word"]);
    assert_eq!(places(&workshop("")), ["1:1 missing-key", "1:1 missing-key"]);
}

#[test]
fn broken_toml_gives_every_broken_line() {
    check(
        "= 3\nversion = 1\nline = \"a\nfunction = \"twice\"",
        &["5:1 toml-syntax", "7:10 toml-syntax", "8:1 toml-syntax"],
    );
    check("yield = 0,20\nrun = 3\nlot = [1,2", &["5:10 decimal-comma", "7:11 toml-syntax"]);
}

#[test]
fn the_head_of_the_file() {
    check(
        HEADS,
        &[
            "5:1 unknown-key",
            "6:11 whole-number-expected",
            "7:9 list-expected",
            "8:14 date-expected",
            "9:8 text-expected",
            "10:12 table-expected",
        ],
    );
    check(
        PLANNING,
        &[
            "5:11 list-expected",
            "7:8 grid-does-not-divide-hour",
            "8:16 whole-number-expected",
            "9:1 missing-key",
            "9:1 missing-key",
            "11:1 missing-key",
            "11:1 missing-key",
            "12:13 true-or-false-expected",
            "13:1 missing-key",
            "13:1 missing-key",
            "14:8 empty-text",
        ],
    );
    assert_eq!(
        places(&process("")),
        ["1:1 missing-key", "1:1 missing-key", "1:1 missing-key", "1:1 owner-missing"]
    );
}

#[test]
fn an_objective_that_ends_today_is_taken_and_one_that_ended_yesterday_is_not() {
    let text = example("metrios/process.toml");
    let on = |today| Process::read("p.toml", &text, &Reading { today });
    assert!(on(date(2027, 4, 2)).is_ok());
    assert_eq!(places(&on(date(2027, 4, 3)).unwrap_err()), ["24:6 objective-in-the-past"]);
}

#[test]
fn a_place_counts_characters_and_names_file_and_field() {
    let faults = process(&format!("{HEAD}[[indicator]]\ncode = \"é\"\nname = {{ fr = \"été\", en = 3 }}"));
    let shown: Vec<_> = faults.0.iter().map(|fault| fault.place.to_string()).collect();
    assert_eq!(shown, ["p.toml:5:1 (decision)", "p.toml:7:27 (en)"]);
}

//! Faults of files: all at once, each at its line and column.

use crate::{before_2027, example, metrios, metrios_workshop, places};
use atelier_domain::language::{Refusal, Refusals};
use atelier_domain::process::{Process, Workshop};

const HEAD: &str = "code = \"p\"\nname = \"P\"\nfunction = \"f\"\nowner = \"O\"\n";

fn process(text: &str) -> Refusals {
    Process::read("p.toml", text, &before_2027()).map(|_| Refusals::default()).unwrap_or_else(|faults| faults)
}

fn workshop(text: &str) -> Refusals {
    Workshop::read("w.toml", text, 2027..=2027).map(|_| Refusals::default()).unwrap_or_else(|faults| faults)
}

/// Expects the faults of a process, after a valid head of four lines.
fn check(text: &str, expected: &[&str]) {
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

/// One refusal of each kind that files can give.
pub fn every_fault() -> Vec<Refusal> {
    let mut faults = Vec::new();
    for text in [STEPS, OBJECTIVES, "grid = 1", "= 3", "kinds = 3", "version = 1.5\n[[planning]]\ngrid = 7"] {
        faults.extend(process(&format!("{HEAD}{text}")).0);
    }
    faults.extend(workshop(WORKSHOP).0);
    faults.extend(workshop("zone = \"Mars/Base\"\nholidays = \"DE\"").0);
    faults
}

#[test]
fn steps_and_operations() {
    check(STEPS, &[]);
}

#[test]
fn objectives() {
    check(OBJECTIVES, &[]);
}

#[test]
fn workshops() {
    check_workshop(WORKSHOP, &[]);
}

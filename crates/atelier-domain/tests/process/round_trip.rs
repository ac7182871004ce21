//! Text export: what is written reads back to the same process.

use crate::{example, metrios};
use atelier_domain::process::{Process, Reading};
use jiff::civil::date;
use proptest::prelude::*;

fn read(text: &str) -> Process {
    let reading = Reading { today: date(2026, 1, 1) };
    match Process::read("written.toml", text, &reading) {
        Ok((process, _)) => process,
        Err(refusals) => panic!("{refusals}\n{text}"),
    }
}

#[test]
fn the_examples_read_back_equal() {
    assert_eq!(read(&metrios().write()), metrios());
    let crm = read(&example("crm-sales-opportunities/process.toml"));
    assert_eq!(read(&crm.write()), crm);
}

#[test]
fn a_bill_with_two_branches_quantities_and_odd_texts_reads_back_equal() {
    let process = read(BRANCHES);
    assert_eq!(process.steps[2].after.len(), 2);
    assert_eq!(process.steps[2].after[0].quantity, 3);
    assert_eq!(read(&process.write()), process);
}

const BRANCHES: &str = r#"
code = "b"
name = "Deux \"branches\" \\ et\nun saut"
function = "f"
owner = "Zoé"
version = 7

[[objective]]
code = "o"
name = "CA"
unit = "revenue"
quantity = 1234.56
currency = "USD"
average_deal = 99.9
from = 2026-12-28
to = 2027-01-10
owner = "Zoé"

[[step]]
code = "left"
name = "Gauche"
yield = 0.333333
lead_days = 1

[[step]]
code = "right"
name = "Droite"
after = []
yield = 1
lead_days = 2

[[step]]
code = "out"
name = "Sortie"
after = [{ step = "left", quantity = 3 }, "right"]
lead_days = 0

[[step.operation]]
code = "batch"
name = "Lot"
kinds = ["seller", "presales"]
prepare = 45
run = 5
lot = 12
channel = "video"
skill = "audit"
wait_days = 2

[[step.operation]]
code = "auto"
name = "Envoi"
automated = true
channel = "mail"
"#;

proptest! {
    #[test]
    fn any_text_time_and_yield_reads_back_equal(
        name in "[^\u{0}]{0,20}[a-zé\"'\\\\#]",
        other in "\\PC{0,10}[a-z]",
        yields in 1_u32..=1_000_000,
        run in 1_i64..=100_000,
        lot in 1_i64..=1_000,
        lead in 0_u32..=3_650,
    ) {
        let mut process = metrios();
        process.name.fr.clone_from(&name);
        process.steps[1].code.clone_from(&other);
        process.steps[2].after[0].step.clone_from(&other);
        process.steps[0].yields = atelier_domain::language::Yield::new(yields);
        process.steps[0].lead_days = lead;
        process.steps[3].operations[0].run = atelier_domain::language::Minutes(run);
        process.steps[3].operations[0].lot = lot;
        process.steps[3].operations[1].playbook.en = name;
        prop_assert_eq!(read(&process.write()), process);
    }
}

//! Readers of texts: what sales operations write, what a form or an address bar holds, standard project files.

use atelier_domain::execution::Registered;
use atelier_domain::execution::import::read_mapping;
use atelier_domain::insight::Formula;
use atelier_domain::language::{Currency, Refusals, TenantId, Week, valid_mail};
use atelier_domain::planning::Scenario;
use atelier_domain::process::{Process, Reading, Workshop};
use atelier_planner::rcpsp::{self, Format};
use atelier_server::outbound::{Destination, Own};
use jiff::civil::{Date, date};

/// The text, when the bytes are one.
fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

fn seeds(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// A refusal says at least one fault, and each at a place that the text has.
fn inside(text: &str, refused: &Refusals) {
    assert!(!refused.0.is_empty(), "refused without a reason");
    let lines: Vec<&str> = text.split('\n').collect();
    for fault in &refused.0 {
        let Some(line) = fault.place.line else { continue };
        let width = lines.get((line as usize).wrapping_sub(1)).map(|line| line.chars().count());
        assert!(width.is_some(), "{} at line {line} of {}", fault.code, lines.len());
        let column = fault.place.column.unwrap_or(1) as usize;
        assert!(width.is_some_and(|width| column <= width + 1), "{} at {line}:{column}", fault.code);
    }
}

/// A process; one that is accepted is written and read back as it was.
pub fn process(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let asked = Reading { today: date(2026, 12, 14) };
    match Process::read("process.toml", text, &asked) {
        Err(refused) => inside(text, &refused),
        Ok((process, _)) => {
            let written = process.write();
            let again = Process::read("process.toml", &written, &asked);
            assert!(again.is_ok_and(|(again, _)| again == process), "written otherwise:\n{written}");
        }
    }
}

pub fn processes() -> Vec<Vec<u8>> {
    seeds(&[
        include_str!("../../examples/metrios/process.toml"),
        include_str!("../../examples/crm-sales-opportunities/process.toml"),
        include_str!("../../examples/lumen/partenaires.toml"),
        include_str!("../../examples/lumen/fidelisation.toml"),
    ])
}

/// A workshop.
pub fn workshop(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    if let Err(refused) = Workshop::read("workshop.toml", text, 2026..=2028) {
        inside(text, &refused);
    }
}

pub fn workshops() -> Vec<Vec<u8>> {
    seeds(&[
        include_str!("../../examples/metrios/workshop.toml"),
        include_str!("../../examples/lumen/workshop.toml"),
    ])
}

/// Scenarios.
pub fn scenarios(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    if let Err(refused) = Scenario::read("scenarios.toml", text) {
        inside(text, &refused);
    }
}

pub fn scenario_files() -> Vec<Vec<u8>> {
    seeds(&[include_str!("../../examples/metrios/scenarios.toml")])
}

/// The mapping of an import.
pub fn mapping(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    if let Err(refused) = read_mapping("mapping.toml", text) {
        inside(text, &refused);
    }
}

pub fn mappings() -> Vec<Vec<u8>> {
    seeds(&[include_str!("../../examples/mappings/crm-sales-opportunities.toml")])
}

/// The formula of an indicator.
pub fn formula(bytes: &[u8]) {
    if let Some(formula) = text(bytes).and_then(|text| text.parse::<Formula>().ok()) {
        let _ = formula.measured();
    }
}

pub fn formulas() -> Vec<Vec<u8>> {
    seeds(&[
        "count(case-won) / count(case-closed)",
        "sum(case-won, value) * 0.25",
        "median(step-left:visit, days)",
        "sum(load, minutes) / sum(capacity, minutes)",
    ])
}

/// Single words: what is written is read back as itself.
pub fn words(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let _ = valid_mail(text);
    let _ = text.parse::<TenantId>();
    if let Ok(currency) = text.parse::<Currency>() {
        assert_eq!(currency.to_string().parse(), Ok(currency));
    }
    if let Ok(week) = text.parse::<Week>() {
        assert_eq!(week.to_string().parse::<Week>().ok(), Some(week));
        assert_eq!(Week::of(week.monday()), week);
    }
    if let Ok(day) = text.parse::<Date>() {
        let _ = Week::of(day);
    }
    let _ = Registered::read(text);
}

pub fn word_seeds() -> Vec<Vec<u8>> {
    seeds(&[
        "EUR",
        "2027-W03",
        "2027-01-04",
        "552 100 554",
        "55210055400013",
        "FR83552100554",
        "zoe@metrios.example",
        "018f3b1c-0000-7000-8000-000000000000",
    ])
}

fn project(format: Format, bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    match rcpsp::read(format, text) {
        Err(faults) => assert!(!faults.is_empty(), "refused without a reason"),
        Ok(project) => {
            let _ = project.critical_path();
        }
    }
}

/// A project file of Patterson.
pub fn patterson(bytes: &[u8]) {
    project(Format::Patterson, bytes);
}

pub fn patterson_files() -> Vec<Vec<u8>> {
    seeds(&["5 2\n4 3\n0 0 0 3 2 3 4\n3 3 1 1 5\n3 2 0 1 5\n2 1 2 1 5\n0 0 0 0\n"])
}

/// A project file of PSPLIB, with one mode or several.
pub fn psplib(bytes: &[u8]) {
    project(Format::SingleMode, bytes);
    project(Format::MultiMode, bytes);
}

const PSPLIB: &str = "projects                      :  1
jobs (incl. supersource/sink ):  3
horizon                       :  2
RESOURCES
  - renewable                 :  1   R
  - nonrenewable              :  0   N
  - doubly constrained        :  0   D
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          1           2
   2        1          1           3
   3        1          0
REQUESTS/DURATIONS:
jobnr. mode duration  R 1
------------------------
  1      1     0       0
  2      1     2       1
  3      1     0       0
RESOURCEAVAILABILITIES:
  R 1
   1
";

pub fn psplib_files() -> Vec<Vec<u8>> {
    seeds(&[PSPLIB])
}

/// A schedule of such a project.
pub fn schedule(bytes: &[u8]) {
    if let Some(Err(faults)) = text(bytes).map(rcpsp::read_schedule) {
        assert!(!faults.is_empty(), "refused without a reason");
    }
}

pub fn schedules() -> Vec<Vec<u8>> {
    seeds(&["1 0\n2 0\n3 2\n", "1 0 1\n2 0 2\n"])
}

/// Somewhere the program is asked to send to: whatever is accepted is outside, by https on its own port.
pub fn address(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let _ = Own::read(text);
    if let Ok(found) = Destination::read(text, &Own::default()) {
        assert!(found.text().starts_with("https://"), "{}", found.text());
        let host = found.text()[8..].split(['/', '?', '#']).next().unwrap_or_default();
        assert!(!host.contains('@'), "{}", found.text());
        let again = Destination::read(found.text(), &Own::default());
        assert_eq!(again.as_ref().map(Destination::text).ok(), Some(found.text()));
    }
}

pub fn addresses() -> Vec<Vec<u8>> {
    seeds(&[
        "https://hooks.example.com/atelier?x=1",
        "https://10.0.0.5/",
        "https://[::ffff:127.0.0.1]/",
        "https://0x7f.1/",
        "http://crm.lan:8080,https://erp.lan",
        "https://user:secret@example.com/",
    ])
}

//! Level 3 and 4 of the file: steps, their evidence, and the operations of their routing.

use super::against::Places;
use super::conversation::conversation;
use super::fields::refuse_duplicates;
use super::read_ways::{refuse_mixed_waits, ways};
use super::source::{Field, Spot, Table};
use super::{Bilingual, Channel, Evidence, Input, Operation, Step, Strength};
use crate::language::{Minutes, Refusal, Yield};
use rust_decimal::Decimal;

const STEP: [&str; 7] = ["code", "name", "yield", "lead_days", "after", "evidence", "operation"];
const OPERATION: [&str; 21] = [
    "code",
    "name",
    "kind",
    "kinds",
    "prepare",
    "run",
    "travel",
    "lot",
    "channel",
    "skill",
    "automated",
    "wait_days",
    "wait_days_max",
    "split",
    "room",
    "alternative",
    "strength",
    "reason",
    "playbook",
    "checklist",
    "conversation",
];
/// Media as they are written in the file.
pub(super) const CHANNELS: [(&str, Channel); 5] = [
    ("visit", Channel::Visit),
    ("video", Channel::Video),
    ("call", Channel::Call),
    ("mail", Channel::Mail),
    ("desk", Channel::Desk),
];

/// Makes a strength of its reason.
type Bind = fn(Bilingual) -> Strength;
/// Strengths as they are written; what binds takes its reason.
const STRENGTHS: [(&str, Bind); 3] = [
    ("mandatory", Strength::Mandatory),
    ("recommended", |_| Strength::Recommended),
    ("free", |_| Strength::Free),
];

/// A step as it is written, before the bill is checked.
pub(super) struct Written {
    pub step: Step,
    /// Where the step begins.
    pub spot: Spot,
    /// Where its yield is; `None` when not written.
    pub yield_spot: Option<Spot>,
    /// Where each of `step.after` is.
    pub after_spots: Vec<Spot>,
}

/// The steps in the order of the file.
pub(super) fn steps(top: Table<'_>, places: &mut Places) -> Vec<Written> {
    let tables = top.tables("step");
    refuse_duplicates(&tables, "code");
    let operations: Vec<_> = tables.iter().flat_map(|table| table.tables("operation")).collect();
    refuse_duplicates(&operations, "code");
    let mut written: Vec<Written> = Vec::new();
    for table in tables {
        let before = written.last().map(|before| before.step.code.clone());
        written.push(step(table, before, places));
    }
    written
}

fn step(table: Table<'_>, before: Option<String>, places: &mut Places) -> Written {
    table.only(&STEP);
    let code = table.text("code").unwrap_or_default();
    let (after, after_spots) = after(table, before);
    let evidence = table.tables("evidence");
    refuse_duplicates(&evidence, "code");
    let written = table.tables("operation");
    let operations: Vec<_> = written.iter().map(|table| operation(*table, places)).collect();
    refuse_mixed_waits(&written, &operations);
    let step = Step {
        name: table.name("name").unwrap_or_default(),
        yields: table.field("yield").and_then(|field| yields(field, &code)),
        lead_days: lead_days(table, &code),
        after,
        evidence: evidence.into_iter().map(proof).collect(),
        operations,
        code,
    };
    Written { step, spot: table.spot(), yield_spot: table.field("yield").map(Field::spot), after_spots }
}

fn yields(field: Field<'_>, step: &str) -> Option<Yield> {
    let number = field.decimal(6)?;
    let millionths = number.checked_mul(Decimal::from(1_000_000));
    let found = millionths.and_then(|millionths| u32::try_from(millionths).ok()).and_then(Yield::new);
    if found.is_none() {
        field.refuse(Refusal::new("process/yield-out-of-range").with("step", step).with("given", number));
    }
    found
}

fn lead_days(table: Table<'_>, step: &str) -> u32 {
    if table.field("lead_days").is_none() {
        table.refuse(Refusal::new("process/missing-lead-time").with("step", step).field("lead_days"));
    }
    table.days("lead_days").unwrap_or(0)
}

/// `after = "a"`, `["a", "b"]` or `[{ step = "a", quantity = 2 }]`; not written: the step before.
fn after(table: Table<'_>, before: Option<String>) -> (Vec<Input>, Vec<Spot>) {
    let Some(field) = table.field("after") else {
        let inputs: Vec<_> = before.into_iter().map(|step| Input { step, quantity: 1 }).collect();
        let spots = inputs.iter().map(|_| table.spot()).collect();
        return (inputs, spots);
    };
    let items = if field.value.is_str() { vec![field] } else { field.list().unwrap_or_default() };
    let read = |item: Field<'_>| Some((input(item)?, item.spot()));
    items.into_iter().filter_map(read).unzip()
}

fn input(item: Field<'_>) -> Option<Input> {
    if !item.value.is_table() {
        return item.text().map(|step| Input { step, quantity: 1 });
    }
    let table = item.table()?;
    table.only(&["step", "quantity"]);
    let quantity = table.field("quantity").map_or(Some(1), |field| field.whole(1..=1_000_000));
    Some(Input { step: table.text("step")?, quantity: quantity? })
}

fn proof(table: Table<'_>) -> Evidence {
    table.only(&["code", "name", "valid_days"]);
    Evidence {
        code: table.text("code").unwrap_or_default(),
        name: table.name("name").unwrap_or_default(),
        valid_days: table.days("valid_days"),
    }
}

fn operation(table: Table<'_>, places: &mut Places) -> Operation {
    table.only(&OPERATION);
    let code = table.text("code").unwrap_or_default();
    let mut operation = Operation {
        name: table.name("name").unwrap_or_default(),
        kinds: kinds(table, &code, places),
        prepare: minutes(table, "prepare", &code),
        run: minutes(table, "run", &code),
        travel: minutes(table, "travel", &code),
        lot: table.field("lot").and_then(lot).unwrap_or(1),
        channel: table.field("channel").and_then(|field| field.word(&CHANNELS)).unwrap_or(Channel::Desk),
        skill: table.field("skill").and_then(Field::text),
        automated: table.field("automated").and_then(Field::flag).unwrap_or(false),
        wait_days: table.days("wait_days").unwrap_or(0),
        wait_days_max: None,
        split: false,
        room: None,
        alternatives: Vec::new(),
        strength: strength(table, &code),
        playbook: table.some_name("playbook"),
        checklist: checklist(table),
        conversation: conversation(table, &code),
        code,
    };
    ways(table, &mut operation, places);
    if let Some(skill) = table.field("skill") {
        places.put(&operation.code, "skill", skill.spot());
    }
    // An unreadable answer is refused already: whether somebody is needed is not known.
    let answered = table.field("automated").is_none_or(|field| field.value.is_bool());
    if answered && !operation.automated {
        refuse_without_work(table, &operation);
    }
    operation
}

/// Recommended when nothing is written. What binds says why, and only what binds.
fn strength(table: Table<'_>, operation: &str) -> Strength {
    let reason = table.some_name("reason");
    let make = table.field("strength").and_then(|field| field.word(&STRENGTHS));
    let strength = make.map_or(Strength::Recommended, |make| make(reason.clone()));
    let has_reason = !reason.fr.trim().is_empty();
    let fault = match (&strength, has_reason) {
        (Strength::Mandatory(_), false) => Some("process/mandatory-without-reason"),
        (Strength::Recommended | Strength::Free, true) => Some("process/reason-without-rule"),
        _ => None,
    };
    if let Some(code) = fault {
        table.refuse(Refusal::new(code).with("operation", operation).field("reason"));
    }
    strength
}

/// An operation that somebody does has somebody, and takes time.
fn refuse_without_work(table: Table<'_>, operation: &Operation) {
    if operation.kinds.is_empty() && table.field("kinds").or(table.field("kind")).is_none() {
        let fault = Refusal::new("process/operation-without-kind").field("kind");
        table.refuse(fault.with("operation", operation.code.as_str()));
    }
    let times: Vec<_> = ["prepare", "run", "travel"].into_iter().filter_map(|key| table.field(key)).collect();
    if times.iter().all(|time| time.is_zero()) {
        refuse_without_time(table, &operation.code);
    }
}

pub(super) fn refuse_without_time(table: Table<'_>, operation: &str) {
    table.refuse(Refusal::new("process/operation-without-time").field("run").with("operation", operation));
}

pub(super) fn kinds(table: Table<'_>, operation: &str, places: &mut Places) -> Vec<String> {
    let mut kinds = Vec::new();
    for field in ["kind", "kinds"].into_iter().filter_map(|key| table.field(key)) {
        for kind in field.texts().unwrap_or_default() {
            places.put(operation, &kind, field.spot());
            kinds.push(kind);
        }
    }
    kinds
}

pub(super) fn minutes<'p>(table: Table<'p>, key: &'p str, operation: &str) -> Minutes {
    let Some(field) = table.field(key) else { return Minutes(0) };
    if field.is_negative() {
        field.refuse(Refusal::new("process/negative-time").with("operation", operation));
        return Minutes(0);
    }
    Minutes(field.whole(0..=100_000).unwrap_or(0))
}

fn lot(field: Field<'_>) -> Option<i64> {
    if field.is_negative() || field.is_zero() {
        field.refuse(Refusal::new("process/lot-below-one"));
        return None;
    }
    field.whole(1..=1_000_000)
}

fn checklist(table: Table<'_>) -> Vec<super::Bilingual> {
    let items = table.field("checklist").and_then(Field::list).unwrap_or_default();
    items.into_iter().filter_map(Field::name).collect()
}

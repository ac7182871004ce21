//! How an operation may be placed: another way to do it, in several sittings, soon after the one before.

use super::against::Places;
use super::read_policy::price;
use super::read_steps::{CHANNELS, kinds, minutes, refuse_without_time};
use super::source::{Field, Table};
use super::{Alternative, Channel, Operation};
use crate::language::{Minutes, Refusal};

/// Completes an operation with what its table says of them.
pub(super) fn ways(table: Table<'_>, operation: &mut Operation, places: &mut Places) {
    operation.wait_days_max = table.days("wait_days_max");
    operation.split = table.field("split").and_then(Field::flag).unwrap_or(false);
    operation.room = table.field("room").and_then(Field::text);
    if let Some(room) = table.field("room") {
        places.put(&operation.code, "room", room.spot());
    }
    let written = table.tables("alternative");
    operation.alternatives = written.iter().map(|way| alternative(*way, operation, places)).collect();
    refuse(table, operation);
}

/// What is not written is as in the operation, but for travel: another way often spares it.
fn alternative(table: Table<'_>, operation: &Operation, places: &mut Places) -> Alternative {
    table.only(&["channel", "kind", "kinds", "skill", "prepare", "run", "travel", "price"]);
    let given = |key| table.field(key).map(|_| minutes(table, key, &operation.code));
    let named = kinds(table, &operation.code, places);
    let way = Alternative {
        channel: table.required("channel").and_then(|field| field.word(&CHANNELS)).unwrap_or(Channel::Desk),
        kinds: if named.is_empty() { operation.kinds.clone() } else { named },
        skill: table.field("skill").map_or_else(|| operation.skill.clone(), Field::text),
        prepare: given("prepare").unwrap_or(operation.prepare),
        run: given("run").unwrap_or(operation.run),
        travel: given("travel").unwrap_or(Minutes(0)),
        price: price(table, "price"),
    };
    if let Some(skill) = table.field("skill") {
        places.put(&operation.code, way.skill.as_deref().unwrap_or_default(), skill.spot());
    }
    if way.prepare.0 + way.run.0 + way.travel.0 == 0 {
        refuse_without_time(table, &operation.code);
    }
    way
}

/// A longest wait is counted in elapsed days and a wait in open days: over a closure no date may satisfy
/// both. The wait of an automated operation is one of the operation after it.
pub(super) fn refuse_mixed_waits(tables: &[Table<'_>], operations: &[Operation]) {
    let mut waited: Option<&Operation> = None;
    for (table, operation) in tables.iter().zip(operations) {
        if let (Some(other), Some(field), 0) = (waited, table.field("wait_days_max"), operation.wait_days) {
            let fault = Refusal::new("process/waits-mixed").with("operation", operation.code.as_str());
            field.refuse(fault.with("other", other.code.as_str()));
        }
        waited = match operation {
            Operation { automated: false, .. } => None,
            Operation { wait_days: 0, .. } => waited,
            _ => Some(operation),
        };
    }
}

/// Everything that contradicts itself, each at its own key.
fn refuse(table: Table<'_>, operation: &Operation) {
    let named = |code| Refusal::new(code).with("operation", operation.code.as_str());
    if let (Some(most), Some(field)) = (operation.wait_days_max, table.field("wait_days_max")) {
        if most < operation.wait_days {
            let fault = named("process/longest-wait-too-short").with("wait", i64::from(operation.wait_days));
            field.refuse(fault.with("given", i64::from(most)));
        } else if operation.wait_days > 0 {
            field.refuse(named("process/waits-mixed").with("other", operation.code.as_str()));
        }
    }
    let joint = operation.kinds.len() > 1 || operation.alternatives.iter().any(|way| way.kinds.len() > 1);
    if let Some(field) = table.field("split").filter(|_| operation.split && joint) {
        field.refuse(named("process/joint-in-parts"));
    }
    if let Some(field) = table.field("alternative").filter(|_| operation.automated) {
        field.refuse(named("process/alternative-to-automated"));
    }
}

//! Reading scenarios from a TOML text; every fault comes back with its line and column.

use super::scenario::{Change, OperationChange, PlacedChange, Scenario};
use super::scenario_value::{Fields, Source};
use crate::language::{Minutes, Refusals};
use crate::process::Bilingual;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

impl Scenario {
    /// Reads a file of `[[scenario]]` tables, each with `code`, `name.fr`, `process`, `reason`, `includes` and
    /// `[[scenario.change]]`.
    ///
    /// `includes` repeats the changes of scenarios written before. See examples/metrios/scenarios.toml.
    ///
    /// # Errors
    /// All together: `planning/scenario-unreadable`, `planning/scenario-unknown-field`,
    /// `planning/scenario-missing-field`, `planning/scenario-value`, `planning/scenario-same-code`,
    /// `planning/scenario-unknown-scenario`, `planning/scenario-change`.
    pub fn read(file: &str, text: &str) -> Result<Vec<Self>, Refusals> {
        let source = Source { file, text };
        let (table, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            let places = errors.iter().map(|error| error.span().unwrap_or(0..0));
            let refused = places.map(|span| source.refuse("planning/scenario-unreadable", &span));
            return Refusals(refused.collect()).or(Vec::new());
        }
        let mut root = Fields::new(source, table.get_ref(), 0..0);
        let (mut scenarios, mut refusals) = (Vec::new(), Refusals::default());
        for (fields, span) in tables(&mut root, "scenario") {
            let scenario = one(Fields::new(source, fields, span), &scenarios, &mut refusals);
            scenarios.push(scenario);
        }
        refusals.0.extend(root.end().0);
        refusals.or(scenarios)
    }
}

/// The tables of a list, refused when it is something else.
fn tables<'t>(fields: &mut Fields<'t>, name: &'static str) -> Vec<(&'t DeTable<'t>, Range<usize>)> {
    let Some(value) = fields.get(name) else { return Vec::new() };
    let table = |one: &'t Spanned<DeValue<'t>>| Some((one.get_ref().as_table()?, one.span()));
    let read: Option<Vec<_>> = value.get_ref().as_array().and_then(|array| array.iter().map(table).collect());
    if read.is_none() {
        fields.read(name, &format!("[[{name}]]"), |_| None::<()>);
    }
    read.unwrap_or_default()
}

fn one(mut fields: Fields<'_>, before: &[Scenario], refusals: &mut Refusals) -> Scenario {
    let code = fields.required("code", "code = \"S1\"");
    if before.iter().any(|other| other.code == code) {
        let refusal = fields.source.refuse("planning/scenario-same-code", &fields.span);
        fields.refusals.push(refusal.field("code").with("code", code.as_str()));
    }
    let name = name(&mut fields, refusals);
    let process = fields.text("process", "process = \"new-customers\"");
    let reason = fields.text("reason", "reason = \"…\"").unwrap_or_default();
    let mut changes = included(&mut fields, before);
    for (table, span) in tables(&mut fields, "change") {
        changes.extend(change(Fields::new(fields.source, table, span), refusals));
    }
    refusals.0.extend(fields.end().0);
    Scenario { code, name, process, reason, changes }
}

fn name(fields: &mut Fields<'_>, refusals: &mut Refusals) -> Bilingual {
    let source = fields.source;
    let Some(value) = fields.get("name") else {
        fields.required("name", "name.fr = \"…\"");
        return Bilingual::default();
    };
    let Some(table) = value.get_ref().as_table() else {
        let fr = fields.text("name", "name.fr = \"…\"").unwrap_or_default();
        return Bilingual { fr, en: String::new() };
    };
    let mut names = Fields::new(source, table, value.span());
    let fr = names.required("fr", "name.fr = \"…\"");
    let en = names.text("en", "name.en = \"…\"").unwrap_or_default();
    refusals.0.extend(names.end().0);
    Bilingual { fr, en }
}

fn included(fields: &mut Fields<'_>, before: &[Scenario]) -> Vec<PlacedChange> {
    let codes = fields.texts("includes", "includes = [\"S1\", \"S2\"]").unwrap_or_default();
    let mut changes = Vec::new();
    for code in codes {
        if let Some(scenario) = before.iter().find(|scenario| scenario.code == code) {
            changes.extend(scenario.changes.iter().cloned());
        } else {
            let span = fields.get("includes").map_or(0..0, Spanned::span);
            let refusal = fields.source.refuse("planning/scenario-unknown-scenario", &span);
            fields.refusals.push(refusal.field("includes").with("code", code));
        }
    }
    changes
}

/// Exactly one of `operation`, `step` and `kind` says what changes.
fn change(mut fields: Fields<'_>, refusals: &mut Refusals) -> Option<PlacedChange> {
    let named = ["operation", "step", "kind"].map(|name| fields.get(name).is_some());
    let change = match named {
        [true, false, false] => Some(operation(&mut fields)),
        [false, true, false] => Some(step(&mut fields)),
        [false, false, true] => Some(capacity(&mut fields)),
        _ => None,
    };
    let place = fields.source.place(&fields.span);
    if change.as_ref().is_none_or(is_empty) && fields.refusals.0.is_empty() {
        refusals.push(fields.source.refuse("planning/scenario-change", &fields.span));
    }
    if change.is_some() {
        refusals.0.extend(fields.end().0);
    }
    change.map(|change| PlacedChange { place, change })
}

fn operation(fields: &mut Fields<'_>) -> Change {
    let code = fields.required("operation", "operation = \"letter\"");
    let share = fields.share("subcontract_percent");
    let to = fields.text("subcontract_to", "subcontract_to = \"partner\"");
    if share.is_some() != to.is_some() {
        let missing = if share.is_some() { "subcontract_to" } else { "subcontract_percent" };
        let refusal = fields.source.refuse("planning/scenario-missing-field", &fields.span);
        let example =
            if share.is_some() { "subcontract_to = \"partner\"" } else { "subcontract_percent = 50" };
        fields.refusals.push(refusal.field(missing).with("field", missing).with("example", example));
    }
    let what = OperationChange {
        prepare: fields.minutes("prepare_min"),
        run: fields.minutes("run_min"),
        travel: fields.minutes("travel_min"),
        automated: fields.truth("automated"),
        remote: fields.share("remote_percent"),
        kinds: fields.texts("kinds", "kinds = [\"caller\"]"),
        subcontract: share.zip(to),
    };
    Change::Operation(code, what)
}

fn step(fields: &mut Fields<'_>) -> Change {
    Change::Step {
        code: fields.required("step", "step = \"solution\""),
        yields: fields.yields("yield"),
        lead_days: fields.whole("lead_days", 3_660),
    }
}

fn capacity(fields: &mut Fields<'_>) -> Change {
    Change::Capacity {
        kind: fields.required("kind", "kind = \"seller\""),
        people: fields.whole("people", 10_000).unwrap_or(0),
        minutes_per_week: fields.minutes("minutes_per_week").unwrap_or_default(),
        from: fields.week("from"),
        to: fields.week("to"),
    }
}

fn is_empty(change: &Change) -> bool {
    match change {
        Change::Operation(_, what) => *what == OperationChange::default(),
        Change::Step { yields, lead_days, .. } => yields.is_none() && lead_days.is_none(),
        Change::Capacity { people, minutes_per_week, .. } => *people == 0 && *minutes_per_week == Minutes(0),
    }
}

//! The people of the workshop file: kind, calendar, shares, skills and leave.

use super::fields::refuse_duplicates;
use super::source::{Field, Table, nearest};
use super::{Absence, Resource};
use crate::language::{Refusal, Share};

const KEYS: [&str; 9] = ["code", "name", "kind", "team", "calendar", "part_time", "share", "skills", "leave"];

/// Codes that a person may name.
pub(super) struct Known {
    pub calendars: Vec<String>,
    pub kinds: Vec<String>,
}

/// The people in the order of the file.
pub(super) fn resources(top: Table<'_>, known: &Known) -> Vec<Resource> {
    let tables = top.tables("resource");
    refuse_duplicates(&tables, "code");
    tables.into_iter().map(|table| resource(table, known)).collect()
}

fn resource(table: Table<'_>, known: &Known) -> Resource {
    table.only(&KEYS);
    let code = table.text("code").unwrap_or_default();
    Resource {
        name: table.text("name").unwrap_or_default(),
        kind: table.required("kind").and_then(|field| kind(field, known)).unwrap_or_default(),
        team: table.field("team").and_then(Field::text).unwrap_or_default(),
        calendar: calendar(table, &code, known),
        part_time: share(table, "part_time"),
        share: share(table, "share"),
        skills: table.texts("skills"),
        leave: leave(table, &code),
        code,
    }
}

fn kind(field: Field<'_>, known: &Known) -> Option<String> {
    let kind = field.text()?;
    if !known.kinds.contains(&kind) {
        let fault = Refusal::new("process/unknown-resource-kind").with("kind", kind.as_str());
        let codes = known.kinds.iter().map(String::as_str);
        field.refuse(fault.with("nearest", nearest(&kind, codes)).with("known", known.kinds.join(", ")));
    }
    Some(kind)
}

/// Somebody without a calendar has no capacity: said, not refused.
fn calendar(table: Table<'_>, person: &str, known: &Known) -> Option<String> {
    let Some(field) = table.field("calendar") else {
        let warning = Refusal::new("process/resource-without-calendar").with("resource", person);
        table.page.warn(warning.field("calendar"), table.spot());
        return None;
    };
    let calendar = field.text()?;
    if !known.calendars.contains(&calendar) {
        let fault = Refusal::new("process/unknown-calendar").with("calendar", calendar.as_str());
        field.refuse(fault.with("known", known.calendars.join(", ")));
    }
    Some(calendar)
}

/// The whole when not written.
fn share<'p>(table: Table<'p>, key: &'p str) -> Share {
    let written = table.field(key).and_then(|field| field.share("process/share-out-of-range"));
    written.unwrap_or(Share::WHOLE)
}

/// Sorted; stretches that overlap become one, and it is said.
fn leave(table: Table<'_>, person: &str) -> Vec<Absence> {
    let mut read: Vec<_> =
        table.tables("leave").into_iter().filter_map(|table| Some((absence(table)?, table))).collect();
    read.sort_by_key(|(absence, _)| *absence);
    let mut merged: Vec<Absence> = Vec::new();
    for (absence, place) in read {
        match merged.last_mut().filter(|before| absence.first <= before.last) {
            Some(before) => {
                let warning = Refusal::new("process/leave-overlaps")
                    .with("resource", person)
                    .with("first", absence.first)
                    .with("last", absence.last.min(before.last));
                place.page.warn(warning.field("leave"), place.spot());
                before.last = before.last.max(absence.last);
            }
            None => merged.push(absence),
        }
    }
    merged
}

fn absence(table: Table<'_>) -> Option<Absence> {
    table.only(&["from", "to"]);
    let first = table.required("from").and_then(Field::day);
    let to = table.required("to");
    let last = to.and_then(Field::day);
    let (first, to, last) = (first?, to?, last?);
    if last < first {
        to.refuse(Refusal::new("process/leave-reversed").with("first", first).with("last", last));
        return None;
    }
    Some(Absence { first, last })
}

//! Reads the workshop: calendars, holidays, days that differ, kinds of resources, and people.

use super::fields::refuse_duplicates;
use super::holidays::{HOLIDAYS, Holidays, holidays};
use super::read_people::{Known, resources};
use super::read_policy::{Customers, policy};
use super::source::{Field, Page, Table};
use super::{Calendar, Exception, Hours, Kind, Resource, Workshop};
use crate::language::{Currency, Money, Refusal, Refusals};
use jiff::civil::Time;
use jiff::tz::TimeZoneDatabase;
use std::ops::RangeInclusive;

const KEYS: [&str; 11] = [
    "zone",
    "currency",
    "holidays",
    "calendar",
    "exception",
    "kind",
    "resource",
    "solicitation",
    "prices",
    "room",
    "customer_hours",
];
pub(super) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Workshop {
    /// Reads a workshop; with it, the warnings that do not prevent its use, in the order of the file.
    ///
    /// Public holidays are computed for `years`, both ends inside: they cover what is asked afterwards.
    ///
    /// # Errors
    /// Every fault of the text, in the order of the file. When the TOML itself is broken, its
    /// syntax errors alone.
    pub fn read(
        file_name: &str,
        text: &str,
        years: RangeInclusive<i16>,
    ) -> Result<(Self, Vec<Refusal>), Refusals> {
        read(file_name, text, years, None)
    }

    /// The same, with a warning for each customer's hours that name neither an account nor a sector of
    /// `customers`: they would concern nobody.
    ///
    /// # Errors
    /// Those of [`Workshop::read`].
    pub fn read_for(
        file_name: &str,
        text: &str,
        years: RangeInclusive<i16>,
        customers: &[&str],
    ) -> Result<(Self, Vec<Refusal>), Refusals> {
        read(file_name, text, years, Some(customers))
    }
}

fn read(
    file_name: &str,
    text: &str,
    years: RangeInclusive<i16>,
    customers: Customers<'_>,
) -> Result<(Workshop, Vec<Refusal>), Refusals> {
    let page = Page::new(file_name, text);
    let document = page.parse()?;
    let workshop = workshop(page.top(&document), years, customers);
    page.close(workshop)
}

/// The workshop with what could be read; meaningless when the page holds a fault.
fn workshop(top: Table<'_>, years: RangeInclusive<i16>, customers: Customers<'_>) -> Workshop {
    top.only(&KEYS);
    let currency = top.field("currency").and_then(Field::currency).unwrap_or(Currency::EUR);
    let which = top.required("holidays").and_then(|field| field.word(&HOLIDAYS));
    let calendars = calendars(top);
    let kinds = kinds(top, currency);
    let known = Known {
        calendars: calendars.iter().map(|calendar| calendar.code.clone()).collect(),
        kinds: kinds.iter().map(|kind| kind.code.clone()).collect(),
    };
    let resources = resources(top, &known);
    Workshop {
        zone: top.required("zone").and_then(zone).unwrap_or_default(),
        currency,
        holidays: holidays(which.unwrap_or(Holidays::Never), years),
        exceptions: exceptions(top, &kinds, &resources),
        calendars,
        kinds,
        resources,
        policy: policy(top, customers),
    }
}

/// The zones come with the program, so that the same file reads the same on every machine.
fn zone(field: Field<'_>) -> Option<String> {
    let zone = field.text()?;
    if TimeZoneDatabase::bundled().get(&zone).is_err() {
        field.refuse(Refusal::new("process/unknown-zone").with("given", zone.as_str()));
    }
    Some(zone)
}

fn calendars(top: Table<'_>) -> Vec<Calendar> {
    let Some(table) = top.field("calendar").and_then(Field::table) else { return Vec::new() };
    table.entries().into_iter().filter_map(|(_, entry)| calendar(entry)).collect()
}

fn calendar(entry: Field<'_>) -> Option<Calendar> {
    let table = entry.table()?;
    table.only(&DAYS);
    let week = DAYS.map(|day| table.field(day).map(hours).unwrap_or_default());
    Some(Calendar { code: entry.key.to_owned(), week })
}

/// Windows written `"09:00-12:00"`, sorted; refused when they overlap.
pub(super) fn hours(field: Field<'_>) -> Vec<Hours> {
    let items = if field.value.is_str() { vec![field] } else { field.list().unwrap_or_default() };
    let mut read: Vec<_> = items.into_iter().filter_map(|item| Some((window(item)?, item))).collect();
    read.sort_by_key(|(hours, _)| *hours);
    for pair in read.windows(2) {
        let [(before, _), (after, item)] = pair else { continue };
        if after.from < before.to {
            let fault = Refusal::new("process/hours-overlap").with("first", shown(*before));
            item.refuse(fault.with("second", shown(*after)));
        }
    }
    read.into_iter().map(|(hours, _)| hours).collect()
}

fn window(item: Field<'_>) -> Option<Hours> {
    let text = item.text()?;
    let ends = text.split_once('-').and_then(|(from, to)| Some((time(from)?, time(to)?)));
    let Some((from, to)) = ends else {
        item.refuse(Refusal::new("process/hours-unreadable").with("given", text));
        return None;
    };
    if to <= from {
        item.refuse(Refusal::new("process/hours-reversed").with("given", text));
        return None;
    }
    Some(Hours { from, to })
}

/// `9:00` or `09:00`, to the minute.
fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    let minute = minute.parse().ok().filter(|_| minute.len() == 2)?;
    Time::new(hour.parse().ok()?, minute, 0, 0).ok()
}

fn shown(hours: Hours) -> String {
    format!("{}-{}", hours.from.strftime("%H:%M"), hours.to.strftime("%H:%M"))
}

fn kinds(top: Table<'_>, currency: Currency) -> Vec<Kind> {
    let tables = top.tables("kind");
    refuse_duplicates(&tables, "code");
    tables.into_iter().map(|table| kind(table, currency)).collect()
}

fn kind(table: Table<'_>, currency: Currency) -> Kind {
    table.only(&["code", "name", "hour_cost"]);
    let cents = table.field("hour_cost").and_then(Field::cents);
    Kind {
        code: table.text("code").unwrap_or_default(),
        name: table.name("name").unwrap_or_default(),
        hour_cost: cents.map(|cents| Money { cents, currency }),
    }
}

fn exceptions(top: Table<'_>, kinds: &[Kind], resources: &[Resource]) -> Vec<Exception> {
    let teams = resources.iter().map(|resource| resource.team.as_str()).filter(|team| !team.is_empty());
    let people = resources.iter().map(|resource| resource.code.as_str());
    let known: Vec<_> = ["*"]
        .into_iter()
        .chain(kinds.iter().map(|kind| kind.code.as_str()))
        .chain(teams)
        .chain(people)
        .collect();
    let mut read: Vec<Exception> = Vec::new();
    for table in top.tables("exception") {
        let Some(exception) = exception(table, &known) else { continue };
        if read.iter().any(|other| other.on == exception.on && other.who == exception.who) {
            let fault = Refusal::new("process/duplicate-exception").with("who", exception.who.as_str());
            table.refuse(fault.with("day", exception.on).field("on"));
        }
        read.push(exception);
    }
    read
}

fn exception(table: Table<'_>, known: &[&str]) -> Option<Exception> {
    table.only(&["on", "who", "hours", "name"]);
    let on = table.required("on").and_then(Field::day);
    let name = table.name("name");
    let hours = table.field("hours").map(hours).unwrap_or_default();
    let who = table.field("who").map_or(Some("*".to_owned()), |field| {
        let who = field.text()?;
        if !known.contains(&who.as_str()) {
            field.refuse(Refusal::new("process/unknown-exception-target").with("who", who.as_str()));
        }
        Some(who)
    });
    Some(Exception { on: on?, who: who?, hours, name: name? })
}

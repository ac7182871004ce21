//! Level 1 of the file: a quantity for a period, somebody who answers for it, and when deals are due.

use super::against::Places;
use super::fields::refuse_duplicates;
use super::objective::implied_deals;
use super::read::{Reading, owner};
use super::source::{Field, Spot, Table};
use super::{Objective, Unit};
use crate::language::{Currency, Money, Period, Refusal, Share, Week};
use std::collections::BTreeMap;

const KEYS: [&str; 12] = [
    "code",
    "name",
    "unit",
    "quantity",
    "currency",
    "average_deal",
    "margin_rate",
    "from",
    "to",
    "owner",
    "line",
    "due",
];
/// Units as they are written in the file.
pub(super) const UNITS: [(&str, Unit); 6] = [
    ("contacts", Unit::Contacts),
    ("proposals", Unit::Proposals),
    ("customers", Unit::Customers),
    ("deals", Unit::Deals),
    ("revenue", Unit::Revenue),
    ("margin", Unit::Margin),
];

/// The objectives in the order of the file; those that cannot be told are left out.
pub(super) fn objectives(top: Table<'_>, asked: Reading, places: &mut Places) -> Vec<Objective> {
    let tables = top.tables("objective");
    refuse_duplicates(&tables, "code");
    let objectives: Vec<_> = tables
        .into_iter()
        .filter_map(|table| {
            let objective = objective(table, asked)?;
            let spot = table.field("currency").map_or(table.spot(), Field::spot);
            places.put(&objective.code, "currency", spot);
            warn_sum(table, &objective);
            Some(objective)
        })
        .collect();
    objectives
}

fn objective(table: Table<'_>, asked: Reading) -> Option<Objective> {
    table.only(&KEYS);
    let (code, name, owner) = (table.text("code"), table.name("name"), owner(table));
    let unit = table.required("unit").and_then(|field| field.word(&UNITS));
    let quantity = table.required("quantity").and_then(|field| quantity(field, unit?));
    let currency = table.field("currency").map_or(Some(Currency::EUR), Field::currency);
    let average_deal = average_deal(table, unit);
    let margin_rate = margin_rate(table, unit);
    let period = period_to_come(table, asked);
    let due = due(table, period);
    let line = table.field("line").map(Field::text);
    let currency = currency?;
    Some(Objective {
        code: code?,
        name: name?,
        unit: unit?,
        quantity: quantity?,
        currency,
        average_deal: average_deal.map(|cents| Money { cents, currency }),
        margin_rate,
        period: period?,
        owner: owner?,
        line: line.map_or(Some(None), |line| line.map(Some))?,
        due: due?,
    })
}

/// Money is in cents, the rest in units; nothing to produce is no objective.
fn quantity(field: Field<'_>, unit: Unit) -> Option<i64> {
    let quantity = match unit {
        Unit::Revenue | Unit::Margin => field.cents()?,
        _ => field.whole(0..=1_000_000_000)?,
    };
    if quantity == 0 {
        field.refuse(Refusal::new("process/quantity-zero"));
        return None;
    }
    Some(quantity)
}

/// In cents; needed by objectives in money.
fn average_deal(table: Table<'_>, unit: Option<Unit>) -> Option<i64> {
    let Some(field) = table.field("average_deal") else {
        if matches!(unit, Some(Unit::Revenue | Unit::Margin)) {
            table.refuse(Refusal::new("process/average-deal-missing").field("average_deal"));
        }
        return None;
    };
    let cents = field.cents()?;
    if cents == 0 {
        field.refuse(Refusal::new("process/average-deal-zero"));
        return None;
    }
    Some(cents)
}

/// A margin objective needs one, above zero.
fn margin_rate(table: Table<'_>, unit: Option<Unit>) -> Option<Share> {
    let Some(field) = table.field("margin_rate") else {
        if unit == Some(Unit::Margin) {
            table.refuse(Refusal::new("process/margin-rate-missing").field("margin_rate"));
        }
        return None;
    };
    let rate = field.share("process/margin-rate-out-of-range")?;
    if rate.basis_points() == 0 && unit == Some(Unit::Margin) {
        field.refuse(Refusal::new("process/margin-rate-out-of-range").with("given", 0_i64));
        return None;
    }
    Some(rate)
}

/// From its first to its last day, and where the last one is written.
pub(super) fn period(table: Table<'_>) -> Option<(Period, Field<'_>)> {
    let first = table.required("from").and_then(Field::day);
    let to = table.required("to");
    let last = to.and_then(Field::day);
    let (first, to, last) = (first?, to?, last?);
    let Some(period) = Period::through(first, last) else {
        to.refuse(Refusal::new("process/empty-period").with("first", first).with("last", last));
        return None;
    };
    Some((period, to))
}

fn period_to_come(table: Table<'_>, asked: Reading) -> Option<Period> {
    let (period, to) = period(table)?;
    if period.last() < asked.today {
        let fault = Refusal::new("process/objective-in-the-past").with("last", period.last());
        to.refuse(fault.with("today", asked.today));
        return None;
    }
    Some(period)
}

fn due(table: Table<'_>, period: Option<Period>) -> Option<BTreeMap<Week, i64>> {
    let Some(field) = table.field("due") else { return Some(BTreeMap::new()) };
    let entries = field.table()?.entries();
    let read: Vec<_> = entries.into_iter().map(|(key, entry)| due_in_week(key, entry, period)).collect();
    read.into_iter().collect()
}

fn due_in_week(key: Spot, entry: Field<'_>, period: Option<Period>) -> Option<(Week, i64)> {
    let deals = entry.whole(1..=1_000_000_000);
    let refuse = |code| {
        let fault = Refusal::new(code).with("key", entry.key).field(entry.key);
        entry.page.refuse(fault, key);
    };
    let Ok(week) = entry.key.parse::<Week>() else {
        refuse("process/week-expected");
        return None;
    };
    if period.is_some_and(|period| !period.weeks().contains(&week)) {
        refuse("process/due-outside-period");
        return None;
    }
    Some((week, deals?))
}

/// What is due week by week may differ from the objective: it is planned as written, and said.
fn warn_sum(table: Table<'_>, objective: &Objective) {
    let Some(field) = table.field("due") else { return };
    let due: i64 = objective.due.values().sum();
    let other = implied_deals(objective).filter(|deals| *deals != due && !objective.due.is_empty());
    if let Some(deals) = other {
        let warning = Refusal::new("process/due-differs").with("due", due).with("deals", deals);
        table.page.warn(warning.field("due"), field.spot());
    }
}

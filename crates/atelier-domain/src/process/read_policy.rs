//! The policy of the workshop file: solicitation, prices, rooms, hours of the customers.

use super::fields::refuse_duplicates;
use super::policy::same;
use super::read_workshop::{DAYS, hours};
use super::source::{Field, Table, nearest};
use super::{CustomerHours, Policy, Prices, Room, Solicitation};
use crate::language::Refusal;

/// Names of accounts and sectors, when they are known.
pub(super) type Customers<'a> = Option<&'a [&'a str]>;

/// The policy; empty when nothing is written.
pub(super) fn policy(top: Table<'_>, customers: Customers<'_>) -> Policy {
    let rooms = top.tables("room");
    refuse_duplicates(&rooms, "code");
    let hours = top.tables("customer_hours");
    refuse_duplicates(&hours, "who");
    Policy {
        solicitation: top.field("solicitation").and_then(Field::table).and_then(solicitation),
        prices: top.field("prices").and_then(Field::table).map(prices).unwrap_or_default(),
        rooms: rooms.into_iter().map(room).collect(),
        customer_hours: hours.into_iter().filter_map(|table| customer_hours(table, customers)).collect(),
    }
}

fn solicitation(table: Table<'_>) -> Option<Solicitation> {
    table.only(&["times", "days"]);
    let count = |key| {
        let field = table.required(key)?;
        if field.is_negative() || field.is_zero() {
            field.refuse(Refusal::new("process/solicitation-below-one"));
            return None;
        }
        field.whole(1..=3_650).and_then(|count| u32::try_from(count).ok())
    };
    let (times, days) = (count("times"), count("days"));
    Some(Solicitation { times: times?, days: days? })
}

fn prices(table: Table<'_>) -> Prices {
    table.only(&["seller_change", "trip"]);
    Prices { seller_change: price(table, "seller_change"), trip: price(table, "trip") }
}

/// Minutes of delay, nothing when not written.
pub(super) fn price<'p>(table: Table<'p>, key: &'p str) -> u32 {
    let price = table.field(key).and_then(|field| field.whole(0..=1_000_000));
    price.and_then(|price| u32::try_from(price).ok()).unwrap_or(0)
}

fn room(table: Table<'_>) -> Room {
    table.only(&["code", "name", "count"]);
    let count = table.field("count").map_or(Some(1), |field| field.whole(1..=100_000));
    Room {
        code: table.text("code").unwrap_or_default(),
        name: table.name("name").unwrap_or_default(),
        count: count.and_then(|count| u32::try_from(count).ok()).unwrap_or(1),
    }
}

fn customer_hours(table: Table<'_>, customers: Customers<'_>) -> Option<CustomerHours> {
    table.only(&["who", "mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
    let who = table.text("who")?;
    if let (Some(known), Some(field)) = (customers, table.field("who"))
        && who.trim() != "*"
        && !known.iter().any(|name| same(name, &who))
    {
        let warning = Refusal::new("process/unknown-customer").with("who", who.as_str());
        let warning = warning.with("nearest", nearest(&who, known.iter().copied())).field("who");
        table.page.warn(warning, field.spot());
    }
    let week = DAYS.map(|day| table.field(day).map(hours).unwrap_or_default());
    let written = DAYS.iter().any(|day| table.field(day).is_some());
    if !written {
        table.refuse(Refusal::new("process/customer-never-there").with("who", who.as_str()).field("mon"));
    }
    Some(CustomerHours { who, week })
}

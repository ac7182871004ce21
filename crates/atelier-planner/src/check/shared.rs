//! What many tasks share: the stocks, and the patience of a contact.

use super::reading::Reading;
use super::{Rule, Violation};
use crate::{DAY, Minute, Placement, Pressure, Problem, StockId};
use std::collections::BTreeMap;

/// A placement, whether it is pinned, and what it takes.
type Taken<'a> = (&'a Placement, bool, u64);

pub(super) fn stocks(read: &Reading) -> Vec<Violation> {
    let mut users: BTreeMap<StockId, Vec<Taken>> = BTreeMap::new();
    for (task, placement) in read.all().filter(|(_, placement)| placement.span.start < placement.span.end) {
        for taken in &task.uses {
            let user = (placement, task.pinned.is_some(), u64::from(taken.amount));
            users.entry(taken.stock).or_default().push(user);
        }
    }
    users.iter().flat_map(|(stock, users)| overdrawn(read.problem, *stock, users)).collect()
}

/// Those who take something while more is taken than there is. A stock that is not there holds nothing.
fn overdrawn(problem: &Problem, stock: StockId, users: &[Taken]) -> Vec<Violation> {
    let capacity = problem.stocks.get(stock.0 as usize).map_or(0, |stock| u64::from(stock.capacity));
    let short = shortages(users, capacity);
    let mut found = Vec::new();
    for (placement, pinned, amount) in users {
        let span = placement.span;
        let first = short.partition_point(|&(_, until, _)| until <= span.start);
        let met = short.get(first).filter(|&&(from, ..)| from < span.end && !pinned && *amount > 0);
        if let Some((from, _, level)) = met {
            let detail = format!("{stock:?} gives {level} of {capacity} at {}", from.max(&span.start));
            found.push(Violation::new(placement.task, Rule::Stock, detail));
        }
    }
    found
}

/// When more than `capacity` is in use, in time order: from, until, how much.
fn shortages(users: &[Taken], capacity: u64) -> Vec<(Minute, Minute, u64)> {
    let mut changes: BTreeMap<Minute, (u64, u64)> = BTreeMap::new();
    for (placement, _, amount) in users {
        changes.entry(placement.span.start).or_default().0 += amount;
        changes.entry(placement.span.end).or_default().1 += amount;
    }
    let mut level = 0;
    let mut found: Vec<(Minute, Minute, u64)> = Vec::new();
    let until = changes.keys().skip(1);
    for ((&from, (taken, given)), &until) in changes.iter().zip(until) {
        level = level + taken - given;
        if level > capacity {
            found.push((from, until, level));
        }
    }
    found
}

pub(super) fn pressure(read: &Reading) -> Vec<Violation> {
    let Some(pressure) = read.problem.pressure else { return Vec::new() };
    let mut contacts: BTreeMap<u32, Vec<(u32, bool, &Placement)>> = BTreeMap::new();
    for (task, placement) in read.all() {
        if let Some(contact) = task.contact {
            let day = placement.span.start / DAY;
            contacts.entry(contact).or_default().push((day, task.pinned.is_some(), placement));
        }
    }
    contacts.into_iter().flat_map(|(contact, touches)| pressed(pressure, contact, touches)).collect()
}

/// In the order of days, a touch and the one so many `times` later lie at least so many days apart;
/// otherwise these two and those between them are too many.
fn pressed(pressure: Pressure, contact: u32, mut touches: Vec<(u32, bool, &Placement)>) -> Vec<Violation> {
    touches.sort_by_key(|(day, _, placement)| (*day, placement.task));
    let times = pressure.times as usize;
    let mut found = Vec::new();
    let mut told = 0;
    for first in 0..touches.len().saturating_sub(times) {
        let last = first + times;
        if touches[last].0 - touches[first].0 >= pressure.days {
            continue;
        }
        for (day, pinned, placement) in &touches[told.max(first)..=last] {
            if !pinned {
                let detail = format!("contact {contact} more than {times} times around day {day}");
                found.push(Violation::new(placement.task, Rule::Pressure, detail));
            }
        }
        told = last + 1;
    }
    found
}

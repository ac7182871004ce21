//! What a new schedule changes for people, before anybody accepts it.

use super::reason::Words;
use super::{Appointment, Cause, Lateness, Schedule, Unplaced};
use crate::language::OrderId;
use crate::process::Bilingual;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// When and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Start.
    pub start: DateTime,
    /// End.
    pub end: DateTime,
    /// Codes.
    pub people: Vec<String>,
}

/// What becomes of an action order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// Another time or other people.
    Moved {
        /// Before.
        from: Seat,
        /// Now.
        to: Seat,
    },
    /// It ends late, and later than before.
    Late {
        /// By how much now.
        late: Lateness,
        /// By how much before; `None`: it was in time, or not placed.
        before: Option<Lateness>,
    },
    /// It is not in the new schedule at all: its time is free.
    Freed {
        /// That time.
        from: Seat,
    },
    /// It had a date, or is new, and has none.
    Unplaced {
        /// Why.
        #[serde(flatten)]
        cause: Cause,
    },
    /// It had no date and has one.
    Placed {
        /// Which.
        to: Seat,
    },
}

/// One change for one action order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Which order.
    pub order: OrderId,
    /// Customer's name.
    pub customer: String,
    /// Name of the operation.
    #[serde(with = "Words")]
    pub action: Bilingual,
    /// What becomes of it.
    #[serde(flatten)]
    pub change: Change,
}

/// What `new` changes against `old`: by order, then moved or placed before late. Empty: nothing moves.
pub fn compare(old: &Schedule, new: &Schedule) -> Vec<Move> {
    let (before, after) = (by_order(&old.appointments), by_order(&new.appointments));
    let (undated, still_undated) = (without_date(old), without_date(new));
    let mut moves = Vec::new();
    for appointment in &new.appointments {
        let known = before.get(&appointment.order).copied();
        let changes = [seat_change(known, appointment), late_change(known, appointment)];
        moves.extend(changes.into_iter().flatten().map(|change| of_appointment(appointment, change)));
    }
    for unplaced in new.unplaced.iter().filter(|one| !undated.contains(&one.order)) {
        moves.push(of_unplaced(unplaced));
    }
    let gone = |one: &&Appointment| !after.contains_key(&one.order) && !still_undated.contains(&one.order);
    for appointment in old.appointments.iter().filter(gone) {
        moves.push(of_appointment(appointment, Change::Freed { from: seat(appointment) }));
    }
    moves.sort_by_key(|one| one.order);
    moves
}

fn by_order(appointments: &[Appointment]) -> BTreeMap<OrderId, &Appointment> {
    appointments.iter().map(|appointment| (appointment.order, appointment)).collect()
}

fn without_date(schedule: &Schedule) -> BTreeSet<OrderId> {
    schedule.unplaced.iter().map(|unplaced| unplaced.order).collect()
}

fn seat(appointment: &Appointment) -> Seat {
    Seat { start: appointment.start, end: appointment.end, people: appointment.people.clone() }
}

fn seat_change(before: Option<&Appointment>, now: &Appointment) -> Option<Change> {
    let Some(before) = before else { return Some(Change::Placed { to: seat(now) }) };
    let (from, to) = (seat(before), seat(now));
    (from != to).then_some(Change::Moved { from, to })
}

fn late_change(before: Option<&Appointment>, now: &Appointment) -> Option<Change> {
    let (before, late) = (before.and_then(|before| before.late), now.late?);
    (Some(late) > before).then_some(Change::Late { late, before })
}

fn of_appointment(appointment: &Appointment, change: Change) -> Move {
    let (customer, action) = (appointment.customer.clone(), appointment.action.clone());
    Move { order: appointment.order, customer, action, change }
}

fn of_unplaced(unplaced: &Unplaced) -> Move {
    Move {
        order: unplaced.order,
        customer: unplaced.customer.clone(),
        action: unplaced.action.clone(),
        change: Change::Unplaced { cause: unplaced.cause.clone() },
    }
}

//! What ends after its due date, by how much, and where the delay was born.

use super::frame::midnight;
use super::{Appointment, Lateness, Reason, Schedule, Why};
use crate::language::{CaseId, Minutes, OrderId};
use crate::process::Workshop;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use std::collections::BTreeMap;

/// A case that ends late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateCase<'a> {
    /// Which case.
    pub case: CaseId,
    /// Its action that ends latest after its due date.
    pub last: &'a Appointment,
    /// By how much.
    pub late: Lateness,
    /// The action in which the delay was born: `last`, or one that it waited for.
    pub origin: &'a Appointment,
    /// What kept that one from an earlier date.
    pub because: Vec<&'a Reason>,
}

impl Schedule {
    /// Cases that end late, the latest first; ties by id.
    pub fn late(&self) -> Vec<LateCase<'_>> {
        let mut worst: BTreeMap<CaseId, (Lateness, &Appointment)> = BTreeMap::new();
        for last in &self.appointments {
            let Some(late) = last.late else { continue };
            let known = worst.entry(last.case).or_insert((late, last));
            if late > known.0 {
                *known = (late, last);
            }
        }
        let mut list: Vec<LateCase> =
            worst.into_values().map(|(late, last)| self.late_case(last, late)).collect();
        list.sort_by_key(|late| (std::cmp::Reverse(late.late), late.case));
        list
    }

    fn late_case<'a>(&'a self, last: &'a Appointment, late: Lateness) -> LateCase<'a> {
        let origin = self.origin(last);
        LateCase { case: last.case, last, late, origin, because: origin.telling() }
    }

    /// Follows the actions waited for, as long as the wait is the last thing in the way.
    fn origin<'a>(&'a self, last: &'a Appointment) -> &'a Appointment {
        let waited_for = |appointment: &Appointment| -> Option<OrderId> {
            match appointment.telling().last()?.why {
                Why::After { order, .. } => Some(order),
                _ => None,
            }
        };
        let mut origin = last;
        while let Some(before) = waited_for(origin).and_then(|order| self.appointment(order)) {
            origin = before;
        }
        origin
    }
}

/// How late an end is; `None`: in time. An end at midnight belongs to the day it closes.
pub(crate) fn lateness(workshop: &Workshop, due: DateTime, end: DateTime) -> Option<Lateness> {
    let minutes = Minutes(end.duration_since(due).as_secs() / 60);
    if minutes.0 <= 0 {
        return None;
    }
    let later = last_day(due).series(1.day()).skip(1).take_while(|&day| day <= last_day(end));
    let open_days = later.filter(|&day| workshop.is_open(day)).count() as u32;
    Some(Lateness { open_days, minutes })
}

fn last_day(at: DateTime) -> Date {
    if at == midnight(at.date()) { at.date().yesterday().unwrap_or(at.date()) } else { at.date() }
}

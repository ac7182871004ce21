//! What comes out: appointments with their reasons, what found no date, and the load of each person.

use super::reason::{Cause, Reason, Why, Words};
use super::{Pin, Rule};
use crate::language::{CaseId, Minutes, OrderId, Period};
use crate::process::Bilingual;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// How late something ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lateness {
    /// Open days after the due day, up to and with the day of the end; 0: later on the due day itself.
    pub open_days: u32,
    /// Elapsed minutes.
    pub minutes: Minutes,
}

/// An action order with its date and its people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Which order.
    pub order: OrderId,
    /// Of which case.
    pub case: CaseId,
    /// Customer's name; may be empty.
    pub customer: String,
    /// Code of the operation.
    pub operation: String,
    /// Name of the operation.
    #[serde(with = "Words")]
    pub action: Bilingual,
    /// Start, civil time of the workshop.
    pub start: DateTime,
    /// End.
    pub end: DateTime,
    /// Codes of those who do it, one per seat.
    pub people: Vec<String>,
    /// Should end by then.
    pub due: Option<DateTime>,
    /// `None`: in time, or without due date.
    pub late: Option<Lateness>,
    /// Decided by a person, or started.
    pub pinned: bool,
    /// 0: as the operation says; `n`: by its `n`th alternative, from 1.
    #[serde(default, skip_serializing_if = "is_first")]
    pub way: u32,
    /// From the first day to the start, what forbade each stretch: in time order, without gap.
    pub reasons: Vec<Reason>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the form that serde asks for
pub(crate) fn is_first(way: &u32) -> bool {
    *way == 0
}

impl Appointment {
    /// The same date as a decision, for the next plan: frozen zone, confirmed meeting, started action.
    pub fn pin(&self) -> Pin {
        Pin { start: self.start, end: self.end, people: self.people.clone(), way: self.way }
    }

    /// Whether the person of this code takes part.
    pub fn involves(&self, person: &str) -> bool {
        self.people.iter().any(|one| one == person)
    }

    /// The reasons worth telling, in time order: nights, week-ends and breaks left out, and of those
    /// that say the same thing of the same person, the last.
    pub fn telling(&self) -> Vec<&Reason> {
        let told = |reason: &&Reason| !matches!(reason.why, Why::Away { off: None, .. });
        let list: Vec<&Reason> = self.reasons.iter().filter(told).collect();
        let again =
            |index: usize| list[index + 1..].iter().any(|later| later.why.same_subject(&list[index].why));
        (0..list.len()).filter(|&index| !again(index)).map(|index| list[index]).collect()
    }
}

/// An action order that found no date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unplaced {
    /// Which order.
    pub order: OrderId,
    /// Of which case.
    pub case: CaseId,
    /// Customer's name; may be empty.
    pub customer: String,
    /// Code of the operation.
    pub operation: String,
    /// Name of the operation.
    #[serde(with = "Words")]
    pub action: Bilingual,
    /// Should have ended by then.
    pub due: Option<DateTime>,
    /// Why.
    pub cause: Cause,
}

/// Planned work of one person against their time, over the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// Code.
    pub person: String,
    /// Name.
    pub name: String,
    /// Code of their kind.
    pub kind: String,
    /// Minutes of appointments.
    pub planned: Minutes,
    /// Minutes worked.
    pub worked: Minutes,
    /// Minutes worked that are given to planned actions.
    pub given: Minutes,
}

/// What a schedule costs, in minutes of delay of one action, and what no schedule could cost less than.
///
/// An action left out weighs 1,500,000; each minute after a due date 1; changes of person and trips by
/// the prices of the workshop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// What this one costs.
    pub paid: u64,
    /// No schedule costs less. It may be far below what can be done.
    pub least: u64,
    /// Whether a better schedule was looked for.
    pub effort: bool,
}

impl Price {
    /// How far it may be from the best schedule there is, in basis points of its price; 0: it is the best.
    pub fn gap_bp(self) -> i64 {
        let gap = u128::from(self.paid.saturating_sub(self.least)) * 10_000;
        i64::try_from(gap / u128::from(self.paid.max(1))).unwrap_or(i64::MAX)
    }
}

/// A finite schedule, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The days planned.
    pub period: Period,
    /// The rule used.
    pub rule: Rule,
    /// By start, then by order.
    pub appointments: Vec<Appointment>,
    /// In the order of the rule.
    pub unplaced: Vec<Unplaced>,
    /// Everybody, in the order of the workshop.
    pub loads: Vec<Load>,
    /// Cases ranked last because the rule asks for a margin that is not known.
    pub without_margin: Vec<CaseId>,
    /// Its price.
    pub price: Price,
}

impl Schedule {
    /// The appointment of an order.
    pub fn appointment(&self, order: OrderId) -> Option<&Appointment> {
        self.appointments.iter().find(|appointment| appointment.order == order)
    }

    /// The day of one person (*liste des actions du jour*), in time order.
    pub fn day(&self, person: &str, day: Date) -> Vec<&Appointment> {
        let theirs = |one: &&Appointment| one.start.date() == day && one.involves(person);
        self.appointments.iter().filter(theirs).collect()
    }

    /// Decided appointments that ask the same person at the same time: only people make them, and
    /// only people can mend them.
    pub fn clashes(&self) -> Vec<(OrderId, OrderId)> {
        let pinned: Vec<&Appointment> = self.appointments.iter().filter(|one| one.pinned).collect();
        let mut pairs = Vec::new();
        for (index, first) in pinned.iter().enumerate() {
            let meanwhile = pinned[index + 1..].iter().take_while(|next| next.start < first.end);
            let together = meanwhile.filter(|next| next.people.iter().any(|person| first.involves(person)));
            pairs.extend(together.map(|next| (first.order, next.order)));
        }
        pairs
    }
}

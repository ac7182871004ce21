//! An order at a glance: what a board shows of thousands, read from what is kept without its reasons.

use super::order::ActionOrder;
use crate::planning::schedule::Lateness;
use jiff::civil::DateTime;
use serde::Deserialize;

/// An order without the reasons of its date.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Glance {
    /// The order.
    pub order: ActionOrder,
    #[serde(default)]
    appointment: Option<Dated>,
    #[serde(default)]
    bounds: Option<Due>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Dated {
    #[serde(default)]
    late: Option<Lateness>,
    #[serde(default)]
    pinned: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Due {
    due: DateTime,
}

/// How an order stands to its due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// It ends before its last day, or has none.
    OnTime,
    /// It ends on its last day.
    Tight,
    /// It ends later.
    Late,
}

impl Glance {
    /// Whether its date was decided: it was begun, given, or moved by hand.
    pub fn is_pinned(&self) -> bool {
        self.appointment.as_ref().is_some_and(|one| one.pinned)
    }

    /// How it stands to its due date; what is done is not late any more.
    pub fn timing(&self) -> Timing {
        let is_late = self.appointment.as_ref().is_some_and(|one| one.late.is_some());
        let last_day = self.bounds.as_ref().map(|bounds| bounds.due.date());
        if self.order.report().is_some() {
            return Timing::OnTime;
        }
        let is_tight = last_day.is_some() && last_day == self.order.end.map(DateTime::date);
        match (is_late, is_tight) {
            (true, _) => Timing::Late,
            (false, true) => Timing::Tight,
            (false, false) => Timing::OnTime,
        }
    }
}

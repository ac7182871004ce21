//! Why not earlier, and why not at all: structured, so that it can be stored, counted and said.

use super::Delay;
use super::needs::Wanted;
use crate::language::{Minutes, OrderId};
use crate::process::Bilingual;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// How a bilingual text is stored.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Bilingual")]
pub(super) struct Words {
    fr: String,
    en: String,
}

/// Where a session of that length would find room in the hours of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fits {
    /// In the mornings only.
    Mornings,
    /// In the afternoons only.
    Afternoons,
    /// In some stretches.
    Somewhere,
    /// In no stretch of the plan: it must be cut, or the hours changed.
    Nowhere,
}

/// Why somebody does not work on a day of their week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "kebab-case")]
pub enum OffCause {
    /// Leave.
    Leave,
    /// A public holiday.
    Holiday {
        /// Its name.
        #[serde(with = "Words")]
        name: Bilingual,
    },
    /// A day that differs from the pattern.
    Exception {
        /// Its name.
        #[serde(with = "Words")]
        name: Bilingual,
    },
}

/// A day of the week that somebody does not work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Off {
    /// The day.
    pub day: Date,
    /// Why.
    #[serde(flatten)]
    pub cause: OffCause,
}

/// What forbids a start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Why {
    /// The date was decided.
    Pinned,
    /// The action is not to start before.
    Release,
    /// Another action must end first, and the delay after it pass.
    After {
        /// That action.
        order: OrderId,
        /// That delay.
        delay: Delay,
    },
    /// The customer is not available, or not for long enough.
    Customer,
    /// The person does not work then.
    Away {
        /// Code.
        person: String,
        /// The first day of their week that they do not work; `None`: night, week-end or break.
        off: Option<Off>,
    },
    /// The session does not fit in what is left before the break.
    TooShort {
        /// Code.
        person: String,
        /// Length of the session.
        session: Minutes,
        /// What is left.
        left: Minutes,
        /// Where it would fit.
        fits: Fits,
    },
    /// The person is on another action.
    Busy {
        /// Code.
        person: String,
        /// That action.
        order: OrderId,
    },
    /// The person has given the planned actions their share of the day.
    DayFull {
        /// Code.
        person: String,
    },
    /// The customer would be solicited more often than the rule allows, across all processes.
    Solicited {
        /// One of the actions that solicit them.
        order: OrderId,
        /// At most so many times.
        times: u32,
        /// In so many days.
        days: u32,
    },
    /// The room, or what else is shared, is taken.
    Taken {
        /// Its name.
        #[serde(with = "Words")]
        room: Bilingual,
    },
    /// Later than the longest wait after another action.
    TooLongAfter {
        /// That action.
        order: OrderId,
        /// That wait.
        wait: Minutes,
    },
    /// So early that another action would follow after more than its longest wait.
    TooLongBefore {
        /// That action.
        order: OrderId,
        /// That wait.
        wait: Minutes,
    },
    /// Nothing: the plan as a whole would be no better.
    Slack,
}

impl Why {
    /// The other action that it names.
    pub fn order(&self) -> Option<OrderId> {
        match self {
            Self::After { order, .. }
            | Self::Busy { order, .. }
            | Self::Solicited { order, .. }
            | Self::TooLongAfter { order, .. }
            | Self::TooLongBefore { order, .. } => Some(*order),
            _ => None,
        }
    }

    /// Whether both say the same thing of the same person and the same action.
    pub(super) fn same_subject(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::TooShort { person, .. }, Self::TooShort { person: also, .. }) => person == also,
            _ => self == other,
        }
    }
}

/// A stretch of time in which the action could not start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// First moment.
    pub from: DateTime,
    /// First moment after.
    pub until: DateTime,
    /// What forbade it.
    #[serde(flatten)]
    pub why: Why,
}

/// What forbade starts, and how much of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// What.
    #[serde(flatten)]
    pub why: Why,
    /// For how long in all.
    pub minutes: Minutes,
}

/// Why an action has no date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "kebab-case")]
pub enum Cause {
    /// Nobody, or nobody else than those already sitting, can take this seat.
    NobodyCapable {
        /// The seat.
        #[serde(flatten)]
        wanted: Wanted,
    },
    /// An action that must end first has no date.
    Predecessor {
        /// It.
        order: OrderId,
    },
    /// An action that must follow, or go before, within a longest wait found no date: both have one or neither.
    Bound {
        /// It.
        order: OrderId,
    },
    /// There is room, but its lateness there would cost more than doing without.
    Dearer,
    /// It may only start when the plan is over.
    BeyondHorizon,
    /// No room before the end of the plan.
    NoRoom {
        /// What stood in the way, longest first.
        obstacles: Vec<Blocked>,
    },
}

impl Cause {
    /// The other actions that it names.
    pub fn orders(&self) -> Vec<OrderId> {
        match self {
            Self::Predecessor { order } | Self::Bound { order } => vec![*order],
            Self::NoRoom { obstacles } => obstacles.iter().filter_map(|one| one.why.order()).collect(),
            Self::NobodyCapable { .. } | Self::Dearer | Self::BeyondHorizon => Vec::new(),
        }
    }

    /// Of a lack of room, what binds: the longest obstacle that is more than nights and breaks. The
    /// time before an action may begin at all binds only when nothing else stands after it.
    pub fn binding(&self) -> Option<&Why> {
        let Self::NoRoom { obstacles } = self else { return None };
        let room = |blocked: &&Blocked| {
            !matches!(blocked.why, Why::Away { .. } | Why::Release | Why::After { .. } | Why::Slack)
        };
        let later = |blocked: &&Blocked| !matches!(blocked.why, Why::Away { .. });
        let told = obstacles.iter().find(room).or_else(|| obstacles.iter().find(later));
        told.or_else(|| obstacles.first()).map(|blocked| &blocked.why)
    }
}

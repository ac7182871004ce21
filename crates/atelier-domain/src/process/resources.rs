//! Level 7: people, their calendars, their absences, and the share of time given to planned actions.

use crate::language::{Currency, Minutes, Money, Share};
use crate::process::{Bilingual, Policy};
use jiff::civil::{Date, Time};
use std::collections::BTreeMap;

/// A stretch of a working day, start in, end out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// Start.
    pub from: Time,
    /// End; midnight is never crossed.
    pub to: Time,
}

impl Hours {
    /// Length.
    pub fn minutes(self) -> Minutes {
        Minutes(minute_of(self.to) - minute_of(self.from))
    }
}

fn minute_of(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

/// A weekly pattern of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Unique.
    pub code: String,
    /// Monday to Sunday; sorted, disjoint.
    pub week: [Vec<Hours>; 7],
}

/// A day that differs from the pattern, for everybody, a kind, a team or one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The day.
    pub on: Date,
    /// Whom it concerns: `*`, a kind, a team or a resource code.
    pub who: String,
    /// Hours worked that day; empty: none.
    pub hours: Vec<Hours>,
    /// Shown name.
    pub name: Bilingual,
}

/// Leave: days without work, both ends inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Absence {
    /// First day away.
    pub first: Date,
    /// Last day away.
    pub last: Date,
}

/// A kind of resource (*poste de charge*): seller, caller, presales.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Unique.
    pub code: String,
    /// Shown name, plural: "vendeurs".
    pub name: Bilingual,
    /// Cost of an hour.
    pub hour_cost: Option<Money>,
}

/// Somebody, or a subcontractor, who does operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Unique; the key of the person.
    pub code: String,
    /// Shown name.
    pub name: String,
    /// Kind.
    pub kind: String,
    /// Team, may be empty.
    pub team: String,
    /// Calendar; `None` has no capacity and is shown so.
    pub calendar: Option<String>,
    /// Part of the calendar worked (part time), applied to each day.
    pub part_time: Share,
    /// Part of the working time given to planned actions.
    pub share: Share,
    /// Skills.
    pub skills: Vec<String>,
    /// Leave, sorted, merged when overlapping.
    pub leave: Vec<Absence>,
}

impl Resource {
    /// Whether the person is on leave that day.
    pub fn is_away(&self, date: Date) -> bool {
        self.leave.iter().any(|leave| leave.first <= date && date <= leave.last)
    }
}

/// The people and calendars of a company, valid: every name used is defined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workshop {
    /// IANA time zone.
    pub zone: String,
    /// Money of the company.
    pub currency: Currency,
    /// Public holidays by day with their name: computed for the years asked, see the reader.
    pub holidays: BTreeMap<Date, Bilingual>,
    /// Weekly patterns.
    pub calendars: Vec<Calendar>,
    /// Days that differ.
    pub exceptions: Vec<Exception>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// People.
    pub resources: Vec<Resource>,
    /// Rules and prices of planning.
    pub policy: Policy,
}

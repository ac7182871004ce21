//! Relationship health of a firm (*santé de la relation*): points with their causes, nothing else weighed.
//! Source: capability note, GOV-22: roles covered, recency, promises kept; a promise kept raises it.

use super::brief::days;
use super::{Conversation, Promise, PromiseState};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Days back in which a conversation or a promise counts.
const BACK_DAYS: i32 = 365;
/// Most points there are.
pub const HEALTH_POINTS: u32 = 10;

/// How a relationship stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// No conversation is known.
    None,
    /// Below 4 points.
    Weak,
    /// From 4 points.
    Fair,
    /// From 7 points.
    Solid,
}

impl Grade {
    /// As told.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Weak => "weak",
            Self::Fair => "fair",
            Self::Solid => "solid",
        }
    }

    /// Whether a proposal would come before the relationship.
    pub fn is_early(self) -> bool {
        matches!(self, Self::None | Self::Weak)
    }
}

/// What gives points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Days since the last conversation; up to 3 points.
    Recency(Option<i32>),
    /// Different posts met in a year; up to 3 points.
    Roles(usize),
    /// Promises kept, and those broken or overdue, on both sides, in a year; up to 3 points.
    Promises {
        /// Kept.
        kept: usize,
        /// Broken, or open with their day past.
        missed: usize,
    },
    /// Whether the customer named a goal; 1 point.
    Goal(bool),
}

impl Cause {
    /// Its points.
    pub fn points(self) -> u32 {
        match self {
            Self::Recency(days) => match days {
                Some(..=30) => 3,
                Some(31..=60) => 2,
                Some(61..=120) => 1,
                _ => 0,
            },
            Self::Roles(met) => met.min(3) as u32,
            Self::Promises { kept: 0, .. } => 0,
            Self::Promises { missed: 0, .. } => 3,
            Self::Promises { kept, missed } if kept >= missed => 2,
            Self::Promises { .. } => 1,
            Self::Goal(is_named) => u32::from(is_named),
        }
    }

    /// Its most.
    pub fn most(self) -> u32 {
        if matches!(self, Self::Goal(_)) { 1 } else { 3 }
    }

    /// As told.
    pub fn code(self) -> &'static str {
        match self {
            Self::Recency(_) => "recency",
            Self::Roles(_) => "roles",
            Self::Promises { .. } => "promises",
            Self::Goal(_) => "goal",
        }
    }
}

/// A relationship, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// How it stands.
    pub grade: Grade,
    /// Of [`HEALTH_POINTS`].
    pub points: u32,
    /// Each once, in this order.
    pub causes: [Cause; 4],
}

/// The health of a firm as of a day. `role` gives the post of somebody met, or what tells them apart; each counts
/// once.
pub fn health(
    held: &[Conversation],
    promises: &[Promise],
    role: impl Fn(&Conversation) -> Option<String>,
    today: Date,
) -> Health {
    let lately: Vec<&Conversation> =
        held.iter().filter(|one| days(one.held_on, today) <= BACK_DAYS).collect();
    let last = lately.iter().map(|one| one.held_on).max();
    let roles: BTreeSet<String> = lately.iter().filter_map(|one| role(one)).collect();
    let of_year = promises.iter().filter(|one| days(one.made_on, today) <= BACK_DAYS);
    let (mut kept, mut missed) = (0, 0);
    for one in of_year {
        kept += usize::from(one.state == PromiseState::Kept);
        missed += usize::from(one.state == PromiseState::Broken || one.is_overdue(today));
    }
    let causes = [
        Cause::Recency(last.map(|day| days(day, today))),
        Cause::Roles(roles.len()),
        Cause::Promises { kept, missed },
        Cause::Goal(lately.iter().any(|one| !one.goal.is_empty())),
    ];
    let points = causes.iter().map(|cause| cause.points()).sum();
    let grade = match points {
        _ if lately.is_empty() => Grade::None,
        0..=3 => Grade::Weak,
        4..=6 => Grade::Fair,
        _ => Grade::Solid,
    };
    Health { grade, points, causes }
}

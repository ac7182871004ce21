//! What holds the plan back (*goulets d'étranglement*): people short of hours, stays longer than they
//! should be, yields below those of the others; ranked by the money that does not get through.
//!
//! Source and limits: docs/method.md, "What holds the plan back".

mod facts;
mod saturation;
mod words;
mod worth;

pub use facts::{Facts, Gap, Stay, Whose};
pub use saturation::{Pressed, Saturation};
pub use words::Names;
pub use worth::{Basis, Stake};

use super::{Balance, Load, PersonLoad};
use crate::language::{Period, Week};
use crate::process::{Objective, Process};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use worth::Worths;

/// One process of a plan, with what is wanted of it.
pub struct Stream<'a> {
    /// The process.
    pub process: &'a Process,
    /// Its objectives.
    pub objectives: &'a [Objective],
    /// The work of its needs.
    pub load: &'a Load,
    /// Open cases whose next work is that of each step.
    pub standing: &'a [i64],
}

/// A plan and what the facts say of its steps.
pub struct Looked<'a> {
    /// Process by process.
    pub streams: Vec<Stream<'a>>,
    /// Load against capacity by kind.
    pub balance: &'a Balance,
    /// The same by person.
    pub people: &'a [PersonLoad],
    /// Weeks planned.
    pub weeks: &'a [Week],
    /// Days planned.
    pub period: Period,
    /// Measured stays and yields.
    pub facts: &'a Facts,
}

/// The ranked list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bottlenecks {
    /// The most costly first.
    pub list: Vec<Bottleneck>,
    /// Processes with an objective whose worth is not known: they are in no stake.
    pub unvalued: Vec<String>,
}

/// One thing that holds the plan back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bottleneck {
    /// What.
    pub limit: Limit,
    /// What does not get through because of it; `None`: the worth of the objectives is not known.
    pub stake: Option<Stake>,
}

/// What holds back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Limit {
    /// People short of hours.
    Saturated(Saturation),
    /// A yield below that of the others.
    Yield(Gap),
    /// A stay in a step.
    Wait(Wait),
}

/// How long a case stays in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Code of the process.
    pub process: String,
    /// Code of the step.
    pub step: String,
    /// Days: measured when there are enough stays, else the standard.
    pub days: i64,
    /// Standard of the process.
    pub standard: i64,
    /// The measure; `None`: too few stays.
    pub measured: Option<Stay>,
    /// Open cases there now.
    pub cases: i64,
}

impl Bottlenecks {
    /// The places of people short of hours, and of whatever else has a stake.
    pub fn acute(&self) -> impl Iterator<Item = &Bottleneck> {
        let costs = |one: &Bottleneck| one.stake.is_some_and(|stake| stake.money.cents > 0);
        self.list
            .iter()
            .filter(move |one| costs(one) || matches!(one.limit, Limit::Saturated(_) | Limit::Yield(_)))
    }
}

/// Finds what holds a plan back, the most costly first; of equals, people before yields before stays, the
/// fullest, the widest and the longest first.
///
/// Without any measured fact the waits are the standards of the process and cost nothing: the plan
/// already counts on them.
pub fn bottlenecks(looked: &Looked<'_>) -> Bottlenecks {
    let worths = Worths::of(&looked.streams);
    let mut list = saturation::saturated(looked, &worths);
    list.extend(facts::gaps(looked, &worths));
    list.extend(facts::waits(looked, &worths));
    list.sort_by_cached_key(rank);
    Bottlenecks { list, unvalued: worths.unvalued }
}

fn rank(one: &Bottleneck) -> (Reverse<i64>, u8, Reverse<i64>, String) {
    let stake = one.stake.map_or(0, |stake| stake.money.cents);
    let (class, gravity, name) = match &one.limit {
        // Nobody has hours for it: fuller than any ratio.
        Limit::Saturated(one) => (0, one.ratio_bp.unwrap_or(i64::MAX), one.who().to_owned()),
        Limit::Yield(one) => (1, one.points_bp(), format!("{}/{:?}", one.process, one.whose)),
        Limit::Wait(one) => (2, one.days, format!("{}/{}", one.process, one.step)),
    };
    (Reverse(stake), class, Reverse(gravity), name)
}

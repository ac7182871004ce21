//! People short of hours.

use super::worth::Worths;
use super::{Bottleneck, Limit, Looked};
use crate::language::{Minutes, Week};
use crate::planning::{KindBalance, PersonLoad, Shortage};
use serde::{Deserialize, Serialize};

/// A kind of resource, or one person of it, that is short of hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saturation {
    /// Code of the kind.
    pub kind: String,
    /// Code of the person; `None`: the whole kind.
    pub person: Option<String>,
    /// Work asked over the period.
    pub load: Minutes,
    /// Work possible; `None`: nobody has a calendar.
    pub capacity: Option<Minutes>,
    /// Load over capacity in hundredths of a per cent.
    pub ratio_bp: Option<i64>,
    /// The fullest week, with its ratio; without ratio, there is no hour that week.
    pub worst: Option<(Week, Option<i64>)>,
    /// The most hours missing, everything before being used, and the week by the end of which they are.
    pub missing: Option<(Minutes, Week)>,
    /// Work still waiting at the end of the period, each piece being done as soon as hours allow from the
    /// week where the needs put it.
    pub left: Minutes,
    /// Those of the kind who are short themselves, the most first; nobody for a person.
    pub people: Vec<Pressed>,
}

/// Somebody short of hours inside a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pressed {
    /// Code of the person.
    pub person: String,
    /// The most hours missing.
    pub missing: Minutes,
    /// Week by the end of which they are.
    pub week: Week,
}

impl Saturation {
    /// Code of the person, else of the kind.
    pub fn who(&self) -> &str {
        self.person.as_deref().unwrap_or(&self.kind)
    }
}

/// The kinds that are short, with their people; of the other kinds, the people who are.
pub(super) fn saturated(looked: &Looked<'_>, worths: &Worths) -> Vec<Bottleneck> {
    let mut found = Vec::new();
    for kind in &looked.balance.kinds {
        let people: Vec<(&PersonLoad, KindBalance)> = looked
            .people
            .iter()
            .filter(|one| one.kind == kind.kind)
            .map(|one| (one, balance_of(one)))
            .filter(|(one, balance)| one.capacity.is_some() && is_short(balance))
            .collect();
        let total = kind.total_load();
        if is_short(kind) {
            let mut saturation = saturation(kind, &kind.kind, None, looked.weeks);
            saturation.people =
                people.iter().filter_map(|(one, balance)| pressed(one, balance, looked.weeks)).collect();
            saturation.people.sort_by(|a, b| (b.missing, &a.person).cmp(&(a.missing, &b.person)));
            found.push(bottleneck(saturation, kind, total, looked, worths));
            continue;
        }
        for (one, balance) in &people {
            let saturation = saturation(balance, &kind.kind, Some(one.resource.clone()), looked.weeks);
            found.push(bottleneck(saturation, balance, total, looked, worths));
        }
    }
    found
}

/// The part of the kind's work that is left over is the part of every objective it serves that is lost.
fn bottleneck(
    saturation: Saturation,
    balance: &KindBalance,
    total: Minutes,
    looked: &Looked<'_>,
    worths: &Worths,
) -> Bottleneck {
    let uses = looked.streams.iter().filter(|stream| stream.load.kind(&saturation.kind).is_some());
    let least = balance.shortage.last().map_or(0, |missing| missing.0);
    let part = (saturation.left.0, least, total.0);
    let stake = worths.stake(uses.map(|stream| stream.process.code.as_str()), part);
    Bottleneck { limit: Limit::Saturated(saturation), stake }
}

fn balance_of(one: &PersonLoad) -> KindBalance {
    let load: Vec<Minutes> =
        one.own.iter().zip(&one.shared).map(|(own, shared)| Minutes(own.0 + shared.0)).collect();
    KindBalance::new(&one.kind, &load, one.capacity.clone())
}

fn is_short(balance: &KindBalance) -> bool {
    balance.largest_shortage().is_some() || left(balance) > Minutes(0)
}

fn saturation(balance: &KindBalance, kind: &str, person: Option<String>, weeks: &[Week]) -> Saturation {
    let worst = balance.worst_week().and_then(|at| Some((*weeks.get(at)?, balance.week_ratio(at))));
    let missing = balance.largest_shortage();
    Saturation {
        kind: kind.to_owned(),
        person,
        load: balance.total_load(),
        capacity: balance.total_capacity(),
        ratio_bp: balance.ratio(),
        worst,
        missing: missing.and_then(|Shortage { week, missing }| Some((missing, *weeks.get(week)?))),
        left: left(balance),
        people: Vec::new(),
    }
}

fn pressed(one: &PersonLoad, balance: &KindBalance, weeks: &[Week]) -> Option<Pressed> {
    let Shortage { week, missing } = balance.largest_shortage()?;
    Some(Pressed { person: one.resource.clone(), missing, week: *weeks.get(week)? })
}

/// What waits at the end when nothing is done before the week that asks for it.
fn left(balance: &KindBalance) -> Minutes {
    let none = vec![Minutes(0); balance.load.len()];
    let capacity = balance.capacity.as_ref().unwrap_or(&none);
    let weeks = balance.load.iter().zip(capacity);
    Minutes(weeks.fold(0, |waiting, (load, capacity)| (waiting + load.0 - capacity.0).max(0)))
}

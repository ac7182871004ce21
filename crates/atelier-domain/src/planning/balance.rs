//! Load against capacity (*charge/capacité*): ratios, cumulated shortage, bottleneck.

use super::{Capacity, Load};
use crate::language::Minutes;
use std::cmp::{Ordering, Reverse};

/// Work that no capacity covers, even if everything before could be used for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// Position of the week by the end of which it is missing.
    pub week: usize,
    /// Missing work.
    pub missing: Minutes,
}

/// Load and capacity of one kind. Lists are as long as the weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindBalance {
    /// Code of the kind.
    pub kind: String,
    /// Work asked.
    pub load: Vec<Minutes>,
    /// Work possible; `None` is "no capacity", which is no ratio at all.
    pub capacity: Option<Vec<Minutes>>,
    /// Work asked since the first week.
    pub cumulated_load: Vec<Minutes>,
    /// Work possible since the first week; nought everywhere without capacity.
    pub cumulated_capacity: Vec<Minutes>,
    /// Cumulated load above cumulated capacity, never negative.
    pub shortage: Vec<Minutes>,
}

impl KindBalance {
    /// Compares a load with the capacity of the same weeks.
    pub fn new(kind: &str, load: &[Minutes], capacity: Option<Vec<Minutes>>) -> Self {
        let cumulated_load = running(load);
        let cumulated_capacity = capacity.as_deref().map_or_else(|| vec![Minutes(0); load.len()], running);
        assert_eq!(cumulated_load.len(), cumulated_capacity.len(), "load and capacity of the same weeks");
        let pairs = cumulated_load.iter().zip(&cumulated_capacity);
        let shortage = pairs.map(|(load, capacity)| Minutes((load.0 - capacity.0).max(0))).collect();
        Self {
            kind: kind.to_owned(),
            load: load.to_vec(),
            capacity,
            cumulated_load,
            cumulated_capacity,
            shortage,
        }
    }

    /// All the work asked.
    pub fn total_load(&self) -> Minutes {
        self.load.iter().copied().sum()
    }

    /// All the work possible; `None` without capacity.
    pub fn total_capacity(&self) -> Option<Minutes> {
        self.capacity.as_ref().map(|capacity| capacity.iter().copied().sum())
    }

    /// Global ratio in hundredths of a per cent, half up; `None` without capacity.
    pub fn ratio(&self) -> Option<i64> {
        ratio(self.total_load(), self.total_capacity()?)
    }

    /// Ratio of one week in hundredths of a per cent, half up; `None` without capacity that week.
    pub fn week_ratio(&self, week: usize) -> Option<i64> {
        ratio(*self.load.get(week)?, *self.capacity.as_ref()?.get(week)?)
    }

    /// The most loaded week for its capacity, the first of equals; work in a week without capacity is the worst.
    pub fn worst_week(&self) -> Option<usize> {
        let capacity = self.capacity.as_ref()?;
        let loaded = (0..self.load.len()).filter(|&week| self.load[week] > Minutes(0));
        loaded.max_by(|&a, &b| {
            heavier((self.load[a], capacity[a]), (self.load[b], capacity[b])).then(b.cmp(&a))
        })
    }

    /// The largest cumulated shortage and the first week that reaches it; `None` when everything fits.
    pub fn largest_shortage(&self) -> Option<Shortage> {
        let missing = self.shortage.iter().copied().enumerate().filter(|(_, missing)| *missing > Minutes(0));
        missing
            .max_by_key(|&(week, missing)| (missing, Reverse(week)))
            .map(|(week, missing)| Shortage { week, missing })
    }
}

/// Load against capacity for every kind of a load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// In the order of the load.
    pub kinds: Vec<KindBalance>,
}

impl Balance {
    /// A kind.
    pub fn kind(&self, code: &str) -> Option<&KindBalance> {
        self.kinds.iter().find(|kind| kind.kind == code)
    }

    /// The bottleneck (*goulet*): the largest shortage, or when nothing is short, the highest global ratio.
    ///
    /// Work asked from a kind without capacity is all missing. `None` when there is no work at all.
    pub fn bottleneck(&self) -> Option<&KindBalance> {
        let missing = |kind: &KindBalance| kind.largest_shortage().map_or(Minutes(0), |short| short.missing);
        let loaded = self.kinds.iter().filter(|kind| kind.total_load() > Minutes(0));
        loaded.rev().max_by_key(|kind| (missing(kind), kind.ratio()))
    }
}

/// Compares week by week; weeks of capacity beyond the load are left out.
///
/// Source: docs/method.md, "Load against capacity".
pub fn balance(load: &Load, capacity: &Capacity) -> Balance {
    assert!(capacity.weeks.starts_with(&load.weeks), "load and capacity of the same weeks");
    let of = |code: &str| {
        let mut minutes = capacity.kind(code)?;
        minutes.truncate(load.weeks.len());
        Some(minutes)
    };
    let one = |asked: &super::KindLoad| KindBalance::new(&asked.kind, &asked.by_week, of(&asked.kind));
    Balance { kinds: load.kinds.iter().map(one).collect() }
}

fn running(by_week: &[Minutes]) -> Vec<Minutes> {
    let mut total = Minutes(0);
    by_week
        .iter()
        .map(|&minutes| {
            total += minutes;
            total
        })
        .collect()
}

fn ratio(load: Minutes, capacity: Minutes) -> Option<i64> {
    let (load, capacity) = (i128::from(load.0), i128::from(capacity.0));
    (capacity > 0).then(|| i64::try_from((load * 20_000 + capacity) / (capacity * 2)).unwrap_or(i64::MAX))
}

/// Compares load ÷ capacity without dividing; capacity nought stands for infinity.
fn heavier(a: (Minutes, Minutes), b: (Minutes, Minutes)) -> Ordering {
    let cross = |load: Minutes, other: Minutes| i128::from(load.0) * i128::from(other.0);
    match (a.1.0, b.1.0) {
        (0, 0) => a.0.cmp(&b.0),
        _ => cross(a.0, b.1).cmp(&cross(b.0, a.1)),
    }
}

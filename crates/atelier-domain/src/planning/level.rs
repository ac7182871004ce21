//! Levelling (*lissage*): work pulled forward, from the end, out of the weeks that are too full.

use super::{Capacity, Load};
use crate::language::Minutes;

/// Quantities after levelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// What each week keeps; never above its room.
    pub by_week: Vec<i64>,
    /// What would have to be done before the first week.
    pub before_first: i64,
}

/// A kind after levelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelledKind {
    /// Code of the kind.
    pub kind: String,
    /// Work of each week.
    pub by_week: Vec<Minutes>,
    /// Work that would have to be done before the first week: equal to the largest cumulated shortage.
    pub before_first: Minutes,
}

/// From the last week to the first, moves what exceeds the room to the week before.
///
/// Works on units as on minutes. Source: docs/method.md, "Levelling".
pub fn level_units(by_week: &[i64], room: &[i64]) -> Spread {
    assert_eq!(by_week.len(), room.len(), "one room per week");
    let mut levelled = by_week.to_vec();
    let mut pulled = 0;
    for (units, &room) in levelled.iter_mut().zip(room).rev() {
        let asked = *units + pulled;
        *units = asked.min(room);
        pulled = asked - *units;
    }
    Spread { by_week: levelled, before_first: pulled }
}

/// Levels every kind within its capacity; without capacity, all its work is before the first week.
pub fn level(load: &Load, capacity: &Capacity) -> Vec<LevelledKind> {
    let one = |asked: &super::KindLoad| {
        let units: Vec<i64> = asked.by_week.iter().map(|minutes| minutes.0).collect();
        let room = capacity.kind(&asked.kind).unwrap_or_default();
        let room: Vec<i64> =
            (0..units.len()).map(|week| room.get(week).map_or(0, |minutes| minutes.0)).collect();
        let spread = level_units(&units, &room);
        LevelledKind {
            kind: asked.kind.clone(),
            by_week: spread.by_week.into_iter().map(Minutes).collect(),
            before_first: Minutes(spread.before_first),
        }
    };
    load.kinds.iter().map(one).collect()
}

//! What changing a plan in force costs, and how far it goes.

use crate::model::Slot;

/// On which terms a plan in force is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Slots after a notice in which nothing moves unless it must, and nothing is newly put.
    pub fence: Slot,
    /// Slots before its date from which the price of moving a task rises.
    pub near: Slot,
    /// How many times the price of a move is added when the date has come; in between in proportion.
    pub rise: u32,
    /// Added to the price of each move: what a move must be worth at least.
    pub scarce: u32,
    /// A start that shifts by no more than this many slots has not moved.
    pub tolerance: Slot,
    /// Cost of an insertion above which others may be asked to make room.
    pub worth: u32,
    /// How many ways of making room are tried for one task.
    pub trials: u32,
    /// Looks at somebody's hours after which one event no more tries to make room; and as many again in its rounds.
    pub probes: u32,
    /// Rounds in which one event wins back what it broke.
    pub rounds: u32,
    /// Nothing more moves by choice once so many per cent of the tasks affected have moved; what an event leaves
    /// of its moves is left to later ones.
    pub moves_pct: u32,
}

impl Terms {
    /// For a day of so many slots: no fence, the price of a move rises fourfold over ten days.
    pub fn daily(slots_per_day: u32) -> Self {
        Self {
            fence: 0,
            near: 10 * slots_per_day,
            rise: 4,
            scarce: 60,
            tolerance: 1,
            worth: 20,
            trials: 24,
            probes: 2_000,
            rounds: 16,
            moves_pct: 150,
        }
    }

    /// Price of moving a task whose date is `ahead` slots away, `base` when it is far.
    pub fn price(&self, base: u32, ahead: Slot) -> i64 {
        let (base, scarce) = (i64::from(base), i64::from(self.scarce));
        if self.near == 0 {
            return base + scarce;
        }
        let near = i64::from(self.near.saturating_sub(ahead));
        base + scarce + base * i64::from(self.rise) * near / i64::from(self.near)
    }
}

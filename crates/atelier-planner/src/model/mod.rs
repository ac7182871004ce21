//! The compiled problem: dense numbers, ready for the engine.
//!
//! A [`Model`] is built by [`ModelBuilder`], which refuses what cannot be meant, every fault at
//! once. Tasks, people, pools and calendars are positions in vectors; [`NONE`] stands for "no such
//! thing". Time is counted in [`Slot`]s since the plan's first midnight.

mod builder;
mod calendar;
mod fault;
mod grow;
mod links;
mod rich;

use std::collections::BTreeMap;

pub use builder::ModelBuilder;
pub use calendar::{Calendar, Stretch};
pub use fault::Fault;
pub use grow::Case;
pub use links::{Csr, Link, Wait};
pub use rich::{Mode, Rich, Stock};

/// Units of time since the plan's first midnight; the unit is chosen when the model is built.
pub type Slot = u32;

/// No slot, no task, no person: "none" wherever a position or a date is expected.
pub const NONE: u32 = u32::MAX;

/// May pause at breaks of its person's calendar (never for another task).
pub const SPLIT: u8 = 1;
/// Stays where [`Model::pinned`] says: started work, or a date already promised.
pub const PINNED: u8 = 2;
/// No longer to be done: never placed, waited for by nobody, not counted as left out.
pub const GONE: u8 = 4;

/// What every task has; what only few have is in [`Rich`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Slots of work at standard speed, at least one.
    pub duration: u32,
    /// First slot it may start in.
    pub release: Slot,
    /// Ends after this slot are late; [`NONE`]: never late.
    pub due: Slot,
    /// Opening of its window: it starts no earlier. 0 when there is no window.
    pub from: Slot,
    /// Closing of its window: it ends no later. [`NONE`] when there is no window.
    pub until: Slot,
    /// Cost of one slot of lateness.
    pub weight: u32,
    /// Cost of leaving it out of the plan.
    pub unplaced: u32,
    /// The case it belongs to, for continuity of people; [`NONE`]: none.
    pub case: u32,
    /// Who may do it ([`Model::pools`]); [`NONE`]: nobody is needed.
    pub pool: u32,
    /// Position in [`Model::rich`]; [`NONE`]: a plain task.
    pub rich: u32,
    /// [`SPLIT`], [`PINNED`], [`GONE`].
    pub flags: u8,
}

impl Task {
    /// A task of `duration` slots without dates, case, pool or window; lateness weighs 1.
    pub fn lasting(duration: u32) -> Self {
        Self {
            duration,
            release: 0,
            due: NONE,
            from: 0,
            until: NONE,
            weight: 1,
            unplaced: 100_000,
            case: NONE,
            pool: NONE,
            rich: NONE,
            flags: 0,
        }
    }

    /// May it pause at breaks?
    pub fn splits(&self) -> bool {
        self.flags & SPLIT != 0
    }

    /// Is its place given?
    pub fn pinned(&self) -> bool {
        self.flags & PINNED != 0
    }

    /// Cost of ending at `end`.
    pub fn lateness(&self, end: Slot) -> i64 {
        i64::from(self.weight) * i64::from(end.saturating_sub(self.due))
    }
}

/// Somebody who works on one task at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Position in [`Model::calendars`]; people with the same hours share one.
    pub calendar: u32,
    /// 100 is standard; otherwise a task of `d` slots lasts `ceil(d × 100 / speed)`, up to the stride.
    pub speed_pct: u16,
    /// Most slots of work on each day; days beyond the list are limited by the calendar alone.
    pub day_allowance: Option<Box<[u32]>>,
}

/// Prices of what a plan should avoid; lateness and absence are priced by the tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// Each person of a case beyond the first.
    pub switch: u32,
    /// Each trip to a site.
    pub trip: u32,
    /// Each task moved from the plan in force.
    pub moved: u32,
}

/// Where a pinned task stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// First slot.
    pub start: Slot,
    /// First slot after.
    pub end: Slot,
    /// Who does it, or [`NONE`].
    pub person: u32,
}

/// The whole problem, compiled.
#[derive(Clone, Debug)]
pub struct Model {
    /// Slots of the plan: every task ends within.
    pub horizon: Slot,
    /// Starts fall on multiples of this many slots.
    pub stride: u32,
    /// From midnight to midnight.
    pub slots_per_day: u32,
    /// Hours of work, shared.
    pub calendars: Vec<Calendar>,
    /// Who works.
    pub people: Vec<Person>,
    /// Candidates, in order of preference.
    pub pools: Vec<Box<[u32]>>,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// Predecessors of each task.
    pub before: Csr<Link>,
    /// Successors of each task.
    pub after: Csr<Link>,
    /// Tasks of each case.
    pub cases: Csr<u32>,
    /// What only few tasks have.
    pub rich: Vec<Rich>,
    /// Places of pinned tasks, sorted by task; one for each of several people.
    pub pinned: Vec<(u32, Pin)>,
    /// Pinned work of each person outside their hours, which pauses of others must not span.
    pub off_hours: BTreeMap<u32, Vec<(Slot, Slot)>>,
    /// Prices.
    pub costs: Costs,
    /// Days that count in waits of open days; `None`: every day does.
    pub open_days: Option<OpenDays>,
    /// At most `.0` tasks per contact in any `.1` days.
    pub pressure: Option<(u32, u32)>,
    /// Resources used in amounts.
    pub stocks: Vec<Stock>,
    /// Tasks such that predecessors come first; `None`: their own order is already so.
    order: Option<Box<[u32]>>,
}

impl Model {
    /// Slots that `task` takes from `person`.
    pub fn need(&self, task: u32, person: u32) -> u32 {
        self.length(self.tasks[task as usize].duration, person)
    }

    /// Slots that any work of `duration` takes from `person`.
    pub fn length(&self, duration: u32, person: u32) -> u32 {
        self.length_at(duration, self.people[person as usize].speed_pct)
    }

    /// Slots that any work of `duration` takes at `speed_pct`.
    pub fn length_at(&self, duration: u32, speed_pct: u16) -> u32 {
        worked(duration, speed_pct, self.stride)
    }

    /// When the last pinned task of `person` outside their hours that meets `start..end` is over.
    pub fn off_hours_until(&self, person: u32, start: Slot, end: Slot) -> Option<Slot> {
        let theirs = self.off_hours.get(&person)?;
        theirs.iter().filter(|span| span.0 < end && start < span.1).map(|span| span.1).max()
    }

    /// Hours of `person`.
    pub fn calendar(&self, person: u32) -> &Calendar {
        &self.calendars[self.people[person as usize].calendar as usize]
    }

    /// Candidates of a plain task; empty when nobody is needed.
    pub fn pool(&self, task: u32) -> &[u32] {
        match self.tasks[task as usize].pool {
            NONE => &[],
            pool => &self.pools[pool as usize],
        }
    }

    /// The `i`-th task in an order where predecessors come first.
    pub fn in_order(&self, i: u32) -> u32 {
        self.order.as_ref().and_then(|order| order.get(i as usize)).copied().unwrap_or(i)
    }

    /// Number of tasks.
    pub fn len(&self) -> u32 {
        self.tasks.len() as u32
    }

    /// No task at all?
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// Earliest start after a task that ends at `end`, [`NONE`] when there is none.
    pub fn after_wait(&self, wait: Wait, end: Slot) -> Slot {
        match (wait.days(), &self.open_days) {
            (None, _) => end.saturating_add(wait.slots()),
            (Some(days), Some(open)) => open.after(self.slots_per_day, end, days),
            (Some(days), None) => end.saturating_add(days.saturating_mul(self.slots_per_day)),
        }
    }

    /// Earliest start after a task that ends at `end` or later.
    ///
    /// An end just after midnight on a day that is not open leads to an earlier clock time of the same
    /// open day than an end in the evening before.
    pub fn soonest_after_wait(&self, wait: Wait, end: Slot) -> Slot {
        let start = self.after_wait(wait, end);
        match (wait.days(), &self.open_days) {
            (Some(days), Some(open)) => {
                let next_day = end.saturating_sub(1) / self.slots_per_day + 1;
                start.min(open.after(self.slots_per_day, next_day * self.slots_per_day + 1, days))
            }
            _ => start,
        }
    }

    /// Latest end of a task whose successor starts at `start`, `None` when even slot 0 is too late.
    pub fn before_wait(&self, wait: Wait, start: Slot) -> Option<Slot> {
        match (wait.days(), &self.open_days) {
            (None, _) => start.checked_sub(wait.slots()),
            (Some(days), Some(open)) => open.before(self.slots_per_day, start, days),
            (Some(days), None) => start.checked_sub(days.saturating_mul(self.slots_per_day)),
        }
    }
}

/// Slots that a task of `duration` takes at `speed_pct`; rounded up to the stride unless that is 100.
fn worked(duration: u32, speed_pct: u16, stride: u32) -> u32 {
    if speed_pct == 100 {
        return duration;
    }
    let slots = (u64::from(duration) * 100).div_ceil(u64::from(speed_pct.max(1)));
    slots.next_multiple_of(u64::from(stride)).min(u64::from(LENGTH_MAX)) as u32
}

/// Longer than any plan, and far from the end of `u32`.
const LENGTH_MAX: u32 = 1 << 29;

/// The days that count in waits of open days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDays {
    /// Open days, rising.
    open: Box<[u32]>,
}

impl OpenDays {
    /// From the list of open days, in any order.
    pub fn new(mut days: Vec<u32>) -> Self {
        days.sort_unstable();
        days.dedup();
        Self { open: days.into() }
    }

    /// The day `days` open days after `day`; `day` itself when `days` is 0.
    fn target(&self, day: u32, days: u32) -> Option<u32> {
        if days == 0 {
            return Some(day);
        }
        let next = self.open.partition_point(|&open| open <= day);
        self.open.get(next + days as usize - 1).copied()
    }

    /// Same clock time, `days` open days later; an end at midnight belongs to the day before.
    fn after(&self, slots_per_day: u32, end: Slot, days: u32) -> Slot {
        let day = end.saturating_sub(1) / slots_per_day;
        let clock = end - day * slots_per_day;
        self.target(day, days).map_or(NONE, |to| (to * slots_per_day).saturating_add(clock))
    }

    /// An end such that no end up to it passes `start` after the wait.
    ///
    /// Several days may lead to the same open day; the first of them is taken, so the answer is
    /// safe though some later end might also do.
    fn before(&self, slots_per_day: u32, start: Slot, days: u32) -> Option<Slot> {
        let reach = |day: u32| self.target(day, days).is_some_and(|to| to * slots_per_day < start);
        let last = start / slots_per_day;
        let (mut low, mut high) = (0, last + 1);
        while low < high {
            let middle = u32::midpoint(low, high);
            if reach(middle) { low = middle + 1 } else { high = middle }
        }
        let day = low.checked_sub(1)?;
        let to = self.target(day, days)?;
        let mut first = day;
        while first > 0 && self.target(first - 1, days) == Some(to) {
            first -= 1;
        }
        Some(first * slots_per_day + (start - to * slots_per_day).min(slots_per_day))
    }
}

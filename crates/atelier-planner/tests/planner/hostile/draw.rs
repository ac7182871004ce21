//! Draws of hostile problems, the same for each seed on every machine.

use super::LAST;
use crate::dice::Dice;
use atelier_planner::{
    Costs, DAY, Effort, Link, Minute, Mode, Need, Placement, Pressure, Problem, Resource, ResourceId, Span,
    Stock, StockId, Task, TaskId, Use, Wait,
};

pub(super) struct Draw {
    dice: Dice,
    /// One number in so many is a wild one.
    wild: u32,
    people: u32,
    tasks: u32,
}

impl Draw {
    pub(super) fn new(dice: Dice, wild: u32) -> Self {
        Self { dice, wild, people: 0, tasks: 0 }
    }

    pub(super) fn effort(&mut self) -> Effort {
        Effort { rounds: self.dice.pick(&[0, 0, 20]), seed: 1, threads: 1 }
    }

    pub(super) fn problem(&mut self) -> Problem {
        self.people = self.dice.below(4);
        self.tasks = self.dice.below(7);
        let horizon = if self.dice.one_in(40) { LAST } else { 3 * DAY };
        let (times, days) = (self.number(2), self.number(2));
        Problem {
            grid: self.dice.pick(&[1, 15, 60, 60, 60, 1_440]).max(self.odd()),
            horizon: self.or_wild(horizon),
            open_days: (0..self.dice.below(4)).map(|_| self.dice.one_in(2)).collect(),
            resources: (0..self.people).map(|_| self.resource()).collect(),
            stocks: (0..self.dice.below(2)).map(|_| Stock { capacity: self.number(3) }).collect(),
            tasks: (0..self.tasks).map(|id| self.task(id)).collect(),
            pressure: self.dice.one_in(3).then_some(Pressure { times, days }),
            costs: self.costs(),
        }
    }

    /// Below `sides`, or anything.
    fn number(&mut self, sides: u32) -> u32 {
        let usual = self.dice.below(sides);
        self.or_wild(usual)
    }

    fn or_wild(&mut self, usual: u32) -> u32 {
        let wild = [0, 1, 2, DAY, LAST - 1, LAST, LAST + 1, 1 << 28, 1 << 31, u32::MAX - 1, u32::MAX];
        if self.dice.one_in(self.wild * 4) { self.dice.pick(&wild) } else { usual }
    }

    /// Mostly 0.
    fn odd(&mut self) -> u32 {
        if self.dice.one_in(self.wild) { self.number(100) } else { 0 }
    }

    fn costs(&mut self) -> Costs {
        let unplaced = self.dice.pick(&[0, 20_000, 1_500_000]);
        if self.dice.one_in(self.wild) {
            let price =
                self.dice.pick(&[u64::from(u32::MAX), u64::from(u32::MAX) + 1, 1 << 50, 1 << 60, u64::MAX]);
            return Costs { unplaced: price, switch: u64::from(self.number(9)), trip: 0, moved: price };
        }
        Costs { unplaced, switch: u64::from(self.number(9)), trip: u64::from(self.number(9)), moved: 0 }
    }

    fn spans(&mut self, most: u32) -> Vec<Span> {
        let mut start: Minute = self.dice.pick(&[0, 480, 540]);
        (0..self.dice.below(most + 1))
            .map(|_| {
                let end = start.saturating_add(self.dice.pick(&[1, 60, 180, 600]));
                let span = Span { start: self.or_wild(start), end: self.or_wild(end) };
                start = end.saturating_add(self.dice.pick(&[1, 60, 900]));
                span
            })
            .collect()
    }

    fn resource(&mut self) -> Resource {
        let allowance = self.dice.one_in(4);
        let days = self.dice.below(5);
        Resource {
            windows: self.spans(6),
            day_allowance: allowance.then(|| (0..days).map(|_| self.number(300)).collect()),
            pace: {
                let usual = self.dice.pick(&[100, 100, 1, 37, 9_999, 10_000]);
                self.or_wild(usual)
            },
        }
    }

    fn needs(&mut self) -> Vec<Need> {
        let count = self.dice.pick(&[0, 1, 1, 1, 2, 3]);
        (0..count)
            .map(|_| Need { candidates: (0..self.dice.below(4)).map(|_| self.who()).collect() })
            .collect()
    }

    /// Somebody, often named twice.
    fn who(&mut self) -> ResourceId {
        let people = self.people;
        ResourceId(self.number(people))
    }

    fn length(&mut self) -> Minute {
        let usual = self.dice.pick(&[1, 15, 60, 60, 60, 90, 120, 4_000]);
        self.or_wild(usual)
    }

    fn task(&mut self, id: u32) -> Task {
        let needs = self.needs();
        let mode = |draw: &mut Self| {
            let (duration, needs, cost) = (draw.length(), draw.needs(), draw.number(90));
            Mode { duration, needs, cost, site: (cost % 3 == 0).then_some(cost % 2) }
        };
        let modes: Vec<Mode> = (0..self.dice.pick(&[0, 0, 0, 1, 2])).map(|_| mode(self)).collect();
        let alone = needs.len() < 2 && modes.iter().all(|mode| mode.needs.len() < 2);
        let (due, windows, named) = (self.dice.one_in(2), self.dice.one_in(4), self.dice.one_in(3));
        let pinned = self.dice.one_in(9).then(|| self.pin(id, &needs));
        Task {
            duration: self.length(),
            needs,
            release: self.odd(),
            due: due.then(|| self.number(3 * DAY)),
            windows: windows.then(|| self.spans(3)),
            after: (0..self.dice.pick(&[0, 0, 1, 2])).filter_map(|_| self.link(id)).collect(),
            pinned,
            split: self.dice.one_in(4) && (alone || self.dice.one_in(self.wild)),
            modes,
            weight: self.number(4),
            case: named.then(|| self.number(2)),
            site: named.then(|| self.number(2)),
            contact: named.then(|| self.number(2)),
            uses: (0..self.dice.pick(&[0, 0, 0, 1, 2]))
                .map(|_| Use { stock: StockId(self.number(1)), amount: self.number(3) })
                .collect(),
        }
    }

    /// Mostly to a task before; now and then to any, itself or one that is not there.
    fn link(&mut self, id: u32) -> Option<Link> {
        let tasks = self.tasks;
        let before = if self.dice.one_in(self.wild) { self.number(tasks) } else { self.dice.below(id) };
        let wait = if self.dice.one_in(3) {
            Wait::OpenDays(self.number(3))
        } else {
            Wait::Elapsed(self.number(400))
        };
        let least = match wait {
            Wait::Elapsed(minutes) => minutes,
            Wait::OpenDays(days) => days.saturating_mul(DAY),
        };
        let most = least.saturating_add(self.dice.pick(&[0, 60, DAY, u32::MAX]));
        let at_most = self.dice.one_in(3).then(|| self.or_wild(most));
        (id > 0 || before != 0).then_some(Link { task: TaskId(before), wait, at_most })
    }

    /// Anywhere, with somebody named twice if it happens.
    fn pin(&mut self, id: u32, needs: &[Need]) -> Placement {
        let start = self.number(2 * DAY);
        let end = start.saturating_add(self.dice.pick(&[1, 60, 700, 5_000]));
        let who = needs.iter().map(|_| self.who()).collect();
        let (task, mode) = (TaskId(self.or_wild(id)), self.or_wild(0));
        Placement { task, span: Span { start, end: self.or_wild(end) }, who, mode }
    }
}

//! Which of the candidates takes a task: cheap, soon, and with few probes.

use std::collections::HashMap;

use super::parts::Parts;
use crate::board::{Board, Candidate, Window};
use crate::model::{Costs, Model, NONE, Slot, Task};

/// Candidates of a pool up to which everybody is asked.
pub(super) const SMALL: usize = 64;
/// People asked of a larger pool before the best of them is taken.
const SAMPLE: usize = 12;
/// Slots by which a later end is accepted for each unit of cost saved.
const PATIENCE: i64 = 16;
/// People of a case that are remembered.
const KNOWN: usize = 8;

/// What is known of each pool.
pub(super) struct Pools<'m> {
    model: &'m Model,
    /// The fastest of each pool.
    fastest: Vec<u32>,
    /// Have all the people of the pool the same hours and speed?
    alike: Vec<bool>,
}

impl<'m> Pools<'m> {
    pub fn new(model: &'m Model) -> Self {
        let speed = |person: &&u32| model.people[**person as usize].speed_pct;
        let fastest = |pool: &[u32]| pool.iter().max_by_key(speed).copied().unwrap_or(NONE);
        let same = |a: u32, b: u32| {
            let (a, b) = (&model.people[a as usize], &model.people[b as usize]);
            a.calendar == b.calendar && a.speed_pct == b.speed_pct
        };
        Self {
            model,
            fastest: model.pools.iter().map(|pool| fastest(pool)).collect(),
            alike: model.pools.iter().map(|pool| pool.iter().all(|&person| same(pool[0], person))).collect(),
        }
    }
}

/// Chooses among the candidates; remembers where there is no room left.
pub(super) struct Picker<'a, 'm> {
    pools: &'a Pools<'m>,
    /// The part whose people large pools are restricted to.
    part: Option<(&'a Parts, usize)>,
    /// `None`: remembers nothing, since time is set free again and again.
    full: Option<Full>,
}

impl<'a, 'm> Picker<'a, 'm> {
    pub fn new(pools: &'a Pools<'m>) -> Self {
        Self { pools, part: None, full: Some(Full::default()) }
    }

    /// One that takes nothing for known.
    pub fn forgetful(pools: &'a Pools<'m>) -> Self {
        Self { pools, part: None, full: None }
    }

    /// One that asks only the people of a part.
    pub fn within(pools: &'a Pools<'m>, parts: &'a Parts, part: usize) -> Self {
        Self { pools, part: Some((parts, part)), full: Some(Full::default()) }
    }

    fn pool(&self, pool: u32) -> &'a [u32] {
        match self.part {
            Some((parts, part)) => parts.pool(self.pools.model, part, pool),
            None => &self.pools.model.pools[pool as usize],
        }
    }

    /// A good place for `task` inside `window`; `None` when nobody has room.
    pub fn pick(&mut self, board: &Board, task: u32, window: &Window) -> Option<Candidate> {
        let record = &self.pools.model.tasks[task as usize];
        if record.rich != NONE || record.pool == NONE {
            return board.best(task, window);
        }
        let pool = self.pool(record.pool);
        if pool.len() > SAMPLE && self.full.as_ref().is_some_and(|full| full.knows(record, window)) {
            return None;
        }
        let mut hunt = Hunt::new(board, self.pools.model, task, window);
        if pool.len() > SMALL {
            let first = (task as usize).wrapping_mul(0x9E37_79B1) % pool.len();
            let (after, before) = (&pool[first..], &pool[..first]);
            hunt.ask_some(after.iter().chain(before), SAMPLE);
        } else {
            let fastest = self.pools.fastest[record.pool as usize];
            let least = if fastest == NONE { 0 } else { self.pools.model.need(task, fastest) };
            hunt.soonest = window.from + least;
            if self.pools.alike[record.pool as usize] && !pool.is_empty() {
                hunt.soonest = board.soonest(task, pool[0], window.from).unwrap_or(NONE);
            }
            hunt.ask_all(pool);
        }
        let found = hunt.found();
        let whole = window.latest_start == NONE && window.earliest_end == 0;
        if found.is_none() && pool.len() > SAMPLE && whole && self.full.is_some() {
            let from = self.full_since(board, task, pool, window);
            let failed = Window { from, ..*window };
            self.full.iter_mut().for_each(|full| full.learn(record, &failed));
        }
        found
    }

    /// How far before the opening of `window` the pool has no room either, by steps of 1, 2, 4… days.
    fn full_since(&self, board: &Board, task: u32, pool: &[u32], window: &Window) -> Slot {
        let mut since = *window;
        let mut step = self.pools.model.slots_per_day;
        while step <= window.from {
            let earlier = Window { from: window.from - step, ..*window };
            if pool.iter().any(|&person| board.fit(task, person, &earlier).is_some()) {
                break;
            }
            since = earlier;
            step *= 2;
        }
        since.from
    }
}

/// Where a large pool had no room: what asks for as much in less time need not be tried again.
///
/// Time set free later, when a chain moves, is not seen here: a place may be missed, none is
/// promised wrongly.
#[derive(Default)]
struct Full(HashMap<(u32, bool), Vec<Failure>>);

/// No room for work of `duration` slots between two dates.
#[derive(Clone, Copy)]
struct Failure {
    from: Slot,
    until: Slot,
    duration: u32,
}

impl Full {
    /// Failures remembered for each pool.
    const KEPT: usize = 32;

    fn knows(&self, record: &Task, window: &Window) -> bool {
        let says = |failure: &Failure| {
            window.from >= failure.from
                && window.latest_end <= failure.until
                && record.duration >= failure.duration
        };
        self.0.get(&(record.pool, record.splits())).is_some_and(|failures| failures.iter().any(says))
    }

    fn learn(&mut self, record: &Task, window: &Window) {
        let failures = self.0.entry((record.pool, record.splits())).or_default();
        let new = Failure { from: window.from, until: window.latest_end, duration: record.duration };
        failures.retain(|old| old.from < new.from || old.until > new.until || old.duration < new.duration);
        if failures.len() == Self::KEPT {
            failures.remove(0);
        }
        failures.push(new);
    }
}

/// The search for one task.
struct Hunt<'a, 'm> {
    board: &'a Board<'m>,
    task: u32,
    window: Window,
    costs: Costs,
    /// People already on the case.
    known: [u32; KNOWN],
    known_len: usize,
    /// No end is earlier.
    soonest: Slot,
    best: Option<(i64, Slot, Slot, u32)>,
}

impl<'a, 'm> Hunt<'a, 'm> {
    fn new(board: &'a Board<'m>, model: &Model, task: u32, window: &Window) -> Self {
        let mut hunt = Self {
            board,
            task,
            window: *window,
            costs: model.costs,
            known: [NONE; KNOWN],
            known_len: 0,
            soonest: 0,
            best: None,
        };
        let case = model.tasks[task as usize].case;
        if case != NONE && model.costs.switch > 0 {
            for &other in model.cases.of(case) {
                hunt.know(board.seat(other).person);
            }
        }
        hunt
    }

    fn know(&mut self, person: u32) {
        if person != NONE && self.known_len < KNOWN && !self.known[..self.known_len].contains(&person) {
            self.known[self.known_len] = person;
            self.known_len += 1;
        }
    }

    /// Does a person of the case already know it? Nobody does when there is nobody on it.
    fn is_known(&self, person: u32) -> bool {
        self.known_len == 0 || self.known[..self.known_len].contains(&person)
    }

    fn surcharge(&self, known: bool) -> i64 {
        if known { 0 } else { PATIENCE * i64::from(self.costs.switch) }
    }

    fn score(&self, end: Slot, known: bool) -> i64 {
        let late = self.board.model().tasks[self.task as usize].lateness(end);
        PATIENCE * late + i64::from(end) + self.surcharge(known)
    }

    /// Asks one person; `true` when nobody can do better any more.
    fn ask(&mut self, person: u32, known: bool) -> bool {
        let mut window = self.window;
        if let Some((score, ..)) = self.best {
            // A later end than this scores no better.
            let limit = (score - self.surcharge(known) - 1).clamp(0, i64::from(NONE)) as Slot;
            window.latest_end = window.latest_end.min(limit);
        }
        if let Some((start, end)) = self.board.fit(self.task, person, &window) {
            let score = self.score(end, known);
            if self.best.is_none_or(|(best, ..)| score < best) {
                self.best = Some((score, start, end, person));
            }
        }
        self.best.is_some_and(|(_, _, end, _)| end <= self.soonest)
    }

    /// Everybody, those of the case first.
    fn ask_all(&mut self, pool: &[u32]) {
        for known in [true, false] {
            if let Some((score, ..)) = self.best
                && score <= self.score(self.soonest, known)
            {
                return;
            }
            for &person in pool {
                if self.is_known(person) == known && self.ask(person, known) {
                    break;
                }
            }
        }
    }

    /// A few, and all the others only when none of them has room.
    fn ask_some<'p>(&mut self, pool: impl Iterator<Item = &'p u32>, few: usize) {
        for (asked, &person) in pool.enumerate() {
            let known = self.is_known(person);
            self.ask(person, known);
            let best = self.best.is_some();
            let at_once = self.best.is_some_and(|(_, start, ..)| start < self.window.from.saturating_add(8));
            if at_once || (best && asked >= few) {
                return;
            }
        }
    }

    fn found(&self) -> Option<Candidate> {
        self.best.map(|(_, start, end, person)| self.board.candidate(self.task, person, start, end))
    }
}

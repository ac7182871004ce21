//! Making room: a task displaces what weighs less, when all that follows costs less than doing without.

use super::change::Why;
use super::work::Work;
use crate::board::Window;
use crate::model::{NONE, Slot};

/// People of a pool who are asked to make room, and tasks of each, at most.
const ASKED: usize = 16;
const ASKED_EACH: usize = 48;
/// Trials weighed that cost as much as one probe.
const GLANCES: usize = 4;

/// What a trial must do better than.
#[derive(Clone, Copy)]
struct Limit {
    cost: i64,
    moves: usize,
    /// When the task ends in the plain way; `None`: it finds no place.
    end: Option<Slot>,
}

/// A trial: `victims` of `person` make room.
#[derive(Clone, Copy)]
struct Trial {
    person: u32,
    victims: [Option<u32>; 2],
}

/// A trial that succeeded, and on what terms it was done.
#[derive(Clone, Copy)]
struct Found {
    trial: Trial,
    probes: u32,
    ceiling: i64,
}

impl Work<'_, '_> {
    /// Puts `task` in the plain way or by displacing others, whichever costs less in the end.
    pub fn place_well(&mut self, task: u32, depth: u8) -> bool {
        let price = i64::from(self.board.model().tasks[task as usize].unplaced);
        let without = self.cost();
        let mark = self.mark();
        let plain = self.place(task);
        let added = if plain { self.cost() - without + price } else { price };
        if depth == 0 || added <= i64::from(self.terms.worth) || !self.plain(task) {
            return plain;
        }
        // Others make room for others only when the task is lost otherwise.
        let depth = if added >= price { depth } else { 1 };
        let least = if plain { self.cost() } else { without };
        let lost = added >= price;
        let moves = if lost { usize::MAX } else { self.allowance().max(self.trace.moves.count) };
        let seat = self.seat(task);
        let limit = Limit { cost: least, moves, end: plain.then_some(seat.end) };
        self.undo_to(mark);
        let brief = std::mem::replace(&mut self.brief, true);
        let found = self.displace(task, limit, depth);
        let made_room = found.is_some_and(|found| self.again(task, found, depth - 1));
        self.brief = brief;
        made_room || plain && (self.place_at(task, seat) || self.place(task))
    }

    /// Puts a placed task elsewhere when that lowers the cost; says whether it did.
    pub fn improve(&mut self, task: u32) -> bool {
        let (before, mark) = (self.cost(), self.mark());
        let most = self.allowance().max(self.trace.moves.count);
        let brief = std::mem::replace(&mut self.brief, true);
        self.take(task, Why::Room);
        let better = self.place_well(task, 1) && self.cost() < before && self.trace.moves.count <= most;
        if !better {
            self.undo_to(mark);
        }
        self.brief = brief;
        better
    }

    /// The trial that brings the cost lowest, if any brings it below `limit.cost` with so many moves. The
    /// trials stop when the event has made as many probes as it may.
    fn displace(&mut self, task: u32, limit: Limit, depth: u8) -> Option<Found> {
        let window = self.slack(task).or_else(|| self.loose(task))?;
        let (mark, ceiling) = (self.mark(), self.ceiling);
        let aside = self.cost() - self.hope();
        let (mut least, mut best) = (limit.cost, None);
        let trials = if self.spent() { Vec::new() } else { self.trials(task, &window, limit.end) };
        for trial in trials {
            if self.spent() {
                break;
            }
            let probes = self.trace.probes.get();
            self.ceiling = ceiling.min(least - aside);
            let found = Found { trial, probes, ceiling: self.ceiling };
            let done = self.attempt(task, trial, depth - 1);
            if done && self.cost() < least && self.trace.moves.count <= limit.moves {
                least = self.cost();
                best = Some(found);
            }
            self.undo_to(mark);
        }
        self.ceiling = ceiling;
        if self.spent() && ceiling == i64::MAX {
            self.trace.untried.push(task);
        }
        best
    }

    /// Does a trial again, as it was done.
    fn again(&mut self, task: u32, found: Found, depth: u8) -> bool {
        let (probes, ceiling) = (self.trace.probes.get(), self.ceiling);
        self.trace.probes.set(found.probes);
        self.ceiling = found.ceiling;
        let done = self.attempt(task, found.trial, depth);
        self.trace.probes.set(probes);
        self.ceiling = ceiling;
        done
    }

    /// What could make room: each movable task inside `window`, alone and with the next, the most
    /// promising first. `end`: when `task` would end otherwise, if it would.
    fn trials(&self, task: u32, window: &Window, end: Option<Slot>) -> Vec<Trial> {
        let model = self.board.model();
        let latest = window.latest_end.min(window.latest_start.saturating_add(1)).min(end.unwrap_or(NONE));
        let mut scored = Vec::new();
        for &person in model.pool(task).iter().take(ASKED) {
            let need = model.need(task, person);
            let tasks = self.board.busy(person, window.from, latest).take(ASKED_EACH);
            let movable: Vec<u32> = tasks.filter(|&other| self.movable(other)).collect();
            for (at, &first) in movable.iter().enumerate() {
                let soonest = self.seat(first).start.max(window.from) + need;
                let gain = end.map_or(0, |end| self.late_by(task, end) - self.late_by(task, soonest));
                let alone = gain - self.loss(first, end.unwrap_or(latest));
                scored.push((alone, Trial { person, victims: [Some(first), None] }));
                if let Some(&next) = movable.get(at + 1) {
                    let both = alone - self.loss(next, end.unwrap_or(latest));
                    scored.push((both, Trial { person, victims: [Some(first), Some(next)] }));
                }
            }
        }
        self.probed(scored.len() / GLANCES);
        scored.retain(|&(score, _)| end.is_none() || score > 0);
        scored.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
        scored.into_iter().take(self.terms.trials as usize).map(|(_, trial)| trial).collect()
    }

    fn late_by(&self, task: u32, end: Slot) -> i64 {
        self.board.model().tasks[task as usize].lateness(end)
    }

    /// What `victim` would roughly lose by ending at `end` instead.
    fn loss(&self, victim: u32, end: Slot) -> i64 {
        self.late_by(victim, end) - self.lateness(victim)
    }

    fn attempt(&mut self, task: u32, trial: Trial, depth: u8) -> bool {
        let victims: Vec<u32> = trial.victims.into_iter().flatten().collect();
        for &victim in &victims {
            self.take(victim, Why::Displaced(task));
        }
        let window = self.slack(task).or_else(|| self.loose(task));
        let found = window.and_then(|window| {
            let (start, end) = self.board.fit(task, trial.person, &window)?;
            Some(self.board.candidate(task, trial.person, start, end))
        });
        let Some(found) = found else { return false };
        self.put(task, &found);
        let mut out = victims;
        let upset: Vec<u32> = self.upset(task).collect();
        for next in upset {
            self.take(next, Why::Pushed(task));
            out.push(next);
        }
        self.settle(out, depth)
    }
}

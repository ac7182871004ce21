//! A complete search that learns: either a shorter schedule or the proof that there is none.

mod analyse;
mod choice;
mod nogoods;
mod table;
mod trail;

use super::island::Best;
use super::net::{Net, Way};
use analyse::Lesson;
use choice::Questions;
use nogoods::Nogoods;
use table::Table;
use trail::{Bound, Clash, Reason, Trail};

/// Supposes bounds on starts one after the other, draws what follows, and from each clash learns
/// bounds that may never hold together again.
///
/// Source: lazy clause generation, Ohrimenko, Stuckey and Codish 2009; on projects Schutt, Feydy,
/// Stuckey and Wallace 2011.
#[derive(Debug)]
pub(super) struct Learner<const W: usize> {
    trail: Trail,
    /// Of each side, the sides that are at least so many periods more.
    arcs: Vec<Vec<(u32, i32)>>,
    table: Table<W>,
    nogoods: Nogoods,
    questions: Questions,
    lesson: Lesson,
    tails: Vec<u32>,
    manner: Manner,
    /// First entry of the trail from which nothing was drawn yet.
    read: usize,
    /// The schedule to beat; its starts answer the questions.
    best: Best,
    /// Clashes met in all, and the count at which to begin anew.
    pub(super) clashes: u64,
    restart: u64,
    restarts: u64,
    keep: usize,
    over: bool,
}

/// How a question is answered at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// As in the best schedule.
    AsBest,
    /// The activity starts before the value asked about.
    Early,
    /// It starts no earlier than the value asked about.
    Late,
}

/// Clashes before the search first begins anew.
const RESTART: u64 = 60;
/// Nogoods kept at first, and how many more each time half of them are forgotten.
const KEPT: usize = 3_000;
const KEPT_MORE: usize = 500;

impl<const W: usize> Learner<W> {
    /// To beat a schedule.
    pub(super) fn new(net: &Net<W>, best: Best, manner: Manner) -> Self {
        let (heads, tails) = (net.heads(Way::Forwards), net.heads(Way::Backwards));
        let horizon = best.makespan;
        let latest = |one: usize| horizon as i32 - (tails[one] + net.durations[one]) as i32;
        let least = (0..net.len()).flat_map(|one| [heads[one] as i32, -latest(one)]).collect();
        let mut learner = Self {
            trail: Trail::new(least),
            arcs: arcs(net),
            table: Table::new(net, horizon),
            nogoods: Nogoods::new(2 * net.len()),
            questions: Questions::new(net.len(), horizon as usize + 2),
            lesson: Lesson::default(),
            tails,
            manner,
            read: 0,
            best: Best { starts: best.starts.clone(), makespan: horizon },
            clashes: 0,
            restart: RESTART,
            restarts: 0,
            keep: KEPT,
            over: false,
        };
        learner.over = learner.shorten(net, best).is_err();
        learner
    }

    /// The shortest schedule known.
    pub(super) fn best(&self) -> &Best {
        &self.best
    }

    /// Whether no schedule is shorter than [`Self::best`].
    pub(super) fn over(&self) -> bool {
        self.over
    }

    /// From now on only a shorter schedule than this one counts.
    pub(super) fn welcome(&mut self, net: &Net<W>, best: &Best) {
        if best.makespan < self.best.makespan && !self.over {
            self.over = self.shorten(net, best.clone()).is_err();
        }
    }

    fn shorten(&mut self, net: &Net<W>, best: Best) -> Result<(), Clash> {
        self.back_to(0);
        self.best = best;
        for one in 0..net.len() {
            let after = self.tails[one] + net.durations[one];
            let latest = self.best.makespan as i32 - 1 - after as i32;
            self.trail.raise(Bound::until(one, latest), Reason::Free)?;
        }
        self.draw(net)
    }

    /// Searches until it is over, `quota` clashes in all, or `stop`.
    pub(super) fn run(&mut self, net: &Net<W>, quota: u64, stop: &dyn Fn() -> bool) {
        let mut steps = 0_u64;
        while !self.over && self.clashes < quota {
            steps += 1;
            if steps.is_multiple_of(64) && stop() {
                return;
            }
            if self.clashes >= self.restart {
                self.begin_anew();
            }
            let outcome = match self.next_question() {
                Some(bound) => {
                    self.trail.suppose(bound);
                    self.draw(net)
                }
                None => self.found(net),
            };
            if outcome.is_err() {
                self.over = self.learn(net).is_err();
            }
        }
    }

    fn begin_anew(&mut self) {
        self.back_to(0);
        self.restarts += 1;
        self.restart = self.clashes + RESTART * luby(self.restarts);
        if self.nogoods.len() > self.keep {
            self.nogoods.forget_half();
            self.keep += KEPT_MORE;
        }
    }

    fn back_to(&mut self, level: u32) {
        let questions = &mut self.questions;
        self.trail.back_to(level, |side, before, after| questions.reopen(side, before, after));
        self.read = self.read.min(self.trail.entries.len());
    }

    /// The hottest question still open, answered as in the best schedule; else the earliest start
    /// of whoever may start first. `None`: every start is known.
    fn next_question(&mut self) -> Option<Bound> {
        while let Some((one, value)) = self.questions.pop() {
            let open = self.trail.from(one) < value && value <= self.trail.until(one);
            if open {
                let later = match self.manner {
                    Manner::AsBest => self.best.starts[one] as i32 >= value,
                    Manner::Early => false,
                    Manner::Late => true,
                };
                let bound = Bound::from(one, value);
                return Some(if later { bound } else { bound.not() });
            }
        }
        let open = (0..self.tails.len()).filter(|&one| self.trail.from(one) < self.trail.until(one));
        let first = open.min_by_key(|&one| (self.trail.from(one), self.trail.until(one)))?;
        Some(Bound::until(first, self.trail.from(first)))
    }

    /// Draws all that follows.
    fn draw(&mut self, net: &Net<W>) -> Result<(), Clash> {
        loop {
            while let Some(entry) = self.trail.entries.get(self.read) {
                let side = entry.bound.side;
                self.read += 1;
                let value = self.trail.least(side);
                for &(next, plus) in &self.arcs[side as usize] {
                    let bound = Bound { side: next, value: value + plus };
                    self.trail.raise(bound, Reason::Arc { side, plus })?;
                }
                self.nogoods.follow(&mut self.trail, side)?;
                self.table.follow(net, &mut self.trail, side)?;
            }
            self.table.sweep(net, &mut self.trail)?;
            if self.read == self.trail.entries.len() {
                return Ok(());
            }
        }
    }

    /// Every start is known: a shorter schedule.
    fn found(&mut self, net: &Net<W>) -> Result<(), Clash> {
        let starts: Vec<u32> = (0..net.len()).map(|one| self.trail.from(one) as u32).collect();
        let ends = starts.iter().zip(&net.durations).map(|(start, duration)| start + duration);
        let makespan = ends.max().unwrap_or(0);
        self.shorten(net, Best { starts, makespan })
    }

    /// Learns from the clash, goes back and draws what follows, as long as it clashes again.
    ///
    /// Fails when nothing was supposed: nothing is shorter.
    fn learn(&mut self, net: &Net<W>) -> Result<(), Clash> {
        loop {
            self.clashes += 1;
            let levels = self.trail.clash.iter().map(|&bound| {
                let entry = self.trail.origin(bound);
                self.trail.entries[entry].level
            });
            let level = levels.max().unwrap_or(0);
            if level == 0 {
                return Err(Clash);
            }
            self.back_to(level);
            self.lesson.read(&self.trail, &self.nogoods, &mut self.questions);
            self.questions.cool();
            self.back_to(self.lesson.level);
            let bounds = &self.lesson.bounds;
            let reason = match bounds.len() {
                1 => Reason::Free,
                _ => Reason::Nogood(self.nogoods.add(bounds, self.lesson.levels)),
            };
            let raised = self.trail.raise(bounds[0], reason);
            if raised.is_ok() && self.draw(net).is_ok() {
                return Ok(());
            }
        }
    }
}

/// For each side, what its value says of others: starts of successors, and, signs changed, of predecessors.
fn arcs<const W: usize>(net: &Net<W>) -> Vec<Vec<(u32, i32)>> {
    let mut arcs = Vec::with_capacity(2 * net.len());
    for one in 0..net.len() {
        let after = net.before(Way::Backwards).of(one).iter();
        arcs.push(after.map(|&next| (2 * next, net.durations[one] as i32)).collect());
        let before = net.before(Way::Forwards).of(one).iter();
        arcs.push(before.map(|&other| (2 * other + 1, net.durations[other as usize] as i32)).collect());
    }
    arcs
}

/// The sequence 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 …
///
/// Source: Luby, Sinclair and Zuckerman 1993.
fn luby(mut place: u64) -> u64 {
    loop {
        let size = (place + 1).next_power_of_two();
        if size == place + 1 {
            return size / 2;
        }
        place -= size / 2 - 1;
    }
}

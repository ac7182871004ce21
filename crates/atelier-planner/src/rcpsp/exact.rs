//! A complete search for small projects: either a shorter schedule or the proof that there is none.

use super::island::Best;
use super::net::{Net, Way};
use super::seen::Seen;
use super::serial::{Builder, turn};

/// Most activities: a set of them is one word.
pub(super) const MOST: usize = 64;

/// Depth first over time: at each end of an activity, every choice of those that may start.
///
/// Only schedules in which nothing could start earlier are kept; a state is left when the critical
/// path or the work left reaches the best makespan, or when the same activities were started before
/// and all ended no later.
/// Source: Demeulemeester and Herroelen 1992 and 1997 (cutset dominance), Sprecher 2000.
pub(super) struct Exact<'a, const W: usize> {
    net: &'a Net<W>,
    way: Way,
    builder: Builder<W>,
    tails: Vec<u32>,
    /// Activities, longest tail first.
    by_tail: Vec<usize>,
    starts: Vec<u32>,
    started: u64,
    seen: Seen,
    limit: u64,
    stop: &'a (dyn Fn() -> bool + Sync),
    /// States visited.
    pub(super) nodes: u64,
    /// Shorter than the makespan it began with; counted forwards.
    found: Option<Vec<u32>>,
    makespan: u32,
    floor: u32,
    cut: bool,
}

impl<'a, const W: usize> Exact<'a, W> {
    /// To beat `makespan`, content with `floor`, within `limit` states.
    pub(super) fn new(
        net: &'a Net<W>,
        way: Way,
        (makespan, floor): (u32, u32),
        limit: u64,
        stop: &'a (dyn Fn() -> bool + Sync),
    ) -> Self {
        let tails = match way {
            Way::Forwards => net.heads(Way::Backwards),
            Way::Backwards => net.heads(Way::Forwards),
        };
        let mut by_tail: Vec<usize> = (0..net.len()).collect();
        by_tail.sort_by_key(|&one| std::cmp::Reverse(tails[one]));
        Self {
            net,
            way,
            builder: Builder::new(net),
            tails,
            by_tail,
            starts: vec![0; net.len()],
            started: 0,
            seen: Seen::default(),
            limit,
            stop,
            nodes: 0,
            found: None,
            makespan,
            floor,
            cut: false,
        }
    }

    /// The shortest, counted forwards, if it beats the makespan to beat.
    pub(super) fn best(&self) -> Option<Best> {
        Some(Best { starts: self.found.clone()?, makespan: self.makespan })
    }

    /// Searches; afterwards [`Self::complete`] tells whether nothing is shorter than [`Self::makespan`].
    pub(super) fn run(&mut self) {
        self.at(0);
    }

    pub(super) fn complete(&self) -> bool {
        !self.cut
    }

    fn done(&mut self) -> bool {
        if self.nodes >= self.limit || (self.nodes.is_multiple_of(256) && (self.stop)()) {
            self.cut = true;
        }
        self.cut || self.makespan <= self.floor
    }

    fn has(&self, one: usize) -> bool {
        self.started >> one & 1 == 1
    }

    fn end(&self, one: usize) -> u32 {
        self.starts[one] + self.net.durations[one]
    }

    /// Every choice at an instant at which something ends.
    fn at(&mut self, now: u32) {
        self.nodes += 1;
        if self.done() {
            return;
        }
        let whole = if self.net.len() == MOST { u64::MAX } else { (1 << self.net.len()) - 1 };
        if self.started == whole {
            self.record();
            return;
        }
        if self.bound(now) >= self.makespan || self.somebody_waited_for_nothing(now) {
            return;
        }
        let ends: Vec<u32> =
            (0..self.net.len()).map(|one| if self.has(one) { self.end(one) } else { 0 }).collect();
        if self.seen.dominates(self.started, now, &ends) {
            return;
        }
        let state = self.started;
        let ready = self.ready(now);
        if let Some(&point) = ready.iter().find(|&&one| self.net.durations[one] == 0) {
            // Takes no time and no unit: nothing is gained by waiting.
            self.starts[point] = now;
            self.started |= 1 << point;
            self.at(now);
            self.started &= !(1 << point);
        } else {
            self.choose(now, &ready);
        }
        if !self.cut {
            self.seen.add(state, now, &ends);
        }
    }

    /// May start now as far as the order goes, longest rest first.
    fn ready(&self, now: u32) -> Vec<usize> {
        let before = self.net.before(self.way);
        let free = |&other: &u32| self.has(other as usize) && self.end(other as usize) <= now;
        let may = |&one: &usize| !self.has(one) && before.of(one).iter().all(free);
        let mut ready: Vec<usize> = (0..self.net.len()).filter(may).collect();
        ready.sort_by_key(|&one| std::cmp::Reverse(self.tails[one] + self.net.durations[one]));
        ready
    }

    /// Each of `ready` starts now, or not before something else ends.
    fn choose(&mut self, now: u32, ready: &[usize]) {
        let Some((&one, others)) = ready.split_first() else {
            let ends = (0..self.net.len()).filter(|&one| self.has(one)).map(|one| self.end(one));
            if let Some(next) = ends.filter(|&end| end > now).min() {
                self.at(next);
            }
            return;
        };
        if self.builder.fit(self.net, one, now) == now && !self.could_be_earlier(one, now) {
            self.starts[one] = now;
            self.started |= 1 << one;
            self.builder.take(self.net, one, now);
            self.choose(now, others);
            self.builder.give(self.net, one, now);
            self.started &= !(1 << one);
        }
        if !self.cut && self.makespan > self.floor {
            self.choose(now, others);
        }
    }

    fn could_be_earlier(&self, one: usize, now: u32) -> bool {
        let before = self.net.before(self.way).of(one);
        let earliest = before.iter().map(|&other| self.end(other as usize)).max().unwrap_or(0);
        self.builder.fit(self.net, one, earliest) < now
    }

    /// Whether something not started could have started and ended already.
    fn somebody_waited_for_nothing(&self, now: u32) -> bool {
        let before = self.net.before(self.way);
        (0..self.net.len()).filter(|&one| !self.has(one)).any(|one| {
            let mut known = before.of(one).iter().map(|&other| other as usize);
            let duration = self.net.durations[one];
            let earliest =
                known.try_fold(0, |last: u32, other| self.has(other).then(|| last.max(self.end(other))));
            earliest.is_some_and(|earliest| {
                earliest + duration <= now && self.builder.fit(self.net, one, earliest) + duration <= now
            }) && duration > 0
        })
    }

    /// No completion of the state ends earlier: chains, and the work left behind each tail.
    fn bound(&self, now: u32) -> u32 {
        let mut bound = 0;
        let mut ends = self.starts.clone();
        let place = |turn: usize| match self.way {
            Way::Forwards => turn,
            Way::Backwards => self.net.len() - 1 - turn,
        };
        for one in (0..self.net.len()).map(place) {
            if self.has(one) {
                ends[one] = self.end(one);
            } else {
                let before = self.net.before(self.way).of(one);
                let earliest = before.iter().map(|&other| ends[other as usize]).max().unwrap_or(0).max(now);
                ends[one] = earliest + self.net.durations[one];
            }
            bound = bound.max(ends[one] + self.tails[one]);
        }
        for (resource, &capacity) in self.net.capacities.iter().enumerate() {
            let mut work = 0_u64;
            for &one in &self.by_tail {
                let left =
                    if self.has(one) { self.end(one).saturating_sub(now) } else { self.net.durations[one] };
                let units = self.net.units[one][resource];
                if left > 0 && units > 0 {
                    work += u64::from(left) * u64::from(units);
                    let spread = work.div_ceil(u64::from(capacity)) as u32;
                    bound = bound.max(now + spread + self.tails[one]);
                }
            }
        }
        bound
    }

    fn record(&mut self) {
        let makespan = (0..self.net.len()).map(|one| self.end(one)).max().unwrap_or(0);
        if makespan < self.makespan {
            self.makespan = makespan;
            let mut starts = self.starts.clone();
            if self.way == Way::Backwards {
                turn(self.net, &self.starts, makespan, &mut starts);
            }
            self.found = Some(starts);
        }
    }
}

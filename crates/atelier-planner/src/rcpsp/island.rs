//! A population and its evolution: one island, one thread at a time.

use super::breed::{Member, Order, cross, mutate, sample};
use super::net::{Net, Way};
use super::serial::{Builder, turn};
use crate::random::Random;

/// Two populations that feed each other: schedules pushed to the start, bred from schedules pushed
/// to the end, and the other way round. Every generation is thus also a justification.
///
/// Source: the bi-population genetic algorithm of Debels and Vanhoucke 2005.
#[derive(Clone, Debug)]
pub(super) struct Island<const W: usize> {
    random: Random,
    builder: Builder<W>,
    order: Order,
    /// Built forwards, built backwards.
    sides: [Vec<Member>; 2],
    size: usize,
    /// The side whose members are parents, and the next of them.
    turn: (usize, usize),
    /// Children in a row that were shorter than nobody.
    idle: usize,
    tails: Vec<u32>,
    starts: Vec<u32>,
    child: Member,
    best: Best,
}

/// The shortest schedule so far, as starts counted forwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Best {
    pub(super) starts: Vec<u32>,
    pub(super) makespan: u32,
}

/// Generations without anybody shorter after which a population is given up.
const IDLE_GENERATIONS: usize = 6;

const WAYS: [Way; 2] = [Way::Forwards, Way::Backwards];

impl<const W: usize> Island<W> {
    /// An island of two populations of `size`; its first members come with the first steps.
    pub(super) fn new(net: &Net<W>, size: usize, seed: u64) -> Self {
        Self {
            random: Random::new(seed),
            builder: Builder::new(net),
            order: Order::default(),
            sides: [Vec::new(), Vec::new()],
            size: size.max(2),
            turn: (0, 0),
            idle: 0,
            tails: net.heads(Way::Backwards),
            starts: vec![0; net.len()],
            child: Member { keys: vec![0; net.len()], ..Member::default() },
            best: Best { starts: Vec::new(), makespan: u32::MAX },
        }
    }

    pub(super) fn best(&self) -> &Best {
        &self.best
    }

    /// Schedules generated so far.
    pub(super) fn spent(&self) -> u64 {
        self.builder.spent
    }

    /// Evolves until `quota` schedules in all, or a makespan of `bound`, or `stop`.
    pub(super) fn run(&mut self, net: &Net<W>, quota: u64, bound: u32, stop: &dyn Fn() -> bool) {
        let begun = |island: &Self| island.best.makespan < u32::MAX;
        while !begun(self) || (self.spent() < quota && self.best.makespan > bound && !stop()) {
            if self.idle > IDLE_GENERATIONS * 2 * self.size {
                self.start_again();
            }
            if self.sides[1].len() < self.size { self.settle(net) } else { self.breed(net) }
        }
    }

    /// A population in which nobody grows shorter makes room for a new one.
    fn start_again(&mut self) {
        self.sides = [Vec::new(), Vec::new()];
        (self.turn, self.idle) = ((0, 0), 0);
    }

    /// One more member on both sides, from a list drawn at random.
    fn settle(&mut self, net: &Net<W>) {
        let (before, after) = (net.before(Way::Forwards), net.before(Way::Backwards));
        sample(net, before, after, &self.tails, &mut self.builder.list, &mut self.random);
        self.build(net, Way::Forwards);
        for way in [Way::Backwards, Way::Forwards] {
            self.justify(net, way);
        }
        self.sides[0].push(self.child.clone());
        self.justify(net, Way::Backwards);
        self.sides[1].push(self.child.clone());
    }

    /// One child of the next parent and another, built the other way; it takes its parent's place
    /// on the other side if it is no worse than who stands there and nobody is the same.
    fn breed(&mut self, net: &Net<W>) {
        let (side, place) = self.turn;
        self.turn = if place + 1 < self.size { (side, place + 1) } else { (1 - side, 0) };
        let other = self.mate(side, place);
        let parents = &self.sides[side];
        let swapped = self.random.once_in(2);
        let (father, mother) = if swapped { (other, place) } else { (place, other) };
        cross(&parents[father], &parents[mother], &mut self.child.keys, &mut self.random);
        mutate(&parents[father], &parents[mother], &mut self.child.keys, &mut self.random);
        let way = WAYS[1 - side];
        self.builder.sort(way, &self.child.keys);
        self.order.respect(net.before(way), &mut self.builder.list);
        self.build(net, way);
        self.replace(1 - side, place);
    }
}

impl<const W: usize> Island<W> {
    /// A mate for the parent at `place`, never itself: the better of two drawn.
    fn mate(&mut self, side: usize, place: usize) -> usize {
        let [one, two] = [0, 0].map(|_| {
            let other = self.random.place(self.size - 1);
            other + usize::from(other >= place)
        });
        let makespan = |other: usize| self.sides[side][other].makespan;
        if makespan(two) < makespan(one) { two } else { one }
    }

    /// Builds the list at hand; the child is the schedule, keyed for the other way.
    fn build(&mut self, net: &Net<W>, way: Way) {
        let makespan = self.builder.place(net, way, &mut self.starts);
        turn(net, &self.starts, makespan, &mut self.child.keys);
        self.child.makespan = makespan;
        self.child.remark();
        if makespan < self.best.makespan {
            let forwards = match way {
                Way::Forwards => &self.starts,
                Way::Backwards => &self.child.keys,
            };
            self.best = Best { starts: forwards.clone(), makespan };
        }
    }

    /// Pushes the child's activities the other way, each as far as it goes.
    fn justify(&mut self, net: &Net<W>, way: Way) {
        self.builder.sort(way, &self.child.keys);
        self.build(net, way);
    }

    fn replace(&mut self, side: usize, place: usize) {
        let child = &self.child;
        let same = |member: &Member| member.mark == child.mark && member.keys == child.keys;
        let stands = self.sides[side][place].makespan;
        self.idle = if child.makespan < stands { 0 } else { self.idle + 1 };
        if child.makespan <= stands && !self.sides[side].iter().any(same) {
            self.sides[side][place].clone_from(child);
        }
    }
}

impl<const W: usize> Island<W> {
    /// The best of each side.
    pub(super) fn envoys(&self) -> [Option<Member>; 2] {
        [0, 1].map(|side| self.sides[side].iter().min_by_key(|member| member.makespan).cloned())
    }

    /// Each envoy takes the place of the worst of its side, if it is better.
    pub(super) fn welcome(&mut self, envoys: &[Option<Member>; 2]) {
        for (side, envoy) in self.sides.iter_mut().zip(envoys) {
            let worst = side.iter_mut().max_by_key(|member| member.makespan);
            if let (Some(worst), Some(envoy)) = (worst, envoy)
                && envoy.makespan < worst.makespan
            {
                worst.clone_from(envoy);
            }
        }
    }
}

//! Several modes per activity: a population of orders and modes.

use super::breed::{Member, Order, cross, mutate, sample};
use super::evolve::{islands_for, population, run_all};
use super::menu::{Menu, missing};
use super::net::{Net, Way};
use super::project::{Project, Schedule};
use super::serial::{Builder, turn};
use super::solve::Effort;
use crate::random::Random;

/// The shortest schedule found and the count of schedules generated; `None` when every choice of
/// modes met took more than the non-renewable resources have.
///
/// Source: the bi-population genetic algorithm for several modes of Van Peteghem and Vanhoucke 2010.
pub(super) fn choose<const W: usize>(
    project: &Project,
    effort: &Effort,
    bound: u32,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<(Schedule, u64)> {
    let count = islands_for(effort);
    let size = population(effort.expected / count);
    let seed = |number: u64| effort.seed.wrapping_add(number << 32);
    let mut islands: Vec<Island<W>> =
        (0..count).map(|number| Island::new(project, size, seed(number))).collect();
    let share = effort.schedules.div_ceil(count);
    run_all(&mut islands, effort.threads, |island| island.run(share, bound, &|| stop()));
    let spent = islands.iter().map(|island| island.builder.spent).sum();
    let best = islands.iter().filter(|island| island.best.0.missing == 0);
    let best = best.min_by_key(|island| island.best.0)?;
    let (starts, modes) = (best.net.named(&best.best.1), best.net.named(&best.best.2));
    Some((Schedule { starts, modes }, spent))
}

/// Fewer missing units first, then the shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    missing: i64,
    makespan: u32,
}

/// An order, modes, and what they are worth.
#[derive(Clone, Debug)]
struct Pair {
    order: Member,
    modes: Vec<usize>,
    worth: Worth,
}

#[derive(Clone, Debug)]
struct Island<const W: usize> {
    net: Net<W>,
    menu: Menu<W>,
    random: Random,
    builder: Builder<W>,
    order: Order,
    /// Built forwards, built backwards.
    sides: [Vec<Pair>; 2],
    size: usize,
    turn: (usize, usize),
    /// Children in a row that were better than nobody.
    idle: usize,
    tails: Vec<u32>,
    child: Pair,
    starts: Vec<u32>,
    /// Worth, starts, modes.
    best: (Worth, Vec<u32>, Vec<usize>),
}

/// Generations without anybody better after which a population is given up.
const IDLE_GENERATIONS: usize = 6;
const WAYS: [Way; 2] = [Way::Forwards, Way::Backwards];
/// One schedule in how many looks at the other modes of its activities on the way.
const LOOKS_ONCE_IN: u32 = 2;
/// Modes of a child that are drawn anew, on average.
const DRAWN: usize = 1;

impl<const W: usize> Island<W> {
    fn new(project: &Project, size: usize, seed: u64) -> Self {
        let longest: Vec<usize> = project.activities.iter().map(longest_mode).collect();
        let net = Net::new(project, &longest);
        let none = Worth { missing: i64::MAX, makespan: u32::MAX };
        let order = Member { keys: vec![0; net.len()], ..Member::default() };
        Self {
            menu: Menu::new(project, &net),
            random: Random::new(seed),
            builder: Builder::new(&net),
            order: Order::default(),
            sides: [Vec::new(), Vec::new()],
            size,
            turn: (0, 0),
            idle: 0,
            tails: net.heads(Way::Backwards),
            child: Pair { order, modes: Vec::new(), worth: none },
            starts: vec![0; net.len()],
            best: (none, Vec::new(), Vec::new()),
            net,
        }
    }

    fn run(&mut self, quota: u64, bound: u32, stop: &dyn Fn() -> bool) {
        let met = |best: &Worth| best.missing == 0 && best.makespan <= bound;
        while self.builder.spent == 0 || (self.builder.spent < quota && !met(&self.best.0) && !stop()) {
            if self.idle > IDLE_GENERATIONS * 2 * self.size {
                self.sides = [Vec::new(), Vec::new()];
                (self.turn, self.idle) = ((0, 0), 0);
            }
            if self.sides[1].len() < self.size { self.settle() } else { self.breed() }
        }
    }

    fn settle(&mut self) {
        self.child.modes = self.menu.draw(&mut self.random);
        let (before, after) = (self.net.before(Way::Forwards), self.net.before(Way::Backwards));
        sample(&self.net, before, after, &self.tails, &mut self.builder.list, &mut self.random);
        self.build(Way::Forwards);
        self.justify(Way::Backwards);
        self.justify(Way::Forwards);
        self.sides[0].push(self.child.clone());
        self.justify(Way::Backwards);
        self.sides[1].push(self.child.clone());
    }

    fn breed(&mut self) {
        let (side, place) = self.turn;
        self.turn = if place + 1 < self.size { (side, place + 1) } else { (1 - side, 0) };
        let other = (place + 1 + self.random.place(self.size - 1)) % self.size;
        let swapped = self.random.once_in(2);
        let (father, mother) = if swapped { (other, place) } else { (place, other) };
        let (father, mother) = (&self.sides[side][father], &self.sides[side][mother]);
        cross(&father.order, &mother.order, &mut self.child.order.keys, &mut self.random);
        mutate(&father.order, &mother.order, &mut self.child.order.keys, &mut self.random);
        let (from, to) = (self.random.place(self.net.len()), self.random.place(self.net.len()));
        for one in 0..self.net.len() {
            let his = (from.min(to)..=from.max(to)).contains(&one);
            self.child.modes[one] = if his { father.modes[one] } else { mother.modes[one] };
            if self.random.place(self.net.len()) < DRAWN {
                self.child.modes[one] = self.random.place(self.menu.choices[one].len());
            }
        }
        let way = WAYS[1 - side];
        self.builder.sort(way, &self.child.order.keys);
        self.order.respect(self.net.before(way), &mut self.builder.list);
        self.build(way);
        self.replace(1 - side, place);
    }

    fn replace(&mut self, side: usize, place: usize) {
        let child = &self.child;
        let same = |pair: &Pair| {
            pair.worth == child.worth && pair.modes == child.modes && pair.order.keys == child.order.keys
        };
        let stands = self.sides[side][place].worth;
        self.idle = if child.worth < stands { 0 } else { self.idle + 1 };
        if child.worth <= stands && !self.sides[side].iter().any(same) {
            self.sides[side][place].clone_from(child);
        }
    }

    fn justify(&mut self, way: Way) {
        self.builder.sort(way, &self.child.order.keys);
        self.build(way);
    }

    /// Builds the list at hand in the child's modes, repaired, and keyed for the other way.
    fn build(&mut self, way: Way) {
        let mut left = self.menu.repair(&mut self.child.modes, &mut self.random);
        let looks = self.random.once_in(LOOKS_ONCE_IN);
        let makespan = self.place(way, looks, &mut left);
        turn(&self.net, &self.starts, makespan, &mut self.child.order.keys);
        self.child.order.makespan = makespan;
        self.child.worth = Worth { missing: missing(&left), makespan };
        if self.child.worth < self.best.0 {
            let forwards = match way {
                Way::Forwards => &self.starts,
                Way::Backwards => &self.child.order.keys,
            };
            self.best = (self.child.worth, forwards.clone(), self.child.modes.clone());
        }
    }

    /// Serial generation; when it `looks`, each activity leaves its mode for one in which it ends
    /// earlier, among those the stocks allow.
    fn place(&mut self, way: Way, looks: bool, left: &mut Vec<i64>) -> u32 {
        self.builder.spent += 1;
        let list = std::mem::take(&mut self.builder.list);
        let mut makespan = 0;
        for &one in &list {
            let one = one as usize;
            let before = self.net.before(way).of(one).iter();
            let ends = before.map(|&other| self.starts[other as usize] + self.net.durations[other as usize]);
            let earliest = ends.max().unwrap_or(0);
            let modes = if looks { 0..self.menu.choices[one].len() } else { 0..0 };
            let kept = self.child.modes[one];
            let mut first = (self.ends(one, kept, earliest), false, kept);
            for mode in modes.filter(|&mode| mode != kept) {
                let then = self.menu.swapped(left, one, kept, mode);
                if missing(&then) <= missing(left) {
                    first = first.min((self.ends(one, mode, earliest), true, mode));
                }
            }
            *left = self.menu.swapped(left, one, kept, first.2);
            self.child.modes[one] = first.2;
            let end = self.ends(one, first.2, earliest);
            self.starts[one] = end - self.net.durations[one];
            self.builder.take(&self.net, one, self.starts[one]);
            makespan = makespan.max(end);
        }
        self.builder.list = list;
        self.builder.clear(&self.net, makespan);
        makespan
    }

    /// Puts the activity in a mode and gives its earliest end.
    fn ends(&mut self, one: usize, mode: usize, earliest: u32) -> u32 {
        let choice = &self.menu.choices[one][mode];
        self.net.durations[one] = choice.duration;
        self.net.needs[one] = choice.need;
        self.builder.fit(&self.net, one, earliest) + choice.duration
    }
}

fn longest_mode(activity: &super::project::Activity) -> usize {
    let duration = |&mode: &usize| activity.modes[mode].duration;
    (0..activity.modes.len()).max_by_key(duration).unwrap_or(0)
}

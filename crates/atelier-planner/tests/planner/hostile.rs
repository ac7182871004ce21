//! Problems that mean harm: numbers at the ends of their types, things that are not there, hours without
//! work. Each is refused with every flaw at its place, or gets a plan that the checker accepts.

use crate::dice::Dice;
use atelier_planner::{
    Costs, DAY, Effort, Fault, Link, Minute, Mode, Need, Place, Placement, Pressure, Problem, Resource,
    ResourceId, Span, Stock, StockId, Task, TaskId, ToTheEnd, Use, Wait, check, price, solve,
};
use std::collections::BTreeSet;

const SEEDS: u64 = 6_000;
/// A hundred years, beyond which no date or length is read.
const LAST: Minute = 100 * 366 * DAY;

#[test]
fn every_hostile_problem_is_refused_at_its_places_or_planned() {
    let (mut refused, mut planned, mut placed) = (0, 0, 0);
    let mut failed = Vec::new();
    for seed in 0..SEEDS {
        match std::panic::catch_unwind(|| answer(seed)) {
            Ok(None) => refused += 1,
            Ok(Some(tasks)) => {
                planned += 1;
                placed += tasks;
            }
            Err(_) => failed.push(seed),
        }
    }
    assert_eq!(failed, [0; 0], "seeds that went wrong, each told above");
    assert!(refused > 1_000 && planned > 1_500 && placed > 1_000, "{refused}, {planned}, {placed}");
}

/// Judges the answer to one problem; gives the tasks placed, `None` when it is refused.
fn answer(seed: u64) -> Option<usize> {
    // The fewer numbers go wrong, the more problems can be read.
    let mut draw = Draw { dice: Dice(seed), wild: [8, 60, 400][(seed % 3) as usize], people: 0, tasks: 0 };
    let problem = draw.problem();
    let wrong = wrong_places(&problem);
    let plan = match solve(&problem, &order(&problem), &draw.effort(), &ToTheEnd) {
        Ok(plan) => plan,
        Err(Fault::Shape(flaws)) => {
            // Beside them, only cycles are told.
            let (told, cycles): (Vec<_>, Vec<_>) = flaws.iter().partition(|flaw| wrong.contains(&flaw.place));
            let told: BTreeSet<Place> = told.iter().map(|flaw| flaw.place).collect();
            assert_eq!(told, wrong);
            assert!(cycles.iter().all(|flaw| flaw.what.contains("waits for itself")));
            return None;
        }
        Err(fault) => panic!("the order is sound: {fault}"),
    };
    assert_eq!(wrong, BTreeSet::new());
    assert_eq!(check(&problem, &plan.placed()), []);
    assert_eq!(price(&problem, &plan.placed()).total, plan.price);
    assert!(plan.bound <= plan.price, "{} below {}", plan.price, plan.bound);
    let draft = plan.draft(&problem);
    assert_eq!(draft.placed.len() + draft.refused.len(), problem.tasks.len());
    for lost in &draft.refused {
        plan.freed(&problem, lost.task);
    }
    Some(plan.placed().len())
}

/// Predecessors first as far as there is such an order.
fn order(problem: &Problem) -> Vec<TaskId> {
    let mut left: Vec<u32> = (0..problem.tasks.len() as u32).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let waits = |task: &u32| {
            let task = &problem.tasks[*task as usize];
            task.pinned.is_none() && task.after.iter().any(|link| left.contains(&link.task.0))
        };
        let at = left.iter().position(|task| !waits(task)).unwrap_or(0);
        order.push(TaskId(left.remove(at)));
    }
    order
}

/// Where something is wrong by itself, cycles apart, read anew from the meaning of each field.
fn wrong_places(problem: &Problem) -> BTreeSet<Place> {
    let mut places = BTreeSet::new();
    let pressure = problem.pressure.is_none_or(|pressure| pressure.times > 0 && pressure.days > 0);
    if problem.grid == 0 || problem.horizon > LAST || !pressure || dearest(problem) >= 1 << 61 {
        places.insert(Place::Problem);
    }
    for (id, one) in (0..).map(ResourceId).zip(&problem.resources) {
        let apart = one.windows.windows(2).all(|pair| pair[0].end < pair[1].start);
        if one.windows.iter().any(|window| window.start >= window.end)
            || !apart
            || one.pace == 0
            || one.pace > 10_000
        {
            places.insert(Place::Resource(id));
        }
    }
    for (id, task) in (0..).map(TaskId).zip(&problem.tasks) {
        if !is_sound(problem, id, task) {
            places.insert(Place::Task(id));
        }
    }
    places
}

fn dearest(problem: &Problem) -> u128 {
    let costs = problem.costs;
    let mut sum = 0;
    for task in &problem.tasks {
        let end = task.pinned.as_ref().map_or(0, |pin| pin.span.end).max(problem.horizon);
        let seats = task.modes.iter().map(|mode| mode.needs.len()).chain([task.needs.len()]).max();
        let way = task.modes.iter().map(|mode| mode.cost).max().unwrap_or(0);
        sum += u128::from(costs.unplaced) + u128::from(costs.moved) + u128::from(way);
        sum += u128::from(task.weight) * u128::from(end);
        sum += seats.unwrap_or(0) as u128 * (u128::from(costs.switch) + u128::from(costs.trip));
    }
    sum
}

fn is_sound(problem: &Problem, id: TaskId, task: &Task) -> bool {
    let windows = task.windows.clone().unwrap_or_default();
    let disjoint = windows.windows(2).all(|pair| pair[0].end <= pair[1].start)
        && windows.iter().all(|window| window.start < window.end);
    let ways: Vec<(Minute, &[Need])> = std::iter::once((task.duration, task.needs.as_slice()))
        .chain(task.modes.iter().map(|mode| (mode.duration, mode.needs.as_slice())))
        .collect();
    let there = |who: &ResourceId| (who.0 as usize) < problem.resources.len();
    let way = |&(length, needs): &(Minute, &[Need])| {
        (1..=LAST).contains(&length)
            && (!task.split || needs.len() < 2)
            && needs.iter().flat_map(|need| &need.candidates).all(there)
    };
    let link = |link: &Link| {
        let least = match link.wait {
            Wait::Elapsed(minutes) => u64::from(minutes),
            Wait::OpenDays(days) => u64::from(days) * u64::from(DAY),
        };
        (link.task.0 as usize) < problem.tasks.len()
            && link.at_most.is_none_or(|most| u64::from(most) >= least)
    };
    let pin = task.pinned.as_ref().is_none_or(|pin| {
        pin.task == id
            && pin.span.start < pin.span.end
            && pin.span.end <= LAST
            && ways.get(pin.mode as usize).is_some_and(|way| way.1.len() == pin.who.len())
            && pin.who.iter().all(there)
    });
    let stocks = task.uses.iter().all(|taken| (taken.stock.0 as usize) < problem.stocks.len());
    disjoint && ways.iter().all(way) && task.after.iter().all(link) && stocks && pin
}

struct Draw {
    dice: Dice,
    /// One number in so many is a wild one.
    wild: u32,
    people: u32,
    tasks: u32,
}

impl Draw {
    fn effort(&mut self) -> Effort {
        Effort { rounds: self.dice.pick(&[0, 0, 20]), seed: 1, threads: 1 }
    }

    fn problem(&mut self) -> Problem {
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
        let mode =
            |draw: &mut Self| Mode { duration: draw.length(), needs: draw.needs(), cost: draw.number(90) };
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

//! Building a model: every fault found at once, each with its place.

use std::collections::{BTreeMap, HashMap};

use crate::board::room_of_ways;

use super::{
    Calendar, Costs, Csr, Link, Model, NONE, OpenDays, PINNED, Person, Pin, Rich, Slot, Stock, Task, Wait,
};

/// Longest horizon: sums of dates and waits must stay far from the end of `u32`.
const HORIZON_MAX: Slot = 1 << 28;

/// What is wrong with a problem, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Slots of the plan: at least one, at most 2²⁸.
    #[error("the horizon of {0} slots is not between 1 and 268,435,456")]
    Horizon(Slot),
    /// A task of no duration.
    #[error("task {0} lasts nothing")]
    NoDuration(u32),
    /// A duration longer than the horizon, even for the fastest.
    #[error("task {0} lasts longer than the plan")]
    TooLong(u32),
    /// A release after the end of the plan.
    #[error("task {0} is released after the end of the plan")]
    Release(u32),
    /// A window that closes before it opens.
    #[error("the window of task {0} closes before it opens")]
    Window(u32),
    /// A pool, a case or a rich description that does not exist.
    #[error("task {task} asks for {what} {id}, which does not exist")]
    Unknown {
        /// The task.
        task: u32,
        /// `"pool"`, `"case"` (they are numbered from 0, at most as many as tasks), `"rich task"`, `"stock"`.
        what: &'static str,
        /// The position asked for.
        id: u32,
    },
    /// No mode at all, or more seats and candidates than can be told apart.
    #[error("task {0} can be done in no way, or in more ways than can be numbered")]
    Modes(u32),
    /// A pool that names somebody who does not exist.
    #[error("pool {pool} names person {person}, who does not exist")]
    UnknownPerson {
        /// The pool.
        pool: u32,
        /// The position asked for.
        person: u32,
    },
    /// A person without speed, or with an unknown calendar.
    #[error("person {0} has no speed or no calendar")]
    Person(u32),
    /// A link from or to a task that does not exist.
    #[error("link {link} names task {task}, which does not exist")]
    UnknownTask {
        /// Position of the link, in the order given.
        link: u32,
        /// The position asked for.
        task: u32,
    },
    /// A longest wait below the shortest.
    #[error("link {0}: the longest wait is below the shortest")]
    Wait(u32),
    /// A wait longer than the horizon allows for.
    #[error("link {0}: the wait is out of range")]
    WaitRange(u32),
    /// Tasks that wait for one another, in order.
    #[error("tasks {0:?} wait for one another")]
    Cycle(Vec<u32>),
    /// A task that asks for more than there is.
    #[error("task {task} asks for more than the capacity of stock {stock}")]
    AboveCapacity {
        /// The task.
        task: u32,
        /// The stock.
        stock: u32,
    },
    /// A pinned place that ends before it starts or names nobody known.
    #[error("the pinned place of task {0} is no place")]
    Pin(u32),
}

/// A link as given: from, to, shortest wait, longest wait.
#[derive(Clone, Copy)]
struct Given {
    from: u32,
    to: u32,
    wait: Wait,
    max_lag: u32,
}

/// Collects a problem and compiles it.
pub struct ModelBuilder {
    horizon: Slot,
    slots_per_day: u32,
    stride: u32,
    calendars: Vec<Calendar>,
    known: HashMap<Box<[(Slot, Slot)]>, u32>,
    people: Vec<Person>,
    pools: Vec<Box<[u32]>>,
    tasks: Vec<Task>,
    rich: Vec<Rich>,
    links: Vec<Given>,
    pinned: Vec<(u32, Pin)>,
    off_hours: BTreeMap<u32, Vec<(Slot, Slot)>>,
    costs: Costs,
    open_days: Option<OpenDays>,
    pressure: Option<(u32, u32)>,
    stocks: Vec<Stock>,
}

impl ModelBuilder {
    /// A plan of `horizon` slots, a day being `slots_per_day` of them.
    pub fn new(horizon: Slot, slots_per_day: u32) -> Self {
        Self {
            horizon,
            slots_per_day: slots_per_day.max(1),
            stride: 1,
            calendars: Vec::new(),
            known: HashMap::new(),
            people: Vec::new(),
            pools: Vec::new(),
            tasks: Vec::new(),
            rich: Vec::new(),
            links: Vec::new(),
            pinned: Vec::new(),
            off_hours: BTreeMap::new(),
            costs: Costs::default(),
            open_days: None,
            pressure: None,
            stocks: Vec::new(),
        }
    }

    /// Starts fall on multiples of `stride` slots.
    pub fn stride(&mut self, stride: u32) -> &mut Self {
        self.stride = stride.max(1);
        self
    }

    /// Prices.
    pub fn costs(&mut self, costs: Costs) -> &mut Self {
        self.costs = costs;
        self
    }

    /// Days that count in waits of open days.
    pub fn open_days(&mut self, days: Vec<u32>) -> &mut Self {
        self.open_days = Some(OpenDays::new(days));
        self
    }

    /// At most `tasks` per contact in any `days` days.
    pub fn pressure(&mut self, tasks: u32, days: u32) -> &mut Self {
        self.pressure = Some((tasks, days));
        self
    }

    /// Hours of work: `(start, end)` pairs in any order; overlapping ones count once, what lies
    /// beyond the horizon is cut. Gives the position of a calendar, the same for the same hours.
    pub fn calendar(&mut self, mut spans: Vec<(Slot, Slot)>) -> u32 {
        join(&mut spans);
        if let Some(&known) = self.known.get(spans.as_slice()) {
            return known;
        }
        let id = self.calendars.len() as u32;
        let horizon = self.horizon.min(HORIZON_MAX);
        self.calendars.push(Calendar::new(&spans, self.slots_per_day, horizon));
        self.known.insert(spans.into(), id);
        id
    }

    /// Somebody who works the hours of `calendar` at `speed_pct` of the standard.
    pub fn person(&mut self, calendar: u32, speed_pct: u16) -> u32 {
        self.people.push(Person { calendar, speed_pct, day_allowance: None });
        self.people.len() as u32 - 1
    }

    /// Most slots of work on each day for the person added last.
    pub fn day_allowance(&mut self, slots: Vec<u32>) -> &mut Self {
        if let Some(person) = self.people.last_mut() {
            person.day_allowance = Some(slots.into());
        }
        self
    }

    /// Candidates, in order of preference.
    pub fn pool(&mut self, people: Vec<u32>) -> u32 {
        self.pools.push(people.into());
        self.pools.len() as u32 - 1
    }

    /// A resource used in amounts.
    pub fn stock(&mut self, stock: Stock) -> u32 {
        self.stocks.push(stock);
        self.stocks.len() as u32 - 1
    }

    /// Says what a plain task cannot; the task names the position given back.
    pub fn rich(&mut self, rich: Rich) -> u32 {
        self.rich.push(rich);
        self.rich.len() as u32 - 1
    }

    /// A task.
    pub fn task(&mut self, task: Task) -> u32 {
        self.tasks.push(task);
        self.tasks.len() as u32 - 1
    }

    /// Room for what is about to be given, so that nothing is moved twice.
    pub fn reserve(&mut self, tasks: usize, links: usize) -> &mut Self {
        self.tasks.reserve_exact(tasks);
        self.links.reserve_exact(links);
        self
    }

    /// `to` starts at least `wait` after the end of `from`, and at most `max_lag` slots after it
    /// ([`NONE`]: no limit).
    pub fn link(&mut self, from: u32, to: u32, wait: Wait, max_lag: u32) -> &mut Self {
        self.links.push(Given { from, to, wait, max_lag });
        self
    }

    /// Leaves `task` at a given place.
    pub fn pin(&mut self, task: u32, pin: Pin) -> &mut Self {
        if let Some(pinned) = self.tasks.get_mut(task as usize) {
            pinned.flags |= PINNED;
        }
        self.pinned.push((task, pin));
        self
    }

    /// Pinned work of somebody outside their hours.
    pub fn off_hours(&mut self, person: u32, start: Slot, end: Slot) -> &mut Self {
        self.off_hours.entry(person).or_default().push((start, end));
        self
    }

    /// The model, or every fault found.
    ///
    /// # Errors
    /// The faults, in the order: horizon, people, pools, tasks, pinned places, links, cycles.
    pub fn build(mut self) -> Result<Model, Vec<Fault>> {
        let mut faults = Vec::new();
        self.check_people(&mut faults);
        self.check_tasks(&mut faults);
        self.check_pins(&mut faults);
        self.check_links(&mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        drop(std::mem::take(&mut self.known));
        let count = self.tasks.len() as u32;
        let links = std::mem::take(&mut self.links);
        let side = |to: u32, given: &Given| Link { task: to, wait: given.wait, max_lag: given.max_lag };
        let before = Csr::collect(count, || links.iter().map(|given| (given.to, side(given.from, given))));
        let after = Csr::collect(count, || links.iter().map(|given| (given.from, side(given.to, given))));
        let rising = links.iter().all(|given| given.from < given.to);
        drop(links);
        let order = if rising {
            None
        } else {
            Some(sorted(&before, &after).map_err(|cycle| vec![Fault::Cycle(cycle)])?)
        };
        let cases = by_case(&self.tasks);
        self.pinned.sort_by_key(|pinned| pinned.0);
        Ok(Model {
            horizon: self.horizon,
            stride: self.stride,
            slots_per_day: self.slots_per_day,
            calendars: self.calendars,
            people: self.people,
            pools: self.pools,
            tasks: self.tasks,
            before,
            after,
            cases,
            rich: self.rich,
            pinned: self.pinned,
            off_hours: self.off_hours,
            costs: self.costs,
            open_days: self.open_days,
            pressure: self.pressure,
            stocks: self.stocks,
            order,
        })
    }

    fn check_people(&self, faults: &mut Vec<Fault>) {
        if self.horizon == 0 || self.horizon > HORIZON_MAX {
            faults.push(Fault::Horizon(self.horizon));
        }
        for (id, person) in self.people.iter().enumerate() {
            if person.speed_pct == 0 || person.calendar as usize >= self.calendars.len() {
                faults.push(Fault::Person(id as u32));
            }
        }
        for (pool, people) in self.pools.iter().enumerate() {
            for &person in people {
                if person as usize >= self.people.len() {
                    faults.push(Fault::UnknownPerson { pool: pool as u32, person });
                }
            }
        }
    }

    fn check_tasks(&self, faults: &mut Vec<Fault>) {
        let fastest = self.people.iter().map(|person| person.speed_pct).fold(100, u16::max);
        let longest = u64::from(self.horizon) * u64::from(fastest) / 100;
        for (id, task) in self.tasks.iter().enumerate() {
            let id = id as u32;
            if task.duration == 0 {
                faults.push(Fault::NoDuration(id));
            } else if u64::from(task.duration) > longest {
                faults.push(Fault::TooLong(id));
            }
            if task.release > self.horizon {
                faults.push(Fault::Release(id));
            }
            if task.from > task.until {
                faults.push(Fault::Window(id));
            }
            if task.pool != NONE && task.pool as usize >= self.pools.len() {
                faults.push(Fault::Unknown { task: id, what: "pool", id: task.pool });
            }
            if task.case != NONE && task.case as usize >= self.tasks.len() {
                faults.push(Fault::Unknown { task: id, what: "case", id: task.case });
            }
            if task.rich != NONE {
                self.check_rich(id, task.rich, faults);
            }
        }
    }

    fn check_rich(&self, task: u32, rich: u32, faults: &mut Vec<Fault>) {
        let Some(rich) = self.rich.get(rich as usize) else {
            faults.push(Fault::Unknown { task, what: "rich task", id: rich });
            return;
        };
        if rich.modes.is_empty() {
            faults.push(Fault::Modes(task));
        }
        for mode in &rich.modes {
            let sizes =
                mode.seats.iter().map(|&pool| self.pools.get(pool as usize).map_or(0, |pool| pool.len()));
            if room_of_ways(rich.modes.len(), sizes).is_none() {
                faults.push(Fault::Modes(task));
            }
            for &pool in &mode.seats {
                if pool as usize >= self.pools.len() {
                    faults.push(Fault::Unknown { task, what: "pool", id: pool });
                }
            }
            for &(stock, amount) in &mode.uses {
                match self.stocks.get(stock as usize) {
                    None => faults.push(Fault::Unknown { task, what: "stock", id: stock }),
                    Some(found) if amount > found.capacity && !self.tasks[task as usize].pinned() => {
                        faults.push(Fault::AboveCapacity { task, stock });
                    }
                    Some(_) => {}
                }
            }
        }
    }

    fn check_pins(&self, faults: &mut Vec<Fault>) {
        for &(task, pin) in &self.pinned {
            let known = pin.person == NONE || (pin.person as usize) < self.people.len();
            let inside = pin.start < pin.end && pin.end < NONE;
            if task as usize >= self.tasks.len() || !known || !inside {
                faults.push(Fault::Pin(task));
            }
        }
    }

    fn check_links(&self, faults: &mut Vec<Fault>) {
        for (link, given) in self.links.iter().enumerate() {
            let link = link as u32;
            for task in [given.from, given.to] {
                if task as usize >= self.tasks.len() {
                    faults.push(Fault::UnknownTask { link, task });
                }
            }
            if given.max_lag < given.wait.slots() {
                faults.push(Fault::Wait(link));
            }
            if given.wait.slots() > HORIZON_MAX || (given.max_lag != NONE && given.max_lag > HORIZON_MAX) {
                faults.push(Fault::WaitRange(link));
            }
        }
    }
}

/// Sorts, joins what overlaps or touches, and drops what is empty.
fn join(spans: &mut Vec<(Slot, Slot)>) {
    spans.retain(|span| span.0 < span.1);
    if !spans.is_sorted() {
        spans.sort_unstable();
    }
    spans.dedup_by(|next, last| {
        let joins = next.0 <= last.1;
        if joins {
            last.1 = last.1.max(next.1);
        }
        joins
    });
}

fn by_case(tasks: &[Task]) -> Csr<u32> {
    let cases = tasks.iter().filter(|task| task.case != NONE).map(|task| task.case + 1).max().unwrap_or(0);
    Csr::collect(cases, || {
        tasks
            .iter()
            .enumerate()
            .filter(|(_, task)| task.case != NONE)
            .map(|(id, task)| (task.case, id as u32))
    })
}

/// Predecessors first, or the tasks of one cycle.
fn sorted(before: &Csr<Link>, after: &Csr<Link>) -> Result<Box<[u32]>, Vec<u32>> {
    let count = before.lists();
    let mut waiting: Vec<u32> = (0..count).map(|task| before.of(task).len() as u32).collect();
    let mut order: Vec<u32> = (0..count).filter(|&task| waiting[task as usize] == 0).collect();
    let mut done = 0;
    while let Some(&task) = order.get(done) {
        done += 1;
        for link in after.of(task) {
            let left = &mut waiting[link.task as usize];
            *left -= 1;
            if *left == 0 {
                order.push(link.task);
            }
        }
    }
    if order.len() as u32 == count { Ok(order.into()) } else { Err(cycle(before, &waiting)) }
}

/// Walks back from a task that still waits until one comes again.
fn cycle(before: &Csr<Link>, waiting: &[u32]) -> Vec<u32> {
    let back =
        |task: u32| before.of(task).iter().map(|link| link.task).find(|&task| waiting[task as usize] > 0);
    let mut seen = vec![false; waiting.len()];
    let mut path = Vec::new();
    let mut at = waiting.iter().position(|&left| left > 0).map(|task| task as u32);
    while let Some(task) = at.filter(|&task| !seen[task as usize]) {
        seen[task as usize] = true;
        path.push(task);
        at = back(task);
    }
    let first = at.and_then(|task| path.iter().position(|&on_path| on_path == task)).unwrap_or(0);
    let mut cycle = path.split_off(first);
    cycle.reverse();
    cycle
}

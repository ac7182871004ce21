//! Building a model: every fault found at once, each with its place.

mod check;
mod order;

use std::collections::{BTreeMap, HashMap};

use super::{
    Calendar, Costs, Csr, Fault, Link, Model, OpenDays, PINNED, Person, Pin, Rich, Slot, Stock, Task, Wait,
};
use order::{by_case, join, sorted};

/// Longest horizon: sums of dates and waits must stay far from the end of `u32`.
const HORIZON_MAX: Slot = 1 << 28;

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
}

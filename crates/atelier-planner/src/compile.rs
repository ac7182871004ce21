//! From the friendly problem to the dense model, and from its places back to placements.

mod rich;
mod unit;

use crate::board::{Board, Seat};
use crate::model::{self, Model, ModelBuilder, NONE, PINNED, Pin, SPLIT};
use crate::taken::taken;
use crate::{DAY, Link, Minute, Placement, Problem, Resource, ResourceId, Span, StockId, Task, TaskId, Wait};
use std::collections::HashMap;

/// A problem in dense form.
///
/// Exact: places in the one are places in the other. Prices of lateness may be cut where a number of
/// the model is too small for them; the price of a plan is always counted on the problem.
pub(crate) struct Compiled {
    pub(crate) model: Model,
    /// Minutes of a slot.
    unit: Minute,
}

/// Waits beyond any plan are cut here, in slots.
const WAIT_MAX: u32 = 1 << 27;

/// The model of a problem that can be read.
///
/// # Errors
/// Tasks that can be done in more ways than can be numbered.
pub(crate) fn compile(problem: &Problem) -> Result<Compiled, Vec<model::Fault>> {
    let mut desk = Compiler::new(problem);
    desk.frame();
    problem.resources.iter().zip(0..).for_each(|(one, id)| desk.resource(ResourceId(id), one));
    problem.tasks.iter().zip(0..).for_each(|(one, id)| desk.task(TaskId(id), one));
    for (id, task) in (0..).zip(&problem.tasks) {
        // What is pinned waits for nobody.
        for link in task.after.iter().filter(|_| task.pinned.is_none()) {
            desk.link(id, link);
        }
    }
    let unit = desk.unit;
    desk.builder.build().map(|model| Compiled { model, unit })
}

impl Compiled {
    /// Where the board has a task.
    pub(crate) fn placement(&self, problem: &Problem, board: &Board, id: TaskId) -> Option<Placement> {
        if let Some(pin) = &problem.tasks[id.0 as usize].pinned {
            return Some(pin.clone());
        }
        let seat = board.seat(id.0);
        seat.placed().then(|| Placement {
            task: id,
            span: Span { start: seat.start * self.unit, end: seat.end * self.unit },
            who: self.people(id, seat),
            mode: self.mode(id, seat),
        })
    }

    fn people(&self, id: TaskId, seat: Seat) -> Vec<ResourceId> {
        let mut who = Vec::new();
        crate::board::each_person(&self.model, id.0, seat, |person| who.push(ResourceId(person)));
        who
    }

    fn mode(&self, id: TaskId, seat: Seat) -> u32 {
        match self.model.tasks[id.0 as usize].rich {
            NONE => 0,
            rich => seat.way % self.model.rich[rich as usize].modes.len() as u32,
        }
    }
}

/// A model under way.
struct Compiler<'a> {
    problem: &'a Problem,
    unit: Minute,
    /// The best pace there is, in per cent; the standard at least.
    fastest: u32,
    builder: ModelBuilder,
    pools: HashMap<Vec<u32>, u32>,
    cases: HashMap<u32, u32>,
    /// For each resource, pinned work, and whether it is split; once the resource has been read, only
    /// what does not lie inside its hours.
    pins: Vec<Vec<(Span, bool)>>,
}

impl<'a> Compiler<'a> {
    fn new(problem: &'a Problem) -> Self {
        let unit = unit::of(problem);
        let builder = ModelBuilder::new((problem.horizon / unit).max(1), DAY / unit);
        let mut pins = vec![Vec::new(); problem.resources.len()];
        for (task, pin) in problem.tasks.iter().filter_map(|task| Some((task, task.pinned.as_ref()?))) {
            for who in people(pin) {
                pins[who.0 as usize].push((pin.span, task.split));
            }
        }
        let fastest = problem.resources.iter().map(|one| one.pace).fold(100, u32::max);
        Self { problem, unit, fastest, builder, pools: HashMap::new(), cases: HashMap::new(), pins }
    }

    /// What concerns the whole plan.
    fn frame(&mut self) {
        let problem = self.problem;
        let least = |price: u64| u32::try_from(price).unwrap_or(u32::MAX);
        self.builder.stride(problem.grid / self.unit);
        self.builder.costs(model::Costs {
            switch: least(problem.costs.switch),
            trip: least(problem.costs.trip),
            moved: least(problem.costs.moved),
        });
        let waits = problem.tasks.iter().flat_map(|task| &task.after);
        if waits.into_iter().any(|link| matches!(link.wait, Wait::OpenDays(_))) {
            // Days beyond the list are open; none is needed beyond the plan.
            let open = |day: &u32| problem.open_days.get(*day as usize).copied().unwrap_or(true);
            self.builder.open_days((0..=problem.horizon / DAY + 1).filter(open).collect());
        }
        if let Some(pressure) = problem.pressure {
            self.builder.pressure(pressure.times, pressure.days);
        }
        for stock in &problem.stocks {
            self.builder.stock(model::Stock { capacity: stock.capacity });
        }
    }

    fn resource(&mut self, id: ResourceId, one: &Resource) {
        let inside = |span: &Span| (span.start.div_ceil(self.unit), span.end / self.unit);
        let calendar = self.builder.calendar(one.windows.iter().map(inside).collect());
        let person = self.builder.person(calendar, u16::try_from(one.pace).unwrap_or(u16::MAX));
        let inside = |span: Span| one.windows.iter().any(|open| common(span, *open) == span);
        self.pins[id.0 as usize].retain(|(span, _)| !inside(*span));
        let off = &self.pins[id.0 as usize];
        for (span, _) in off {
            self.builder.off_hours(person, span.start / self.unit, span.end / self.unit);
        }
        if let Some(allowance) = &one.day_allowance {
            let slots = |(day, minutes): (usize, &Minute)| {
                minutes.saturating_sub(minutes_off(one, off, day)) / self.unit
            };
            self.builder.day_allowance(allowance.iter().enumerate().map(slots).collect());
        }
    }

    fn task(&mut self, id: TaskId, task: &Task) {
        let (unit, horizon) = (self.unit, self.problem.horizon / self.unit);
        let shortest = task.modes.iter().map(|mode| mode.duration).fold(task.duration, Minute::min) / unit;
        // Nobody works faster than the fastest.
        let fits = u64::from(shortest) * 100 <= u64::from(horizon) * u64::from(self.fastest);
        let windows = self.windows(task);
        let mut record = model::Task {
            duration: if fits { shortest } else { 1 },
            release: task.release.div_ceil(unit).min(horizon),
            due: task.due.map_or(NONE, |due| due / unit),
            from: windows.first().map_or(0, |window| window.0),
            until: windows.last().map_or(0, |window| window.1),
            weight: task.weight.saturating_mul(unit),
            unplaced: u32::try_from(self.problem.costs.unplaced).unwrap_or(u32::MAX),
            case: self.case(task),
            pool: NONE,
            rich: NONE,
            flags: if task.split { SPLIT } else { 0 },
        };
        if task.pinned.is_some() {
            record.flags |= PINNED;
        } else if !fits || self.never(task) {
            (record.from, record.until) = (0, 0);
        } else {
            record.pool = self.every_first_pool(task);
        }
        if self.is_rich(task) {
            let rich = self.rich(task, windows);
            record.rich = self.builder.rich(rich);
        }
        self.builder.task(record);
        if let Some(pin) = &task.pinned {
            self.pin(id, pin);
        }
    }

    /// More of a stock than there is at all.
    fn never(&self, task: &Task) -> bool {
        let capacity = |stock: StockId| u64::from(self.problem.stocks[stock.0 as usize].capacity);
        taken(task).into_iter().any(|(stock, amount)| amount > capacity(stock))
    }

    /// Windows in slots, cut by the horizon; none is left when the task cannot be.
    fn windows(&self, task: &Task) -> Vec<(u32, u32)> {
        let horizon = self.problem.horizon / self.unit;
        let Some(windows) = &task.windows else { return vec![(0, horizon)] };
        let inside = |span: &Span| (span.start.div_ceil(self.unit), (span.end / self.unit).min(horizon));
        windows.iter().map(inside).filter(|span| span.0 < span.1).collect()
    }

    fn case(&mut self, task: &Task) -> u32 {
        let next = self.cases.len() as u32;
        task.case.map_or(NONE, |case| *self.cases.entry(case).or_insert(next))
    }

    /// Those who may take the first seat, in any mode.
    fn every_first_pool(&mut self, task: &Task) -> u32 {
        let modes = task.modes.iter().map(|mode| &mode.needs);
        let firsts = std::iter::once(&task.needs).chain(modes).filter_map(|needs| needs.first());
        let mut people: Vec<u32> = Vec::new();
        let mut any = false;
        for who in firsts.inspect(|_| any = true).flat_map(|need| &need.candidates) {
            if !people.contains(&who.0) {
                people.push(who.0);
            }
        }
        if any { self.pool(people) } else { NONE }
    }

    fn pool(&mut self, people: Vec<u32>) -> u32 {
        if let Some(&known) = self.pools.get(&people) {
            return known;
        }
        let pool = self.builder.pool(people.clone());
        self.pools.insert(people, pool);
        pool
    }

    fn pin(&mut self, id: TaskId, pin: &Placement) {
        let (start, end) = (pin.span.start / self.unit, pin.span.end / self.unit);
        if pin.who.is_empty() {
            self.builder.pin(id.0, Pin { start, end, person: NONE });
        }
        for who in people(pin) {
            self.builder.pin(id.0, Pin { start, end, person: who.0 });
        }
    }

    fn link(&mut self, to: u32, link: &Link) {
        let wait = match link.wait {
            Wait::Elapsed(minutes) => model::Wait::elapsed((minutes / self.unit).min(WAIT_MAX)),
            Wait::OpenDays(days) => model::Wait::open_days(days.min(WAIT_MAX)),
        };
        let most = link.at_most.map_or(NONE, |most| (most / self.unit).clamp(wait.slots(), WAIT_MAX));
        self.builder.link(link.task.0, to, wait, most);
    }
}

/// Minutes of pinned tasks on a day that lie outside the hours: the model counts the others.
fn minutes_off(one: &Resource, off: &[(Span, bool)], day: usize) -> Minute {
    let midnight = (day as Minute).saturating_mul(DAY);
    let day = Span { start: midnight, end: midnight.saturating_add(DAY) };
    // Across breaks, a split task counts its worked minutes alone.
    let whole = off.iter().filter(|(_, split)| !split).map(|(span, _)| common(*span, day));
    let minutes = |today: Span| {
        length(today) - one.windows.iter().map(|&open| length(common(today, open))).sum::<Minute>()
    };
    whole.map(minutes).sum()
}

/// What two spans share; empty when they do not meet.
fn common(left: Span, right: Span) -> Span {
    let start = left.start.max(right.start);
    Span { start, end: left.end.min(right.end).max(start) }
}

fn length(span: Span) -> Minute {
    span.end - span.start
}

/// The people of a pin: one named twice is there once.
fn people(pin: &Placement) -> Vec<ResourceId> {
    let mut who = pin.who.clone();
    who.sort_unstable();
    who.dedup();
    who
}

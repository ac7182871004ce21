//! Small random problems, one a seed, over as many features as the menu names.

use crate::dice::Dice;
use atelier_planner::{
    Costs, DAY, Link, Minute, Mode, Need, Placement, Pressure, Problem, Resource, ResourceId, Span, Stock,
    StockId, Task, TaskId, Use, Wait,
};

/// What the problems are made of.
#[derive(Clone, Copy)]
pub struct Menu {
    /// Tasks at most.
    pub tasks: u32,
    /// Days at most.
    pub days: u32,
    /// More than one person at a task, other ways, several windows, pace, splits, longest waits,
    /// stocks, pressure, cases, sites, allowances and pins; otherwise one need, hours, releases, due
    /// dates, one window and waits.
    pub rich: bool,
}

pub fn problem(seed: u64, menu: Menu) -> Problem {
    let mut draw = Draw { dice: Dice(seed), menu, days: 0, people: 0, stocks: 0 };
    draw.days = 1 + draw.dice.below(menu.days);
    draw.people = 1 + draw.dice.below(3);
    draw.stocks = if draw.rich(2) { 1 + draw.dice.below(2) } else { 0 };
    let count = 1 + draw.dice.below(menu.tasks);
    Problem {
        grid: draw.dice.pick(&[60, 60, 120, 240]),
        horizon: draw.days * DAY - draw.dice.pick(&[0, 0, 480]),
        open_days: (0..draw.dice.below(3)).map(|_| !draw.dice.one_in(3)).collect(),
        resources: (0..draw.people).map(|_| draw.resource()).collect(),
        stocks: (0..draw.stocks).map(|_| Stock { capacity: draw.dice.below(3) }).collect(),
        tasks: (0..count).map(|id| draw.task(id)).collect(),
        pressure: draw.pressure(),
        costs: draw.costs(),
    }
}

struct Draw {
    dice: Dice,
    menu: Menu,
    days: u32,
    people: u32,
    stocks: u32,
}

impl Draw {
    /// A rich feature, once in so many times.
    fn rich(&mut self, times: u32) -> bool {
        self.dice.one_in(times) && self.menu.rich
    }

    fn resource(&mut self) -> Resource {
        let mut windows = Vec::new();
        for day in 0..self.days {
            let mut start = day * DAY + self.dice.pick(&[480, 540, 600]);
            for _ in 0..self.dice.pick(&[0, 1, 1, 2, 2, 2]) {
                let end = start + self.dice.pick(&[60, 120, 180, 210]);
                windows.push(Span { start, end });
                start = end + self.dice.pick(&[60, 90, 300]);
            }
        }
        let day_allowance =
            self.rich(4).then(|| (0..self.days).map(|_| self.dice.pick(&[60, 120, 200])).collect());
        let pace = if self.rich(3) { self.dice.pick(&[50, 80, 125, 300]) } else { 100 };
        Resource { windows, day_allowance, pace }
    }

    fn pressure(&mut self) -> Option<Pressure> {
        self.rich(2).then(|| Pressure { times: 1 + self.dice.below(2), days: 1 + self.dice.below(3) })
    }

    fn costs(&mut self) -> Costs {
        let price = |rich: bool, dice: &mut Dice| if rich { u64::from(dice.below(300)) } else { 0 };
        let rich = self.menu.rich;
        let unplaced = self.dice.pick(&[20_000, 1_500_000]);
        Costs { unplaced, switch: price(rich, &mut self.dice), trip: price(rich, &mut self.dice), moved: 0 }
    }

    fn task(&mut self, id: u32) -> Task {
        let needs = self.needs();
        let mut task = Task { duration: self.duration(), needs, release: self.moment(4), ..Task::default() };
        if !self.dice.one_in(3) {
            task.due = Some(self.moment(1));
            task.weight = self.dice.below(5);
        }
        task.windows = self.dice.one_in(4).then(|| self.windows());
        task.after = self.links(id);
        task.modes =
            (0..if self.rich(3) { 1 + self.dice.below(2) } else { 0 }).map(|_| self.mode()).collect();
        let alone = task.needs.len() <= 1 && task.modes.iter().all(|mode| mode.needs.len() <= 1);
        task.split = alone && self.rich(3);
        let (case, site, contact) = (self.rich(2), self.rich(3), self.rich(3));
        task.case = case.then(|| self.dice.below(2));
        task.site = site.then(|| self.dice.below(2));
        task.contact = contact.then(|| self.dice.below(2));
        task.uses = self.uses();
        task.pinned = self.rich(10).then(|| self.pin(id, &task));
        task
    }

    fn duration(&mut self) -> Minute {
        self.dice.pick(&[60, 60, 120, 120, 180, 240, 45, 100])
    }

    fn moment(&mut self, often: u32) -> Minute {
        let minute = self.dice.below(self.days) * DAY + self.dice.pick(&[480, 540, 660, 840, 1_020]);
        if self.dice.one_in(often) { minute } else { 0 }
    }

    fn needs(&mut self) -> Vec<Need> {
        let count =
            if self.menu.rich { self.dice.pick(&[0, 1, 1, 1, 1, 2]) } else { self.dice.pick(&[0, 1, 1, 1]) };
        (0..count).map(|_| self.need()).collect()
    }

    fn need(&mut self) -> Need {
        let first = self.dice.below(self.people);
        let others = (0..self.people).filter(|&who| who != first);
        let mut candidates: Vec<_> = others.filter(|_| self.dice.one_in(2)).map(ResourceId).collect();
        let everybody = !self.dice.one_in(30);
        candidates.extend(everybody.then_some(ResourceId(first)));
        Need { candidates }
    }

    fn mode(&mut self) -> Mode {
        let (duration, needs, cost) = (self.duration(), self.needs(), self.dice.below(300));
        let site = self.menu.rich.then_some(cost % 2).filter(|_| cost % 3 > 0);
        Mode { duration, needs, cost, site }
    }

    fn windows(&mut self) -> Vec<Span> {
        let count = if self.menu.rich { 1 + self.dice.below(2) } else { 1 };
        let mut start = self.moment(2).saturating_sub(60);
        let mut windows = Vec::new();
        for _ in 0..count {
            let end = start + self.dice.pick(&[180, 600, 1_200]);
            windows.push(Span { start, end });
            start = end + self.dice.pick(&[0, 60, 600]);
        }
        windows
    }

    /// Among the tasks before it.
    fn links(&mut self, id: u32) -> Vec<Link> {
        let count = if id == 0 { 0 } else { self.dice.pick(&[0, 0, 1, 1, 2]) };
        let mut links = Vec::new();
        for _ in 0..count {
            let (wait, least) = if self.dice.one_in(4) {
                (Wait::OpenDays(1), DAY)
            } else {
                let minutes = self.dice.pick(&[0, 0, 60, 240]);
                (Wait::Elapsed(minutes), minutes)
            };
            let at_most = self.rich(3).then(|| least + self.dice.pick(&[0, 120, 600, DAY]));
            links.push(Link { task: TaskId(self.dice.below(id)), wait, at_most });
        }
        links
    }

    fn uses(&mut self) -> Vec<Use> {
        let count = u32::from(self.stocks > 0 && self.rich(2));
        (0..count)
            .map(|_| Use {
                stock: StockId(self.dice.below(self.stocks)),
                amount: self.dice.pick(&[0, 1, 1, 2]),
            })
            .collect()
    }

    /// Anywhere, whatever the rules say.
    fn pin(&mut self, id: u32, task: &Task) -> Placement {
        let mode = self.dice.below(task.modes.len() as u32 + 1);
        let needs = mode.checked_sub(1).map_or(&task.needs, |other| &task.modes[other as usize].needs);
        let who = needs.iter().map(|_| ResourceId(self.dice.below(self.people))).collect();
        let start = self.dice.below(self.days * 24) * 60 + self.dice.pick(&[0, 0, 20]);
        Placement { task: TaskId(id), span: Span { start, end: start + self.duration() }, who, mode }
    }
}

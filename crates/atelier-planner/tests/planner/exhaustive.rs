//! The best plan there is, by trying everything: for problems of a few tasks only.

use atelier_planner::{Minute, Placement, Problem, ResourceId, Rule, Span, Task, TaskId, check, price};

/// What the search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Least {
    /// Nothing costs less than the plan given.
    Given,
    /// The best there is, and its price.
    Below(u64, Vec<Placement>),
    /// Too many ways to try.
    Unknown,
}

/// Plans looked at before giving up.
const STEPS: u32 = 20_000;

/// The least price of a valid plan, against one of price `known`.
///
/// Tasks must stand after their predecessors. Every start on the grid, every choice of people and of
/// mode is tried for each task, beside leaving it out; a branch ends where the checker finds a breach
/// that nothing placed later could mend, or where what is decided already costs as much as the best.
pub fn least_price(problem: &Problem, known: u64) -> Least {
    let options = (0..).zip(&problem.tasks).map(|(id, task)| options(problem, TaskId(id), task)).collect();
    let mut search = Search { problem, options, placed: Vec::new(), best: known, steps: STEPS, kept: vec![] };
    search.settle(0);
    match search.steps {
        0 => Least::Unknown,
        _ if search.best == known => Least::Given,
        _ => Least::Below(search.best, search.kept),
    }
}

struct Search<'a> {
    problem: &'a Problem,
    /// Each way to place a task by itself, and what it costs by itself; cheapest first.
    options: Vec<Vec<(u64, Placement)>>,
    placed: Vec<Placement>,
    best: u64,
    /// Left to look at.
    steps: u32,
    kept: Vec<Placement>,
}

impl Search<'_> {
    fn settle(&mut self, task: usize) {
        if task == self.options.len() {
            // Every branch that comes so far costs less than the best.
            if check(self.problem, &self.placed).is_empty() {
                self.best = price(self.problem, &self.placed).total;
                self.kept.clone_from(&self.placed);
            }
            return;
        }
        for option in 0..self.options[task].len() {
            let (alone, placement) = self.options[task][option].clone();
            // Since the cheapest stand first, the others cost too much as well.
            if self.paid(task) + alone + self.to_come(task + 1) >= self.best {
                break;
            }
            self.placed.push(placement);
            if self.paid(task + 1) + self.to_come(task + 1) < self.best && self.may_still_be_valid() {
                self.settle(task + 1);
            }
            self.placed.pop();
        }
        let pinned = self.problem.tasks[task].pinned.is_some();
        if !pinned && self.paid(task + 1) + self.to_come(task + 1) < self.best && self.may_still_be_valid() {
            self.settle(task + 1);
        }
    }

    /// The price of what is decided for the first tasks.
    fn paid(&self, decided: usize) -> u64 {
        let open = (self.problem.tasks.len() - decided) as u64;
        price(self.problem, &self.placed).total - open * self.problem.costs.unplaced
    }

    /// What the tasks from there on cost at least.
    fn to_come(&self, from: usize) -> u64 {
        let least = |options: &Vec<(u64, Placement)>| options.first().map(|option| option.0);
        let unplaced = self.problem.costs.unplaced;
        self.options[from..].iter().map(|one| least(one).unwrap_or(unplaced).min(unplaced)).sum()
    }

    /// Only a successor that is still missing may be mended by what comes later.
    fn may_still_be_valid(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        if self.steps == 0 {
            return false;
        }
        let mendable = |rule| matches!(rule, Rule::Together | Rule::Pinned);
        check(self.problem, &self.placed).iter().all(|violation| mendable(violation.rule))
    }
}

/// Every placement of a task that breaks no rule but those on its predecessors, and its own price.
fn options(problem: &Problem, id: TaskId, task: &Task) -> Vec<(u64, Placement)> {
    let mut found = Vec::new();
    if let Some(pin) = &task.pinned {
        found.push(pin.clone());
    } else {
        for (mode, who) in (0..=task.modes.len() as u32).flat_map(|mode| people(task, mode)) {
            let first = task.release.next_multiple_of(problem.grid);
            let starts = (first..problem.horizon).step_by(problem.grid as usize);
            let spans = starts.filter_map(|start| span(problem, task, mode, &who, start));
            found.extend(spans.map(|span| Placement { task: id, span, who: who.clone(), mode }));
        }
        found.retain(|placement| stands_alone(problem, placement));
    }
    let alone = |placement: &Placement| {
        let price = price(problem, std::slice::from_ref(placement));
        price.late + price.modes
    };
    let mut options: Vec<_> = found.into_iter().map(|placement| (alone(&placement), placement)).collect();
    options.sort_by_key(|option| option.0);
    options
}

fn stands_alone(problem: &Problem, placement: &Placement) -> bool {
    let others = |rule| matches!(rule, Rule::Predecessor | Rule::Together | Rule::Pinned);
    check(problem, std::slice::from_ref(placement)).iter().all(|violation| others(violation.rule))
}

/// Every choice of one candidate per need, with the mode.
fn people(task: &Task, mode: u32) -> Vec<(u32, Vec<ResourceId>)> {
    let needs = if mode == 0 { &task.needs } else { &task.modes[mode as usize - 1].needs };
    let choices = needs.iter().fold(vec![vec![]], |lists: Vec<Vec<ResourceId>>, need| {
        let longer = |list: &Vec<ResourceId>, who| list.iter().copied().chain([who]).collect();
        lists.iter().flat_map(|list| need.candidates.iter().map(move |&who| longer(list, who))).collect()
    });
    choices.into_iter().map(|who| (mode, who)).collect()
}

/// From a start in working time, the end that gives the length asked; the checker judges the rest.
fn span(problem: &Problem, task: &Task, mode: u32, who: &[ResourceId], start: Minute) -> Option<Span> {
    let resource = |who: &ResourceId| &problem.resources[who.0 as usize];
    let works = |who: &ResourceId, minute| {
        resource(who).windows.iter().any(|window| window.start <= minute && minute < window.end)
    };
    let duration = if mode == 0 { task.duration } else { task.modes[mode as usize - 1].duration };
    let length = who.iter().map(|who| at_pace(duration, resource(who).pace, problem.grid)).max();
    let mut left = length.unwrap_or(duration);
    let mut end = start;
    let in_hours = who.iter().all(|who| works(who, start));
    while in_hours && left > 0 && end < problem.horizon {
        left -= u32::from(!task.split || who.iter().all(|who| works(who, end)));
        end += 1;
    }
    (left == 0).then_some(Span { start, end })
}

fn at_pace(duration: Minute, pace: u32, grid: Minute) -> Minute {
    if pace == 100 { duration } else { (duration * 100).div_ceil(pace).next_multiple_of(grid) }
}

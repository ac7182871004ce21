//! What a task asks by itself: its way, length, grid, horizon, release, window and people.

use super::reading::{Reading, Way, way, worked};
use super::{Rule, Violation};
use crate::{Placement, ResourceId, Task};

pub(super) fn broken(read: &Reading, task: &Task, placement: &Placement) -> Vec<Violation> {
    let mut found = Findings { placement, list: Vec::new() };
    dates(read, task, &mut found);
    match way(task, placement.mode) {
        None => found.add(Rule::Mode, format!("mode {} of {}", placement.mode, task.modes.len())),
        Some(way) => {
            duration(read, task, &way, &mut found);
            people(&way, &mut found);
        }
    }
    found.list
}

struct Findings<'a> {
    placement: &'a Placement,
    list: Vec<Violation>,
}

impl Findings<'_> {
    fn add(&mut self, rule: Rule, detail: String) {
        self.list.push(Violation::new(self.placement.task, rule, detail));
    }

    fn require(&mut self, holds: bool, rule: Rule, detail: impl FnOnce() -> String) {
        if !holds {
            self.add(rule, detail());
        }
    }
}

fn dates(read: &Reading, task: &Task, found: &mut Findings) {
    let span = found.placement.span;
    let (grid, horizon, release) = (read.problem.grid, read.problem.horizon, task.release);
    let on_grid = span.start.checked_rem(grid) == Some(0);
    found.require(on_grid, Rule::Grid, || format!("{} on a grid of {grid}", span.start));
    found.require(span.end <= horizon, Rule::Horizon, || format!("ends {} after {horizon}", span.end));
    found.require(span.start >= release, Rule::Release, || format!("{} before {release}", span.start));
    if let Some(windows) = &task.windows {
        let inside = windows.iter().any(|window| window.start <= span.start && span.end <= window.end);
        found.require(inside, Rule::Window, || format!("{span:?} in none of {windows:?}"));
    }
}

fn duration(read: &Reading, task: &Task, way: &Way, found: &mut Findings) {
    let Placement { span, who, .. } = found.placement;
    let asked = read.minutes(way.duration, who);
    let whole = u64::from(span.end).saturating_sub(u64::from(span.start));
    let lasts = |who: &ResourceId| match read.resource(*who) {
        Some(resource) if task.split => {
            worked(&resource.windows, *span).map(|stretch| u64::from(stretch.end - stretch.start)).sum()
        }
        _ => whole,
    };
    let holds = if who.is_empty() { whole == asked } else { who.iter().all(|who| lasts(who) == asked) };
    found.require(holds, Rule::Duration, || format!("{} to {} for {asked}", span.start, span.end));
}

fn people(way: &Way, found: &mut Findings) {
    let who = &found.placement.who;
    let capable = who.len() == way.needs.len()
        && way.needs.iter().zip(who).all(|(need, one)| need.candidates.contains(one));
    let distinct = who.iter().enumerate().all(|(index, one)| !who[..index].contains(one));
    found.require(capable && distinct, Rule::People, || format!("{who:?} for {:?}", way.needs));
}

//! A small shop to read aloud: people, tasks, and the plan as one line per task.

use atelier_planner::{
    Cause, DAY, Draft, Effort, Fault, Link, Minute, Need, Obstacle, Placement, Plan, Problem, Resource,
    ResourceId, Span, Task, TaskId, ToTheEnd, Wait, What, solve,
};

/// `d` days and `h` hours, in minutes.
pub fn at(d: Minute, h: Minute) -> Minute {
    d * DAY + h * 60
}

pub fn span(start: Minute, end: Minute) -> Span {
    Span { start, end }
}

/// Works 9-12 and 14-16 on each of `days`.
pub fn worker(days: &[Minute]) -> Resource {
    let halves = days.iter().flat_map(|&day| [span(at(day, 9), at(day, 12)), span(at(day, 14), at(day, 16))]);
    Resource { windows: halves.collect(), ..Resource::default() }
}

/// A week of five days, seven in the plan, hours as the grid, `people` workers.
pub fn shop(people: usize, tasks: Vec<Task>) -> Problem {
    Problem {
        grid: 60,
        horizon: at(7, 0),
        open_days: vec![true, true, true, true, true, false, false],
        resources: vec![worker(&[0, 1, 2, 3, 4]); people],
        tasks,
        ..Problem::default()
    }
}

/// `hours` of work for one of each group of people.
pub fn task(hours: Minute, needs: &[&[u32]]) -> Task {
    let need = |people: &&[u32]| Need { candidates: people.iter().map(|&who| ResourceId(who)).collect() };
    Task { duration: hours * 60, needs: needs.iter().map(need).collect(), ..Task::default() }
}

pub fn after(task: u32, wait: Wait) -> Link {
    Link { task: TaskId(task), wait, at_most: None }
}

pub fn pin(task: u32, start: Minute, end: Minute, who: &[u32]) -> Placement {
    let who = who.iter().map(|&one| ResourceId(one)).collect();
    Placement { task: TaskId(task), span: span(start, end), who, mode: 0 }
}

pub fn in_order(problem: &Problem) -> Vec<TaskId> {
    (0..problem.tasks.len() as u32).map(TaskId).collect()
}

pub fn plan(problem: &Problem) -> Draft {
    solve_in(problem, &in_order(problem)).unwrap().draft(problem)
}

/// Task by task, without improvement.
pub fn solve_in(problem: &Problem, order: &[TaskId]) -> Result<Plan, Fault> {
    solve(problem, order, &Effort::default(), &ToTheEnd)
}

pub fn placements(draft: &Draft) -> Vec<Placement> {
    draft.placed.iter().map(|placed| placed.placement.clone()).collect()
}

/// `task day hour who`, in the order of the tasks.
pub fn seats(draft: &Draft) -> Vec<(u32, Minute, Minute, Vec<u32>)> {
    let line = |placed: &Placement| {
        let start = placed.span.start;
        let who = placed.who.iter().map(|one| one.0).collect();
        (placed.task.0, start / DAY, start % DAY / 60, who)
    };
    let mut lines: Vec<_> = placements(draft).iter().map(line).collect();
    lines.sort();
    lines
}

pub fn start(draft: &Draft, task: u32) -> Minute {
    draft.placed.iter().find(|placed| placed.placement.task.0 == task).unwrap().placement.span.start
}

pub fn reasons(draft: &Draft, task: u32) -> &[Obstacle] {
    &draft.placed.iter().find(|placed| placed.placement.task.0 == task).unwrap().reasons
}

pub fn because(start: Minute, end: Minute, what: What) -> Obstacle {
    Obstacle { span: span(start, end), what }
}

pub fn cause(draft: &Draft, task: u32) -> &Cause {
    &draft.refused.iter().find(|refused| refused.task.0 == task).unwrap().cause
}

//! Serial placement written as plainly as can be, minute by minute; the engine without new features
//! and without improvement must give the same plan.

use crate::properties::problem;
use crate::shop::{in_order, solve_in};
use atelier_planner::{DAY, Minute, Placement, Problem, ResourceId, Span, Task, TaskId, Wait};
use proptest::prelude::*;

/// Who works and is not taken, minute by minute, and what is booked on each day.
struct Slate<'a> {
    problem: &'a Problem,
    open: Vec<Vec<bool>>,
    used: Vec<Vec<Minute>>,
    ends: Vec<Option<Minute>>,
}

impl<'a> Slate<'a> {
    fn of(problem: &'a Problem) -> Self {
        let works =
            |minute: Minute, spans: &[Span]| spans.iter().any(|one| one.start <= minute && minute < one.end);
        let open = |one: &atelier_planner::Resource| {
            (0..problem.horizon).map(|minute| works(minute, &one.windows)).collect()
        };
        Self {
            problem,
            open: problem.resources.iter().map(open).collect(),
            used: vec![vec![0; 2 * (problem.horizon / DAY) as usize + 2]; problem.resources.len()],
            ends: vec![None; problem.tasks.len()],
        }
    }

    fn free(&self, who: ResourceId, span: Span) -> bool {
        let allowance = self.problem.resources[who.0 as usize].day_allowance.as_deref().unwrap_or(&[]);
        let fits = |(day, most): (usize, &Minute)| {
            let minutes = on_day(span, day);
            minutes == 0 || self.used[who.0 as usize][day] + minutes <= *most
        };
        self.open[who.0 as usize][span.start as usize..span.end as usize].iter().all(|&open| open)
            && allowance.iter().enumerate().all(fits)
    }

    fn book(&mut self, placement: &Placement) {
        let span = placement.span;
        for (at, who) in placement.who.iter().enumerate() {
            if placement.who[..at].contains(who) {
                continue;
            }
            for day in 0..self.used[who.0 as usize].len() {
                self.used[who.0 as usize][day] += on_day(span, day);
            }
            let last = span.end.min(self.problem.horizon);
            (span.start.min(last)..last)
                .for_each(|minute| self.open[who.0 as usize][minute as usize] = false);
        }
        self.ends[placement.task.0 as usize] = Some(span.end);
    }

    fn ready(&self, task: &Task) -> Option<Minute> {
        let mut ready = task.release;
        for link in &task.after {
            let end = self.ends[link.task.0 as usize]?;
            ready = ready.max(match link.wait {
                Wait::Elapsed(minutes) => end + minutes,
                Wait::OpenDays(days) => later(end, days, &self.problem.open_days),
            });
        }
        Some(ready)
    }

    fn place(&self, id: TaskId) -> Option<Placement> {
        let task = &self.problem.tasks[id.0 as usize];
        let ready = self.ready(task)?;
        let last = self.problem.horizon.checked_sub(task.duration)?;
        let inside = |span: Span| {
            let windows = task.windows.as_ref();
            windows.is_none_or(|list| list.iter().any(|one| one.start <= span.start && span.end <= one.end))
        };
        (0..=last).step_by(self.problem.grid as usize).filter(|&start| start >= ready).find_map(|start| {
            let span = Span { start, end: start + task.duration };
            let who = inside(span).then(|| self.people(task, span, &mut Vec::new()))??;
            Some(Placement { task: id, span, who, mode: 0 })
        })
    }

    /// The first choice of distinct free people, need by need, candidate by candidate.
    fn people(&self, task: &Task, span: Span, chosen: &mut Vec<ResourceId>) -> Option<Vec<ResourceId>> {
        let Some(need) = task.needs.get(chosen.len()) else { return Some(chosen.clone()) };
        for &who in &need.candidates {
            if !chosen.contains(&who) && self.free(who, span) {
                chosen.push(who);
                if let Some(all) = self.people(task, span, chosen) {
                    return Some(all);
                }
                chosen.pop();
            }
        }
        None
    }
}

fn on_day(span: Span, day: usize) -> Minute {
    let midnight = day as Minute * DAY;
    span.end.min(midnight + DAY).saturating_sub(span.start.max(midnight))
}

fn later(end: Minute, days: u32, open: &[bool]) -> Minute {
    let mut moment = end;
    let mut left = days;
    while left > 0 {
        moment += DAY;
        left -= u32::from(open.get(((moment - 1) / DAY) as usize).copied().unwrap_or(true));
    }
    moment
}

fn plainly(problem: &Problem) -> Vec<Option<Placement>> {
    let mut slate = Slate::of(problem);
    let mut placements: Vec<_> = problem.tasks.iter().map(|task| task.pinned.clone()).collect();
    placements.iter().flatten().for_each(|pin| slate.book(pin));
    for id in in_order(problem) {
        if placements[id.0 as usize].is_none() {
            placements[id.0 as usize] = slate.place(id);
            placements[id.0 as usize].iter().for_each(|placed| slate.book(placed));
        }
    }
    placements
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]
    #[test]
    fn the_engine_places_as_one_would_by_hand(problem in problem()) {
        let plan = solve_in(&problem, &in_order(&problem)).unwrap();
        prop_assert_eq!(plan.placements, plainly(&problem));
    }
}

//! Random problems: every plan is valid, complete, repeatable, explained, and as early as it can be.

use crate::shop::{in_order, placements, plan};
use atelier_planner::{
    Cause, DAY, Link, Minute, Need, Placement, Problem, Resource, ResourceId, Span, Task, TaskId, Wait, check,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const HORIZON: Minute = 3 * DAY;

/// Disjoint spans from lengths of gaps and stretches; `apart` is the smallest gap between two.
fn spans(apart: Minute, most: usize) -> impl Strategy<Value = Vec<Span>> {
    vec((apart..900u32, 20..700u32), 0..most).prop_map(|pairs| {
        let mut end = 0;
        let lay = |(gap, length)| {
            let start = end + gap;
            end = start + length;
            Span { start, end }
        };
        pairs.into_iter().map(lay).collect()
    })
}

fn resource() -> impl Strategy<Value = Resource> {
    (spans(1, 8), option::weighted(0.4, vec(0..500u32, 0..4))).prop_map(|(windows, day_allowance)| Resource {
        windows,
        day_allowance,
        ..Resource::default()
    })
}

fn wait() -> impl Strategy<Value = Wait> {
    prop_oneof![(0..900u32).prop_map(Wait::Elapsed), (0..3u32).prop_map(Wait::OpenDays)]
}

/// Task `id`, its predecessors among those before it, its people among `people`.
fn task(id: u32, people: u32) -> impl Strategy<Value = Task> {
    let candidates = prop::sample::subsequence((0..people).collect::<Vec<_>>(), 0..=people as usize);
    let need = candidates.prop_map(|who| Need { candidates: who.into_iter().map(ResourceId).collect() });
    let link =
        (0..id.max(1), wait()).prop_map(|(task, wait)| Link { task: TaskId(task), wait, at_most: None });
    let pin = option::weighted(0.1, (0..HORIZON, 1..300u32, vec(0..people, 3)));
    let shape = (1..300u32, vec(need.boxed(), 0..3), 0..DAY, option::weighted(0.3, spans(0, 6)));
    (shape, vec(link, 0..if id == 0 { 1 } else { 3 }), pin).prop_map(move |(shape, after, pin)| {
        let (duration, needs, release, windows) = shape;
        let after = if id == 0 { vec![] } else { after };
        let pinned = pin.map(|(start, length, who)| Placement {
            task: TaskId(id),
            span: Span { start, end: start + length },
            who: who.into_iter().take(needs.len()).map(ResourceId).collect(),
            mode: 0,
        });
        Task { duration, needs, release, windows, after, pinned, ..Task::default() }
    })
}

pub fn problem() -> impl Strategy<Value = Problem> {
    (1..4u32, 1..9u32, prop_oneof![Just(1u32), Just(15), Just(30), Just(60)]).prop_flat_map(
        |(people, tasks, grid)| {
            let tasks: Vec<_> = (0..tasks).map(|id| task(id, people).boxed()).collect();
            (vec(resource(), people as usize), tasks, vec(any::<bool>(), 0..4)).prop_map(
                move |(resources, tasks, open_days)| Problem {
                    grid,
                    horizon: HORIZON,
                    open_days,
                    resources,
                    tasks,
                    ..Problem::default()
                },
            )
        },
    )
}

/// Every choice of one candidate per need.
fn choices(task: &Task) -> Vec<Vec<ResourceId>> {
    task.needs.iter().fold(vec![vec![]], |lists, need| {
        let longer = |list: Vec<ResourceId>| {
            need.candidates.iter().map(move |&who| [list.clone(), vec![who]].concat())
        };
        lists.into_iter().flat_map(longer).collect()
    })
}

/// The first start before `before` that the checker accepts beside `others`, found by trying every one.
fn any_start(problem: &Problem, others: &[Placement], id: TaskId, before: Minute) -> Option<Minute> {
    let task = &problem.tasks[id.0 as usize];
    let mut trial = others.to_vec();
    (0..before).step_by(problem.grid as usize).find(|&start| {
        choices(task).into_iter().any(|who| {
            let span = Span { start, end: start + task.duration };
            trial.truncate(others.len());
            trial.push(Placement { task: id, span, who, mode: 0 });
            check(problem, &trial).is_empty()
        })
    })
}

proptest! {
    #[test]
    fn every_plan_is_valid_complete_and_repeatable(problem in problem()) {
        let draft = plan(&problem);
        prop_assert_eq!(check(&problem, &placements(&draft)), vec![]);
        let placed = draft.placed.iter().map(|placed| placed.placement.task);
        let mut met: Vec<TaskId> = placed.chain(draft.refused.iter().map(|refused| refused.task)).collect();
        met.sort();
        prop_assert_eq!(met, in_order(&problem));
        prop_assert_eq!(plan(&problem), draft);
    }

    #[test]
    fn every_minute_before_a_start_has_its_reason(problem in problem()) {
        for placed in plan(&problem).placed {
            let mut reached = 0;
            let mut last = None;
            for reason in &placed.reasons {
                prop_assert_eq!(reason.span.start, reached);
                prop_assert!(reason.span.end > reached);
                prop_assert_ne!(Some(reason.what), last);
                (reached, last) = (reason.span.end, Some(reason.what));
            }
            prop_assert_eq!(reached, placed.placement.span.start);
        }
    }

    #[test]
    fn a_refusal_for_lack_of_room_accounts_for_every_possible_start(problem in problem()) {
        for refused in plan(&problem).refused {
            if let Cause::NoRoom(list) = refused.cause {
                let length = problem.tasks[refused.task.0 as usize].duration;
                let sum: Minute = list.iter().map(|(_, minutes)| minutes).sum();
                prop_assert_eq!(sum, problem.horizon - length + 1);
                prop_assert!(list.is_sorted_by(|left, right| left.1 >= right.1));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_could_start_earlier_and_nothing_refused_could_start(problem in problem()) {
        prop_assume!(problem.grid > 1);
        let draft = plan(&problem);
        let pins = problem.tasks.iter().filter(|task| task.pinned.is_some()).count();
        let all = placements(&draft);
        for (index, placement) in all.iter().enumerate().skip(pins) {
            let earlier = any_start(&problem, &all[..index], placement.task, placement.span.start);
            prop_assert_eq!(earlier, None, "task {} could start earlier", placement.task.0);
        }
        for refused in &draft.refused {
            let before: Vec<_> = all.iter().enumerate()
                .filter(|(index, other)| *index < pins || other.task < refused.task)
                .map(|(_, other)| other.clone()).collect();
            prop_assert_eq!(any_start(&problem, &before, refused.task, problem.horizon), None);
        }
    }
}

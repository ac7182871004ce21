//! 20,000 tasks on 300 resources and 100,000 on 1,500 over 8 weeks, made by a small generator: the same on
//! every machine.

use atelier_planner::{
    DAY, Draft, Effort, Link, Minute, Need, Placed, Problem, Resource, ResourceId, Span, Task, TaskId,
    ToTheEnd, Wait, check, solve,
};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const WEEKS: u32 = 8;
const TEAM: u32 = 12;

/// A linear congruential generator: the sequence is all that matters here.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(sides)) as u32
    }
}

fn resource(dice: &mut Dice) -> Resource {
    let away = dice.below(WEEKS * 7);
    let days = (0..WEEKS * 7).filter(|day| day % 7 < 5 && *day != away);
    let halves = days.flat_map(|day| [(9, 12), (14, 18)].map(|(from, to)| hours(day, from, to)));
    let day_allowance = (dice.below(3) == 0).then(|| vec![240; (WEEKS * 7) as usize]);
    Resource { windows: halves.collect(), day_allowance, ..Resource::default() }
}

fn hours(day: u32, from: Minute, to: Minute) -> Span {
    Span { start: day * DAY + from * 60, end: day * DAY + to * 60 }
}

/// A case is a chain of four: somebody of the team, the same kind again after a day, then two together.
fn task(id: u32, resources: u32, unit: Minute, dice: &mut Dice) -> Task {
    let case = id / 4;
    let team = (case % (resources / TEAM)) * TEAM;
    let anyone = Need { candidates: (team..team + TEAM).map(ResourceId).collect() };
    let owner = Need { candidates: vec![ResourceId(team + case % TEAM)] };
    let wait = if id.is_multiple_of(2) { Wait::OpenDays(1) } else { Wait::Elapsed(30) };
    let customer = id % 4 == 3;
    Task {
        duration: unit * (1 + dice.below(4)),
        needs: if customer {
            vec![owner, anyone]
        } else if id % 4 == 1 {
            vec![owner]
        } else {
            vec![anyone]
        },
        release: if id.is_multiple_of(4) { dice.below(WEEKS * 7 - 14) * DAY } else { 0 },
        due: None,
        windows: customer
            .then(|| (0..WEEKS * 7).filter(|day| day % 7 < 4).map(|day| hours(day, 10, 18)).collect()),
        after: if id.is_multiple_of(4) {
            vec![]
        } else {
            vec![Link { task: TaskId(id - 1), wait, at_most: None }]
        },
        ..Task::default()
    }
}

/// Tasks of 1 to 4 `unit`s: the longer, the tighter.
fn instance(tasks: u32, resources: u32, unit: Minute) -> Problem {
    let mut dice = Dice(1);
    let resources = (0..resources).map(|_| resource(&mut dice)).collect::<Vec<_>>();
    let tasks = (0..tasks).map(|id| task(id, resources.len() as u32, unit, &mut dice)).collect();
    let open_days = (0..WEEKS * 7).map(|day| day % 7 < 5).collect();
    Problem { grid: 15, horizon: WEEKS * 7 * DAY, open_days, resources, tasks, ..Problem::default() }
}

fn bench(criterion: &mut Criterion) {
    for (tasks, resources, load, unit) in [
        (20_000, 300, "light", 30),
        (20_000, 300, "tight", 60),
        (100_000, 1_500, "light", 30),
        (100_000, 1_500, "tight", 60),
    ] {
        let problem = instance(tasks, resources, unit);
        let order: Vec<TaskId> = (0..tasks).map(TaskId).collect();
        let run = |problem| solve(problem, &order, &Effort::default(), &ToTheEnd);
        let plan = run(&problem).unwrap_or_else(|fault| panic!("{fault}"));
        let draft = plan.draft(&problem);
        let placements: Vec<_> = draft.placed.iter().map(|placed| placed.placement.clone()).collect();
        describe(&problem, &draft);
        assert!(check(&problem, &placements).is_empty());
        let mut group =
            criterion.benchmark_group(format!("{tasks} tasks, {resources} resources, 8 weeks, {load}"));
        group.sample_size(10);
        group.bench_function("solve", |bencher| bencher.iter(|| run(black_box(&problem))));
        group.bench_function("draft", |bencher| bencher.iter(|| plan.draft(black_box(&problem))));
        group.bench_function("check", |run| run.iter(|| check(black_box(&problem), &placements)));
        group.finish();
    }
}

fn describe(problem: &Problem, draft: &Draft) {
    let minutes = |span: &Span| u64::from(span.end - span.start);
    let worked: u64 = problem.resources.iter().flat_map(|one| &one.windows).map(minutes).sum();
    let booked = |placed: &Placed| minutes(&placed.placement.span) * placed.placement.who.len() as u64;
    let booked: u64 = draft.placed.iter().map(booked).sum();
    let reasons: usize = draft.placed.iter().map(|placed| placed.reasons.len()).sum();
    let (placed, refused, load) = (draft.placed.len(), draft.refused.len(), booked * 100 / worked);
    println!("{placed} placed, {refused} refused, {reasons} reasons, load {load} %");
}

criterion_group!(benches, bench);
criterion_main!(benches);

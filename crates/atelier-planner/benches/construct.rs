//! First plans of large models: teams, cases of eight tasks, waits, windows.

#![allow(missing_docs, clippy::expect_used)] // A bench may stop at a broken model.

use atelier_planner::construct::{Rule, best_of, construct};
use atelier_planner::model::{Costs, Model, ModelBuilder, NONE, SPLIT, Task, Wait};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const DAY: u32 = 96;
const DAYS: u32 = 7 * 26;
const TEAM: u32 = 12;
const CASE: u32 = 8;

/// A linear congruential generator: the same model each time, and no dependency.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(bound)) as u32
    }
}

/// About two thirds of the working time is asked for.
fn shop(tasks: u32) -> Model {
    let mut draw = Draw(1);
    let mut builder = ModelBuilder::new(DAYS * DAY, DAY);
    builder.costs(Costs { switch: 5, ..Costs::default() });
    let people = (tasks * 6 / (DAYS / 7 * 5 * 28 * 2 / 3)).max(TEAM);
    let teams: Vec<Vec<u32>> = (0..people.div_ceil(TEAM))
        .map(|_| (0..TEAM).map(|_| person(&mut builder, &mut draw)).collect())
        .collect();
    let pools: Vec<Vec<u32>> = teams.iter().map(|team| team_pools(&mut builder, team)).collect();
    for case in 0..tasks / CASE {
        let release = draw.below((DAYS - 35) * DAY);
        let team = draw.below(teams.len() as u32) as usize;
        for step in 0..CASE {
            let mut task = Task::lasting(2 + draw.below(9));
            (task.release, task.due) = (release, release + (step + 1) * 3 * DAY);
            (task.case, task.weight) = (case, 1 + draw.below(3));
            task.pool = pools[team][draw.below(pools[team].len() as u32) as usize];
            task.flags = if task.duration > 7 { SPLIT } else { 0 };
            if draw.below(12) == 0 {
                task.from = release / DAY * DAY + step * 2 * DAY;
                task.until = task.from + 10 * DAY;
            }
            let id = builder.task(task);
            if step > 0 {
                let most = if draw.below(25) == 0 { 10 * DAY } else { NONE };
                builder.link(id - 1, id, Wait::elapsed(draw.below(3) * DAY), most);
            }
        }
    }
    builder.build().expect("a sound shop")
}

fn person(builder: &mut ModelBuilder, draw: &mut Draw) -> u32 {
    let away = draw.below(DAYS);
    let open = (0..DAYS).filter(|day| day % 7 < 5 && *day != away);
    let hours = open.flat_map(|day| [(36, 50), (54, 68)].map(|(a, b)| (day * DAY + a, day * DAY + b)));
    let calendar = builder.calendar(hours.collect());
    builder.person(calendar, [80, 100, 100, 125][draw.below(4) as usize])
}

/// Each alone, thirds of the team, the whole team.
fn team_pools(builder: &mut ModelBuilder, team: &[u32]) -> Vec<u32> {
    let alone = team.iter().map(|&person| vec![person]);
    let thirds = team.chunks(4).map(<[u32]>::to_vec);
    alone.chain(thirds).chain([team.to_vec()]).map(|pool| builder.pool(pool)).collect()
}

fn first_plans(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("first plan");
    group.sample_size(10);
    for tasks in [20_000, 200_000] {
        let model = shop(tasks);
        group.throughput(Throughput::Elements(u64::from(model.len())));
        group.bench_with_input(BenchmarkId::new("plain list", tasks), &model, |bench, model| {
            bench.iter(|| construct(model, Rule::LatestFinish).objective());
        });
        group.bench_with_input(BenchmarkId::new("one rule", tasks), &model, |bench, model| {
            bench.iter(|| best_of(model, &[Rule::LatestFinish], 1).0.objective());
        });
        group.bench_with_input(
            BenchmarkId::new("several rules, two threads", tasks),
            &model,
            |bench, model| {
                bench.iter(|| best_of(model, &Rule::ALL, 2).0.objective());
            },
        );
    }
    group.finish();
}

criterion_group!(benches, first_plans);
criterion_main!(benches);

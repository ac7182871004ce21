//! Rounds of ruin and recreate on a plan of about 5,000 tasks, and the bounds of that plan.

use std::hint::black_box;

use atelier_planner::ToTheEnd;
use atelier_planner::bound::{Forward, by_prices, lower};
use atelier_planner::construct::{Rule, construct};
use atelier_planner::improve::{Limits, improve};
use atelier_planner::model::{Costs, Model, ModelBuilder, NONE, SPLIT, Task, Wait};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};

const DAY: u32 = 96;
const WEEKS: u32 = 26;
const PEOPLE: u32 = 10;
const ROUNDS: u64 = 2000;

/// A linear congruential draw: enough to vary a shop.
fn draw(state: &mut u64, below: u32) -> u32 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    ((*state >> 33) % u64::from(below)) as u32
}

/// 700 cases of seven linked tasks over half a year, ten people, one task in twelve with a window.
fn shop() -> Model {
    let mut seed = 1;
    let mut builder = ModelBuilder::new(WEEKS * 7 * DAY, DAY);
    builder.costs(Costs { switch: 5, ..Costs::default() });
    let days = (0..WEEKS * 7).filter(|day| day % 7 < 5).map(|day| day * DAY);
    let calendar =
        builder.calendar(days.flat_map(|day| [(day + 36, day + 50), (day + 54, day + 68)]).collect());
    for _ in 0..PEOPLE {
        builder.person(calendar, 80 + draw(&mut seed, 46) as u16);
    }
    let alone = (0..PEOPLE).map(|person| vec![person]);
    let some = (0..40).map(|_| {
        let mut people: Vec<u32> = (0..=draw(&mut seed, 4)).map(|_| draw(&mut seed, PEOPLE)).collect();
        people.sort_unstable();
        people.dedup();
        people
    });
    let pools: Vec<_> = alone.chain(some.collect::<Vec<_>>()).collect();
    let pools: Vec<u32> = pools.into_iter().map(|people| builder.pool(people)).collect();
    for case in 0..700 {
        let release = draw(&mut seed, (WEEKS - 4) * 7 * DAY);
        let mut last = None;
        for step in 0..7 {
            let mut task = Task::lasting(2 + draw(&mut seed, 14));
            (task.case, task.release, task.weight) = (case, release, 1 + draw(&mut seed, 5));
            task.due = release + 4 * DAY * (step + 1);
            task.pool = pools[draw(&mut seed, pools.len() as u32) as usize];
            task.flags = if task.duration >= 12 { SPLIT } else { 0 };
            if draw(&mut seed, 12) == 0 {
                task.from = release + 3 * DAY * step;
                task.until = task.from + 5 * DAY;
            }
            let task = builder.task(task);
            if let Some(last) = last {
                let longest = if draw(&mut seed, 25) == 0 { 12 * DAY } else { NONE };
                builder.link(last, task, Wait::elapsed(DAY * draw(&mut seed, 3)), longest);
            }
            last = Some(task);
        }
    }
    builder.build().unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn rounds(criterion: &mut Criterion) {
    let model = shop();
    let plan = construct(&model, Rule::LatestFinish);
    let mut group = criterion.benchmark_group("improve");
    group.sample_size(20).throughput(Throughput::Elements(ROUNDS));
    group.bench_function("rounds, 4,900 tasks", |bench| {
        let limits = Limits { rounds: ROUNDS, seed: 1, threads: 1 };
        bench.iter_batched_ref(
            || plan.clone(),
            |plan| improve(plan, &limits, &ToTheEnd),
            BatchSize::LargeInput,
        );
    });
    group.finish();
    criterion.bench_function("bound, 4,900 tasks", |bench| bench.iter(|| lower(black_box(&model))));
    let forward = Forward::new(&model);
    let mut group = criterion.benchmark_group("bound by prices");
    group.sample_size(10);
    group.bench_function("10 steps, 4,900 tasks", |bench| bench.iter(|| by_prices(&model, &forward, 10)));
    group.finish();
}

criterion_group!(benches, rounds);
criterion_main!(benches);

//! A project of 122 activities and four scarce resources, made by a small generator: the same on
//! every machine. One schedule of the search costs the first figure divided by a thousand.

use atelier_planner::rcpsp::{Activity, Effort, Mode, Project, Schedule, Supply, justified, solve};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const ACTIVITIES: usize = 122;

/// A linear congruential generator: the sequence is all that matters here.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

fn activity(one: usize, dice: &mut Dice) -> Activity {
    let ends = one == 0 || one + 1 == ACTIVITIES;
    let duration = if ends { 0 } else { 1 + dice.below(10) as u32 };
    let needs = (0..4).map(|_| if ends { 0 } else { dice.below(11) as u32 }).collect();
    let near = |dice: &mut Dice| (one + 1 + dice.below(20)).min(ACTIVITIES - 1);
    let mut successors: Vec<usize> = (0..2).map(|_| near(dice)).filter(|&next| next > one).collect();
    successors.dedup();
    Activity { modes: vec![Mode { duration, needs }], successors }
}

fn project() -> Project {
    let mut dice = Dice(1);
    Project {
        resources: vec![Supply { capacity: 14, renewable: true }; 4],
        activities: (0..ACTIVITIES).map(|one| activity(one, &mut dice)).collect(),
    }
}

/// Everything one after the other: what justification has most to do with.
fn one_by_one(project: &Project) -> Schedule {
    let durations = project.activities.iter().map(|activity| activity.modes[0].duration);
    let starts = durations.scan(0, |end, duration| {
        let start = *end;
        *end += duration;
        Some(start)
    });
    Schedule { starts: starts.collect(), modes: vec![0; ACTIVITIES] }
}

fn rcpsp(bench: &mut Criterion) {
    let project = project();
    let effort = Effort { schedules: 1_000, expected: 1_000, seed: 1, threads: 1 };
    bench.bench_function("search: 1,000 schedules of 122 activities", |bencher| {
        bencher.iter(|| solve(black_box(&project), &effort, &|| false));
    });
    let loose = one_by_one(&project);
    bench.bench_function("double justification of 122 activities, network built", |bencher| {
        bencher.iter(|| justified(black_box(&project), &loose));
    });
}

criterion_group!(benches, rcpsp);
criterion_main!(benches);

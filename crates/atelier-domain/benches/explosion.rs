//! Explosion and load of 100,000 objectives of 12 lines, with work in progress netted.
//! Target: under 200 ms on one or two threads. `cargo bench -p atelier-domain --bench explosion`
#![allow(missing_docs, clippy::unwrap_used)]

use atelier_domain::language::{Minutes, Yield};
use atelier_domain::planning::{ManyObjectives, explode_many};
use atelier_domain::process::{Bilingual, Channel, Input, Operation, Process, Step};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

const OBJECTIVES: u32 = 100_000;
const STEPS: u32 = 12;
const WEEKS: u32 = 52;
const GROUPS: u32 = 1_000;

fn operation(step: u32) -> Operation {
    Operation {
        code: format!("operation-{step}"),
        name: Bilingual::default(),
        kinds: vec![["caller", "seller", "presales"][step as usize % 3].into()],
        prepare: Minutes(10),
        run: Minutes(30 + i64::from(step)),
        travel: Minutes(15),
        // Every third step is prepared by lots of five, the slower rule.
        lot: if step.is_multiple_of(3) { 5 } else { 1 },
        channel: Channel::Desk,
        skill: None,
        automated: false,
        wait_days: 0,
        wait_days_max: None,
        strength: atelier_domain::process::Strength::Recommended,
        split: false,
        room: None,
        alternatives: vec![],
        playbook: Bilingual::default(),
        checklist: Vec::new(),
        conversation: None,
    }
}

fn step(index: u32) -> Step {
    let feeder = index.checked_sub(1).map(|before| Input { step: format!("step-{before}"), quantity: 1 });
    Step {
        code: format!("step-{index}"),
        name: Bilingual::default(),
        yields: Yield::new(700_000 + 20_000 * index),
        lead_days: 7 * (index % 3),
        after: feeder.into_iter().collect(),
        evidence: Vec::new(),
        operations: vec![operation(index)],
    }
}

fn process() -> Process {
    Process {
        code: "bench".into(),
        version: 1,
        name: Bilingual::default(),
        function: String::new(),
        owner: String::new(),
        line: None,
        objectives: Vec::new(),
        target: Vec::new(),
        steps: (0..STEPS).map(step).collect(),
        planning: None,
        indicators: Vec::new(),
        kinds: ["caller", "seller", "presales"].map(String::from).to_vec(),
        lines: vec![],
        valid_from: None,
    }
}

/// Objectives with `lines` weeks due each, spread by a multiplicative sequence: no random draw.
fn objectives(lines: u32) -> ManyObjectives {
    let mixed = |value: u32| value.wrapping_mul(2_654_435_761) >> 16;
    let each = 0..OBJECTIVES * lines;
    ManyObjectives {
        group: (0..OBJECTIVES).map(|objective| objective / (OBJECTIVES / GROUPS)).collect(),
        first_due: (0..=OBJECTIVES).map(|objective| objective * lines).collect(),
        due_week: each.clone().map(|line| (mixed(line / lines) + line % lines) % WEEKS).collect(),
        due_units: each.map(|line| i64::from(1 + mixed(line) % 9)).collect(),
        wip: (0..OBJECTIVES * STEPS).map(|place| i64::from(mixed(place) % 4)).collect(),
    }
}

fn explosion(criterion: &mut Criterion) {
    let process = process();
    let mut group = criterion.benchmark_group("explosion of 100,000 objectives of 12 lines");
    group.sample_size(20);
    for (name, lines, threads) in [
        ("one week due, 1 thread", 1, 1),
        ("one week due, 2 threads", 1, 2),
        ("five weeks due, 2 threads", 5, 2),
    ] {
        let many = objectives(lines);
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || (),
                |()| explode_many(&process, &many, GROUPS as usize, WEEKS as usize, threads).unwrap(),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, explosion);
criterion_main!(benches);

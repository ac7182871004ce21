//! Rough cut of 1,000 teams of 12 over 52 weeks, six skills, windows of one to six weeks: a third of the
//! teams has weeks it cannot hold.

use atelier_planner::flow::{Demand, RoughCut, Supplier, rough_cuts};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

const TEAMS: u32 = 1_000;
const PEOPLE: u32 = 12;
const WEEKS: u32 = 52;
const SKILLS: u32 = 6;

/// A linear congruential generator: the sequence is all that matters here.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(sides)) as u32
    }
}

/// Everybody holds skill 0, and each of the others one time in three; 35 h a week, less leave.
fn somebody(dice: &mut Dice) -> Supplier {
    let skills = std::iter::once(0).chain((1..SKILLS).filter(|_| dice.below(3) == 0)).collect();
    let available = (0..WEEKS).map(|_| if dice.below(10) == 0 { 0 } else { 2_100 }).collect();
    Supplier { skills, available }
}

/// Every week asks each skill; `percent` of what the team has over the year.
fn team(dice: &mut Dice, percent: i64) -> RoughCut {
    let suppliers: Vec<Supplier> = (0..PEOPLE).map(|_| somebody(dice)).collect();
    let all: i64 = suppliers.iter().flat_map(|one| &one.available).sum();
    let mean = all * percent / 100 / i64::from(WEEKS) / 9;
    let mut demands = Vec::new();
    for week in 0..WEEKS {
        for skill in 0..SKILLS {
            // Skill 0 asks four times as much as another.
            let part = if skill == 0 { 4 } else { 1 };
            let asked = mean * part * i64::from(50 + dice.below(100)) / 100;
            demands.push(Demand { skill, from: week.saturating_sub(dice.below(6)), until: week, asked });
        }
    }
    RoughCut { periods: WEEKS, suppliers, demands }
}

fn company(percent: i64) -> Vec<RoughCut> {
    let mut dice = Dice(1);
    (0..TEAMS).map(|_| team(&mut dice, percent)).collect()
}

fn bench(c: &mut Criterion) {
    for percent in [60, 85, 100] {
        let teams = company(percent);
        let short =
            rough_cuts(&teams, 1).into_iter().flatten().filter(|one| !one.overloads.is_empty()).count();
        for threads in [1, 2] {
            let name = format!(
                "rough cut, {TEAMS} teams × {WEEKS} weeks, load {percent} % ({short} overloaded), {threads} threads"
            );
            c.bench_function(&name, |b| b.iter(|| rough_cuts(black_box(&teams), threads)));
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = bench
}
criterion_main!(benches);

//! One event on a plan in force, worked out and dropped again; the best five times of a new task.

#![allow(missing_docs, clippy::expect_used)] // A bench may stop at a broken model.

use atelier_planner::board::Seat;
use atelier_planner::construct::{Rule, best_of};
use atelier_planner::model::{Case, Costs, Model, ModelBuilder, NONE, SPLIT, Task, Wait};
use atelier_planner::repair::{Ask, Desk, Event, Notice, Terms};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

const DAY: u32 = 96;
const DAYS: u32 = 7 * 26;
const TEAM: u32 = 12;
const CASE: u32 = 7;

/// A linear congruential generator: the same model each time, and no dependency.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(bound)) as u32
    }
}

/// Cases of seven tasks: the owner's, the team's, and one in seven anybody's; about half of the time
/// is asked for. The first pool is everybody.
fn shop(tasks: u32) -> Model {
    let mut draw = Draw(1);
    let mut builder = ModelBuilder::new(DAYS * DAY, DAY);
    builder.costs(Costs { switch: 5, moved: 3, ..Costs::default() });
    let people = (tasks * 6 / (DAYS / 7 * 5 * 28 / 2)).next_multiple_of(TEAM);
    for person in 0..people {
        let away = draw.below(DAYS);
        let open = (0..DAYS).filter(|day| day % 7 < 5 && *day != away);
        let hours = open.flat_map(|day| [(36, 50), (54, 68)].map(|(a, b)| (day * DAY + a, day * DAY + b)));
        let calendar = builder.calendar(hours.collect());
        builder.person(calendar, [80, 100, 100, 125][(person % 4) as usize]);
    }
    let everybody = builder.pool((0..people).collect());
    let alone: Vec<u32> = (0..people).map(|person| builder.pool(vec![person])).collect();
    let teams: Vec<u32> =
        (0..people / TEAM).map(|team| builder.pool((team * TEAM..(team + 1) * TEAM).collect())).collect();
    for case in 0..tasks / CASE {
        let (release, owner) = (draw.below((DAYS - 40) * DAY), draw.below(people));
        for step in 0..CASE {
            let mut task = Task::lasting(2 + draw.below(9));
            (task.release, task.due) = (release, release + (step + 1) * 3 * DAY);
            (task.case, task.weight) = (case, 1 + draw.below(5));
            task.pool = match draw.below(7) {
                0 => everybody,
                1 | 2 => teams[(owner / TEAM) as usize],
                _ => alone[owner as usize],
            };
            task.flags = if task.duration > 8 { SPLIT } else { 0 };
            let id = builder.task(task);
            if step > 0 {
                builder.link(id - 1, id, Wait::elapsed(draw.below(2) * DAY), NONE);
            }
        }
    }
    builder.build().expect("a sound shop")
}

fn desk(tasks: u32) -> Desk {
    let model = shop(tasks);
    let (board, _) = best_of(&model, &[Rule::LatestFinish], 1);
    let seats: Vec<Seat> = (0..model.len()).map(|task| board.seat(task)).collect();
    Desk::new(model.clone(), &seats, Terms::daily(DAY)).expect("the plan holds")
}

/// An event of one kind at a random moment of the first half.
fn notice(kind: &str, desk: &Desk, draw: &mut Draw) -> Notice {
    let at = DAYS * DAY / 8 + draw.below(DAYS * DAY / 3);
    let cases = desk.model().len() / CASE;
    let event = match kind {
        "absence" => {
            let from = (at / DAY + 1) * DAY;
            let person = draw.below(desk.model().people.len() as u32);
            Event::Absence { person, from, to: from + (1 + draw.below(5)) * DAY }
        }
        "lost" => Event::Lost { case: draw.below(cases) },
        "urgent" => Event::Urgent { case: draw.below(cases), weight: 10 },
        "overrun" => Event::Overrun { task: draw.below(cases * CASE), by: 4 },
        _ => {
            let like = draw.below(cases) * CASE;
            let tasks: Vec<Task> =
                (like..like + CASE).map(|task| desk.model().tasks[task as usize]).collect();
            let due = |task: &Task| Task { release: at, due: at + 20 * DAY, ..*task };
            let links = (1..CASE).map(|step| (step - 1, step, Wait::elapsed(0), NONE)).collect();
            Event::Opened(Case { tasks: tasks.iter().map(due).collect(), links })
        }
    };
    Notice { at, event }
}

fn events(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("event");
    for tasks in [20_000, 200_000] {
        let mut desk = desk(tasks);
        for kind in ["absence", "lost", "urgent", "overrun", "opened"] {
            let mut draw = Draw(7);
            group.bench_function(BenchmarkId::new(kind, tasks), |bench| {
                bench.iter(|| {
                    let notice = notice(kind, &desk, &mut draw);
                    desk.propose(&notice).map(|proposal| proposal.change().moved.len())
                });
            });
        }
    }
    group.finish();
}

fn times(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("best five times");
    for tasks in [20_000, 200_000] {
        let mut desk = desk(tasks);
        for (name, pools) in [("everybody", 0), ("one person or team", desk.model().pools.len() as u32 - 1)] {
            let mut draw = Draw(7);
            group.bench_function(BenchmarkId::new(name, tasks), |bench| {
                bench.iter(|| {
                    let at = DAYS * DAY / 8 + draw.below(DAYS * DAY / 3);
                    let pool = if pools == 0 { 0 } else { 1 + draw.below(pools) };
                    desk.slots(at, &Ask::new(2 + draw.below(9), pool, at), 5)
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, events, times);
criterion_main!(benches);

//! Large pools: the same answers as asking everybody.

use proptest::prelude::*;

use super::desk::Desk;
use super::{Ask, Terms};
use crate::board::{Board, Seat, Window};
use crate::model::{Model, ModelBuilder, NONE, SPLIT, Slot, Task};

const DAY: Slot = 24;
const HORIZON: Slot = 20 * DAY;
const PEOPLE: u32 = 90;

/// Work booked for one person: who, from when, how long.
type Booked = (u32, Slot, u32);

/// Ninety people of three kinds of hours and four speeds, all booked but for holes; the first pool is everybody,
/// the second all but some, last first.
fn crowd(booked: &[Booked], asked: (u32, Slot, bool)) -> (Model, u32) {
    let mut builder = ModelBuilder::new(HORIZON, DAY);
    let hours = |shift: Slot| {
        let open = (0..HORIZON / DAY).filter(move |day| day % 7 < 5);
        open.flat_map(move |day| {
            [(8, 12), (13, 17)].map(|(a, b)| (day * DAY + a + shift, day * DAY + b + shift))
        })
    };
    let calendars = [0, 2, 9].map(|shift| builder.calendar(hours(shift).collect()));
    for person in 0..PEOPLE {
        builder.person(calendars[person as usize % 3], [100, 80, 125, 100][person as usize % 4]);
    }
    builder.pool((0..PEOPLE).collect());
    builder.pool((0..PEOPLE).rev().filter(|person| person % 5 > 0).collect());
    let alone: Vec<u32> = (0..PEOPLE).map(|person| builder.pool(vec![person])).collect();
    for &(person, release, duration) in booked {
        let mut task = Task::lasting(duration);
        (task.pool, task.release, task.flags) = (alone[(person % PEOPLE) as usize], release, SPLIT);
        builder.task(task);
    }
    let mut task = Task::lasting(asked.0);
    (task.pool, task.release, task.due) = (1, asked.1, asked.1 + 20);
    task.flags = if asked.2 { SPLIT } else { 0 };
    let last = builder.task(task);
    (builder.build().expect("a sound crowd"), last)
}

/// Everybody booked from the first morning, then what `booked` says, where there is room.
fn filled(model: &Model, last: u32) -> Vec<Seat> {
    let mut board = Board::new(model);
    for task in 0..last {
        if let Some(found) = board.bounds(task).and_then(|window| board.best(task, &window)) {
            board.put(task, &found);
        }
    }
    (0..model.len()).map(|task| board.seat(task)).collect()
}

fn bookings() -> impl Strategy<Value = Vec<Booked>> {
    let holes = proptest::collection::vec((0..PEOPLE, 0_u32..HORIZON / 2, 1_u32..30), 0..300);
    (holes, 0_u32..90)
        .prop_map(|(holes, full)| (0..PEOPLE).map(|person| (person, 0, full.max(1))).chain(holes).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_times_a_crowd_offers_are_those_of_asking_everybody(
        booked in bookings(), duration in 1_u32..9, splits in any::<bool>(), from in 0_u32..300,
        apart in 0_u32..30, pool in 0_u32..2, until in prop_oneof![Just(NONE), 200_u32..480],
    ) {
        let (model, last) = crowd(&booked, (duration, from, splits));
        let mut desk = Desk::new(model.clone(), &filled(&model, last), Terms::daily(DAY)).expect("the plan holds");
        let ask = Ask { splits, until, apart, ..Ask::new(duration, pool, from) };
        let found = desk.slots(0, &ask, 5);
        let board = Board::attach(&model, desk.state.clone());
        let mut naive: Vec<Seat> = Vec::new();
        for start in from..HORIZON {
            let stretch = |start: Slot| start / apart.max(1);
            if naive.len() == 5 || naive.last().is_some_and(|last| stretch(last.start) == stretch(start)) {
                continue;
            }
            let at = Window { from: start, earliest_end: 0, latest_start: start, latest_end: until.min(HORIZON) };
            let who = model.pools[pool as usize].iter().find_map(|&person| {
                let (_, end) = board.fit_work(duration, splits, person, &at)?;
                Some(Seat { start, end, person, way: 0 })
            });
            naive.extend(who);
        }
        prop_assert_eq!(found, naive);
    }

    #[test]
    fn the_place_found_in_a_crowd_costs_no_more_than_the_best(
        booked in bookings(), duration in 1_u32..9, splits in any::<bool>(), from in 0_u32..300,
    ) {
        let (model, last) = crowd(&booked, (duration, from, splits));
        let mut desk = Desk::new(model.clone(), &filled(&model, last), Terms::daily(DAY)).expect("the plan holds");
        desk.work(0, |work| {
            let window = work.slack(last).expect("no predecessor");
            let (found, best) = (work.find(last, &window), work.board.best(last, &window));
            let on_time = found.is_some_and(|found| found.cost == 0);
            let key = |place: Option<crate::board::Candidate>| place.map(|place| (place.cost, place.end));
            prop_assert!(on_time || key(found) == key(best), "{:?} and not {:?}", found, best);
            Ok(())
        })?;
    }
}

use proptest::prelude::*;

use super::*;
use crate::construct::{Rule, construct};
use crate::model::{ModelBuilder, SPLIT, Task, Wait};

/// A small shop: people with holes in their hours, tasks of every kind, links with both waits.
pub(crate) fn shop() -> impl Strategy<Value = Model> {
    let person = (proptest::collection::vec((0_u32..90, 1_u32..12), 0..8), 50_u16..150, any::<bool>());
    let task = (
        (1_u32..9, 0_u32..40, proptest::option::of(10_u32..90)),
        (0_u32..50, proptest::option::of(5_u32..60), 0_u32..4, 1_u32..4),
        (proptest::option::weighted(0.9, proptest::collection::vec(0_usize..3, 1..4)), any::<bool>()),
    );
    let link =
        (0_usize..12, 0_usize..12, 0_u32..8, proptest::option::weighted(0.3, 0_u32..30), any::<bool>());
    (
        proptest::collection::vec(person, 3),
        proptest::collection::vec(task, 1..12),
        proptest::collection::vec(link, 0..10),
        prop_oneof![3 => Just(1_u32), 1 => Just(2), 1 => Just(4)],
    )
        .prop_map(|(people, tasks, links, stride)| {
            let mut builder = ModelBuilder::new(100, 24);
            builder.stride(stride).costs(crate::model::Costs { switch: 3, ..Default::default() });
            builder.open_days(vec![0, 1, 3, 4]);
            for (spans, speed, limited) in people {
                let calendar =
                    builder.calendar(spans.into_iter().map(|(at, length)| (at, at + length)).collect());
                builder.person(calendar, speed);
                if limited {
                    builder.day_allowance(vec![5, 3, 8]);
                }
            }
            let count = tasks.len();
            for ((duration, release, due), (from, length, case, weight), (pool, splits)) in tasks {
                let mut task = Task::lasting(duration);
                (task.release, task.due, task.weight) = (release, due.unwrap_or(NONE), weight);
                if let Some(length) = length {
                    (task.from, task.until) = (from, from + length);
                }
                task.case = if (case as usize) < count { case } else { NONE };
                task.pool =
                    pool.map_or(NONE, |people| builder.pool(people.iter().map(|&i| i as u32).collect()));
                task.flags = if splits { SPLIT } else { 0 };
                builder.task(task);
            }
            for (a, b, least, more, days) in links {
                if a % count < b % count {
                    let wait = if days { Wait::open_days(least % 3) } else { Wait::elapsed(least) };
                    let longest = more.map_or(NONE, |more| least + more);
                    builder.link((a % count) as u32, (b % count) as u32, wait, longest);
                }
            }
            builder.build().expect("a sound shop")
        })
}

/// Every rule read again, slot by slot.
pub(crate) fn faults(board: &Board) -> Vec<String> {
    let model = board.model();
    let mut faults = Vec::new();
    let mut taken = vec![[false; 100]; model.people.len()];
    for task in 0..model.len() {
        let seat = board.seat(task);
        if !seat.placed() {
            continue;
        }
        if !place_is_sound(board, task, seat, &taken) {
            faults.push(format!("task {task} at {seat:?}"));
        }
        if seat.person != NONE {
            for slot in seat.start..seat.end {
                let works = model.calendar(seat.person).works(slot);
                if works && std::mem::replace(&mut taken[seat.person as usize][slot as usize], true) {
                    faults.push(format!("slot {slot} of {} taken twice", seat.person));
                }
            }
        }
        for link in model.before.of(task) {
            let before = board.seat(link.task);
            let late = link.max_lag != NONE && seat.start > before.end.saturating_add(link.max_lag);
            if !before.placed() || seat.start < model.after_wait(link.wait, before.end) || late {
                faults.push(format!("{} before {task}", link.task));
            }
        }
    }
    for (person, taken) in taken.iter().enumerate() {
        let allowance = model.people[person].day_allowance.clone().unwrap_or_default();
        for (day, slots) in taken.chunks(24).enumerate() {
            let worked = slots.iter().filter(|&&slot| slot).count() as u32;
            if allowance.get(day).is_some_and(|&most| worked > most) {
                faults.push(format!("person {person} works {worked} on day {day}"));
            }
        }
    }
    faults
}

fn place_is_sound(board: &Board, task: u32, seat: Seat, taken: &[[bool; 100]]) -> bool {
    let model = board.model();
    let record = model.tasks[task as usize];
    let dates = seat.start >= record.release.max(record.from)
        && seat.end <= record.until.min(model.horizon)
        && seat.start.is_multiple_of(model.stride);
    let work = if seat.person == NONE {
        record.pool == NONE && seat.end - seat.start == record.duration
    } else {
        let calendar = model.calendar(seat.person);
        let free = |slot| calendar.works(slot) && !taken[seat.person as usize][slot as usize];
        let worked = (seat.start..seat.end).filter(|&slot| free(slot)).count() as u32;
        let speed = u32::from(model.people[seat.person as usize].speed_pct);
        let asked = (record.duration * 100).div_ceil(speed);
        worked == if speed == 100 { asked } else { asked.next_multiple_of(model.stride) }
            && free(seat.start)
            && free(seat.end - 1)
            && (record.splits() || seat.end - seat.start == worked)
            && model.pool(task).contains(&seat.person)
    };
    dates && work
}

/// The first start, slot by slot, at which `task` breaks no rule with `person`.
fn naive_fit(board: &Board, task: u32, person: u32, window: &Window) -> Option<(Slot, Slot)> {
    let model = board.model();
    for start in window.from..=window.latest_start.min(99) {
        for end in (start + 1).max(window.earliest_end)..=window.latest_end {
            let mut trial = board.clone();
            trial.seats[task as usize] = Seat { start, end, person, way: 0 };
            let alone = |fault: &String| fault.starts_with(&format!("task {task} "));
            let conflict = (start..end).any(|slot| {
                let calendar = model.calendar(person);
                calendar.works(slot) && {
                    let rank = calendar.rank(slot);
                    !board.free.is_free(person, rank, rank + 1)
                }
            });
            let wrong = faults(&trial).iter().any(|fault| alone(fault) || fault.starts_with("person"));
            if !conflict && !wrong {
                return Some((start, end));
            }
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_keeps_the_rules(model in shop()) {
        for rule in [Rule::Due, Rule::LatestFinish, Rule::Given] {
            let board = construct(&model, rule);
            prop_assert_eq!(faults(&board), Vec::<String>::new());
            prop_assert_eq!(board.objective(), board.recount());
        }
    }

    #[test]
    fn fit_is_the_first_place_a_slow_search_finds(model in shop(), skip in any::<u16>()) {
        let mut board = construct(&model, Rule::Due);
        for task in (0..model.len()).filter(|task| skip >> task & 1 == 1) {
            if board.seat(task).placed() {
                board.take(task);
            }
        }
        for task in (0..model.len()).filter(|&task| !board.seat(task).placed()) {
            let Some(window) = board.bounds(task) else { continue };
            for &person in model.pool(task) {
                let found = board.fit(task, person, &window);
                prop_assert_eq!(found, naive_fit(&board, task, person, &window), "task {} person {}", task, person);
                if let Some((start, end)) = found {
                    prop_assert!(board.can_take(task, person, start, end));
                    let mut trial = board.clone();
                    let candidate = board.candidate(task, person, start, end);
                    trial.put(task, &candidate);
                    let gain = i64::from(model.tasks[task as usize].unplaced);
                    prop_assert_eq!(trial.objective().total - board.objective().total, candidate.cost - gain);
                    let new = |fault: &String| fault.contains(&task.to_string());
                    prop_assert!(!faults(&trial).iter().any(new) || faults(&board).iter().any(new));
                }
            }
        }
    }

    #[test]
    fn what_is_done_can_be_undone(model in shop(), moves in proptest::collection::vec(0_u32..12, 0..30)) {
        let mut board = construct(&model, Rule::LatestFinish);
        board.index_days();
        let before = board.clone();
        board.record(true);
        for task in moves.into_iter().filter(|&task| task < model.len()) {
            if board.seat(task).placed() {
                board.take(task);
            } else if let Some(found) = board.bounds(task).and_then(|window| board.best(task, &window)) {
                board.put(task, &found);
            }
            prop_assert_eq!(board.objective(), board.recount());
            for person in 0..3 {
                let mut slow: Vec<_> = (0..model.len()).filter(|&t| board.seat(t).person == person)
                    .map(|t| (board.seat(t).start, t)).collect();
                slow.sort_unstable();
                prop_assert_eq!(board.day_of(person), slow.as_slice());
            }
        }
        board.undo_to(0);
        prop_assert!(board.same_places(&before));
        prop_assert_eq!(board.objective(), before.objective());
    }

    #[test]
    fn reasons_are_those_a_slow_reading_finds(model in shop()) {
        let mut board = construct(&model, Rule::LatestFinish);
        board.index_days();
        for task in 0..model.len() {
            let (record, seat) = (model.tasks[task as usize], board.seat(task));
            if !seat.placed() {
                let room = board.bounds(task).is_some_and(|window| board.best(task, &window).is_some());
                match board.why_out(task) {
                    Out::NobodyCapable => prop_assert!(record.pool != NONE && model.pool(task).is_empty()),
                    Out::Predecessor(before) => prop_assert!(!board.seat(before).placed()),
                    Out::NoTime => prop_assert!(board.bounds(task).is_none() || record.pool == NONE),
                    Out::NoWork => prop_assert!(model.stride > 1 || !fits_when_empty(&model, &board, task)),
                    Out::NoRoom(full) => {
                        prop_assert!(fits_when_empty(&model, &board, task) || model.stride > 1 || limited(&model, task));
                        prop_assert!(full <= 100);
                    }
                    Out::Room => prop_assert!(room),
                }
                prop_assert_eq!(room, board.why_out(task) == Out::Room);
                continue;
            }
            let causes = board.causes(task);
            prop_assert!(causes.windows(2).all(|pair| board.seat(pair[1].0).end <= board.seat(pair[0].0).start));
            if let Held::Busy(other) = board.held(task) {
                prop_assert_eq!(board.seat(other).person, seat.person);
            }
            if let Held::After(other) = board.held(task) {
                prop_assert!(model.before.of(task).iter().any(|link| link.task == other));
            }
        }
    }
}

fn limited(model: &Model, task: u32) -> bool {
    model.pool(task).iter().any(|&person| model.people[person as usize].day_allowance.is_some())
}

fn fits_when_empty(model: &Model, board: &Board, task: u32) -> bool {
    let Some(window) = board.bounds(task) else { return false };
    let mut empty = model.clone();
    for person in &mut empty.people {
        person.day_allowance = None;
    }
    empty.stride = 1;
    Board::new(&empty).best(task, &window).is_some()
}

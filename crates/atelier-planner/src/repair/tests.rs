//! Random plans, random events, and the rules read again slot by slot.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::board::Seat;
use crate::construct::{Rule, construct};
use crate::model::{Case, Costs, Mode, Model, ModelBuilder, NONE, Rich, SPLIT, Slot, Task, Wait};

const DAY: Slot = 24;
const HORIZON: Slot = 20 * DAY;

fn task() -> impl Strategy<Value = Task> {
    let dates = (0_u32..150, 20_u32..400, proptest::option::weighted(0.1, (0_u32..200, 30_u32..150)));
    (1_u32..7, dates, 1_u32..6, proptest::option::weighted(0.9, 0_u32..4), any::<bool>()).prop_map(
        |(duration, (release, due, window), weight, pool, splits)| {
            let mut task = Task::lasting(duration);
            (task.release, task.due, task.weight) = (release, due, weight);
            if let Some((from, length)) = window {
                (task.from, task.until) = (from, from + length);
            }
            task.pool = pool.unwrap_or(NONE);
            task.flags = if splits { SPLIT } else { 0 };
            task
        },
    )
}

/// Tasks one after the other, with now and then a longest wait.
fn case() -> impl Strategy<Value = Case> {
    let link = (0_u32..30, proptest::option::weighted(0.2, 10_u32..60), 1_u32..3);
    proptest::collection::vec((task(), link), 1..6).prop_map(|steps| {
        let mut case = Case::default();
        for (at, (task, (least, more, back))) in steps.into_iter().enumerate() {
            let at = at as u32;
            case.tasks.push(task);
            if at > 0 {
                let longest = more.map_or(NONE, |more| least + more);
                case.links.push((at.saturating_sub(back), at, Wait::elapsed(least), longest));
            }
        }
        case
    })
}

fn shop() -> impl Strategy<Value = Model> {
    let speeds = proptest::collection::vec(80_u16..125, 3);
    let joint = proptest::collection::vec(proptest::bool::weighted(0.15), 60);
    let shop = (speeds, proptest::collection::vec(case(), 2..9), 0_u32..3, joint);
    shop.prop_map(|(speeds, cases, shift, joint)| {
        let mut builder = ModelBuilder::new(HORIZON, DAY);
        builder.costs(Costs { switch: 5, moved: 3, trip: 0 });
        for (person, &speed) in speeds.iter().enumerate() {
            let begin = 8 + (person as u32 * shift) % 5;
            let hours = (0..20).filter(|day| day % 7 < 5).flat_map(|day| {
                [(day * DAY + begin, day * DAY + begin + 4), (day * DAY + begin + 5, day * DAY + begin + 9)]
            });
            let calendar = builder.calendar(hours.collect());
            builder.person(calendar, speed);
        }
        for pool in [vec![0], vec![1, 2], vec![2], vec![2, 1, 0]] {
            builder.pool(pool);
        }
        let mut tasks = 0;
        for (number, case) in cases.iter().enumerate() {
            let mut first = Vec::new();
            for task in &case.tasks {
                let task = Task { case: number as u32, ..*task };
                let task = if joint[tasks % joint.len()] { together(&mut builder, task) } else { task };
                first.push(builder.task(task));
                tasks += 1;
            }
            for &(from, to, wait, longest) in &case.links {
                builder.link(first[from as usize], first[to as usize], wait, longest);
            }
        }
        builder.build().expect("a sound shop")
    })
}

/// The same work for two people at once, or for one in a way that costs.
fn together(builder: &mut ModelBuilder, task: Task) -> Task {
    let way = |seats: &[u32], cost| Mode {
        duration: task.duration,
        seats: seats.into(),
        cost,
        site: NONE,
        ..Mode::default()
    };
    let modes = vec![way(&[0, 1], 0), way(&[2], 9)];
    Task { rich: builder.rich(Rich { modes, contact: NONE, ..Rich::default() }), pool: NONE, ..task }
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (0_u32..4, 0_u32..400, 1_u32..100).prop_map(|(person, from, length)| Event::Absence {
            person,
            from,
            to: from + length
        }),
        (0_u32..9).prop_map(|case| Event::Lost { case }),
        case().prop_map(Event::Opened),
        (0_u32..9, 1_u32..12).prop_map(|(case, weight)| Event::Urgent { case, weight }),
        (0_u32..40, 1_u32..9).prop_map(|(task, by)| Event::Overrun { task, by }),
        (0_u32..40, 0_u32..400, 5_u32..80).prop_map(|(task, from, length)| Event::Window {
            task,
            from,
            until: from + length
        }),
        (0_u32..40, proptest::option::of(0_u32..400))
            .prop_map(|(task, again)| Event::CalledOff { task, again }),
    ]
}

fn notices() -> impl Strategy<Value = Vec<Notice>> {
    proptest::collection::vec((0_u32..60, event()), 1..8).prop_map(|steps| {
        let mut at = 0;
        steps
            .into_iter()
            .map(|(later, event)| {
                at += later;
                Notice { at, event }
            })
            .collect()
    })
}

fn desk(model: &Model, terms: Terms) -> Desk {
    let board = construct(model, Rule::LatestFinish);
    let seats: Vec<Seat> = (0..model.len()).map(|task| board.seat(task)).collect();
    Desk::new(model.clone(), &seats, terms).expect("the plan holds")
}

fn seats(desk: &Desk) -> Vec<Seat> {
    (0..desk.model().len()).map(|task| desk.seat(task)).collect()
}

/// Every rule read again; joint work begun before `at` may have lost one of its people since.
fn faults(desk: &Desk, at: Slot) -> Vec<String> {
    let model = desk.model();
    let mut faults = Vec::new();
    let mut taken: HashMap<(u32, Slot), u32> = HashMap::new();
    for task in 0..model.len() {
        let (seat, record) = (desk.seat(task), model.tasks[task as usize]);
        if !seat.placed() {
            continue;
        }
        if model.gone(task) {
            faults.push(format!("{task} is gone and stands at {seat:?}"));
        }
        let dates = seat.start >= record.release.max(record.from) && seat.end <= record.until.min(HORIZON);
        let able = match record.pool {
            _ if record.rich != NONE => true,
            NONE => seat.person == NONE,
            _ => model.pool(task).contains(&seat.person),
        };
        if !dates || !able {
            faults.push(format!("{task} may not stand at {seat:?}: {record:?}"));
        }
        if record.rich != NONE {
            crate::board::each_person(model, task, seat, |person| {
                for slot in seat.start..seat.end {
                    let works = model.calendar(person).works(slot);
                    if seat.start >= at && !works && !record.splits() {
                        faults.push(format!("{task} at {seat:?}: {person} does not work in {slot}"));
                    }
                    if works && let Some(other) = taken.insert((person, slot), task) {
                        faults.push(format!("{task} and {other} in slot {slot} of {person}"));
                    }
                }
            });
        } else if seat.person == NONE {
            if seat.end - seat.start != record.duration {
                faults.push(format!("{task} lasts {}, not {}", seat.end - seat.start, record.duration));
            }
        } else {
            let works = |slot: Slot| model.calendar(seat.person).works(slot);
            let worked: Vec<Slot> = (seat.start..seat.end).filter(|&slot| works(slot)).collect();
            let speed = u32::from(model.people[seat.person as usize].speed_pct);
            let whole = record.splits() || worked.len() as u32 == seat.end - seat.start;
            if worked.len() as u32 != (record.duration * 100).div_ceil(speed)
                || !whole
                || !works(seat.end - 1)
                || !works(seat.start)
            {
                faults.push(format!("{task} works {worked:?} at {seat:?}: {record:?}"));
            }
            for slot in worked {
                if let Some(other) = taken.insert((seat.person, slot), task) {
                    faults.push(format!("{task} and {other} in slot {slot} of {}", seat.person));
                }
            }
        }
        for link in model.before.of(task).iter().filter(|link| !model.gone(link.task)) {
            let before = desk.seat(link.task);
            let gap = seat.start.checked_sub(before.end);
            let holds = before.placed()
                && gap.is_some_and(|gap| {
                    gap >= link.wait.slots() && (link.max_lag == NONE || gap <= link.max_lag)
                });
            if !holds {
                faults.push(format!("{} at {before:?} before {task} at {seat:?}: {link:?}", link.task));
            }
        }
    }
    faults
}

fn terms(fence: Slot) -> Terms {
    Terms { fence, ..Terms::daily(DAY) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn a_dropped_proposal_leaves_no_trace(model in shop(), notices in notices(), fence in 0_u32..30) {
        let mut desk = desk(&model, terms(fence));
        for notice in notices {
            let (model, state) = (format!("{:?}", desk.model), desk.state.clone());
            if let Ok(proposal) = desk.propose(&notice) {
                proposal.drop();
            }
            prop_assert_eq!(state.differences(&desk.state), Vec::<&str>::new(), "after {:?}", notice);
            prop_assert_eq!(model, format!("{:?}", desk.model));
            prop_assert!(desk.edits.is_empty() && desk.trace.origins().is_empty());
            if let Ok(proposal) = desk.propose(&notice) {
                proposal.accept();
            }
        }
    }

    #[test]
    fn an_accepted_plan_keeps_every_rule(model in shop(), notices in notices(), fence in 0_u32..30) {
        let mut desk = desk(&model, terms(fence));
        for notice in notices {
            let before = seats(&desk);
            let Ok(proposal) = desk.propose(&notice) else {
                prop_assert_eq!(&before, &seats(&desk));
                continue;
            };
            let change = proposal.accept();
            let after = seats(&desk);
            prop_assert_eq!(change.after, desk.objective());
            let board = crate::board::Board::attach(&desk.model, desk.state.clone());
            prop_assert_eq!(board.recount(), desk.objective());
            drop(board);
            prop_assert_eq!(faults(&desk, notice.at), Vec::<String>::new(), "{:?}", notice);
            told_is_what_happened(&change, &before, &after, &desk)?;
            stays_where_it_must(&change, &before, &after, notice.at, fence)?;
        }
    }

    #[test]
    fn looks_are_counted_and_what_they_leave_untried_is_told(
        model in shop(), notices in notices(), probes in prop_oneof![Just(0), 1_u32..60],
    ) {
        let mut short = desk(&model, Terms { probes, ..terms(0) });
        for notice in notices {
            let Ok(change) = short.propose(&notice).map(Proposal::accept) else { continue };
            prop_assert_eq!(faults(&short, notice.at), Vec::<String>::new(), "{:?}", notice);
            for &task in &change.untried {
                let seat = short.seat(task);
                let due = short.model().tasks[task as usize].due;
                prop_assert!(!seat.placed() || seat.end > due, "{} is on time", task);
                prop_assert!(!short.model().gone(task));
            }
        }
    }

    #[test]
    fn rounds_never_leave_a_dearer_plan(model in shop(), notice in notices(), fence in 0_u32..30) {
        let paid = |rounds: u32| {
            let mut desk = desk(&model, Terms { rounds, ..terms(fence) });
            let change = desk.propose(&notice[0]).ok()?.accept();
            let moves = change.moved.iter().filter(|moved| has_moved(moved.before, moved.after, desk.terms().tolerance));
            let price = |moved: &Moved| {
                desk.terms().price(desk.model().costs.moved, moved.before.start.saturating_sub(notice[0].at))
            };
            Some(change.after.total + moves.map(price).sum::<i64>())
        };
        prop_assert!(paid(50) <= paid(0), "{:?} above {:?}", paid(50), paid(0));
    }

    #[test]
    fn the_same_events_give_the_same_plan(model in shop(), notices in notices()) {
        let run = || {
            let mut desk = desk(&model, terms(0));
            let told: Vec<_> = notices.iter().map(|notice| desk.propose(notice).map(Proposal::accept)).collect();
            (seats(&desk), told)
        };
        prop_assert_eq!(run(), run());
    }

    #[test]
    fn the_times_offered_are_the_first_a_slow_search_finds(
        model in shop(), duration in 1_u32..7, pool in 0_u32..4, from in 0_u32..300,
        apart in 0_u32..30, splits in any::<bool>(),
    ) {
        let mut desk = desk(&model, terms(0));
        let ask = Ask { splits, apart, ..Ask::new(duration, pool, from) };
        let found = desk.slots(0, &ask, 5);
        let on = |task: u32, seat: Seat| {
            let mut people = Vec::new();
            crate::board::each_person(&desk.model, task, seat, |person| people.push(person));
            people
        };
        let fits = |person: u32, start: Slot| {
            let model = desk.model();
            let speed = u32::from(model.people[person as usize].speed_pct);
            let mut left = (duration * 100).div_ceil(speed);
            let mut slot = start;
            while slot < HORIZON {
                let works = model.calendar(person).works(slot);
                let taken = (0..model.len()).any(|task| {
                    let seat = desk.seat(task);
                    seat.placed() && on(task, seat).contains(&person) && seat.start <= slot && slot < seat.end
                });
                if !works && (slot == start || !splits) || works && taken {
                    return None;
                }
                left -= u32::from(works);
                if left == 0 {
                    return Some(slot + 1);
                }
                slot += 1;
            }
            None
        };
        let mut naive: Vec<Seat> = Vec::new();
        for start in from..HORIZON {
            let stretch = |start: Slot| start / apart.max(1);
            if naive.len() == 5 || naive.last().is_some_and(|last| stretch(last.start) == stretch(start)) {
                continue;
            }
            let mut who = desk.model().pools[pool as usize].iter();
            if let Some((&person, end)) = who.find_map(|who| Some((who, fits(*who, start)?))) {
                naive.push(Seat { start, end, person, way: 0 });
            }
        }
        prop_assert_eq!(found, naive);
    }
}

/// The change told is the difference between the two plans, no more and no less.
fn told_is_what_happened(
    change: &Change,
    before: &[Seat],
    after: &[Seat],
    desk: &Desk,
) -> Result<(), TestCaseError> {
    let was = |task: u32| before.get(task as usize).copied().unwrap_or(Seat::EMPTY);
    let all = 0..after.len() as u32;
    let pick = |wanted: &dyn Fn(Seat, Seat, bool) -> bool| -> Vec<u32> {
        all.clone().filter(|&task| wanted(was(task), after[task as usize], desk.model().gone(task))).collect()
    };
    let moved = pick(&|a, b, _| a.placed() && b.placed() && a != b);
    prop_assert_eq!(change.moved.iter().map(|moved| moved.task).collect::<Vec<_>>(), moved);
    let freed = pick(&|a, b, gone| a.placed() && !b.placed() && gone);
    prop_assert_eq!(change.freed.iter().map(|told| told.task).collect::<Vec<_>>(), freed);
    let placed = pick(&|a, b, _| !a.placed() && b.placed());
    prop_assert_eq!(change.placed.iter().map(|told| told.task).collect::<Vec<_>>(), placed);
    let lost = pick(&|a, b, gone| a.placed() && !b.placed() && !gone);
    let told: Vec<u32> =
        change.unplaced.iter().filter(|told| told.seat.placed()).map(|told| told.task).collect();
    prop_assert_eq!(told, lost);
    Ok(())
}

/// What has begun keeps its start and person; what starts in the fence moves only when it must, and
/// nothing is newly put there.
fn stays_where_it_must(
    change: &Change,
    before: &[Seat],
    after: &[Seat],
    at: Slot,
    fence: Slot,
) -> Result<(), TestCaseError> {
    for (task, (was, is)) in before.iter().zip(after).enumerate() {
        if was.placed() && was.start < at && is.placed() {
            prop_assert_eq!((was.start, was.person), (is.start, is.person), "task {} had begun", task);
        }
    }
    for moved in &change.moved {
        if moved.before.start < at + fence {
            prop_assert!(moved.why != Why::Room && !matches!(moved.why, Why::Displaced(_)), "{moved:?}");
        }
        let stays = moved.before.start == moved.after.start && moved.before.person == moved.after.person;
        prop_assert!(stays || moved.after.start >= at + fence, "{moved:?} lies in the fence");
    }
    for placed in &change.placed {
        prop_assert!(placed.seat.start >= at + fence, "{placed:?} lies in the fence");
    }
    Ok(())
}

/// One person, booked on the first morning by a task that may as well come later; then another that must
/// be done that morning.
#[test]
fn what_was_left_untried_is_told() {
    let mut builder = ModelBuilder::new(5 * DAY, DAY);
    let calendar = builder.calendar((0..5).map(|day| (day * DAY + 8, day * DAY + 12)).collect());
    builder.person(calendar, 100);
    let pool = builder.pool(vec![0]);
    builder.task(Task { pool, ..Task::lasting(3) });
    let model = builder.build().expect("a sound problem");
    let morning = Task { pool, until: 12, ..Task::lasting(3) };
    let opened = Case { tasks: vec![morning], links: Vec::new() };
    let told = |probes: u32| {
        let mut desk = desk(&model, Terms { probes, rounds: 0, ..terms(0) });
        let change =
            desk.propose(&Notice { at: 0, event: Event::Opened(opened.clone()) }).expect("fine").accept();
        (desk.seat(1).placed(), change.untried)
    };
    assert_eq!(told(0), (false, vec![1]));
    assert_eq!(told(100), (true, vec![]));
}

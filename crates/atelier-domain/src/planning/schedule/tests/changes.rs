//! What a new schedule changes, and how it is stored.

use crate::language::Minutes;
use crate::planning::schedule::example::*;
use crate::planning::schedule::{Cause, Change, Job, Lateness, Schedule, Seat, compare};

fn changes(old: &Schedule, new: &Schedule) -> Vec<(String, Change)> {
    let name = |order_id| {
        let jobs = jobs();
        let known = jobs.iter().find(|job| job.order == order_id);
        known.map_or_else(String::new, |job| job.operation.clone())
    };
    let mut list: Vec<_> = compare(old, new).into_iter().map(|one| (name(one.order), one.change)).collect();
    list.sort_by(|left, right| left.0.cmp(&right.0));
    list
}

fn seat(day: i8, from: i8, to: i8, people: &[&str]) -> Seat {
    let people = people.iter().map(|&who| who.to_owned()).collect();
    Seat { start: january(day, from), end: january(day, to), people }
}

fn without(name: &str) -> Vec<Job> {
    jobs().into_iter().filter(|job| job.operation != name).collect()
}

#[test]
fn the_same_schedule_changes_nothing() {
    assert_eq!(compare(&plan(&jobs()), &plan(&jobs())), []);
    let late = jobs_with_b_from(january(12, 14));
    assert_eq!(compare(&plan(&late), &plan(&late)), []);
}

#[test]
fn a_customer_who_moves_shows_what_moves_and_what_becomes_late() {
    let (old, new) = (plan(&jobs_with_b_from(january(12, 9))), plan(&jobs_with_b_from(january(12, 14))));
    let late = |hours: i64| Change::Late {
        late: Lateness { open_days: 1, minutes: Minutes(hours * 60) },
        before: None,
    };
    let both: &[&str] = &["S1", "P1"];
    let expected = [
        ("B1", Change::Moved { from: seat(12, 9, 12, both), to: seat(13, 9, 12, both) }),
        ("B1", late(20)),
        ("B2", Change::Moved { from: seat(12, 14, 16, &["P1"]), to: seat(13, 14, 16, &["P1"]) }),
        ("B2", late(24)),
        ("C3", Change::Moved { from: seat(13, 9, 11, &["S1"]), to: seat(13, 14, 16, &["S1"]) }),
    ];
    assert_eq!(changes(&old, &new), expected.map(|(name, change)| (name.to_owned(), change)));
}

#[test]
fn an_order_that_is_gone_frees_its_time_and_its_return_is_placed() {
    let (all, fewer) = (plan(&jobs()), plan(&without("C3")));
    let time = seat(13, 14, 16, &["S1"]);
    assert_eq!(changes(&all, &fewer), [("C3".to_owned(), Change::Freed { from: time.clone() })]);
    assert_eq!(changes(&fewer, &all), [("C3".to_owned(), Change::Placed { to: time })]);
}

#[test]
fn the_time_freed_is_taken_by_those_who_come_next() {
    let list = changes(&plan(&jobs()), &plan(&without("B2")));
    let names: Vec<&str> = list.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["B2", "C1", "C2"]);
    let to = seat(11, 14, 15, &["P1"]);
    assert_eq!(list[1].1, Change::Moved { from: seat(12, 9, 10, &["P1"]), to });
}

#[test]
fn an_order_that_loses_its_date_says_why() {
    let mut nobody = jobs();
    let c3 = nobody.iter_mut().find(|job| job.operation == "C3").unwrap();
    c3.kinds = vec!["nobody".to_owned()];
    let (old, new) = (plan(&jobs()), plan(&nobody));
    let list = changes(&old, &new);
    assert_eq!(list.len(), 1);
    assert!(matches!(&list[0].1, Change::Unplaced { cause: Cause::NobodyCapable { .. } }));
    assert_eq!(changes(&new, &new), []);
}

#[test]
fn pinning_a_schedule_keeps_it_whatever_the_rest() {
    let old = plan(&jobs());
    let mut pinned = jobs();
    for job in &mut pinned {
        job.pinned = old.appointment(job.order).map(super::super::Appointment::pin);
    }
    let mut urgent = job("U1", 3, &["seller"], Some(january(11, 12)));
    urgent.case = case("U");
    pinned.push(urgent);
    let list = compare(&old, &plan(&pinned));
    assert!(list.iter().all(|one| one.order == order("U1")), "{list:?}");
    assert_eq!(list.len(), 2, "placed, and late");
}

#[test]
fn a_schedule_is_stored_and_read_back_as_it_was() {
    let mut all = jobs_with_b_from(january(12, 14));
    all.push(job("E1", 4, &["seller"], None));
    all.push(job("E2", 4, &["nobody"], None));
    let schedule = plan(&all);
    let text = serde_json::to_string(&schedule).unwrap();
    assert_eq!(serde_json::from_str::<Schedule>(&text).unwrap(), schedule);
    let moves = compare(&plan(&jobs()), &schedule);
    let text = serde_json::to_string(&moves).unwrap();
    assert_eq!(serde_json::from_str::<Vec<super::super::Move>>(&text).unwrap(), moves);
}

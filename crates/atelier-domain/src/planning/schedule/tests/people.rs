//! Who works when, and who sits where.

use crate::language::{Lang, Minutes, Share};
use crate::planning::schedule::example::*;
use crate::planning::schedule::{Job, Off, OffCause, Pin, Rule, Schedule, Speaker, Why};
use crate::process::{Absence, Bilingual, Exception, Resource, Workshop};
use jiff::civil::date;

fn plan_with(change: impl Fn(&mut Workshop), jobs: &[Job]) -> Schedule {
    let mut workshop = workshop();
    change(&mut workshop);
    plan_by(&Rule::DueDate, &workshop, jobs)
}

fn named(fr: &str) -> Bilingual {
    Bilingual { fr: fr.to_owned(), en: String::new() }
}

fn exception(day: i8, who: &str, hours: Vec<crate::process::Hours>) -> Exception {
    Exception { on: date(2027, 1, day), who: who.to_owned(), hours, name: named("Inventaire") }
}

fn off(schedule: &Schedule) -> Option<Off> {
    schedule.appointments[0].reasons.iter().find_map(|reason| match &reason.why {
        Why::Away { off, .. } => off.clone(),
        _ => None,
    })
}

#[test]
fn nobody_is_scheduled_on_leave_and_the_leave_is_the_reason() {
    let leave = Absence { first: date(2027, 1, 11), last: date(2027, 1, 12) };
    let schedule =
        plan_with(|shop| shop.resources[0].leave = vec![leave], &[job("A1", 2, &["seller"], None)]);
    assert_eq!(lines(&schedule), ["A1 Wed 09-11 S1"]);
    assert_eq!(off(&schedule), Some(Off { day: date(2027, 1, 11), cause: OffCause::Leave }));
    let said = Speaker::of(&schedule, Lang::Fr).why(order("A1"));
    assert_eq!(said, ["Pas avant le mer. 13 janv. à 09:00\u{202f}: le lun. 11 janv., S1 est en congé."]);
    assert_eq!(schedule.loads[0].worked, Minutes(15 * 60));
}

#[test]
fn nobody_is_scheduled_on_a_public_holiday_unless_an_exception_opens_it() {
    let holiday = |shop: &mut Workshop| drop(shop.holidays.insert(date(2027, 1, 11), named("Fête")));
    let jobs = [job("A1", 2, &["seller"], None)];
    let schedule = plan_with(holiday, &jobs);
    assert_eq!(lines(&schedule), ["A1 Tue 09-11 S1"]);
    assert_eq!(off(&schedule).unwrap().cause, OffCause::Holiday { name: named("Fête") });
    let opened = |shop: &mut Workshop| {
        holiday(shop);
        shop.exceptions.push(exception(11, "S1", vec![hours(10, 12)]));
    };
    assert_eq!(lines(&plan_with(opened, &jobs)), ["A1 Mon 10-12 S1"]);
}

#[test]
fn the_exception_nearest_to_the_person_wins() {
    let whos = ["*", "seller", "north", "S1"];
    for (index, _) in whos.iter().enumerate() {
        let schedule = plan_with(
            |shop| {
                // The nearer the exception, the later the day begins.
                for (later, who) in (10..).zip(&whos[..=index]) {
                    shop.exceptions.insert(0, exception(11, who, vec![hours(later, 15)]));
                }
            },
            &[job("A1", 1, &["seller"], None)],
        );
        assert_eq!(lines(&schedule), [format!("A1 Mon {}-{} S1", 10 + index, 11 + index)]);
    }
}

#[test]
fn an_exception_for_everybody_closes_the_day_and_does_not_count_as_open() {
    let jobs =
        [job("A1", 1, &["seller"], None), then(job("A2", 1, &["seller"], None), "A1", super::next_day())];
    let schedule = plan_with(|shop| shop.exceptions.push(exception(12, "*", vec![])), &jobs);
    assert_eq!(lines(&schedule), ["A1 Mon 09-10 S1", "A2 Wed 10-11 S1"]);
}

#[test]
fn part_time_shortens_the_day_from_its_end() {
    let part = |shop: &mut Workshop| shop.resources[0].part_time = Share::new(5_000).unwrap();
    let schedule = plan_with(part, &[job("A1", 2, &["seller"], None), job("A2", 2, &["seller"], None)]);
    assert_eq!(lines(&schedule), ["A1 Mon 09-11 S1", "A2 Tue 09-11 S1"]);
    assert_eq!((schedule.loads[0].worked, schedule.loads[0].given), (Minutes(750), Minutes(750)));
}

#[test]
fn planned_actions_take_no_more_than_their_share_of_the_day() {
    let share = |shop: &mut Workshop| shop.resources[0].share = Share::new(5_000).unwrap();
    let schedule = plan_with(share, &[job("A1", 2, &["seller"], None), job("A2", 1, &["seller"], None)]);
    assert_eq!(lines(&schedule), ["A1 Mon 09-11 S1", "A2 Tue 09-10 S1"]);
    assert_eq!((schedule.loads[0].worked, schedule.loads[0].given), (Minutes(1500), Minutes(750)));
    let said = Speaker::of(&schedule, Lang::En).why(order("A2")).join(" ");
    assert!(said.contains("S1 has given planned actions their share of each day"), "{said}");
}

#[test]
fn somebody_without_calendar_is_never_scheduled() {
    let schedule = plan_with(|shop| shop.resources[0].calendar = None, &[job("A1", 2, &["seller"], None)]);
    assert_eq!(schedule.unplaced.len(), 1);
    assert_eq!(schedule.loads[0].worked, Minutes(0));
}

fn two_more(shop: &mut Workshop) {
    let skilled = |person: Resource| Resource { skills: vec!["audit".to_owned()], ..person };
    shop.resources.push(skilled(person("S2", "seller")));
    shop.resources.push(person("P2", "presales"));
}

#[test]
fn a_skill_is_asked_of_the_kinds_in_which_somebody_has_it() {
    let mut audit = job("A1", 1, &["seller", "presales"], None);
    audit.skill = Some("audit".to_owned());
    assert_eq!(lines(&plan_with(two_more, &[audit])), ["A1 Mon 09-10 S2 P1"]);
}

#[test]
fn the_owner_of_the_case_takes_the_seat_of_their_kind() {
    let mut owned = job("A1", 1, &["seller", "presales"], None);
    owned.people = vec!["P2".to_owned()];
    assert_eq!(lines(&plan_with(two_more, &[owned.clone()])), ["A1 Mon 09-10 S1 P2"]);
    owned.kinds = vec!["seller".to_owned()];
    assert_eq!(lines(&plan_with(two_more, &[owned])), ["A1 Mon 09-10 S1 P2"]);
}

#[test]
fn two_of_a_kind_are_two_people() {
    let pair = job("A1", 1, &["seller", "seller"], None);
    assert_eq!(lines(&plan_with(two_more, &[pair])), ["A1 Mon 09-10 S1 S2"]);
}

#[test]
fn a_pinned_meeting_stays_even_before_the_period_and_its_followers_wait() {
    let mut met = job("A1", 2, &["seller"], None);
    met.pinned =
        Some(Pin { start: january(8, 17), end: january(8, 19), people: vec!["S1".to_owned()], way: 0 });
    let mut kept = job("B1", 2, &["seller"], None);
    kept.pinned =
        Some(Pin { start: january(11, 10), end: january(11, 12), people: vec!["S1".to_owned()], way: 0 });
    let next = then(job("A2", 2, &["seller"], None), "A1", super::next_day());
    let free = Job { release: january(1, 0), ..job("C1", 1, &["seller"], None) };
    let schedule = plan(&[met, next, kept, free]);
    let expected = ["A1 Fri 17-19 S1", "A2 Tue 09-11 S1", "B1 Mon 10-12 S1", "C1 Mon 09-10 S1"];
    assert_eq!(lines(&schedule), expected);
    assert_eq!(schedule.loads[0].planned, Minutes(5 * 60));
    assert_eq!(schedule.appointment(order("A2")).unwrap().reasons[0].from, january(11, 0));
    let pins = schedule.appointments.iter().filter(|one| one.pinned).count();
    assert_eq!(pins, 2);
}

#[test]
fn two_decisions_for_one_person_at_one_time_stand_and_are_named() {
    let pinned = |name: &str, from, to, who: &str| Job {
        pinned: Some(Pin {
            start: january(11, from),
            end: january(11, to),
            people: vec![who.to_owned()],
            way: 0,
        }),
        ..job(name, 1, &["seller"], None)
    };
    let jobs = [pinned("A1", 9, 11, "S1"), pinned("B1", 10, 12, "S1"), pinned("C1", 11, 12, "P1")];
    let schedule = plan(&jobs);
    assert_eq!(lines(&schedule), ["A1 Mon 09-11 S1", "B1 Mon 10-12 S1", "C1 Mon 11-12 P1"]);
    assert_eq!(schedule.clashes(), [(order("A1"), order("B1"))]);
}

#[test]
fn stretches_that_touch_are_one() {
    let day = || vec![hours(9, 12), hours(12, 14)];
    let whole = |shop: &mut Workshop| shop.calendars[0].week = [(); 7].map(|()| day());
    assert_eq!(lines(&plan_with(whole, &[job("A1", 5, &["seller"], None)])), ["A1 Mon 09-14 S1"]);
}

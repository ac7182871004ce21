//! The golden week: S1 sells, P1 is presales, 9-12 and 14-16, half-hour grid; W2 sells in the mornings.

use super::*;
use crate::execution::{Outcome, Report, State};
use crate::language::{Catalogue, Lang};
use crate::planning::schedule::example::{hours, january, job, order, person, week, workshop};
use crate::process::{Absence, Calendar};
use jiff::civil::date;

/// What `told` says of an action `A1` of two hours on Monday at nine by S1, and of what else there is.
struct Desk {
    job: Job,
    order: ActionOrder,
    workshop: Workshop,
    before: Vec<Before>,
    others: Vec<ActionOrder>,
}

impl Desk {
    fn new() -> Self {
        let job = job("A1", 2, &["seller"], Some(january(13, 16)));
        let mut workshop = workshop();
        let morning = || vec![hours(9, 12)];
        let week = [morning(), morning(), morning(), morning(), morning(), vec![], vec![]];
        workshop.calendars.push(Calendar { code: "mornings".into(), week });
        let mut second = person("W2", "seller");
        second.calendar = Some("mornings".into());
        workshop.resources.push(second);
        let order = dated("A1", 11, 9, 2, &["S1"]);
        Self { job, order, workshop, before: Vec::new(), others: Vec::new() }
    }

    fn ask<T>(&self, ask: impl FnOnce(&Hand<'_>) -> T) -> T {
        let busy = Busy::of(self.others.iter().chain([&self.order]), self.order.id);
        ask(&Hand {
            order: &self.order,
            job: &self.job,
            workshop: &self.workshop,
            grid: Minutes(30),
            period: week(),
            now: january(11, 0),
            before: &self.before,
            busy: &busy,
        })
    }

    fn codes(&self, start: DateTime, people: &[&str]) -> Vec<&'static str> {
        let people: Vec<String> = people.iter().map(|code| (*code).to_owned()).collect();
        self.ask(|hand| hand.conflicts(start, &people).iter().map(Conflict::code).collect())
    }

    /// The starts of somebody on a day, as hours.
    fn starts(&self, who: &str, day: i8) -> Vec<(f64, f64)> {
        let all = self.ask(|hand| hand.starts(week(), |_| true));
        let theirs = all.into_iter().find(|one| one.person == who).unwrap().stretches;
        let hour = |at: DateTime| f64::from(at.hour()) + f64::from(at.minute()) / 60.0;
        let of_day = theirs.into_iter().filter(|(from, _)| from.date().day() == day);
        of_day.map(|(from, to)| (hour(from), hour(to))).collect()
    }
}

fn dated(name: &str, day: i8, hour: i8, length: i8, people: &[&str]) -> ActionOrder {
    ActionOrder {
        id: order(name),
        case: None,
        customer: String::new(),
        process: "hunting".into(),
        version: 1,
        step: "3".into(),
        operation: name.into(),
        kinds: vec!["seller".into()],
        people: people.iter().map(|&code| code.to_owned()).collect(),
        units: 1,
        minutes: Minutes(i64::from(length) * 60),
        start: Some(january(day, hour)),
        end: Some(january(day, hour + length)),
        due: None,
        purpose: None,
        theme: None,
        state: State::Suggested,
    }
}

#[test]
fn a_start_is_open_when_the_whole_action_lies_in_one_stretch_of_work() {
    let desk = Desk::new();
    assert_eq!(desk.starts("S1", 12), [(9.0, 10.0), (14.0, 14.0)]);
    assert_eq!(desk.starts("W2", 12), [(9.0, 10.0)]);
    let able = desk.ask(|hand| hand.starts(week(), |_| true));
    assert!(able.iter().all(|one| one.person != "P1"), "presales does not sell");
    assert!(desk.ask(|hand| hand.starts(week(), |one| one.code == "W2")).len() == 1);
}

#[test]
fn what_somebody_has_leave_and_the_customer_close_starts() {
    let mut desk = Desk::new();
    desk.others.push(dated("B1", 12, 11, 1, &["S1"]));
    assert_eq!(desk.starts("S1", 12), [(9.0, 9.0), (14.0, 14.0)]);
    desk.job.windows = Some(vec![(january(12, 14), january(12, 16))]);
    assert_eq!(desk.starts("S1", 12), [(14.0, 14.0)]);
    assert!(desk.starts("W2", 12).is_empty());
    desk.workshop.resources[0].leave.push(Absence { first: date(2027, 1, 12), last: date(2027, 1, 12) });
    assert!(desk.starts("S1", 12).is_empty());
}

#[test]
fn those_of_another_kind_must_be_free_too() {
    let mut desk = Desk::new();
    desk.job.kinds.push("presales".into());
    desk.order.people.push("P1".into());
    desk.others.push(dated("B1", 12, 9, 3, &["P1"]));
    assert_eq!(desk.starts("S1", 12), [(14.0, 14.0)]);
}

#[test]
fn nothing_starts_before_what_must_end_first() {
    let mut desk = Desk::new();
    let first = Before { order: order("A0"), end: Some(january(11, 11)), delay: Delay::OpenDays(1) };
    desk.before.push(first);
    #[allow(clippy::redundant_closure_for_method_calls)] // the method is not general enough
    let earliest = desk.ask(|hand| hand.earliest());
    assert_eq!(earliest, january(12, 11));
    assert!(desk.starts("S1", 11).is_empty());
    assert_eq!(desk.starts("S1", 12), [(14.0, 14.0)]);
    assert_eq!(desk.codes(january(12, 9), &["S1"]), ["before"]);
    desk.before[0].end = None;
    assert_eq!(desk.codes(january(12, 9), &["S1"]), ["before"]);
    desk.before.clear();
    assert!(desk.codes(january(12, 9), &["S1"]).is_empty());
}

#[test]
fn each_conflict_is_named() {
    let mut desk = Desk::new();
    assert_eq!(desk.codes(january(11, 9), &["S1"]), ["same-time"]);
    assert_eq!(desk.codes(january(12, 11), &["S1"]), ["non-working"], "two hours do not fit before noon");
    assert_eq!(desk.codes(january(12, 9), &["P1"]), ["kind"]);
    assert_eq!(desk.codes(january(14, 9), &["S1"]), ["late"]);
    assert_eq!(desk.codes(date(2027, 1, 18).at(9, 0, 0, 0), &["S1"]), ["outside-plan", "late"]);
    assert_eq!(desk.codes(date(2027, 1, 8).at(9, 0, 0, 0), &["S1"]), ["past"]);
    desk.job.skill = Some("audit".into());
    desk.workshop.resources[0].skills.push("audit".into());
    assert_eq!(desk.codes(january(12, 9), &["W2"]), ["skill"]);
    desk.job.skill = None;
    desk.others = vec![dated("B1", 12, 9, 1, &["S1"]), dated("B2", 12, 14, 2, &["S1"])];
    assert!(desk.codes(january(12, 10), &["S1"]).is_empty(), "five hours are five hours");
    assert_eq!(desk.codes(january(12, 9), &["S1"]), ["overlap"]);
    desk.others.push(dated("B3", 12, 11, 1, &["S1"]));
    assert_eq!(desk.codes(january(12, 9), &["S1"]), ["overlap", "overload"]);
    desk.job.release = january(13, 9);
    assert_eq!(desk.codes(january(12, 9), &["W2"]), ["early"]);
}

#[test]
fn what_is_done_holds_no_place_and_fills_no_day() {
    let mut desk = Desk::new();
    desk.others = vec![dated("B1", 12, 9, 2, &["S1"]), dated("B2", 12, 14, 2, &["S1"])];
    assert_eq!(desk.codes(january(12, 9), &["S1"]), ["overlap", "overload"]);
    let report = Report { outcome: Outcome::NoProgress, minutes: Minutes(60), at: january(11, 8) };
    desk.others[0].state = State::Done(report.clone());
    assert!(desk.codes(january(12, 9), &["S1"]).is_empty());
    assert_eq!(desk.starts("S1", 12), [(9.0, 10.0)]);
    desk.others[0].state = State::Closed(report);
    assert!(desk.codes(january(12, 9), &["S1"]).is_empty());
}

#[test]
fn somebody_takes_the_seat_of_their_kind_and_an_empty_seat_goes_to_who_is_free() {
    let mut desk = Desk::new();
    let cast = |desk: &Desk, who| desk.ask(|hand| hand.cast(january(12, 9), who, None));
    assert_eq!(cast(&desk, Some("W2")), ["W2"]);
    assert_eq!(cast(&desk, None), ["S1"]);
    desk.order.people.clear();
    assert_eq!(cast(&desk, None), ["S1"]);
    desk.others.push(dated("B1", 12, 9, 1, &["S1"]));
    assert_eq!(cast(&desk, None), ["W2"]);
    desk.job.kinds.push("presales".into());
    assert_eq!(cast(&desk, Some("S1")), ["S1", "P1"]);
}

#[test]
fn every_conflict_has_its_sentence_in_both_languages() {
    let one = |minutes, open_days| {
        Conflict::Late(crate::planning::schedule::Lateness { open_days, minutes: Minutes(minutes) })
    };
    let (person, order) = ("S1".to_owned(), order("B1"));
    let all = [
        Conflict::SameTime,
        Conflict::Past,
        Conflict::OutsidePlan { last: date(2027, 1, 15) },
        Conflict::Kind { person: person.clone() },
        Conflict::Skill { person: person.clone(), skill: "audit".into() },
        Conflict::NonWorking { person: person.clone() },
        Conflict::Overlap { person: person.clone(), orders: vec![order, order] },
        Conflict::Overload { person, planned: Minutes(360), given: Minutes(300) },
        Conflict::CustomerHours,
        Conflict::Before { order, until: Some(january(12, 9)) },
        Conflict::Before { order, until: None },
        Conflict::Early { release: january(12, 9) },
        one(60, 0),
        one(3_000, 2),
    ];
    for lang in [Lang::Fr, Lang::En] {
        let (person, action) = (|code: &str| code.to_owned(), |_| "B1".to_owned());
        let naming = Naming { words: Catalogue::of(lang), person: &person, action: &action };
        for conflict in &all {
            let said = conflict.sentence(&naming);
            assert!(said.ends_with('.') && said.contains(' ') && !said.contains('{'), "{said}");
        }
    }
}

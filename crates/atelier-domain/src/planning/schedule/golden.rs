//! The golden week, worked by hand: the three variants to the half-hour.

use super::example::{january, jobs, jobs_with_b_from, lines, order, plan};
use super::{Fits, Lateness, Reason, Schedule, Speaker, Why};
use crate::language::{Lang, Minutes};

/// Variant 2: the customer of B not before Tuesday 9:00.
fn variant_2() -> Schedule {
    plan(&jobs_with_b_from(january(12, 9)))
}

/// Variant 3: not before Tuesday 14:00.
fn variant_3() -> Schedule {
    plan(&jobs_with_b_from(january(12, 14)))
}

/// Operations of one person in time order.
fn day_of(schedule: &Schedule, person: &str) -> Vec<String> {
    let theirs = schedule.appointments.iter().filter(|one| one.involves(person));
    theirs.map(|one| one.operation.clone()).collect()
}

#[test]
fn variant_1_as_given() {
    let expected = [
        "A1 Mon 14-15 S1",
        "A2 Tue 14-16 S1",
        "B1 Mon 09-12 S1 P1",
        "B2 Mon 14-16 P1",
        "C1 Tue 09-10 P1",
        "C2 Tue 10-12 S1",
        "C3 Wed 14-16 S1",
        "D1 Mon 15-16 S1",
    ];
    let schedule = plan(&jobs());
    assert_eq!(lines(&schedule), expected);
    assert_eq!(schedule.late(), []);
}

#[test]
fn variant_2_keeps_the_order_on_each_person_and_nobody_is_late() {
    let expected = [
        "A1 Mon 09-10 S1",
        "A2 Tue 14-16 S1",
        "B1 Tue 09-12 S1 P1",
        "B2 Tue 14-16 P1",
        "C1 Mon 09-10 P1",
        "C2 Mon 14-16 S1",
        "C3 Wed 09-11 S1",
        "D1 Mon 10-11 S1",
    ];
    let schedule = variant_2();
    assert_eq!(lines(&schedule), expected);
    assert_eq!(schedule.late(), []);
    let slack = schedule.appointment(order("B2")).map(|b2| b2.due.unwrap().duration_since(b2.end).as_mins());
    assert_eq!(slack, Some(0));
    // The others follow each other on each person as in variant 1.
    let others = |schedule: &Schedule, person: &str| {
        day_of(schedule, person).into_iter().filter(|name| !name.starts_with('B')).collect::<Vec<_>>()
    };
    for person in ["S1", "P1"] {
        assert_eq!(others(&schedule, person), others(&plan(&jobs()), person));
    }
}

#[test]
fn variant_3_makes_b_late_by_one_working_day() {
    let expected = [
        "A1 Mon 09-10 S1",
        "A2 Tue 14-16 S1",
        "B1 Wed 09-12 S1 P1",
        "B2 Wed 14-16 P1",
        "C1 Mon 09-10 P1",
        "C2 Mon 14-16 S1",
        "C3 Wed 14-16 S1",
        "D1 Mon 10-11 S1",
    ];
    let schedule = variant_3();
    assert_eq!(lines(&schedule), expected);
    let late = schedule.late();
    assert_eq!(late.len(), 1);
    assert_eq!(late[0].last.order, order("B2"));
    assert_eq!(late[0].late, Lateness { open_days: 1, minutes: Minutes(24 * 60) });
    assert_eq!(late[0].origin.order, order("B1"));
}

#[test]
fn the_delay_of_b_says_its_cause_in_both_languages() {
    let schedule = variant_3();
    let say = |lang| {
        Speaker::of(&schedule, lang).late_case(&schedule.late()[0]).replace(['\u{202f}', '\u{a0}'], " ")
    };
    assert_eq!(
        say(Lang::Fr),
        "« B2 », Client B finit en retard de 1 jour ouvré, à cause de « B1 », Client B. \
         Pas avant le mar. 12 janv. à 14:00 : le client n’est pas disponible plus tôt. \
         La séance de 3 h ne tient que le matin : il ne reste que 2 h avant la coupure."
    );
    assert_eq!(
        say(Lang::En),
        "“B2”, Client B ends 1 working day late, because of “B1”, Client B. \
         Not before Tue 12 Jan 14:00: the customer is not available earlier. \
         The 3 h session fits only mornings: only 2 h are left before the break."
    );
}

#[test]
fn every_stretch_before_b1_has_its_reason() {
    let schedule = variant_3();
    let away = Why::Away { person: "S1".to_owned(), off: None };
    let too_short = Why::TooShort {
        person: "S1".to_owned(),
        session: Minutes(180),
        left: Minutes(120),
        fits: Fits::Mornings,
    };
    let expected = [
        Reason { from: january(11, 0), until: january(12, 14), why: Why::Customer },
        Reason { from: january(12, 14), until: january(12, 16), why: too_short },
        Reason { from: january(12, 16), until: january(13, 9), why: away },
    ];
    assert_eq!(schedule.appointment(order("B1")).unwrap().reasons, expected);
}

#[test]
fn loads_are_the_same_in_all_variants() {
    for schedule in [plan(&jobs()), variant_2(), variant_3()] {
        let loads: Vec<_> =
            schedule.loads.iter().map(|load| (load.person.as_str(), load.planned.0, load.worked.0)).collect();
        assert_eq!(loads, [("S1", 11 * 60, 25 * 60), ("P1", 6 * 60, 25 * 60)]);
    }
}

#[test]
fn the_list_of_monday_is_the_schedule_of_monday() {
    let schedule = plan(&jobs());
    let list =
        |person| schedule.day(person, january(11, 0).date()).iter().map(|one| one.order).collect::<Vec<_>>();
    assert_eq!(list("S1"), ["B1", "A1", "D1"].map(order));
    assert_eq!(list("P1"), ["B1", "B2"].map(order));
}

//! Who works when: specific days, part time, leave, holidays, week 53.

use atelier_domain::language::{Minutes, Period, Week};
use atelier_domain::process::{Exception, Hours, Workshop};
use jiff::civil::date;

pub const TEXT: &str = r#"
zone = "Europe/Paris"
holidays = "FR"

[calendar.standard]
mon = ["09:00-12:00", "14:00-18:00"]
tue = ["14:00-18:00", "9:00-12:00"]
wed = "09:00-12:00"

[[exception]]
on = 2027-01-05
name = "Inventaire"
hours = ["10:00-11:00"]

[[exception]]
on = 2027-01-05
who = "seller"
name = "Salon"
hours = ["08:00-20:00"]

[[exception]]
on = 2027-01-05
who = "Nord"
name = "Réunion"

[[exception]]
on = 2027-01-05
who = "ana"
name = "Formation"
hours = ["09:00-10:30"]

[[exception]]
on = 2027-05-17
name = "Lundi de Pentecôte travaillé"
hours = ["09:00-12:00"]

[[kind]]
code = "seller"
name = "vendeurs"

[[kind]]
code = "caller"
name = "télévendeurs"

[[resource]]
code = "ana"
name = "Ana"
kind = "seller"
team = "Nord"
calendar = "standard"

[[resource]]
code = "bob"
name = "Bob"
kind = "seller"
team = "Nord"
calendar = "standard"
part_time = 0.8
share = 0.33

[[resource]]
code = "cid"
name = "Cid"
kind = "seller"
calendar = "standard"
leave = [{ from = 2027-01-11, to = 2027-01-12 }, { from = 2027-01-12, to = 2027-01-15 }]

[[resource]]
code = "dan"
name = "Dan"
kind = "caller"
calendar = "standard"

[[resource]]
code = "eve"
name = "Eve"
kind = "caller"
"#;

fn workshop() -> Workshop {
    Workshop::read("w.toml", TEXT, 2026..=2027).unwrap().0
}

/// Windows of somebody, as text.
fn hours(who: &str, day: jiff::civil::Date) -> String {
    let workshop = workshop();
    let person = workshop.resources.iter().find(|person| person.code == who).unwrap();
    let shown = |hours: Hours| format!("{}-{}", hours.from.strftime("%H:%M"), hours.to.strftime("%H:%M"));
    workshop.hours_of(person, day).into_iter().map(shown).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_most_specific_exception_wins() {
    let day = date(2027, 1, 5);
    assert_eq!(hours("ana", day), "09:00-10:30");
    assert_eq!(hours("bob", day), "");
    assert_eq!(hours("cid", day), "08:00-20:00");
    assert_eq!(hours("dan", day), "10:00-11:00");
    assert_eq!(hours("dan", date(2027, 1, 12)), "09:00-12:00 14:00-18:00");
}

#[test]
fn part_time_shortens_the_day_from_its_end_by_five_minutes() {
    // 80 % of 420 minutes is 336, so 335: 180 in the morning, 155 after lunch.
    assert_eq!(hours("bob", date(2027, 1, 4)), "09:00-12:00 14:00-16:35");
    let workshop = workshop();
    let bob = &workshop.resources[1];
    assert_eq!(workshop.day_minutes(bob, date(2027, 1, 4)), Minutes(335));
    assert_eq!(workshop.capacity(bob, date(2027, 1, 4)), Minutes(110), "335 × 33 % is 110.55");
    // 80 % of 180 is 144, so 140.
    assert_eq!(hours("bob", date(2027, 1, 6)), "09:00-11:20");
}

#[test]
fn a_week_is_what_the_calendar_gives_when_nothing_differs() {
    let workshop = workshop();
    let week = |at: usize| workshop.week_of(&workshop.resources[at]).map(|minutes| minutes.0);
    assert_eq!(week(1)[..3], [335, 335, 140], "part time counted day by day");
    assert_eq!(week(2)[..3], [420, 420, 180], "leave is not taken off");
    assert_eq!(week(4), [0; 7], "no calendar, no hours");
}

#[test]
fn leave_is_merged_and_nobody_works_then() {
    let (workshop, warnings) = Workshop::read("w.toml", TEXT, 2026..=2027).unwrap();
    assert_eq!(workshop.resources[2].leave.len(), 1);
    assert_eq!(workshop.resources[2].leave[0].last, date(2027, 1, 15));
    assert_eq!(hours("cid", date(2027, 1, 12)), "");
    assert_eq!(hours("cid", date(2027, 1, 18)), "09:00-12:00 14:00-18:00");
    let said: Vec<_> = warnings.iter().map(|it| (it.place.line.unwrap(), it.code)).collect();
    assert_eq!(said, [(66, "process/leave-overlaps"), (74, "process/resource-without-calendar")]);
}

#[test]
fn holidays_are_days_off_unless_an_exception_says_otherwise() {
    assert_eq!(hours("dan", date(2027, 3, 29)), "");
    assert_eq!(hours("dan", date(2027, 5, 17)), "09:00-12:00");
    assert_eq!(hours("eve", date(2027, 1, 4)), "", "no calendar, no hours");
}

#[test]
fn week_53_of_2026_has_four_working_days() {
    let workshop = workshop();
    let week: Week = "2026-W53".parse().unwrap();
    let period = Period { first: week.monday(), after: week.plus(1).monday() };
    assert_eq!(period.last(), date(2027, 1, 3));
    assert_eq!(workshop.working_days(period), 4, "Friday is New Year's Day");
    let ana = &workshop.resources[0];
    let days: Vec<_> = period.days().map(|day| workshop.day_minutes(ana, day).0).collect();
    assert_eq!(days, [420, 420, 180, 0, 0, 0, 0]);
}

#[test]
fn a_day_without_hours_for_everybody_is_a_working_day_and_not_open() {
    let mut workshop = workshop();
    let on =
        |day, hours: &[Hours]| Exception { on: day, hours: hours.to_vec(), ..workshop.exceptions[0].clone() };
    let (friday, saturday) = (date(2027, 1, 8), date(2027, 1, 9));
    let exceptions = [on(friday, &[]), on(saturday, &workshop.exceptions[0].hours)];
    workshop.exceptions.extend(exceptions);
    let week = Period::through(date(2027, 1, 4), date(2027, 1, 10)).unwrap();
    assert_eq!(workshop.working_days(week), 5);
    let open = week.days().filter(|day| workshop.is_open(*day)).count();
    assert_eq!((open, workshop.is_open(friday), workshop.is_open(saturday)), (5, false, true));
    assert!(workshop.is_open(date(2027, 1, 5)), "a day when one team alone meets is open");
    assert!(!workshop.is_open(date(2027, 3, 29)), "Easter Monday");
    assert!(workshop.is_open(date(2027, 5, 17)), "a public holiday that is worked");
}

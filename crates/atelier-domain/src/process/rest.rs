//! Rest (*droit à la déconnexion*): when somebody may be written to by the program.
//! Source: note on the law, Labour Code L2242-17, 7°: rest must be respected.

use super::{Hours, Resource, Workshop};
use crate::language::Share;
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time, Weekday, time};

/// How far the next working day is looked for: somebody on a long leave is left alone until they are back.
const FURTHEST: usize = 400;
/// The hours of who is in no calendar, Monday to Friday.
const OFFICE: (Time, Time) = (time(9, 0, 0, 0), time(18, 0, 0, 0));

/// The moment from which `person` (a code of the workshop) may be written to, seen from `now`: at once within their
/// working hours, else when they next begin to work. Who is not in the workshop has the hours of most;
/// without a workshop, office hours. Who works on no day ahead is not made to wait for it.
pub fn heard_from(workshop: Option<&Workshop>, person: Option<&str>, now: DateTime) -> DateTime {
    let known = workshop.and_then(|shop| shop.resources.iter().find(|one| Some(one.code.as_str()) == person));
    let of_house = workshop.and_then(of_house);
    let hours = |day: Date| match (workshop, known.or(of_house.as_ref())) {
        (Some(shop), Some(one)) => shop.hours_of(one, day),
        (shop, _) => office(shop, day),
    };
    let days = now.date().series(1.day()).take(FURTHEST);
    let mut ahead = days.flat_map(|day| hours(day).into_iter().map(move |one| (day, one)));
    let next = ahead.find(|(day, one)| day.to_datetime(one.to) > now);
    next.map_or(now, |(day, one)| day.to_datetime(one.from).max(now))
}

/// Somebody with the hours of the house: the calendar that most people have, the first of those as common.
fn of_house(shop: &Workshop) -> Option<Resource> {
    let has = |code: &str| shop.resources.iter().filter(|one| one.calendar.as_deref() == Some(code)).count();
    let calendar = shop.calendars.iter().rev().max_by_key(|one| has(&one.code))?.code.clone();
    Some(Resource {
        code: String::new(),
        name: String::new(),
        kind: String::new(),
        team: String::new(),
        calendar: Some(calendar),
        part_time: Share::WHOLE,
        share: Share::WHOLE,
        skills: Vec::new(),
        leave: Vec::new(),
    })
}

fn office(shop: Option<&Workshop>, day: Date) -> Vec<Hours> {
    let is_holiday = shop.is_some_and(|shop| shop.holidays.contains_key(&day));
    let is_off = is_holiday || matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let (from, to) = OFFICE;
    if is_off { Vec::new() } else { vec![Hours { from, to }] }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOP: &str = r#"
zone = "Europe/Paris"
currency = "EUR"
holidays = "FR"
[calendar.standard]
mon = ["09:00-12:30", "13:30-17:00"]
tue = ["09:00-12:30", "13:30-17:00"]
wed = ["09:00-12:30", "13:30-17:00"]
thu = ["09:00-12:30", "13:30-17:00"]
fri = ["09:00-12:30", "13:30-17:00"]
[calendar.late]
mon = ["14:00-20:00"]
tue = ["14:00-20:00"]
[[kind]]
code = "seller"
name = { fr = "vendeurs", en = "sellers" }
[[resource]]
code = "ana"
name = "Ana"
kind = "seller"
calendar = "standard"
leave = [{ from = 2027-01-18, to = 2027-01-19 }]
[[resource]]
code = "bo"
name = "Bo"
kind = "seller"
calendar = "late"
[[resource]]
code = "cy"
name = "Cy"
kind = "seller"
calendar = "standard"
"#;

    fn heard(shop: Option<&Workshop>, person: &str, now: &str) -> String {
        heard_from(shop, Some(person), now.parse().unwrap()).to_string()
    }

    #[test]
    fn a_message_at_nine_in_the_evening_arrives_the_next_working_morning() {
        let (shop, _) = Workshop::read("shop", SHOP, 2026..=2028).unwrap();
        for (person, now, at) in [
            ("ana", "2027-01-12T21:00:00", "2027-01-13T09:00:00"),
            ("ana", "2027-01-12T07:15:00", "2027-01-12T09:00:00"),
            ("ana", "2027-01-12T10:20:00", "2027-01-12T10:20:00"),
            ("ana", "2027-01-12T12:45:00", "2027-01-12T13:30:00"),
            // A Friday evening, then two days of leave.
            ("ana", "2027-01-15T21:00:00", "2027-01-20T09:00:00"),
            // The eve of a public holiday which is a Friday.
            ("ana", "2026-12-31T21:00:00", "2027-01-04T09:00:00"),
            ("bo", "2027-01-12T21:00:00", "2027-01-18T14:00:00"),
            ("nobody", "2027-01-12T17:00:00", "2027-01-13T09:00:00"),
        ] {
            assert_eq!(heard(Some(&shop), person, now), at, "{person} at {now}");
        }
        assert_eq!(heard(None, "ana", "2027-01-15T18:00:00"), "2027-01-18T09:00:00");
    }
}

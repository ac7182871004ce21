//! Weeks in which somebody is asked more than they can give, or work in their own time (*surcharge*).
//!
//! The schedule itself gives neither; dates decided by people, and calendars that change after them, may.

use super::planned::PlannedOrder;
use crate::language::{Args, Catalogue, Minutes, Week};
use crate::planning::schedule::Appointment;
use crate::process::{Resource, Workshop};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A week too full for somebody, or with work outside their hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strain {
    /// Code of the person.
    pub person: String,
    /// The week in which the actions begin.
    pub week: Week,
    /// Work of the actions that have a date.
    pub planned: Minutes,
    /// Work that the person gives to planned actions that week.
    pub capacity: Minutes,
    /// Work that lies outside the person's hours.
    pub outside: Minutes,
}

/// What an action that has a date asks of one of its people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The week in which it begins.
    week: Week,
    /// Its work.
    work: Minutes,
    /// The part of it that lies outside the person's hours.
    outside: Minutes,
}

impl Asked {
    /// `None`: the action has no date, or is not theirs.
    pub fn of(planned: &PlannedOrder, person: &Resource, workshop: &Workshop) -> Option<Self> {
        let one = planned.appointment.as_ref().filter(|one| one.people.contains(&person.code))?;
        let work = planned.order.minutes;
        let week = Week::of(one.start.date());
        Some(Self { week, work, outside: outside(one, work, person, workshop) })
    }
}

/// Who is too full, by week then by person. Orders without date ask nothing of a week.
pub fn strains<'a>(orders: impl IntoIterator<Item = &'a PlannedOrder>, workshop: &Workshop) -> Vec<Strain> {
    // A large company has a thousand people, and an action one or two: each is looked for once.
    let mut people: BTreeMap<&str, Option<(&Resource, Vec<Asked>)>> = BTreeMap::new();
    let find = |code: &str| workshop.resources.iter().find(|known| known.code == code);
    for planned in orders {
        for code in planned.appointment.iter().flat_map(|one| &one.people) {
            let known = people.entry(code).or_insert_with(|| find(code).map(|person| (person, Vec::new())));
            let Some((person, asked)) = known else { continue };
            asked.extend(Asked::of(planned, person, workshop));
        }
    }
    let known = people.into_values().flatten();
    let mut strains: Vec<Strain> =
        known.flat_map(|(person, asked)| strains_of(person, &asked, workshop)).collect();
    strains.sort_by(|a, b| (a.week, &a.person).cmp(&(b.week, &b.person)));
    strains
}

/// The weeks in which somebody is too full by what is asked of them, in order.
pub fn strains_of<'a>(
    person: &Resource,
    asked: impl IntoIterator<Item = &'a Asked>,
    workshop: &Workshop,
) -> Vec<Strain> {
    let mut weeks: BTreeMap<Week, (Minutes, Minutes)> = BTreeMap::new();
    for one in asked {
        let (work, outside) = weeks.entry(one.week).or_default();
        *work += one.work;
        *outside += one.outside;
    }
    let strains = weeks.into_iter().filter_map(|(week, (planned, outside))| {
        let days = week.monday().series(1.day()).take(7);
        let capacity: Minutes = days.map(|day| workshop.capacity(person, day)).sum();
        let is_strained = planned > capacity || outside > Minutes(0);
        is_strained.then(|| Strain { person: person.code.clone(), week, planned, capacity, outside })
    });
    strains.collect()
}

/// Next week, seen from a day, and those for whom it is too full: who is told so each week, and shown to who runs them.
/// Source: row LEG-07, weekly overload notice.
pub fn too_full_next_week(strains: &[Strain], today: Date) -> (Week, Vec<&Strain>) {
    let week = Week::of(today.saturating_add(7.days()));
    (week, strains.iter().filter(|one| one.week == week).collect())
}

/// Work of an appointment beyond what its span has of the person's hours; what is done in parts has its
/// breaks inside the span.
fn outside(one: &Appointment, minutes: Minutes, person: &Resource, workshop: &Workshop) -> Minutes {
    let span = one.end.duration_since(one.start).as_mins();
    let inside: i64 = days(one.start.date(), one.end.date())
        .flat_map(|day| {
            workshop.hours_of(person, day).into_iter().map(move |hours| {
                let from = day.to_datetime(hours.from).max(one.start);
                let to = day.to_datetime(hours.to).min(one.end);
                to.duration_since(from).as_mins().max(0)
            })
        })
        .sum();
    Minutes((minutes.0.min(span) - inside).max(0))
}

fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    first.series(1.day()).take_while(move |day| *day <= last)
}

impl Strain {
    /// For the person.
    pub fn to_the_person(&self, words: &Catalogue) -> String {
        words.text(self.message(["execution-overload-mine", "execution-outside-mine"]), &self.args(words))
    }

    /// For those who answer for the plan; `name` of the person.
    pub fn to_the_director(&self, name: &str, words: &Catalogue) -> String {
        let id = self.message(["execution-overload", "execution-outside"]);
        words.text(id, &self.args(words).with("person", name))
    }

    /// Too much, or enough but in the person's own time.
    fn message(&self, [over, outside]: [&'static str; 2]) -> &'static str {
        if self.planned > self.capacity { over } else { outside }
    }

    fn args(&self, words: &Catalogue) -> Args {
        let show = words.show();
        Args::new()
            .with("week", show.week(self.week))
            .with("planned", show.duration(self.planned))
            .with("capacity", show.duration(self.capacity))
            .with_count("out", self.outside.0)
            .with("outside", show.duration(self.outside))
    }
}

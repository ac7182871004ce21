//! A workshop as its page shows it: people, calendars, days that differ. Read from the text, which stays the truth.

use super::process_shape::{InBoth, both};
use atelier_domain::language::Minutes;
use atelier_domain::process::{Absence, Calendar, Exception, Hours, Kind, Resource, Workshop};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

/// A stretch of a day, `09:00` to `12:30`.
#[derive(Serialize, ToSchema)]
pub struct HoursTold {
    from: String,
    to: String,
}

/// A weekly pattern.
#[derive(Serialize, ToSchema)]
pub struct CalendarTold {
    code: String,
    /// Monday to Sunday.
    week: Vec<Vec<HoursTold>>,
    minutes: i64,
}

/// A kind of resources.
#[derive(Serialize, ToSchema)]
pub struct ResourceKind {
    code: String,
    /// Plural.
    name: InBoth,
    hour_cost_cents: Option<i64>,
}

/// Days away, both ends inside.
#[derive(Serialize, ToSchema)]
pub struct AbsenceTold {
    #[schema(format = Date)]
    first: String,
    #[schema(format = Date)]
    last: String,
}

/// Somebody of the workshop.
#[derive(Serialize, ToSchema)]
pub struct ResourceTold {
    code: String,
    name: String,
    kind: String,
    /// Empty when none is written.
    team: String,
    /// Null: no hours, and so no capacity.
    calendar: Option<String>,
    part_time_bp: u16,
    /// Part of the working time given to planned actions.
    share_bp: u16,
    /// Work of a week without holiday nor absence, part time counted.
    week_minutes: i64,
    /// What of it is given to planned actions.
    planned_minutes: i64,
    skills: Vec<String>,
    /// In their order; those that overlap are one.
    leave: Vec<AbsenceTold>,
}

/// A public holiday.
#[derive(Serialize, ToSchema)]
pub struct HolidayTold {
    #[schema(format = Date)]
    on: String,
    name: InBoth,
}

/// A day that differs.
#[derive(Serialize, ToSchema)]
pub struct ExceptionTold {
    #[schema(format = Date)]
    on: String,
    /// `*`, a kind, a team or a person.
    who: String,
    /// Empty: nobody of them works.
    hours: Vec<HoursTold>,
    name: InBoth,
}

/// People and calendars, valid.
#[derive(Serialize, ToSchema)]
#[schema(as = Workshop)]
pub struct WorkshopTold {
    zone: String,
    currency: String,
    /// The day on which this was asked, in the company's zone.
    #[schema(format = Date)]
    today: String,
    kinds: Vec<ResourceKind>,
    calendars: Vec<CalendarTold>,
    people: Vec<ResourceTold>,
    /// Public holidays of this year and the two after it, computed.
    holidays: Vec<HolidayTold>,
    exceptions: Vec<ExceptionTold>,
}

/// The workshop of a text, as of `today`.
pub fn shape(workshop: &Workshop, today: Date) -> WorkshopTold {
    let holidays =
        workshop.holidays.iter().map(|(on, name)| HolidayTold { on: on.to_string(), name: both(name) });
    WorkshopTold {
        zone: workshop.zone.clone(),
        currency: workshop.currency.to_string(),
        today: today.to_string(),
        kinds: workshop.kinds.iter().map(kind).collect(),
        calendars: workshop.calendars.iter().map(calendar).collect(),
        people: workshop.resources.iter().map(|one| person(one, workshop)).collect(),
        holidays: holidays.collect(),
        exceptions: workshop.exceptions.iter().map(exception).collect(),
    }
}

fn hours(all: &[Hours]) -> Vec<HoursTold> {
    let clock = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
    all.iter().map(|one| HoursTold { from: clock(one.from), to: clock(one.to) }).collect()
}

fn calendar(one: &Calendar) -> CalendarTold {
    let minutes: Minutes = one.week.iter().flatten().map(|hours| hours.minutes()).sum();
    CalendarTold {
        code: one.code.clone(),
        week: one.week.iter().map(|day| hours(day)).collect(),
        minutes: minutes.0,
    }
}

fn kind(one: &Kind) -> ResourceKind {
    ResourceKind {
        code: one.code.clone(),
        name: both(&one.name),
        hour_cost_cents: one.hour_cost.as_ref().map(|cost| cost.cents),
    }
}

fn person(one: &Resource, workshop: &Workshop) -> ResourceTold {
    let absence =
        |leave: &Absence| AbsenceTold { first: leave.first.to_string(), last: leave.last.to_string() };
    let days = workshop.week_of(one);
    let week: Minutes = days.iter().copied().sum();
    let planned: Minutes = days.iter().map(|day| one.share.of(*day)).sum();
    ResourceTold {
        code: one.code.clone(),
        name: one.name.clone(),
        kind: one.kind.clone(),
        team: one.team.clone(),
        calendar: one.calendar.clone(),
        part_time_bp: one.part_time.basis_points(),
        share_bp: one.share.basis_points(),
        week_minutes: week.0,
        planned_minutes: planned.0,
        skills: one.skills.clone(),
        leave: one.leave.iter().map(absence).collect(),
    }
}

fn exception(one: &Exception) -> ExceptionTold {
    ExceptionTold {
        on: one.on.to_string(),
        who: one.who.clone(),
        hours: hours(&one.hours),
        name: both(&one.name),
    }
}

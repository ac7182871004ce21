//! A workshop for a company that has given none: the people imported, on ordinary hours.
//!
//! Thirty-five hours, French public holidays, half of the time for planned actions, one kind. Every
//! answer that rests on it says so; `atelier workshop export` writes it out to be corrected.

use crate::fault::Fault;
use atelier_domain::execution::Person;
use atelier_domain::language::Refusal;
use serde::Serialize;

#[derive(Serialize)]
struct Sheet<'a> {
    zone: &'a str,
    currency: &'a str,
    holidays: &'a str,
    calendar: Calendars,
    kind: [Kind; 1],
    resource: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Calendars {
    standard: Week,
}

#[derive(Serialize)]
struct Week {
    mon: [&'static str; 2],
    tue: [&'static str; 2],
    wed: [&'static str; 2],
    thu: [&'static str; 2],
    fri: [&'static str; 2],
}

#[derive(Serialize)]
struct Kind {
    code: &'static str,
    name: Name,
}

#[derive(Serialize)]
struct Name {
    fr: &'static str,
    en: &'static str,
}

#[derive(Serialize)]
struct Resource<'a> {
    code: &'a str,
    name: &'a str,
    kind: &'static str,
    team: &'a str,
    calendar: &'static str,
    share: f64,
}

/// The text of the assumed workshop.
///
/// # Errors
/// `app/no-people` when nobody was imported.
pub fn workshop(people: &[Person], zone: &str, currency: &str) -> Result<String, Fault> {
    if people.is_empty() {
        return Err(Refusal::new("app/no-people").into());
    }
    let day = ["09:00-12:30", "13:30-17:00"];
    let sheet = Sheet {
        zone,
        currency,
        holidays: "FR",
        calendar: Calendars { standard: Week { mon: day, tue: day, wed: day, thu: day, fri: day } },
        kind: [Kind { code: "seller", name: Name { fr: "vendeurs", en: "sellers" } }],
        resource: people.iter().map(resource).collect(),
    };
    Ok(toml::to_string_pretty(&sheet).map_err(anyhow::Error::from)?)
}

fn resource(person: &Person) -> Resource<'_> {
    Resource {
        code: &person.key,
        name: &person.name,
        kind: "seller",
        team: &person.team,
        calendar: "standard",
        share: 0.5,
    }
}

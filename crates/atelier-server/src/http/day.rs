//! A person's day, the reasons of a date, and the calendar file.

use super::orders::moment;
use super::talks::Contacting;
use super::talks::suggested::{self, ClosedTold, PutOffTold, SuggestionTold};
use super::{Answer, App, Asked, Document, Problem};
use crate::documents::calendar;
use crate::fault::Fault;
use crate::rights::{Access, Permit, permit::ReadDay};
use crate::workbench::{Day, DayItem, DayRead, Frame, Met, Named, Office, Published, near};
use atelier_domain::execution::{ActionOrder, Channel, Deferral, PlannedOrder};
use atelier_domain::language::{Args, Catalogue, Lang, OrderId, Refusal, Week};
use atelier_domain::planning::schedule::Load;
use axum::Json;
use axum::extract::State;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// A person, a day, an order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfPerson {
    /// Company.
    pub company: Option<String>,
    /// Person, code.
    pub person: Option<String>,
    /// Day.
    pub date: Option<String>,
    /// Order.
    pub order: Option<String>,
}

async fn frame(
    app: &App,
    access: &Access<ReadDay>,
    asked: &Asked<OfPerson>,
) -> Result<(Office, Arc<Frame>), Fault> {
    let office = access.office(asked.of.company.as_deref())?;
    let frame = app.frame(&office).await?;
    Ok((office, frame))
}

/// Whether a person of the plan is within reach of who asks.
pub(super) fn reaches<P: Permit>(plan: &Frame, access: &Access<P>, person: &str) -> bool {
    let team = plan.workshop.resources.iter().find(|one| one.code == person).map(|one| one.team.as_str());
    access.reaches(person, team.unwrap_or_default())
}

/// By code only: a name is for the command line. Somebody out of reach is told as somebody who is not
/// there, and the asking is written down.
async fn person<'p>(
    app: &App,
    plan: &'p Frame,
    access: &Access<ReadDay>,
    asked: &Asked<OfPerson>,
) -> Result<&'p Load, Fault> {
    let code = asked.of.person.as_deref().unwrap_or_default();
    let found = plan.summary.people.iter().find(|one| one.person == code);
    if let Some(load) = found {
        if reaches(plan, access, code) {
            return Ok(load);
        }
        access.refused(app, code).await;
    }
    Err(nobody(plan, access, code).into())
}

/// Nobody within reach has this code.
pub(super) fn nobody<P: Permit>(plan: &Frame, access: &Access<P>, code: &str) -> Refusal {
    let within: Vec<Load> =
        plan.summary.people.iter().filter(|one| reaches(plan, access, &one.person)).cloned().collect();
    let known = near::people(&within, code);
    Refusal::new("app/unknown-person").with("given", code).with("known", known)
}

/// People of a plan.
#[derive(Serialize, ToSchema)]
#[schema(as = People)]
pub struct Reached {
    people: Vec<Named>,
    #[schema(value_type = String, format = Date)]
    first_day: Date,
    #[schema(value_type = String, format = Date)]
    last_day: Date,
    /// The day on which the plan opens.
    #[schema(value_type = String, format = Date)]
    today: Date,
}

/// The people of the plan within reach, and its days.
///
/// # Errors
/// `app/unknown-company`, `app/no-plan`.
pub async fn people(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<OfPerson>,
) -> Result<Answer<Reached>, Problem> {
    let (_, plan) = frame(&app, &access, &asked).await.map_err(asked.problem())?;
    let within = plan.summary.people.iter().filter(|load| reaches(&plan, &access, &load.person));
    let period = plan.summary.period;
    Ok(Answer::of(Reached {
        people: within.map(|load| plan.named(load)).collect(),
        first_day: period.first,
        last_day: period.last(),
        today: plan.summary.today.max(period.first),
    }))
}

/// A day as the page shows it.
#[derive(Serialize, ToSchema)]
#[schema(as = DaySeen)]
pub struct Seen {
    #[serde(flatten)]
    day: Day,
    /// Name of the public holiday of the day, if it is one.
    holiday: Option<String>,
    /// At most five conversations worth holding beyond the schedule.
    suggestions: Vec<SuggestionTold>,
    /// What was postponed or refused.
    deferred: Vec<PutOffTold>,
    /// What was closed on the day, oldest first.
    done: Vec<ClosedTold>,
}

/// A person's day; without a date, the first of the plan.
///
/// # Errors
/// `app/unknown-person`, `app/unknown-date`.
pub async fn day(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<OfPerson>,
) -> Result<Json<Seen>, Problem> {
    let problem = asked.problem();
    let (office, frame) = frame(&app, &access, &asked).await.map_err(&problem)?;
    let load = person(&app, &frame, &access, &asked).await.map_err(&problem)?;
    let date = match asked.of.date.as_deref() {
        None => frame.summary.today.max(frame.summary.period.first),
        Some(text) => text
            .parse::<Date>()
            .map_err(|_| problem(Refusal::new("app/unknown-date").with("given", text).into()))?,
    };
    let lang = asked.lang();
    let today = moment(&office, &frame).map_err(&problem)?.date();
    let read = app.day_of(&office, &load.person, (date, today)).await.map_err(&problem)?;
    let holiday = frame.workshop.holidays.get(&date).map(|name| name.get(lang).to_owned());
    let mut day = read.plan.day(load, date, today, lang);
    (day.previous_day, day.next_day) = (read.beside.previous, read.beside.next);
    // The notice of the week after is for the week that is now.
    if Week::of(date) == Week::of(today) {
        let next = Week::of(today.saturating_add(7.days()));
        let strain = app.strain_of(&office, &frame, &load.person, next).await.map_err(&problem)?;
        day.overload_next = strain.map(|strain| strain.to_the_person(Catalogue::of(lang)));
    }
    for item in &mut day.items {
        about_the_customer(item, &read, (date.max(today), Catalogue::of(lang)));
    }
    let names = app.names(&office, &read).await.map_err(&problem)?;
    let named = |account| names.get(&account).cloned();
    let suggestions = suggested::suggestions(&read, load, (date, day.free_minutes), named, lang);
    let deferred = suggested::put_off(&read, date, named, lang);
    let undoable = app.undoable(&office, &read, date).await.map_err(&problem)?;
    let done = suggested::closed(&read, load, date, &undoable, lang);
    Ok(Json(Seen { day, holiday, suggestions, deferred, done }))
}

/// Puts the firm and who was last met there beside an action; what is back from a postponement has no hour.
fn about_the_customer(item: &mut DayItem, read: &DayRead, (day, words): (Date, &'static Catalogue)) {
    let case = item.case.and_then(|id| read.cases.iter().find(|case| case.id == id));
    item.account = case.and_then(|case| case.account);
    let met = item.case.and_then(|id| read.met.get(&id));
    let contacting = Contacting { said: &read.said, aim: read.aim(item.case), day, words };
    let way = Channel::of(item.channel);
    item.barred = met.zip(way).and_then(|(one, way)| contacting.barred((one.id, one.name.as_str()), way));
    let met = met.filter(|_| item.barred.is_none());
    item.who = met.map(|one| Met { name: one.name.clone(), function: one.function.clone() });
    let Some(deferral) = read.deferrals.iter().find(|one| one.of.order == item.id) else { return };
    item.postponed = true;
    (item.start, item.end) = (String::new(), String::new());
    let args = Args::new().with("reason", deferral.reason.as_str());
    item.why = words.text("execution-postponed", &args);
}

/// Whether an order is that of somebody within reach; one that nobody has yet is that of all who could
/// do it, as in the list of the day.
pub(super) fn concerns<P: Permit>(plan: &Frame, access: &Access<P>, planned: &PlannedOrder) -> bool {
    concerns_order(plan, access, &planned.order)
}

/// The same, of the order alone.
pub(super) fn concerns_order<P: Permit>(plan: &Frame, access: &Access<P>, order: &ActionOrder) -> bool {
    if !order.people.is_empty() {
        return order.people.iter().any(|one| reaches(plan, access, one));
    }
    let people = plan.summary.people.iter().filter(|load| order.kinds.contains(&load.kind));
    people.into_iter().any(|load| reaches(plan, access, &load.person))
}

/// Why an order has its date, and what it serves.
#[derive(Serialize, ToSchema)]
pub struct Why {
    #[schema(value_type = uuid::Uuid)]
    order: OrderId,
    /// The customer.
    title: String,
    reasons: Vec<String>,
    /// From the order up to the objective.
    pegging: Vec<String>,
}

/// Why an order has its date, and what it serves.
///
/// # Errors
/// `app/unknown-order`.
pub async fn why(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<OfPerson>,
) -> Result<Answer<Why>, Problem> {
    let problem = asked.problem();
    let office = access.office(asked.of.company.as_deref()).map_err(&problem)?;
    let given = asked.of.order.as_deref().unwrap_or_default();
    let plan = app.explained(&office, given).await.map_err(&problem)?;
    let unknown = || problem(Refusal::new("app/unknown-order").with("given", given).into());
    let planned = given.parse().ok().and_then(|id| plan.orders.get(&id)).ok_or_else(unknown)?;
    if !concerns(&plan, &access, planned) {
        access.refused(&app, given).await;
        return Err(unknown());
    }
    let lang = asked.lang();
    let words = Catalogue::of(lang);
    Ok(Answer::of(Why {
        order: planned.order.id,
        title: plan.customer(planned, words),
        reasons: Published::why(planned, &plan.speaker(lang), lang),
        pegging: plan.pegging(planned, lang),
    }))
}

/// Everything a person has ahead, as a calendar file.
///
/// # Errors
/// `app/unknown-person`; an incident when the zone has no such hour.
pub async fn calendar(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<OfPerson>,
) -> Result<Document, Problem> {
    let problem = asked.problem();
    let office = access.office(asked.of.company.as_deref()).map_err(&problem)?;
    let frame = app.frame(&office).await.map_err(&problem)?;
    let load = person(&app, &frame, &access, &asked).await.map_err(&problem)?;
    file(&app, &office, load, asked.lang()).await.map_err(&problem)
}

/// What a person has ahead, without what they put off.
///
/// # Errors
/// An incident when the zone has no such hour.
pub(super) async fn file(app: &App, office: &Office, load: &Load, lang: Lang) -> Result<Document, Fault> {
    let plan = app.ahead(office, &load.person).await?;
    let mut entries = plan.entries(load, None, lang);
    let put_off = app.put_off(office, &load.person).await?;
    entries.retain(|entry| {
        let of = |one: &Deferral| entry.uid.starts_with(&one.of.order.to_string());
        !put_off.iter().any(|one| of(one) && one.hides(entry.start.date()))
    });
    let text = calendar::write(&load.name, &office.zone, plan.made_at, &entries);
    Ok(Document {
        media: "text/calendar; charset=utf-8",
        name: "atelier.ics".to_owned(),
        bytes: text.map_err(|error| Fault::Incident(error.into()))?.into_bytes(),
    })
}

//! What makes the load of a week: the lines of work, and the hours of those who could do it.

use super::OfKind;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadPlan};
use crate::workbench::Frame;
use atelier_domain::execution::{KindFigures, WeekFigures};
use atelier_domain::language::{Args, Catalogue, Lang, Minutes, Refusal, Week};
use atelier_domain::planning::of_kind;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// A week of a kind.
#[derive(Serialize, ToSchema)]
pub struct WeekTold {
    /// `2027-W08`.
    week: String,
    sentence: String,
    lines: Vec<WeekLine>,
    people: Vec<WeekPerson>,
}

/// Work of an operation in the week.
#[derive(Serialize, ToSchema)]
struct WeekLine {
    /// Process, step and operation by code: what `/api/orders` filters by.
    code: String,
    /// Shown name of the step.
    step: String,
    /// Shown name of the operation.
    operation: String,
    /// Cases already open, not those still to come.
    in_hand: bool,
    units: i64,
    minutes: i64,
}

/// Somebody of the kind, and their hours.
#[derive(Serialize, ToSchema)]
struct WeekPerson {
    code: String,
    name: String,
    capacity_minutes: i64,
}

/// What makes the load of a week.
///
/// # Errors
/// `app/unknown-week`, and those of [`super::load`].
pub async fn week(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<OfKind>,
) -> Result<Answer<WeekTold>, Problem> {
    let problem = asked.problem();
    let office = access.office(asked.of.company.as_deref()).map_err(&problem)?;
    let plan = app.frame(&office).await.map_err(&problem)?;
    let figures = plan.kind(asked.of.kind.as_deref()).map_err(|refusal| problem(refusal.into()))?;
    let given = asked.of.week.clone().unwrap_or_default();
    let found = figures.weeks.iter().find(|week| week.week.to_string() == given);
    let Some(found) = found else {
        return Err(problem(Refusal::new("app/unknown-week").with("given", given).into()));
    };
    let lang = asked.lang();
    Ok(Answer::of(WeekTold {
        week: found.week.to_string(),
        sentence: sentence(found, &plan.kind_name(&figures.kind, lang), lang),
        lines: lines(&plan, figures, found.week, lang),
        people: people(&plan, figures, found.week),
    }))
}

fn sentence(found: &WeekFigures, kind: &str, lang: Lang) -> String {
    let words = Catalogue::of(lang);
    let show = words.show();
    let args = Args::new()
        .with("week", show.week(found.week))
        .with("load", show.hours(found.load, 1))
        .with("capacity", show.hours(found.capacity.unwrap_or_default(), 1))
        .with("of_kind", of_kind(lang, kind));
    words.text("execution-week", &args)
}

fn lines(plan: &Frame, figures: &KindFigures, week: Week, lang: Lang) -> Vec<WeekLine> {
    let of_week = figures.lines.iter().filter(|line| line.week == week);
    let told = of_week.map(|line| {
        let (step, operation) = plan.routing(&line.process, &line.step, &line.operation);
        WeekLine {
            code: [line.process.as_str(), &line.step, &line.operation].join("/"),
            step: step.map_or(line.step.as_str(), |step| step.name.get(lang)).to_owned(),
            operation: operation.map_or(line.operation.as_str(), |one| one.name.get(lang)).to_owned(),
            in_hand: line.in_hand,
            units: line.units,
            minutes: line.minutes.0,
        }
    });
    told.collect()
}

/// Those of the kind, with what is left of their hours in the days of the plan.
fn people(plan: &Frame, figures: &KindFigures, week: Week) -> Vec<WeekPerson> {
    let days = (0..7).filter_map(|day| week.monday().checked_add(jiff::Span::new().days(day)).ok());
    let summary = &plan.summary;
    let days: Vec<_> = days.filter(|day| summary.period.holds(*day) && *day >= summary.today).collect();
    let of_kind = plan.workshop.resources.iter().filter(|one| one.kind == figures.kind);
    let told = of_kind.map(|one| {
        let capacity: Minutes = days.iter().map(|day| plan.workshop.capacity(one, *day)).sum();
        WeekPerson { code: one.code.clone(), name: one.name.clone(), capacity_minutes: capacity.0 }
    });
    told.collect()
}

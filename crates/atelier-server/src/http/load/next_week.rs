//! Whose next week is too full, on a page for who runs them: the same as each Thursday's letters tell.

use crate::http::day::reaches;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadDay};
use crate::workbench::Published;
use atelier_domain::execution::{Strain, too_full_next_week};
use atelier_domain::language::{Catalogue, Lang};
use axum::extract::State;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

/// Next week, and those within reach for whom it is too full.
#[derive(Serialize, ToSchema)]
pub struct NextWeek {
    /// `2027-W08`.
    week: String,
    #[schema(value_type = String, format = Date)]
    monday: Date,
    /// By name. Empty: nobody's is.
    people: Vec<TooFull>,
}

/// Somebody who is asked for more than they can give, or to work in their own time.
#[derive(Serialize, ToSchema)]
struct TooFull {
    code: String,
    name: String,
    team: String,
    /// Work of the actions that have a date.
    planned_minutes: i64,
    /// Work that they give to planned actions that week.
    capacity_minutes: i64,
    /// Work that lies outside their hours.
    outside_minutes: i64,
    /// As the letter says it.
    sentence: String,
}

/// Whose next week is too full.
///
/// # Errors
/// `app/no-plan`.
pub async fn next_week(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked,
) -> Result<Answer<NextWeek>, Problem> {
    let office = &access.who.office;
    let plan = app.strained(office).await.map_err(asked.problem())?;
    // The demonstration lives before its own days: it is never before the day of the plan.
    let (week, strains) = too_full_next_week(&plan.strains, office.today().max(plan.summary.today));
    let within = strains.into_iter().filter(|one| reaches(&plan, &access, &one.person));
    let mut people: Vec<TooFull> = within.map(|strain| told(&plan, strain, asked.lang())).collect();
    people.sort_by(|a, b| (&a.name, &a.code).cmp(&(&b.name, &b.code)));
    Ok(Answer::of(NextWeek { week: week.to_string(), monday: week.monday(), people }))
}

fn told(plan: &Published, strain: &Strain, lang: Lang) -> TooFull {
    let name = plan.name(&strain.person);
    let team = plan.workshop.resources.iter().find(|one| one.code == strain.person).map(|one| &one.team);
    TooFull {
        code: strain.person.clone(),
        team: team.cloned().unwrap_or_default(),
        planned_minutes: strain.planned.0,
        capacity_minutes: strain.capacity.0,
        outside_minutes: strain.outside.0,
        sentence: strain.to_the_director(&name, Catalogue::of(lang)),
        name,
    }
}

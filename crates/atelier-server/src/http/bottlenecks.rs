//! What holds the plan in force back, for the page of the plan.

use super::load::OfKind;
use super::{App, Asked, Problem};
use crate::rights::{Access, permit::ReadPlan};
use atelier_domain::language::Catalogue;
use atelier_domain::planning::{Bottlenecks, Limit, Names, Whose};
use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

/// The ranked list as it was when the plan was made.
///
/// Yields of one person are left out and counted: whoever reads the plan would see them. They are on the
/// command line of those who run the installation.
///
/// # Errors
/// `app/unknown-company`, `app/no-plan`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<OfKind>,
) -> Result<Json<Value>, Problem> {
    let problem = asked.problem();
    let office = access.office(asked.of.company.as_deref()).map_err(&problem)?;
    let plan = app.frame(&office).await.map_err(&problem)?;
    let words = Catalogue::of(asked.lang());
    let names = Names { workshop: &plan.workshop, processes: &plan.processes };
    let (seen, withheld) = for_everybody(&plan.summary.bottlenecks);
    let shown: Vec<Value> = seen
        .list
        .iter()
        .map(|one| {
            let what = match &one.limit {
                Limit::Saturated(_) => "saturated",
                Limit::Yield(_) => "yield",
                Limit::Wait(_) => "wait",
            };
            json!({
                "what": what,
                "place": one.place(&names, words),
                "sentence": one.sentence(&names, words),
                "stake": one.stake,
            })
        })
        .collect();
    Ok(Json(json!({
        "headline": seen.headline(&names, words),
        "bottlenecks": shown,
        "unvalued": seen.unvalued_told(&names, words),
        "withheld": withheld,
    })))
}

/// The list without the yields of single persons, and how many these were.
fn for_everybody(found: &Bottlenecks) -> (Bottlenecks, usize) {
    let is_personal =
        |limit: &Limit| matches!(limit, Limit::Yield(gap) if matches!(gap.whose, Whose::Person(_)));
    let list: Vec<_> = found.list.iter().filter(|one| !is_personal(&one.limit)).cloned().collect();
    let withheld = found.list.len() - list.len();
    (Bottlenecks { list, unvalued: found.unvalued.clone() }, withheld)
}

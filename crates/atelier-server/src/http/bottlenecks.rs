//! What holds the plan in force back, for the page of the plan.

use super::director::AmountTold;
use super::load::OfKind;
use super::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadPlan};
use atelier_domain::language::Catalogue;
use atelier_domain::planning::{Basis, Bottlenecks, Limit, Names, Stake, Whose};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// What holds the plan back, the most costly first.
#[derive(Serialize, ToSchema)]
#[schema(as = Bottlenecks)]
pub struct Held {
    headline: String,
    bottlenecks: Vec<BottleneckTold>,
    /// The processes without a worth, when there are any.
    unvalued: Option<String>,
    /// Yields of single persons, which are not shown.
    withheld: usize,
}

/// One of them.
#[derive(Serialize, ToSchema)]
#[schema(as = Bottleneck)]
struct BottleneckTold {
    /// `saturated`, `yield` or `wait`.
    what: &'static str,
    place: String,
    sentence: String,
    /// Null when the worth of the objectives is not known.
    stake: Option<StakeTold>,
}

/// Money of the objectives that does not get through.
#[derive(Serialize, ToSchema)]
#[schema(as = Stake)]
struct StakeTold {
    /// `margin`, or `revenue` when some margin is not known.
    basis: &'static str,
    money: AmountTold,
    /// Missing even when everything is done as early as hours allow.
    at_least: AmountTold,
}

impl From<Stake> for StakeTold {
    fn from(stake: Stake) -> Self {
        let basis = match stake.basis {
            Basis::Margin => "margin",
            Basis::Revenue => "revenue",
        };
        Self { basis, money: stake.money.into(), at_least: stake.at_least.into() }
    }
}

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
) -> Result<Answer<Held>, Problem> {
    let problem = asked.problem();
    let office = access.office(asked.of.company.as_deref()).map_err(&problem)?;
    let plan = app.frame(&office).await.map_err(&problem)?;
    let words = Catalogue::of(asked.lang());
    let names = Names { workshop: &plan.workshop, processes: &plan.processes };
    let (seen, withheld) = for_everybody(&plan.summary.bottlenecks);
    let told = seen.list.iter().map(|one| BottleneckTold {
        what: match &one.limit {
            Limit::Saturated(_) => "saturated",
            Limit::Yield(_) => "yield",
            Limit::Wait(_) => "wait",
        },
        place: one.place(&names, words),
        sentence: one.sentence(&names, words),
        stake: one.stake.map(StakeTold::from),
    });
    Ok(Answer::of(Held {
        headline: seen.headline(&names, words),
        bottlenecks: told.collect(),
        unvalued: seen.unvalued_told(&names, words),
        withheld,
    }))
}

/// The list without the yields of single persons, and how many these were.
fn for_everybody(found: &Bottlenecks) -> (Bottlenecks, usize) {
    let is_personal =
        |limit: &Limit| matches!(limit, Limit::Yield(gap) if matches!(gap.whose, Whose::Person(_)));
    let list: Vec<_> = found.list.iter().filter(|one| !is_personal(&one.limit)).cloned().collect();
    let withheld = found.list.len() - list.len();
    (Bottlenecks { list, unvalued: found.unvalued.clone() }, withheld)
}

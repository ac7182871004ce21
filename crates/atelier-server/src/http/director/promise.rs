//! Can an objective be met, and if not, what is the nearest that can?

use super::{Desk, told};
use crate::fault::Fault;
use crate::http::moves::apart;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, permit::ReadPlan};
use crate::workbench::PlanAsk;
use atelier_domain::language::{Catalogue, Refusal};
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// An objective on the spot, or none for those of the sheets.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Wish {
    /// Process; needed with an objective when there are several.
    pub process: Option<String>,
    /// Objective in deals.
    pub deals: Option<i64>,
    /// Objective in revenue: an amount, `180000` or `180 000,50`.
    pub revenue: Option<String>,
    /// Objective in margin: an amount.
    pub margin: Option<String>,
    /// First day; with `to`.
    #[param(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Last day.
    #[param(value_type = Option<String>, format = Date)]
    pub to: Option<Date>,
}

/// One answer for each process with something due.
#[derive(Serialize, ToSchema)]
pub struct Promises {
    answers: Vec<PromiseTold>,
}

/// Whether an objective can be met.
#[derive(Serialize, ToSchema)]
struct PromiseTold {
    process: String,
    name: String,
    feasible: bool,
    /// Units asked.
    asked: i64,
    bottleneck: Option<String>,
    bottleneck_name: Option<String>,
    missing_minutes: Option<i64>,
    missing_week: Option<String>,
    /// Most units that fit with the dates asked.
    nearest_quantity: i64,
    /// Last week due at which everything fits.
    nearest_week: Option<String>,
    /// The answer, why, and the nearest possible ones.
    sentences: Vec<String>,
    /// Work that the people able to do it cannot hold.
    overloads: Vec<String>,
}

/// Whether the objectives can be met (*faisabilité*).
///
/// # Errors
/// `app/no-objective`, `app/no-period`, `app/bad-amount`, `app/several-objectives`, `app/process-needed`,
/// `planning/no-yield`.
pub async fn promise(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<Wish>,
) -> Result<Answer<Promises>, Problem> {
    let (wish, lang) = (&asked.of, asked.lang());
    let problem = told(lang);
    let money = wish.revenue.is_some() || wish.margin.is_some();
    let desk = Desk::of(&app, &access, money, lang).await.map_err(problem)?;
    let ask = PlanAsk {
        process: wish.process.clone(),
        revenue: wish.revenue.clone(),
        margin: wish.margin.clone(),
        deals: wish.deals,
        from: wish.from,
        to: wish.to,
        service: None,
    };
    let answers = apart(|| answers(&desk, &ask)).map_err(problem)?;
    Ok(Answer::of(Promises { answers }))
}

fn answers(desk: &Desk, ask: &PlanAsk) -> Result<Vec<PromiseTold>, Fault> {
    let plan = desk.outline(ask)?;
    let (words, workshop) = (Catalogue::of(desk.lang), &desk.shop.workshop);
    let mut answers = Vec::new();
    for (rank, strand) in plan.strands.iter().enumerate() {
        let is_asked = ask.process.as_ref().is_none_or(|code| *code == strand.process);
        if strand.deals() == 0 || !is_asked {
            continue;
        }
        let process = desk.shop.process(Some(&strand.process))?;
        let found = plan.promise(rank, process, workshop)?;
        answers.push(PromiseTold {
            process: process.code.clone(),
            name: process.name.get(desk.lang).to_owned(),
            feasible: found.feasible,
            asked: found.asked,
            bottleneck_name: found.bottleneck.as_deref().map(|code| desk.kind_name(code)),
            missing_minutes: found.missing.map(|(minutes, _)| minutes.0),
            missing_week: found.missing.map(|(_, week)| week.to_string()),
            nearest_quantity: found.nearest_quantity,
            nearest_week: found.nearest_date.map(|(_, week)| week.to_string()),
            sentences: found.sentences(words, &workshop.kinds),
            overloads: found.overloads.iter().map(|one| one.sentence(words, workshop)).collect(),
            bottleneck: found.bottleneck,
        });
    }
    if answers.is_empty() {
        return Err(Refusal::new("app/no-objective").with("today", desk.today).into());
    }
    Ok(answers)
}

//! What a director compares and follows: scenarios, feasibility, needs, work in progress, indicators,
//! from the line of the strategy down to the action.

mod behind;
mod cascade;
mod funnel;
mod indicators;
mod kept;
mod promise;
mod scenarios;
mod wip;

use super::{App, Problem};
use crate::fault::Fault;
use crate::rights::{Access, Permit};
use crate::workbench::{Aimed, PlanAsk, Shop, outline};
use atelier_domain::execution::WorkPlan;
use atelier_domain::language::{Currency, Lang, Money, Refusal};
use atelier_domain::process::{Objective, Process, Unit};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

pub use behind::facts;
pub use cascade::{cascade, of_objective, of_order};
pub use funnel::funnel;
pub use indicators::list as indicators;
pub use kept::{forget, keep};
pub use promise::promise;
pub use scenarios::{compare, list as scenarios, pull};
pub use wip::register as wip;

/// One process, or the first that has an objective.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfProcess {
    /// Code.
    pub process: Option<String>,
}

/// An amount of money.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[schema(as = Amount)]
pub struct AmountTold {
    cents: i64,
    #[schema(value_type = String)]
    currency: Code,
}

/// A currency by its letters.
#[derive(Clone, Copy)]
struct Code(Currency);

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0.code())
    }
}

impl From<Money> for AmountTold {
    fn from(money: Money) -> Self {
        Self { cents: money.cents, currency: Code(money.currency) }
    }
}

/// A company, read, with the day it is there; closed cases too when `history` is wanted.
struct Desk {
    shop: Arc<Shop>,
    today: Date,
    lang: Lang,
}

impl Desk {
    async fn of<P: Permit>(app: &App, access: &Access<P>, history: bool, lang: Lang) -> Result<Self, Fault> {
        let office = &access.who.office;
        let today = today(app, access).await?;
        let shop = app.shop_now(office, today, history).await?;
        Ok(Self { shop, today, lang })
    }

    /// The process of this code, else the first that still has an objective, else the first.
    fn process(&self, code: Option<&str>) -> Result<&Process, Refusal> {
        let current =
            |process: &&Process| process.objectives.iter().any(|one| one.period.last() >= self.today);
        match code {
            Some(code) => self.shop.process(Some(code)),
            None => self
                .shop
                .processes
                .iter()
                .find(current)
                .or(self.shop.processes.first())
                .ok_or_else(|| Refusal::new("app/no-process")),
        }
    }

    fn outline(&self, ask: &PlanAsk) -> Result<WorkPlan, Fault> {
        let aimed: Aimed = ask.aimed(self.today)?;
        Ok(outline(&self.shop, &aimed, self.today)?)
    }

    /// The plan of the sheets, and where a process stands in it.
    fn strand(&self, code: Option<&str>) -> Result<(WorkPlan, usize), Fault> {
        let process = self.process(code)?.code.clone();
        let plan = self.outline(&PlanAsk::default())?;
        let rank = plan.strands.iter().position(|strand| strand.process == process);
        let rank = rank.ok_or_else(|| Refusal::new("app/no-objective").with("today", self.today))?;
        Ok((plan, rank))
    }

    /// Shown name of a kind of people.
    fn kind_name(&self, code: &str) -> String {
        let kinds = &self.shop.workshop.kinds;
        let found = kinds.iter().find(|kind| kind.code == code);
        found.map_or_else(|| code.to_owned(), |kind| kind.name.get(self.lang).to_owned())
    }
}

/// The day it is. The demonstration lives before its own days: it is never before the day of the plan.
async fn today<P: Permit>(app: &App, access: &Access<P>) -> Result<Date, Fault> {
    let office = &access.who.office;
    let now = office.today();
    match app.frame(office).await {
        Ok(frame) => Ok(now.max(frame.summary.today)),
        Err(Fault::Refused(refused)) if refused.codes() == ["app/no-plan"] => Ok(now),
        Err(fault) => Err(fault),
    }
}

/// What an objective asks, as it is shown.
fn quantity(objective: &Objective, lang: Lang) -> String {
    let show = atelier_domain::language::Catalogue::of(lang).show();
    match objective.unit {
        Unit::Revenue | Unit::Margin => {
            show.money(Money { cents: objective.quantity, currency: objective.currency })
        }
        _ => show.count(objective.quantity),
    }
}

/// A fault for this reader.
fn told(lang: Lang) -> impl Fn(Fault) -> Problem + Copy {
    move |fault| Problem::of(fault, lang)
}

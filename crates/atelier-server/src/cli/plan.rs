//! `atelier plan …`: from the objective to the dates.

mod asked;
mod bottlenecks;
mod compare;
mod feasible;
mod follow;
mod make;
mod release;
mod replan;
mod scenarios;
mod service;
mod show;
mod told;
mod used;
mod why;

pub use asked::Plan;
pub use told::told;

use super::out::Form;
use super::session::Session;
use super::{figures, tables};
use crate::fault::Fault;
use crate::workbench::{Act, Aimed, Made, Office, PlanAsk, Shop, Workbench, made, outline, span_of_years};
use asked::{Asked, Search};
use atelier_domain::execution::WorkPlan;
use atelier_domain::language::Refusal;
use atelier_domain::planning::level;
use atelier_domain::process::Unit;
use serde_json::json;

/// Runs it.
pub async fn run(session: &Session, command: Plan) -> Result<(), Fault> {
    match command {
        Plan::Make { asked, search, person, out } => {
            make::run(session, &asked, &search, person.as_deref(), out.as_deref()).await
        }
        Plan::Explode { asked, out } => {
            let (shop, plan) = outlined(session, &asked).await?;
            if out.out.is_none() && out.format == Form::Text {
                levels_told(session, &shop, &plan)?;
            }
            session.tables(
                &[tables::needs(session, &plan, &shop), figures::chances(session, &plan, &shop)],
                &out,
            )
        }
        Plan::Load { asked, out } => {
            let (shop, plan) = outlined(session, &asked).await?;
            let rough_cut = feasible::table(session, &plan.overloads, &shop);
            let people = tables::people(session, &plan, &shop);
            session.tables(&[tables::load(session, &plan, &shop), people, rough_cut], &out)?;
            if out.out.is_none() && out.format == Form::Text {
                levels_told(session, &shop, &plan)?;
                feasible::told(session, &plan.overloads, &shop)?;
            }
            Ok(())
        }
        Plan::Bottlenecks { asked, out } => bottlenecks::run(session, &asked, &out).await,
        Plan::Release { asked, buffer_days, out } => release::run(session, &asked, buffer_days, &out).await,
        Plan::Level { asked, out } => {
            let (shop, plan) = outlined(session, &asked).await?;
            let levelled = level(&plan.load, &plan.capacity);
            session.tables(&[tables::level(session, &plan, &levelled, &shop)], &out)
        }
        Plan::Costs { asked, out } => {
            let (shop, plan) = outlined(session, &asked).await?;
            session.tables(&figures::priced(session, &plan, &shop)?, &out)
        }
        Plan::Weeks { out } => figures::weeks(session, &out).await,
        Plan::Promise { asked } => feasible::promised(session, &asked).await,
        Plan::Scenarios { asked, file, out } => scenarios::run(session, &asked, file.as_deref(), &out).await,
        Plan::Schedule { asked, search, out } => {
            let proposed = proposed(session, &asked, &search).await?;
            if proposed.stopped {
                return stopped_told(session, &proposed);
            }
            proposed.publish(session).await?;
            let plan = proposed.bench.published(&proposed.office).await?;
            session.tables(&[tables::schedule(session, &plan)], &out)
        }
        Plan::Show { version, out } => show::run(session, version, &out).await,
        Plan::Compare { old, new } => compare::run(session, old, new).await,
        Plan::Replan { upset, reason, accept } => {
            replan::run(session, &upset, reason.as_deref(), accept).await
        }
        Plan::Slots { asked } => replan::slots(session, &asked).await,
        Plan::Why { order } => why::run(session, &order).await,
        Plan::WhereUsed { code } => used::run(session, &code).await,
    }
}

fn aimed(session: &Session, asked: &Asked) -> Result<Aimed, Refusal> {
    let asked = asked.clone();
    let ask = PlanAsk {
        process: asked.process,
        revenue: asked.revenue,
        margin: asked.margin,
        deals: asked.deals,
        from: asked.from,
        to: asked.to,
        service: asked.service,
    };
    ask.aimed(session.today)
}

/// The company; past deals are read when `history` is asked for, and when an objective in money needs their
/// average value.
async fn read(session: &Session, aimed: &Aimed, history: bool) -> Result<(Workbench, Office, Shop), Fault> {
    let (bench, office) = session.office().await?;
    let years = span_of_years(session.today, aimed.period);
    let history = history || aimed.wanted.as_ref().is_some_and(|wanted| wanted.unit != Unit::Deals);
    let shop = bench.shop(&office, years, history).await?;
    Ok((bench, office, shop))
}

async fn outlined(session: &Session, asked: &Asked) -> Result<(Shop, WorkPlan), Fault> {
    let aimed = aimed(session, asked)?;
    let (_, _, shop) = read(session, &aimed, false).await?;
    let plan = outline(&shop, &aimed, session.today)?;
    Ok((shop, plan))
}

/// The service level of each process, when one was asked.
fn levels_told(session: &Session, shop: &Shop, plan: &WorkPlan) -> Result<(), Fault> {
    plan.strands.iter().try_for_each(|strand| service::told(session, shop, &strand.process, &strand.level))
}

/// A plan made and not written yet.
struct Proposed {
    bench: Workbench,
    office: Office,
    shop: Shop,
    made: Made,
    /// At the keyboard: to be shown, not published.
    stopped: bool,
}

async fn proposed(session: &Session, asked: &Asked, search: &Search) -> Result<Proposed, Fault> {
    let aimed = aimed(session, asked)?;
    // What holds the plan back is told with it, and that is in past deals too.
    let (bench, office, shop) = read(session, &aimed, true).await?;
    let pursued = follow::pursued(session, search, |pursuit| made(&shop, &aimed, session.today, pursuit))?;
    let follow::Pursued { made, stopped } = pursued;
    Ok(Proposed { bench, office, shop, made, stopped })
}

/// The figures of the best plan found when somebody stopped the search, which is not published.
fn stopped_told(session: &Session, proposed: &Proposed) -> Result<(), Fault> {
    session.json(&json!({ "published": false, "summary": proposed.made.summary }))?;
    told(session, &proposed.shop, &proposed.made, None)?;
    follow::interrupted(session)
}

impl Proposed {
    async fn publish(&self, session: &Session) -> Result<i64, Fault> {
        let actor = session.actor();
        let act = Act { actor: &actor, now: session.now, source: "plan" };
        self.bench.publish(&self.office, &self.made, &act).await
    }
}

//! `atelier order …`: an action order and what is declared on it.

use super::note::{self, Note};
use super::session::Session;
use crate::fault::Fault;
use crate::workbench::{Act, Published, Said, title};
use atelier_domain::execution::{ActionOrder, Declared, PlannedOrder};
use atelier_domain::language::{Args, Refusal};
use clap::Subcommand;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::json;

/// Commands about action orders.
#[derive(Debug, Subcommand)]
pub enum Order {
    Show {
        order: String,
    },
    Declare {
        order: String,
        #[arg(long)]
        state: String,
        #[arg(long)]
        result: Option<String>,
        #[arg(long, value_parser = clap::value_parser!(i64).range(0..=1_440))]
        minutes: Option<i64>,
        #[arg(long)]
        evidence: Option<String>,
        #[arg(long)]
        evidence_on: Option<Date>,
        #[arg(long)]
        confirm: bool,
    },
    Note(Note),
}

/// Runs it.
pub async fn run(session: &Session, command: Order) -> Result<(), Fault> {
    match command {
        Order::Note(said) => {
            let (plan, noted) = note::run(session, &said).await?;
            session.json(&json!({ "order": noted.order.id, "state": noted.order.phase().code() }))?;
            session.say("cli-order-told", &told(session, &plan, &noted))
        }
        Order::Show { order } => {
            let (bench, office) = session.office().await?;
            let plan = bench.published(&office).await?;
            let planned = plan.order(&order)?;
            session.json(&json!(planned))?;
            session.say("cli-order-told", &told(session, &plan, planned))
        }
        Order::Declare { order, state, result, minutes, evidence, evidence_on, confirm } => {
            let (bench, office) = session.office().await?;
            let plan = bench.published(&office).await?;
            let planned = plan.order(&order)?;
            let said = Said { state, result, minutes, evidence, evidence_on, confirm };
            let zone = TimeZone::get(&office.zone).map_err(anyhow::Error::from)?;
            let clock = session.now.to_zoned(zone).datetime();
            let now = session.today.to_datetime(clock.time());
            let declaration = said.read(planned, now)?;
            let reports: Vec<ActionOrder> = plan.orders.values().map(|one| one.order.clone()).collect();
            match plan.decide(planned, &declaration, now, &reports)? {
                Declared::NeedsConfirmation { declared, day } => {
                    let show = session.words.show();
                    let refusal = Refusal::new("app/confirm-time")
                        .with("given", show.hours(declared, 1))
                        .with("day", show.hours(day, 1));
                    Err(refusal.into())
                }
                Declared::Accepted { order, effects } => {
                    let changed = plan.changed(&order, &effects);
                    let actor = session.actor();
                    let act = Act { actor: &actor, now: session.now, source: "order declare" };
                    let advance = bench.advance(&office, &plan, &changed, now.date()).await?;
                    bench.declare(&office, &changed, advance, &act).await?;
                    session.json(&json!({ "order": order.id, "state": order.phase().code(), "changed": changed.len() }))?;
                    let now_is = PlannedOrder { order: *order, ..planned.clone() };
                    session.say("cli-order-told", &told(session, &plan, &now_is))?;
                    let freed = i64::try_from(changed.len() - 1).unwrap_or(0);
                    if freed > 0 {
                        session.say("cli-order-freed", &Args::new().with_count("count", freed))?;
                    }
                    Ok(())
                }
            }
        }
    }
}

fn told(session: &Session, plan: &Published, planned: &PlannedOrder) -> Args {
    let order = &planned.order;
    let (_, operation) = plan.routing_of(order);
    let show = session.words.show();
    let when = order.start.map_or_else(
        || session.words.plain("table-unplaced"),
        |start| format!("{} {}", show.day(start.date()), show.time(start.time())),
    );
    let people: Vec<String> = order.people.iter().map(|code| plan.name(code)).collect();
    Args::new()
        .with("order", super::tables::short(&order.id.to_string()))
        .with("operation", title(operation, &order.operation, session.lang))
        .with("customer", plan.customer(planned, session.words))
        .with("when", when)
        .with("people", people.join(", "))
        .with("state", session.words.plain(&format!("execution-phase-{}", order.phase().code())))
}

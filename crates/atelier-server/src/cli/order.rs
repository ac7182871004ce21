//! `atelier order …`: an action order and what is declared on it.

use super::args::Order;
use super::session::Session;
use crate::fault::Fault;
use crate::workbench::{Act, Published};
use atelier_domain::execution::{
    ActionOrder, Around, Backing, Declaration, Declared, Effect, Outcome, PlannedOrder, Proof, declare,
};
use atelier_domain::language::{Args, Minutes, OrderId, Refusal};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::json;

const STATES: &str = "firm, released, started, done, closed, cancelled";
const RESULTS: &str = "progress, no-progress, disqualified";

/// Runs it.
pub async fn run(session: &Session, command: Order) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    match command {
        Order::Show { order } => {
            let planned = plan.order(&order)?;
            session.json(&json!(planned))?;
            session.say("cli-order-told", &told(session, &plan, planned))
        }
        Order::Declare { order, state, result, minutes, evidence, evidence_on, confirm } => {
            let planned = plan.order(&order)?;
            let said = Said { state, result, minutes, evidence, evidence_on, confirm };
            let zone = TimeZone::get(&office.zone).map_err(anyhow::Error::from)?;
            let clock = session.now.to_zoned(zone).datetime();
            let now = session.today.to_datetime(clock.time());
            let declaration = declaration(&said, planned, now)?;
            match decide(&plan, planned, &declaration, now)? {
                Declared::NeedsConfirmation { declared, day } => {
                    let show = session.words.show();
                    let refusal = Refusal::new("app/confirm-time")
                        .with("given", show.hours(declared, 1))
                        .with("day", show.hours(day, 1));
                    Err(refusal.into())
                }
                Declared::Accepted { order, effects } => {
                    let changed = changed(&plan, &order, &effects);
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

struct Said {
    state: String,
    result: Option<String>,
    minutes: Option<i64>,
    evidence: Option<String>,
    evidence_on: Option<jiff::civil::Date>,
    confirm: bool,
}

fn declaration(said: &Said, planned: &PlannedOrder, now: DateTime) -> Result<Declaration, Refusal> {
    let unknown = |given: &str, known: &str| {
        Refusal::new("app/unknown-state").with("given", given).with("known", known)
    };
    Ok(match said.state.as_str() {
        "firm" => Declaration::Firm,
        "released" => Declaration::Release,
        "started" => Declaration::Start,
        "closed" => Declaration::Close,
        "cancelled" => Declaration::Cancel { why: said.result.clone().unwrap_or_default() },
        "done" => {
            let outcome = match said.result.as_deref().unwrap_or_default() {
                "progress" => Outcome::Progress(match &said.evidence {
                    Some(kind) => Backing::Proof(Proof {
                        kind: kind.clone(),
                        on: said.evidence_on.unwrap_or(now.date()),
                        reference: String::new(),
                    }),
                    None => Backing::WithoutEvidence,
                }),
                "no-progress" => Outcome::NoProgress,
                "disqualified" => Outcome::Disqualified,
                other => return Err(unknown(other, RESULTS)),
            };
            let minutes = Minutes(said.minutes.unwrap_or(planned.order.minutes.0));
            Declaration::Done { outcome, minutes, confirmed: said.confirm }
        }
        other => return Err(unknown(other, STATES)),
    })
}

fn decide(
    plan: &Published,
    planned: &PlannedOrder,
    declaration: &Declaration,
    now: DateTime,
) -> Result<Declared, Fault> {
    let order = &planned.order;
    let (step, _) = plan.routing_of(order);
    let same_case: Vec<ActionOrder> =
        plan.orders.values().map(|one| one.order.clone()).filter(|one| one.case == order.case).collect();
    let alone = Around { now, step, day: Minutes(24 * 60), spent: Minutes(0), orders: &same_case };
    let mut decided = declare(order, declaration, &alone)?;
    // Each of those who did it has a day of their own.
    for person in plan.summary.people.iter().filter(|one| order.people.contains(&one.person)) {
        let around = Around {
            day: plan.window(person, now.date()),
            spent: declared_that_day(plan, &person.person, now),
            ..alone
        };
        decided = declare(order, declaration, &around)?;
        if matches!(decided, Declared::NeedsConfirmation { .. }) {
            break;
        }
    }
    Ok(decided)
}

fn declared_that_day(plan: &Published, person: &str, now: DateTime) -> Minutes {
    let of_person = plan.orders.values().filter(|one| one.order.people.iter().any(|code| code == person));
    of_person
        .filter_map(|one| one.order.report())
        .filter(|report| report.at.date() == now.date())
        .map(|report| report.minutes)
        .sum()
}

/// The declared order, and those that its effects cancel.
fn changed(plan: &Published, order: &ActionOrder, effects: &[Effect]) -> Vec<PlannedOrder> {
    let with = |id: OrderId, order: ActionOrder| {
        plan.orders.get(&id).map(|planned| PlannedOrder { order, ..planned.clone() })
    };
    let mut changed: Vec<PlannedOrder> = with(order.id, order.clone()).into_iter().collect();
    for effect in effects {
        if let Effect::Cancel(id) = effect
            && let Some(planned) = plan.orders.get(id)
        {
            let mut freed = planned.clone();
            freed.order.state =
                atelier_domain::execution::State::Cancelled { why: "disqualified".to_owned() };
            freed.appointment = None;
            changed.push(freed);
        }
    }
    changed
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
        .with("operation", operation.map_or(order.operation.as_str(), |one| one.name.get(session.lang)))
        .with("customer", plan.customer(planned, session.words))
        .with("when", when)
        .with("people", people.join(", "))
        .with("state", session.words.plain(&format!("execution-phase-{}", order.phase().code())))
}

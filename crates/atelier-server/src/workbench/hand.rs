//! An action that somebody moves by hand: what is around it, read for the days concerned only.

use super::{Frame, Office, Workbench, board};
use crate::fault::Fault;
use atelier_domain::execution::{
    ActionOrder, Before, Busy, Conflict, Crew, Glance, Hand, Naming, Phase, PlannedOrder, jobs,
};
use atelier_domain::language::{Catalogue, OrderId, Period, Refusal, Week};
use atelier_domain::planning::Zone;
use atelier_domain::planning::schedule::{Job, Seat};
use atelier_domain::process::Process;
use atelier_store::Reader;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// A move by hand, as asked.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveAsked {
    /// Which order.
    pub order: String,
    /// To when, in local time.
    #[schema(value_type = String)]
    pub start: DateTime,
    /// Who takes the seat of their kind; else nobody changes.
    #[serde(default)]
    pub person: Option<String>,
    /// Whose seat, when several of that kind take part.
    #[serde(default)]
    pub instead_of: Option<String>,
    /// Whether to say what else would move; yes when not said.
    #[serde(default)]
    pub moves: Option<bool>,
    /// Why; needed in the frozen weeks.
    #[serde(default)]
    pub reason: Option<String>,
}

/// An order with all that its place depends on.
pub struct Held {
    /// The plan without its orders.
    pub frame: Arc<Frame>,
    /// The order.
    pub planned: PlannedOrder,
    job: Job,
    before: Vec<Before>,
    busy: Busy,
    /// Orders around it, for their names.
    around: HashMap<OrderId, ActionOrder>,
    now: DateTime,
}

impl Workbench {
    /// Takes an order in hand, to look at some days.
    ///
    /// # Errors
    /// `app/no-plan`, `app/unknown-order`, `app/plan-too-old`.
    pub async fn take(&self, office: &Office, given: &str, days: Period) -> Result<Held, Fault> {
        let unknown = || Fault::from(Refusal::new("app/unknown-order").with("given", given));
        let id: uuid::Uuid = given.parse().map_err(|_| unknown())?;
        let mut reader = self.store.read(office.scope).await?;
        let frame = self.frame_in(&mut reader, office).await?;
        let stored = reader.order(id).await?.ok_or_else(unknown)?;
        let planned: PlannedOrder = serde_json::from_str(&stored.payload).map_err(anyhow::Error::from)?;
        let job = job_of(&mut reader, office, &frame, &planned).await?;
        let before = before(&mut reader, &job).await?;
        let glances = board::glances(&mut reader, days).await?;
        let busy = Busy::of(glances.iter().map(|glance| &glance.order), planned.order.id);
        let mut around: HashMap<OrderId, ActionOrder> =
            glances.into_iter().map(|Glance { order, .. }| (order.id, order)).collect();
        around.extend(before.1.into_iter().map(|order| (order.id, order)));
        let now = now(office, &frame);
        Ok(Held { frame, planned, job, before: before.0, busy, around, now })
    }
}

/// What the schedule asks of one order.
async fn job_of(
    reader: &mut Reader,
    office: &Office,
    frame: &Frame,
    planned: &PlannedOrder,
) -> Result<Job, Fault> {
    let launch = planned.launch().ok_or_else(|| Refusal::new("app/plan-too-old"))?;
    let mut sectors = HashMap::new();
    let asks_sector = !frame.workshop.policy.customer_hours.is_empty();
    if let Some(id) = launch.account.filter(|_| asks_sector)
        && let Some(account) = reader.account_now(id).await?
    {
        sectors.insert(id, account.sector);
    }
    let processes: Vec<&Process> = frame.processes.iter().collect();
    let (tenant, workshop, period) = (office.tenant, &frame.workshop, frame.summary.period);
    let crew = Crew { tenant, processes: &processes, workshop, period, sectors: &sectors };
    let job = jobs(&[launch], &crew).pop();
    job.ok_or_else(|| anyhow::anyhow!("a launch gave no job").into())
}

/// What must end before it and is not over, with the orders themselves.
async fn before(reader: &mut Reader, job: &Job) -> Result<(Vec<Before>, Vec<ActionOrder>), Fault> {
    let (mut waits, mut orders) = (Vec::new(), Vec::new());
    for after in &job.after {
        let Some(stored) = reader.order(after.order.0).await? else { continue };
        let glance: Glance = serde_json::from_str(&stored.payload).map_err(anyhow::Error::from)?;
        let phase = glance.order.phase();
        if phase.is_ahead() || phase == Phase::Started {
            waits.push(Before { order: after.order, end: glance.order.end, delay: after.delay });
            orders.push(glance.order);
        }
    }
    Ok((waits, orders))
}

/// The first moment that may still be planned. The demonstration lives before its own days: it is never
/// before the day of the plan.
fn now(office: &Office, frame: &Frame) -> DateTime {
    let zone = TimeZone::get(&office.zone).unwrap_or(TimeZone::UTC);
    let clock = jiff::Timestamp::now().to_zoned(zone).datetime();
    clock.max(frame.summary.today.at(0, 0, 0, 0)).max(frame.summary.period.first.at(0, 0, 0, 0))
}

impl Held {
    /// In the hand of whoever moves it.
    pub fn hand(&self) -> Hand<'_> {
        Hand {
            order: &self.planned.order,
            job: &self.job,
            workshop: &self.frame.workshop,
            grid: self.frame.summary.grid,
            period: self.frame.summary.period,
            now: self.now,
            before: &self.before,
            busy: &self.busy,
        }
    }

    /// Refuses what is begun, done or given up.
    ///
    /// # Errors
    /// `planning/not-ahead`.
    pub fn ahead(&self) -> Result<(), Refusal> {
        let order = &self.planned.order;
        if order.phase().is_ahead() {
            return Ok(());
        }
        Err(Refusal::new("planning/not-ahead").with("given", order.id.to_string()))
    }

    /// When it should end.
    pub fn due(&self) -> Option<DateTime> {
        self.job.due
    }

    /// Where it is, if it has a date.
    pub fn from(&self) -> Option<Seat> {
        let order = &self.planned.order;
        let (start, end) = order.start.zip(order.end)?;
        Some(Seat { start, end, people: order.people.clone() })
    }

    /// Where it would go.
    ///
    /// # Errors
    /// `app/unknown-person`.
    pub fn to(&self, asked: &MoveAsked) -> Result<Seat, Refusal> {
        let hand = self.hand();
        for code in [&asked.person, &asked.instead_of].into_iter().flatten() {
            if !self.frame.workshop.resources.iter().any(|one| one.code == *code) {
                let refusal = Refusal::new("app/unknown-person");
                return Err(refusal.with("given", code.as_str()).with("known", "–"));
            }
        }
        let people = hand.cast(asked.start, asked.person.as_deref(), asked.instead_of.as_deref());
        Ok(Seat { start: asked.start, end: hand.end_of(asked.start), people })
    }

    /// The frozen week that a move to there would touch, if it does.
    pub fn frozen(&self, to: &Seat) -> Option<Week> {
        let days = self.planned.order.start.into_iter().chain([to.start]);
        let mut weeks = days.map(|start| Week::of(start.date()));
        weeks.find(|week| self.frame.summary.zone(*week) == Zone::Frozen)
    }

    /// Says a conflict.
    pub fn sentence(&self, conflict: &Conflict, words: &'static Catalogue) -> String {
        let person = |code: &str| self.frame.name(code);
        let action = |id: OrderId| self.action(id, words);
        conflict.sentence(&Naming { words, person: &person, action: &action })
    }

    /// An action around it, by name and customer.
    fn action(&self, id: OrderId, words: &'static Catalogue) -> String {
        let Some(order) = self.around.get(&id) else { return "–".to_owned() };
        let (_, operation) = self.frame.routing_of(order);
        let name = operation.map_or(order.operation.as_str(), |one| one.name.get(words.lang()));
        format!("{name} ({})", self.frame.customer_of(order, words))
    }
}

//! What of a plan does not change when work is declared: its figures, its processes, its people. Kept between
//! questions, so that a day is answered from the orders of one person and never from those of a whole company.

use super::{Named, Office, PLAN, Published, Workbench, assumed, find_person, process_of, span_of_years};
use crate::fault::Fault;
use atelier_domain::execution::{
    ActionOrder, KindFigures, Phase, PlannedOrder, Summary, schedule_of, strains,
};
use atelier_domain::language::{CaseId, Catalogue, Lang, Minutes, OrderId, Period, Refusal};
use atelier_domain::planning::schedule::Load;
use atelier_domain::process::{Operation, Process, Resource, Step, Workshop};
use atelier_store::{Reader, StoredOrder};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

/// A published plan without its orders.
pub struct Frame {
    /// Version.
    pub version: i64,
    /// When it was made.
    pub made_at: Timestamp,
    /// Figures.
    pub summary: Summary,
    /// Processes in every version: by code, then version.
    pub processes: Vec<Process>,
    /// People and calendars, for names and hours.
    pub workshop: Workshop,
    /// Plans, sheets and people as they were counted when it was read.
    pub(super) mark: String,
}

/// The days before and after one on which a person has something.
pub struct Neighbours {
    /// The last day before.
    pub previous: Option<Date>,
    /// The first day after.
    pub next: Option<Date>,
}

impl Workbench {
    /// The frame of the latest plan; read again only when a plan, a sheet or the people changed.
    ///
    /// # Errors
    /// `app/no-plan`.
    pub async fn frame(&self, office: &Office) -> Result<Arc<Frame>, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        self.frame_in(&mut reader, office).await
    }

    pub(super) async fn frame_in(&self, reader: &mut Reader, office: &Office) -> Result<Arc<Frame>, Fault> {
        let mark = reader.plan_mark().await?;
        let kept = self.frames.lock().ok().and_then(|kept| kept.get(&office.tenant).cloned());
        if let Some(kept) = kept.filter(|kept| kept.mark == mark) {
            return Ok(kept);
        }
        let frame = Arc::new(read(reader, office, mark).await?);
        if let Ok(mut kept) = self.frames.lock() {
            kept.insert(office.tenant, Arc::clone(&frame));
        }
        Ok(frame)
    }

    /// The plan as far as one order goes: it, those of its case, and those that its people have reported.
    ///
    /// # Errors
    /// `app/no-plan`, `app/unknown-order`.
    pub async fn about(&self, office: &Office, given: &str) -> Result<(Published, i64), Fault> {
        let unknown = || Fault::from(Refusal::new("app/unknown-order").with("given", given));
        let id: uuid::Uuid = given.parse().map_err(|_| unknown())?;
        let mut reader = self.store.read(office.scope).await?;
        let (order, version) = reader.order_at(id).await?.ok_or_else(unknown)?;
        let frame = self.frame_in(&mut reader, office).await?;
        let mut stored = match order.case {
            Some(case) => reader.orders_of_case(CaseId(case)).await?,
            None => Vec::new(),
        };
        stored.push(order);
        Ok((Published::of_orders(frame, orders(&stored)?), version))
    }

    /// The same, and the orders that the reasons of its date name.
    ///
    /// # Errors
    /// `app/no-plan`, `app/unknown-order`.
    pub async fn explained(&self, office: &Office, given: &str) -> Result<Published, Fault> {
        let (plan, _) = self.about(office, given).await?;
        let mut reader = self.store.read(office.scope).await?;
        with_named(&mut reader, plan.frame, plan.orders.into_values().collect()).await
    }

    /// The plan as far as what a person has ahead goes, with the orders that its reasons name.
    ///
    /// # Errors
    /// `app/no-plan`.
    pub async fn ahead(&self, office: &Office, person: &str) -> Result<Published, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let frame = self.frame_in(&mut reader, office).await?;
        let ahead = orders(&reader.orders_ahead(person).await?)?;
        with_named(&mut reader, frame, ahead).await
    }

    /// What people reported to have done on a day.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn reported(
        &self,
        office: &Office,
        people: &[String],
        day: Date,
    ) -> Result<Vec<ActionOrder>, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let mut found = Vec::new();
        for person in people {
            // A report is written on the day of the work, which was given at most some weeks before.
            let first = day.checked_sub(Span::new().days(31)).map_err(anyhow::Error::from)?;
            let after = day.checked_add(Span::new().days(31)).map_err(anyhow::Error::from)?;
            let stored = reader.orders_of_person(person, Period { first, after }).await?;
            found.extend(orders(&stored)?.into_iter().map(|planned| planned.order));
            // A conversation that nothing had planned has no start to be found by.
            for held in reader.conversations_by(person, day).await? {
                if held.held_on == day && held.channel.is_some() {
                    let stored: Vec<StoredOrder> = reader.order(held.order.0).await?.into_iter().collect();
                    found.extend(orders(&stored)?.into_iter().map(|planned| planned.order));
                }
            }
        }
        Ok(found)
    }
}

/// These orders of a plan, and those that their reasons name.
async fn with_named(
    reader: &mut Reader,
    frame: Arc<Frame>,
    mut orders: Vec<PlannedOrder>,
) -> Result<Published, Fault> {
    let here = orders.iter().map(|planned| planned.order.id).collect();
    let named = named(reader, &orders, &here).await?;
    orders.extend(named);
    Ok(Published::of_orders(frame, orders))
}

/// The orders that the reasons of these name, but those already at hand: without them a reason would name an
/// action by its number.
pub(super) async fn named<'a>(
    reader: &mut Reader,
    orders: impl IntoIterator<Item = &'a PlannedOrder>,
    at_hand: &HashSet<OrderId>,
) -> Result<Vec<PlannedOrder>, Fault> {
    let named: BTreeSet<OrderId> = orders.into_iter().flat_map(PlannedOrder::named).collect();
    let mut found = Vec::new();
    for id in named.into_iter().filter(|id| !at_hand.contains(id)) {
        found.extend(reader.order(id.0).await?);
    }
    self::orders(&found)
}

pub(super) fn orders(stored: &[StoredOrder]) -> Result<Vec<PlannedOrder>, Fault> {
    let read = |one: &StoredOrder| serde_json::from_str(&one.payload).map_err(anyhow::Error::from);
    Ok(stored.iter().map(read).collect::<Result<_, _>>()?)
}

async fn read(reader: &mut Reader, office: &Office, mark: String) -> Result<Frame, Fault> {
    let plan = reader.latest_plan(PLAN).await?.ok_or_else(|| Refusal::new("app/no-plan"))?;
    let summary: Summary = serde_json::from_str(&plan.payload).map_err(anyhow::Error::from)?;
    let mut processes = Vec::new();
    for newest in reader.latest_sheets("process").await? {
        for version in 1..=newest.version {
            if let Some(sheet) = reader.sheet("process", &newest.code, version).await? {
                processes.push(process_of(&sheet)?);
            }
        }
    }
    let text = match reader.latest_sheet("workshop", "workshop").await? {
        Some(sheet) => sheet.text,
        None => assumed::workshop(&reader.people().await?, &office.zone, &office.currency)?,
    };
    let years = span_of_years(summary.today, Some(summary.period));
    let (workshop, _) = Workshop::read("workshop", &text, years)?;
    let made_at = Timestamp::from_microsecond(plan.made_at_us).map_err(anyhow::Error::from)?;
    Ok(Frame { version: plan.version, made_at, summary, processes, workshop, mark })
}

impl Frame {
    /// The figures of a kind; without a code, of the one that limits, else of the first.
    ///
    /// # Errors
    /// `app/unknown-kind`.
    pub fn kind(&self, code: Option<&str>) -> Result<&KindFigures, Refusal> {
        let code = code.or(self.summary.bottleneck.as_deref());
        let known = self.summary.kinds.iter().map(|kind| kind.kind.as_str()).collect::<Vec<_>>().join(", ");
        match code {
            Some(code) => self
                .summary
                .kind(code)
                .ok_or_else(|| Refusal::new("app/unknown-kind").with("given", code).with("known", known)),
            None => self.summary.kinds.first().ok_or_else(|| Refusal::new("app/no-plan")),
        }
    }

    /// Shown name of a kind.
    pub fn kind_name(&self, code: &str, lang: Lang) -> String {
        let found = self.workshop.kinds.iter().find(|kind| kind.code == code);
        found.map_or_else(|| code.to_owned(), |kind| kind.name.get(lang).to_owned())
    }

    /// The step and operation of an order, when the process still has them.
    pub fn routing(&self, process: &str, step: &str, operation: &str) -> (Option<&Step>, Option<&Operation>) {
        routing_in(self.processes.iter().rfind(|one| one.code == process), step, operation)
    }

    /// The same, named as one text: `new-customers/meet/visit`.
    pub fn routing_named(&self, named: &str) -> (Option<&Step>, Option<&Operation>) {
        let mut codes = named.splitn(3, '/');
        let mut next = || codes.next().unwrap_or_default();
        let (process, step, operation) = (next(), next(), next());
        self.routing(process, step, operation)
    }

    /// The step and operation of an order, in the version of the process it was launched under.
    pub fn routing_of(&self, order: &ActionOrder) -> (Option<&Step>, Option<&Operation>) {
        routing_in(self.process_of(order), &order.step, &order.operation)
    }

    /// The version of the process that an order was launched under.
    pub fn process_of(&self, order: &ActionOrder) -> Option<&Process> {
        self.processes.iter().find(|one| one.code == order.process && one.version == order.version)
    }

    /// The person of this code or name.
    ///
    /// # Errors
    /// Those of [`find_person`].
    pub fn person(&self, asked: &str) -> Result<&Load, Refusal> {
        find_person(&self.summary.people, asked)
    }

    /// The customer of an order, or what stands for one to come.
    pub fn customer(&self, planned: &PlannedOrder, words: &Catalogue) -> String {
        self.customer_of(&planned.order, words)
    }

    /// The same, of the order alone.
    pub fn customer_of(&self, order: &ActionOrder, words: &Catalogue) -> String {
        if !order.customer.is_empty() {
            return order.customer.clone();
        }
        let args = atelier_domain::language::Args::new().with_count("count", order.units);
        let (step, _) = self.routing_of(order);
        let is_entry = step.is_none_or(|step| step.after.is_empty());
        words.text(if is_entry { "execution-to-find" } else { "execution-to-come" }, &args)
    }

    /// Somebody, named.
    pub fn named(&self, load: &Load) -> Named {
        Named {
            code: load.person.clone(),
            name: load.name.clone(),
            kind: load.kind.clone(),
            team: self.resource(&load.person).map(|one| one.team.clone()).unwrap_or_default(),
        }
    }

    /// Somebody of the workshop.
    pub(super) fn resource(&self, code: &str) -> Option<&Resource> {
        self.workshop.resources.iter().find(|one| one.code == code)
    }

    /// Working time of a person on a day.
    pub fn window(&self, load: &Load, date: Date) -> Minutes {
        self.resource(&load.person).map_or(Minutes(0), |one| self.workshop.day_minutes(one, date))
    }

    /// The part of somebody's working time of a day that is given to planned actions.
    pub fn given(&self, load: &Load, date: Date) -> Minutes {
        self.resource(&load.person).map_or(Minutes(0), |one| self.workshop.capacity(one, date))
    }

    /// From the order up to the objective: what it serves.
    pub fn pegging(&self, planned: &PlannedOrder, lang: Lang) -> Vec<String> {
        let order = &planned.order;
        let words = Catalogue::of(lang);
        let (step, operation) = self.routing_of(order);
        let process = self.process_of(order);
        let mut told = Vec::new();
        let args = atelier_domain::language::Args::new;
        if let (Some(step), Some(operation)) = (step, operation) {
            told.push(words.text(
                "execution-peg-step",
                &args().with("operation", operation.name.get(lang)).with("step", step.name.get(lang)),
            ));
        }
        if let Some(process) = process {
            let named =
                args().with("process", process.name.get(lang)).with("version", order.version.to_string());
            told.push(words.text("execution-peg-process", &named));
        }
        for aim in self.summary.aims.iter().filter(|aim| aim.process == order.process) {
            for objective in &aim.objectives {
                let name = if lang == Lang::Fr { &objective.name_fr } else { &objective.name_en };
                let deals = words.show().count(aim.deals);
                told.push(words.text(
                    "execution-peg-objective",
                    &args().with("objective", name.as_str()).with("deals", deals),
                ));
            }
        }
        told
    }

    /// Name of a person by code.
    pub fn name(&self, code: &str) -> String {
        self.summary.name(code)
    }
}

fn routing_in<'p>(
    process: Option<&'p Process>,
    step: &str,
    operation: &str,
) -> (Option<&'p Step>, Option<&'p Operation>) {
    let step = process.and_then(|one| one.step_index(step).map(|index| &one.steps[index]));
    let operation = step.and_then(|step| step.operations.iter().find(|one| one.code == operation));
    (step, operation)
}

impl Published {
    /// These orders of a plan, as they are kept.
    ///
    /// # Errors
    /// An incident when one does not read.
    pub fn around(frame: Arc<Frame>, stored: &[StoredOrder]) -> Result<Self, Fault> {
        Ok(Self::of_orders(frame, orders(stored)?))
    }

    /// These orders of a plan; those done or given up are in nobody's day any more.
    pub(super) fn of_orders(frame: Arc<Frame>, orders: Vec<PlannedOrder>) -> Self {
        let ahead: Vec<PlannedOrder> =
            orders.iter().filter(|planned| is_ahead(&planned.order)).cloned().collect();
        Self {
            schedule: schedule_of(&ahead, &frame.summary),
            strains: strains(&ahead, &frame.workshop),
            orders: orders.into_iter().map(|planned| (planned.order.id, planned)).collect(),
            frame,
        }
    }
}

/// Whether it still takes somebody's time.
pub fn is_ahead(order: &ActionOrder) -> bool {
    !matches!(order.phase(), Phase::Done | Phase::Closed | Phase::Cancelled)
}

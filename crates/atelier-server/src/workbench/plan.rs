//! Making a plan: what is wanted, the plan and its schedule, and their publication as one fact.

use super::{Act, Office, PLAN, Shop, Workbench};
use crate::fault::Fault;
use atelier_domain::execution::{Aim, Ask, PlannedOrder, Summary, WorkPlan, jobs, renewed, settle, workplan};
use atelier_domain::language::{Minutes, Money, Period, Refusal, Refusals};
use atelier_domain::ledger::Purpose;
use atelier_domain::planning::schedule::{
    Effort, Request, Rule, Schedule, ToTheEnd, Watch, schedule_watched,
};
use atelier_domain::planning::{Bottlenecks, Service};
use atelier_domain::process::{Bilingual, Objective, Planning, Process, Unit};
use atelier_store::{Content, StoredOrder, StoredPlan, Tx};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// An objective given on the spot, instead of those of the process sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What is counted.
    pub unit: Unit,
    /// How much: units, or minor units of money.
    pub quantity: i64,
}

/// What to plan.
#[derive(Clone, Debug, Default)]
pub struct Aimed {
    /// This process only.
    pub process: Option<String>,
    /// This objective.
    pub wanted: Option<Wanted>,
    /// First and last day.
    pub period: Option<Period>,
    /// How sure to be of the objectives.
    pub service: Service,
}

/// A plan with its dates.
pub struct Made {
    /// Needs, load, balance.
    pub plan: WorkPlan,
    /// The finite schedule.
    pub schedule: Schedule,
    /// Orders as they will be published.
    pub orders: Vec<PlannedOrder>,
    /// What the plan says of itself.
    pub summary: Summary,
}

/// The processes and objectives to plan, with the period that holds them. Every process is there,
/// since they share people: one asked for on the spot takes the place of the objectives of its own process.
///
/// # Errors
/// `app/no-process`, `app/process-needed`, `app/no-period`, `app/past-period`, `app/no-objective`,
/// `app/no-deal-value`, `app/no-margin-rate`.
pub fn aims<'s>(shop: &'s Shop, aimed: &Aimed, today: Date) -> Result<(Vec<Aim<'s>>, Period), Refusals> {
    let mut aims = of_sheets(shop, aimed, today)?;
    if let Some(wanted) = &aimed.wanted {
        let process = shop.process(aimed.process.as_deref())?;
        let period = aimed.period.ok_or_else(|| Refusal::new("app/no-period"))?;
        let objective = spot(shop, process, wanted, period)?;
        for aim in aims.iter_mut().filter(|aim| aim.process.code == process.code) {
            aim.objectives = vec![objective.clone()];
        }
    }
    let first = aims.iter().flat_map(|aim| &aim.objectives).map(|objective| objective.period.first).min();
    let after = aims.iter().flat_map(|aim| &aim.objectives).map(|objective| objective.period.after).max();
    let (Some(first), Some(after)) = (first, after) else {
        return Err(Refusal::new("app/no-objective").with("today", today).into());
    };
    let period = aimed.period.unwrap_or(Period { first, after });
    if period.last() < today {
        let refusal = Refusal::new("app/past-period").with("to", period.last()).with("today", today);
        return Err(refusal.into());
    }
    Ok((aims, period))
}

fn of_sheets<'s>(shop: &'s Shop, aimed: &Aimed, today: Date) -> Result<Vec<Aim<'s>>, Refusals> {
    if aimed.process.is_some() || shop.processes.is_empty() {
        shop.process(aimed.process.as_deref())?;
    }
    let current = |objective: &&Objective| {
        let inside = aimed.period.is_none_or(|period| {
            objective.period.first < period.after && period.first < objective.period.after
        });
        inside && objective.period.last() >= today
    };
    Ok(shop
        .processes
        .iter()
        .map(|process| Aim {
            process,
            objectives: process.objectives.iter().filter(current).cloned().collect(),
        })
        .collect())
}

/// An objective given on the spot; the average deal is the process's, else the measured one.
fn spot(shop: &Shop, process: &Process, wanted: &Wanted, period: Period) -> Result<Objective, Refusal> {
    let declared = process.objectives.iter().find(|objective| objective.average_deal.is_some());
    let currency = shop.currency();
    let measured = shop.average_deal(currency).map(|cents| Money { cents, currency });
    let average_deal = declared.and_then(|objective| objective.average_deal).or(measured);
    let margin_rate = declared.and_then(|objective| objective.margin_rate);
    if matches!(wanted.unit, Unit::Revenue | Unit::Margin) && average_deal.is_none() {
        return Err(Refusal::new("app/no-deal-value"));
    }
    if wanted.unit == Unit::Margin && margin_rate.is_none() {
        return Err(Refusal::new("app/no-margin-rate"));
    }
    Ok(Objective {
        code: "on-the-spot".into(),
        name: Bilingual { fr: "Objectif demandé".into(), en: "Objective asked".into() },
        unit: wanted.unit,
        quantity: wanted.quantity,
        currency,
        average_deal,
        margin_rate,
        period,
        owner: process.owner.clone(),
        line: None,
        due: BTreeMap::new(),
    })
}

/// Needs, load and balance, without dates.
///
/// # Errors
/// Those of [`aims`] and [`workplan`].
pub fn outline(shop: &Shop, aimed: &Aimed, today: Date) -> Result<WorkPlan, Refusals> {
    let (aims, period) = aims(shop, aimed, today)?;
    outline_of(shop, aims, period, today, aimed.service)
}

fn outline_of(
    shop: &Shop,
    aims: Vec<Aim<'_>>,
    period: Period,
    today: Date,
    service: Service,
) -> Result<WorkPlan, Refusals> {
    workplan(&Ask {
        tenant: shop.office.tenant,
        aims,
        workshop: &shop.workshop,
        period,
        today,
        cases: &shop.cases,
        passages: &shop.passages,
        customer: &|case| shop.customer(case),
        resource: &|person| shop.resource(person),
        orders: &shop.orders,
        service,
    })
}

/// What holds back the plan that `aimed` asks for, before any date.
///
/// # Errors
/// Those of [`outline`].
pub fn held_back(shop: &Shop, aimed: &Aimed, today: Date) -> Result<Bottlenecks, Refusals> {
    let (aims, period) = aims(shop, aimed, today)?;
    let processes: Vec<&Process> = aims.iter().map(|aim| aim.process).collect();
    let plan = outline_of(shop, aims, period, today, aimed.service)?;
    Ok(plan.bottlenecks(&processes, period, &shop.facts(&processes, today)))
}

/// By which rule to schedule, how hard to look for better, and who follows the work.
pub struct Pursuit<'a> {
    /// Who comes first.
    pub rule: Ranked,
    /// Rounds of improvement.
    pub effort: Effort,
    /// Follows and stops.
    pub watch: &'a dyn Watch,
}

impl Default for Pursuit<'_> {
    /// Cases by due date, each action at its earliest, to the end.
    fn default() -> Self {
        Self { rule: Ranked::DueDate, effort: Effort::default(), watch: &ToTheEnd }
    }
}

/// The rules that a plan may ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ranked {
    /// Earliest due date first.
    #[default]
    DueDate,
    /// Highest margin per hour of the bottleneck first.
    Margin,
}

impl Ranked {
    /// The rule, once the bottleneck is known; without one, there is no hour to be sparing of, and due
    /// dates decide.
    fn rule(self, plan: &WorkPlan) -> Rule {
        match (self, plan.balance.bottleneck()) {
            (Self::Margin, Some(kind)) => Rule::MarginPerBottleneckHour { kind: kind.kind.clone() },
            _ => Rule::DueDate,
        }
    }
}

/// The whole plan with its dates; nothing is written.
///
/// # Errors
/// Those of [`outline`]; an incident when the schedule breaks its own rules.
pub fn made(shop: &Shop, aimed: &Aimed, today: Date, pursuit: &Pursuit<'_>) -> Result<Made, Fault> {
    let (aims, period) = aims(shop, aimed, today)?;
    let processes: Vec<&Process> = aims.iter().map(|aim| aim.process).collect();
    let planning = planning_of(&processes);
    let mut plan = outline_of(shop, aims, period, today, aimed.service)?;
    let ropes = plan.tie(&processes, today)?;
    let mut launches = renewed(std::mem::take(&mut plan.launches), &shop.orders);
    for launch in &mut launches {
        if let Some(until) = shop.postponed.get(&launch.order.id) {
            launch.postpone(*until);
        }
    }
    let ahead = Period { first: period.first.max(today), after: period.after };
    let jobs = jobs(&launches, &shop.crew(&processes, ahead));
    let rule = pursuit.rule.rule(&plan);
    let request = Request {
        workshop: &shop.workshop,
        period: ahead,
        grid: planning.grid,
        rule: &rule,
        jobs: &jobs,
        effort: pursuit.effort,
    };
    let placed = schedule_watched(&request, pursuit.watch).map_err(anyhow::Error::from)?;
    let zones = (planning.frozen_weeks, planning.firm_weeks);
    let mut summary = Summary::of(&plan, &placed, today, planning.grid, zones);
    summary.period = period;
    summary.bottlenecks = plan.bottlenecks(&processes, period, &shop.facts(&processes, today));
    summary.ropes = ropes;
    let orders = settle(launches, &placed, &planning);
    Ok(Made { plan, schedule: placed, orders, summary })
}

/// The finest grid and the longest zones of the processes planned together.
pub(super) fn planning_of(processes: &[&Process]) -> Planning {
    let of = processes.iter().filter_map(|process| process.planning.as_ref());
    let usual = Planning { grid: Minutes(15), frozen_weeks: 1, firm_weeks: 3, buffer_days: None };
    of.cloned()
        .reduce(|a, b| Planning {
            grid: a.grid.min(b.grid),
            frozen_weeks: a.frozen_weeks.max(b.frozen_weeks),
            firm_weeks: a.firm_weeks.max(b.firm_weeks),
            buffer_days: None,
        })
        .unwrap_or(usual)
}

impl Workbench {
    /// Publishes a plan in a transaction of its own. Gives its version.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn publish(&self, office: &Office, made: &Made, act: &Act<'_>) -> Result<i64, Fault> {
        let mut tx = self.store.begin(office.scope).await?;
        let version = publish(&mut tx, made, act).await?;
        tx.commit().await?;
        Ok(version)
    }
}

/// Publishes a plan: one fact, one row for the plan, one per order. Gives its version, the next one of
/// the company whose transaction this is.
///
/// # Errors
/// What the store refuses.
pub async fn publish(tx: &mut Tx, made: &Made, act: &Act<'_>) -> Result<i64, Fault> {
    let tenant = tx.scope().tenant();
    let version = tx.latest_plan(PLAN).await?.map_or(1, |plan| plan.version + 1);
    let plan = Content::Plan(StoredPlan {
        id: super::plan_id(tenant, version),
        scope: PLAN.into(),
        version,
        made_at_us: act.now.as_microsecond(),
        period: format!("{}/{}", made.summary.period.first, made.summary.period.after),
        payload: serde_json::to_string(&made.summary).map_err(anyhow::Error::from)?,
    });
    let mut rows = vec![plan.row(tenant)?];
    for planned in &made.orders {
        rows.push(Content::Order(stored(planned, version)?).row(tenant)?);
    }
    tx.append(&act.fact("planning/publish", Purpose::Performance, rows)).await?;
    Ok(version)
}

/// An order as the store keeps it.
///
/// # Errors
/// An incident when it cannot be written as JSON.
pub fn stored(planned: &PlannedOrder, version: i64) -> Result<StoredOrder, Fault> {
    let order = &planned.order;
    Ok(StoredOrder {
        id: order.id.0,
        plan_version: version,
        scope: PLAN.into(),
        case: order.case.map(|case| case.0),
        people: order.people.clone(),
        state: order.phase().code().into(),
        start: order.start.map(|start| start.to_string()),
        end: order.end.map(|end| end.to_string()),
        due: order.due.map(|due| due.to_string()),
        payload: serde_json::to_string(planned).map_err(anyhow::Error::from)?,
    })
}

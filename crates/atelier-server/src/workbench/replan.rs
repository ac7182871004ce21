//! Planning again after an event: the proposal, and its publication once accepted.

use super::plan::{planning_of, stored};
use super::{Act, Office, PLAN, Published, Shop, Workbench};
use crate::fault::Fault;
use atelier_domain::execution::{
    Case, Event, InForce, Launch, Origin, Phase, PlannedOrder, Proposal, Standing, State, propose, reason_of,
    settle, slots,
};
use atelier_domain::language::{CaseId, OrderId, Period, Refusal, Week};
use atelier_domain::ledger::Purpose;
use atelier_domain::planning::schedule::Appointment;
use atelier_domain::process::{Absence, Process, Workshop};
use atelier_store::{Content, Sheet, StoredPlan, Tx};
use jiff::civil::{Date, DateTime};
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

/// The plan in force with what is needed to place its orders again.
pub struct Replanning<'a> {
    /// As published.
    pub plan: &'a Published,
    /// The company; an absence is taken into its workshop.
    pub shop: Shop,
    /// Orders still to be done.
    orders: Vec<PlannedOrder>,
    today: Date,
}

impl<'a> Replanning<'a> {
    /// Reads the orders still to be done.
    ///
    /// # Errors
    /// `app/plan-too-old` when they were published before their bounds were kept; `app/past-period`.
    pub fn of(plan: &'a Published, shop: Shop, today: Date) -> Result<Self, Refusal> {
        let period = plan.summary.period;
        if period.last() < today {
            return Err(Refusal::new("app/past-period").with("to", period.last()).with("today", today));
        }
        let ahead = |planned: &&PlannedOrder| {
            planned.order.phase().is_ahead() || planned.order.phase() == Phase::Started
        };
        let mut orders: Vec<PlannedOrder> = plan.orders.values().filter(ahead).cloned().collect();
        if orders.iter().any(|planned| planned.bounds.is_none()) {
            return Err(Refusal::new("app/plan-too-old"));
        }
        orders.sort_by_key(|planned| (planned.order.start.is_none(), planned.order.start, planned.order.id));
        Ok(Self { plan, shop, orders, today })
    }

    /// The day from which the plan may change.
    pub(super) fn today(&self) -> Date {
        self.today
    }

    /// The open case of this key, or whose id begins so.
    ///
    /// # Errors
    /// `app/unknown-case`.
    pub fn case(&self, asked: &str) -> Result<&Case, Refusal> {
        let open = || self.shop.cases.iter().filter(|case| case.standing == Standing::Open);
        let by_id = || open().find(|case| asked.len() >= 6 && case.id.to_string().starts_with(asked));
        let found = open().find(|case| case.key == asked).or_else(by_id);
        found.ok_or_else(|| Refusal::new("app/unknown-case").with("given", asked))
    }

    /// Who of an order does not work from a moment on for as long as it lasts: nothing is placed in the
    /// time that people have for themselves.
    pub fn away(&self, order: OrderId, start: DateTime) -> Option<String> {
        let planned = self.plan.orders.get(&order)?;
        let length = planned.order.start.zip(planned.order.end).map(|(from, to)| to.duration_since(from))?;
        let end = start.checked_add(length).ok()?;
        let works = |code: &&String| {
            let found = self.shop.workshop.resources.iter().find(|one| one.code == **code);
            found.is_some_and(|one| {
                let hours = self.shop.workshop.hours_of(one, start.date());
                start.date() == end.date()
                    && hours.iter().any(|stretch| stretch.from <= start.time() && end.time() <= stretch.to)
            })
        };
        planned.order.people.iter().find(|code| !works(code)).cloned()
    }

    /// What planning again would give; nothing is written.
    ///
    /// # Errors
    /// An incident when the schedule breaks its own rules.
    pub fn propose(&mut self, event: &Event) -> Result<Proposal, Fault> {
        if let Event::Absence { person, first, last } = event {
            let away = Absence { first: *first, last: *last };
            for one in self.shop.workshop.resources.iter_mut().filter(|one| one.code == *person) {
                one.leave.push(away);
            }
        }
        self.with(|plan| propose(plan, event).map_err(|incident| anyhow::Error::from(incident).into()))
    }

    /// The first frozen week in which a proposal changes an action still to come, if it does.
    pub fn frozen(&self, proposal: &Proposal) -> Option<Week> {
        let summary = &self.plan.summary;
        let first = summary.period.first.max(self.today);
        proposal.frozen(&self.orders, summary, first.at(0, 0, 0, 0))
    }

    /// The reason given for a proposal, as it is kept.
    ///
    /// # Errors
    /// `planning/reason-needed`: none, and the proposal changes an action in a frozen week.
    pub fn reason(&self, proposal: &Proposal, given: Option<&str>) -> Result<Option<String>, Refusal> {
        reason_of(given, self.frozen(proposal).is_some())
    }

    /// The best times for an action.
    ///
    /// # Errors
    /// An incident when the schedule breaks its own rules.
    pub fn slots(&self, asked: &Launch, count: usize) -> Result<Vec<Appointment>, Fault> {
        self.with(|plan| slots(plan, asked, count).map_err(|incident| anyhow::Error::from(incident).into()))
    }

    /// What the version that an event gives comes from, with the names of today.
    fn origin(&self, event: &Event) -> Origin {
        let customer = |id: CaseId| {
            let case = self.shop.cases.iter().find(|case| case.id == id);
            case.map_or_else(String::new, |case| self.shop.customer(case))
        };
        let action = |id: OrderId| self.plan.action(id);
        match event {
            Event::Absence { person, first, last } => {
                Origin::Absence { person: person.clone(), first: *first, last: *last }
            }
            Event::Lost(case) => Origin::Lost { customer: customer(*case) },
            Event::Urgent(case) => Origin::Urgent { customer: customer(*case) },
            Event::Moved { order, start, .. } => Origin::Moved { action: action(*order), start: *start },
            Event::Overrun(order, minutes) => Origin::Overrun { action: action(*order), minutes: *minutes },
            Event::Cancelled(order) => Origin::Cancelled { action: action(*order) },
        }
    }

    fn with<T>(&self, ask: impl FnOnce(&InForce<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        let processes: Vec<&Process> = self.plan.processes.iter().collect();
        let period =
            Period { first: self.plan.summary.period.first.max(self.today), ..self.plan.summary.period };
        let crew = self.shop.crew(&processes, period);
        ask(&InForce {
            orders: &self.orders,
            summary: &self.plan.summary,
            crew: &crew,
            now: period.first.at(0, 0, 0, 0),
        })
    }
}

impl Workbench {
    /// Publishes an accepted proposal, and why, in a transaction of its own. Gives the new version.
    ///
    /// # Errors
    /// Those of [`accept_in`].
    pub async fn accept(
        &self,
        office: &Office,
        replanning: &Replanning<'_>,
        event: &Event,
        accepted: (Proposal, Option<String>),
        act: &Act<'_>,
    ) -> Result<i64, Fault> {
        let mut tx = self.store.begin(office.scope).await?;
        let version = accept_in(&mut tx, replanning, event, accepted, act).await?;
        tx.commit().await?;
        Ok(version)
    }

    /// Records an absence that is over: nothing is planned for it.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn record(
        &self,
        office: &Office,
        replanning: &Replanning<'_>,
        event: &Event,
        act: &Act<'_>,
    ) -> Result<(), Fault> {
        let mut tx = self.store.begin(office.scope).await?;
        record_in(&mut tx, replanning, event, act).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Publishes an accepted proposal, and why it was wanted: the plan, the orders given up, and the event
/// itself, in one fact. Gives the new version.
///
/// # Errors
/// What the store refuses; an incident when the workshop cannot be written.
pub async fn accept_in(
    tx: &mut Tx,
    replanning: &Replanning<'_>,
    event: &Event,
    (proposal, reason): (Proposal, Option<String>),
    act: &Act<'_>,
) -> Result<i64, Fault> {
    let tenant = tx.scope().tenant();
    let (plan, version) = (replanning.plan, replanning.plan.version + 1);
    let mut summary = plan.summary.clone();
    let schedule = &proposal.schedule;
    summary.placed = schedule.appointments.len();
    summary.late = schedule.appointments.iter().filter(|one| one.late.is_some()).count();
    summary.unplaced = schedule.unplaced.len();
    summary.people.clone_from(&schedule.loads);
    summary.price = schedule.price;
    summary.origin = Some(replanning.origin(event));
    summary.reason = reason;
    let mut contents = vec![Content::Plan(StoredPlan {
        id: super::plan_id(tenant, version),
        scope: PLAN.into(),
        version,
        made_at_us: act.now.as_microsecond(),
        period: format!("{}/{}", summary.period.first, summary.period.after),
        payload: serde_json::to_string(&summary).map_err(anyhow::Error::from)?,
    })];
    let processes: Vec<&Process> = plan.processes.iter().collect();
    for planned in &settle(proposal.launches, schedule, &planning_of(&processes)) {
        contents.push(Content::Order(stored(planned, version)?));
    }
    for id in &proposal.given_up {
        let Some(planned) = plan.orders.get(id) else { continue };
        let mut freed = planned.clone();
        freed.order.state = State::Cancelled { why: why(event).to_owned() };
        freed.appointment = None;
        contents.push(Content::Declared(stored(&freed, version)?));
    }
    contents.extend(said_of(tx, replanning, event).await?);
    say_in(tx, "planning/replan", contents, act).await?;
    Ok(version)
}

/// Records an absence that is over: nothing is planned for it.
///
/// # Errors
/// What the store refuses.
pub async fn record_in(
    tx: &mut Tx,
    replanning: &Replanning<'_>,
    event: &Event,
    act: &Act<'_>,
) -> Result<(), Fault> {
    let contents = said_of(tx, replanning, event).await?;
    if contents.is_empty() {
        return Ok(());
    }
    say_in(tx, "process/keep", contents, act).await
}

async fn say_in(tx: &mut Tx, what: &'static str, contents: Vec<Content>, act: &Act<'_>) -> Result<(), Fault> {
    let tenant = tx.scope().tenant();
    let rows = contents.iter().map(|content| content.row(tenant)).collect::<Result<Vec<_>, _>>()?;
    tx.append(&act.fact(what, Purpose::Performance, rows)).await?;
    Ok(())
}

/// What the event says of the company beside the plan: a leave in the workshop, a case lost.
async fn said_of(tx: &mut Tx, replanning: &Replanning<'_>, event: &Event) -> Result<Vec<Content>, Fault> {
    match event {
        Event::Absence { person, first, last } => {
            let Some(sheet) = tx.latest_sheet("workshop", "workshop").await? else { return Ok(Vec::new()) };
            let text = with_leave(&sheet.text, person, Absence { first: *first, last: *last })?;
            Workshop::read("workshop", &text, first.year()..=last.year())?;
            let (kind, code) = ("workshop".into(), "workshop".into());
            Ok(vec![Content::Sheet(Sheet { kind, code, version: sheet.version + 1, text })])
        }
        Event::Lost(id) => {
            let lost = replanning.shop.cases.iter().find(|case| case.id == *id);
            let closed = lost.map(|case| Case {
                standing: Standing::Lost,
                closed_on: Some(replanning.today),
                ..case.clone()
            });
            Ok(closed.map(Content::Case).into_iter().collect())
        }
        _ => Ok(Vec::new()),
    }
}

fn why(event: &Event) -> &'static str {
    if matches!(event, Event::Lost(_)) { "lost" } else { "cancelled" }
}

/// The text of the workshop with one more leave of a person; comments and layout are kept.
fn with_leave(text: &str, person: &str, away: Absence) -> Result<String, Fault> {
    let mut document: DocumentMut = text.parse().map_err(anyhow::Error::from)?;
    let tables = document.get_mut("resource").and_then(Item::as_array_of_tables_mut);
    let found = tables.and_then(|tables| {
        tables.iter_mut().find(|table| table.get("code").and_then(Item::as_str) == Some(person))
    });
    let Some(resource) = found else { return Ok(text.to_owned()) };
    let ends = [("from", away.first), ("to", away.last)];
    match resource.entry("leave").or_insert(Item::ArrayOfTables(ArrayOfTables::new())) {
        Item::Value(Value::Array(list)) => {
            list.push(ends.iter().map(|(key, day)| (*key, day.to_string())).collect::<InlineTable>());
        }
        Item::ArrayOfTables(list) => {
            let mut one = Table::new();
            for (key, day) in ends {
                one.insert(key, toml_edit::value(day.to_string()));
            }
            list.push(one);
        }
        _ => {}
    }
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const SHOP: &str = "zone = \"Europe/Paris\" # ici\nholidays = \"none\"\n[[kind]]\ncode = \"seller\"\n\
        name = \"vendeurs\"\n[[resource]]\ncode = \"ana\"\nname = \"Ana\"\nkind = \"seller\"\n\
        leave = [{ from = 2027-02-01, to = 2027-02-02 }]\n[[resource]]\ncode = \"bob\"\nname = \"Bob\"\nkind = \"seller\"\n";

    #[test]
    fn a_leave_is_added_beside_the_others_and_the_rest_of_the_text_stays() {
        for (person, count) in [("ana", 2), ("bob", 1)] {
            let away = Absence { first: date(2027, 1, 11), last: date(2027, 1, 12) };
            let text = with_leave(SHOP, person, away).unwrap();
            assert!(text.starts_with("zone = \"Europe/Paris\" # ici\n"), "{text}");
            let (shop, _) = Workshop::read("w", &text, 2027..=2027).unwrap();
            let one = shop.resources.iter().find(|one| one.code == person).unwrap();
            assert_eq!(one.leave.len(), count, "{text}");
            assert!(one.is_away(date(2027, 1, 12)) && !one.is_away(date(2027, 1, 13)));
        }
    }
}

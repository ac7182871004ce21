//! Declarations on orders, and where an order comes from.

use super::{Act, Office, Published, Workbench, stored};
use crate::fault::Fault;
use atelier_domain::execution::{
    ActionOrder, Advance, Around, Backing, Declaration, Declared, Effect, Outcome, PlannedOrder, Proof,
    State, advance, declare,
};
use atelier_domain::language::{Catalogue, Minutes, OrderId, Refusal};
use atelier_domain::ledger::Purpose;
use atelier_domain::planning::schedule::{Change, Move, Seat, Speaker};
use atelier_store::{Content, Tx, content};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

impl Workbench {
    /// Writes orders after a declaration, with everything that follows from it, in one fact.
    ///
    /// # Errors
    /// What the store refuses.
    pub async fn declare(
        &self,
        office: &Office,
        changed: &[PlannedOrder],
        advance: Option<Advance>,
        act: &Act<'_>,
    ) -> Result<(), Fault> {
        let mut tx = self.store.begin(office.scope).await?;
        declare_in(&mut tx, office, changed, advance, act).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What the first of the changed orders, just declared, does to its case.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn advance(
        &self,
        office: &Office,
        plan: &Published,
        changed: &[PlannedOrder],
        today: Date,
    ) -> Result<Option<Advance>, Fault> {
        let Some(declared) = changed.first().map(|planned| &planned.order) else { return Ok(None) };
        let (Some(id), Some(process)) = (declared.case, plan.process_of(declared)) else { return Ok(None) };
        let mut reader = self.store.read(office.scope).await?;
        let Some(case) = reader.case(id).await? else { return Ok(None) };
        let passages = reader.passages_of(id).await?;
        let of_case =
            plan.orders.values().map(|planned| &planned.order).filter(|order| order.case == Some(id));
        let mut orders: Vec<_> = of_case.filter(|order| order.id != declared.id).cloned().collect();
        orders.push(declared.clone());
        Ok(advance(&case, process, declared, &orders, &passages, today))
    }

    /// The facts behind an order, oldest first: day, who, from what; those of its case before its own.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn lineage(
        &self,
        office: &Office,
        planned: &PlannedOrder,
    ) -> Result<Vec<(Date, String, String)>, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let mut facts = Vec::new();
        if let Some(case) = planned.order.case {
            facts.extend(reader.facts_about(content::CASE, case.0).await?);
        }
        facts.extend(reader.facts_about(content::ORDER, planned.order.id.0).await?);
        facts.extend(reader.facts_about(content::DECLARED, planned.order.id.0).await?);
        let zone = TimeZone::get(&office.zone).map_err(anyhow::Error::from)?;
        let told = facts.into_iter().map(|one| {
            let day = one.fact.recorded.to_zoned(zone.clone()).date();
            (day, one.fact.actor, format!("{} · {}", one.act, one.fact.source))
        });
        Ok(told.collect())
    }
}

/// Says orders after a declaration, within a write; gives the number of the fact.
///
/// # Errors
/// What the store refuses.
pub async fn declare_in(
    tx: &mut Tx,
    office: &Office,
    changed: &[PlannedOrder],
    advance: Option<Advance>,
    act: &Act<'_>,
) -> Result<i64, Fault> {
    let mut contents = Vec::new();
    for planned in changed {
        // The version that placed it stays: a declaration does not place.
        let version = tx.order(planned.order.id.0).await?.map_or(0, |stored| stored.plan_version);
        contents.push(Content::Declared(stored(planned, version)?));
    }
    if let Some(advance) = advance {
        contents.push(Content::Case(advance.case));
        contents.extend(advance.passages.into_iter().map(Content::Passage));
    }
    let rows = contents.iter().map(|content| content.row(office.tenant)).collect::<Result<Vec<_>, _>>()?;
    Ok(tx.append(&act.fact("execution/declare", Purpose::Performance, rows)).await?)
}

const STATES: &str = "firm, released, started, done, closed, cancelled";
const RESULTS: &str = "progress, no-progress, disqualified";

/// A declaration as somebody says it.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// State that the order comes to.
    pub state: String,
    /// Result of what is done, or why it is given up.
    pub result: Option<String>,
    /// Time it took, in minutes; else as planned.
    pub minutes: Option<i64>,
    /// Kind of evidence from the customer.
    pub evidence: Option<String>,
    /// Day of the evidence; else today.
    pub evidence_on: Option<Date>,
    /// That a long time is meant.
    pub confirm: bool,
}

impl Said {
    /// What it declares.
    ///
    /// # Errors
    /// `app/unknown-state` for a state or a result that is not known.
    pub fn read(&self, planned: &PlannedOrder, now: DateTime) -> Result<Declaration, Refusal> {
        let unknown = |field: &str, given: &str, known: &str| {
            Refusal::new("app/unknown-state").field(field).with("given", given).with("known", known)
        };
        Ok(match self.state.as_str() {
            "firm" => Declaration::Firm,
            "released" => Declaration::Release,
            "started" => Declaration::Start,
            "closed" => Declaration::Close,
            "cancelled" => Declaration::Cancel { why: self.result.clone().unwrap_or_default() },
            "done" => {
                let outcome = match self.result.as_deref().unwrap_or_default() {
                    "progress" => Outcome::Progress(match &self.evidence {
                        Some(kind) => Backing::Proof(Proof {
                            kind: kind.clone(),
                            on: self.evidence_on.unwrap_or(now.date()),
                            reference: String::new(),
                        }),
                        None => Backing::WithoutEvidence,
                    }),
                    "no-progress" => Outcome::NoProgress,
                    "disqualified" => Outcome::Disqualified,
                    other => return Err(unknown("result", other, RESULTS)),
                };
                let minutes = Minutes(self.minutes.unwrap_or(planned.order.minutes.0));
                Declaration::Done { outcome, minutes, confirmed: self.confirm }
            }
            other => return Err(unknown("state", other, STATES)),
        })
    }
}

impl Published {
    /// What a declaration does, as of now. `reports` are orders among which those of the same people and
    /// the same day are looked for.
    ///
    /// # Errors
    /// What the order refuses.
    pub fn decide(
        &self,
        planned: &PlannedOrder,
        declaration: &Declaration,
        now: DateTime,
        reports: &[ActionOrder],
    ) -> Result<Declared, Fault> {
        let order = &planned.order;
        let (step, _) = self.routing_of(order);
        let of_case = self.orders.values().filter(|one| one.order.case == order.case);
        let same_case: Vec<ActionOrder> = of_case.map(|one| one.order.clone()).collect();
        let alone = Around { now, step, day: Minutes(24 * 60), spent: Minutes(0), orders: &same_case };
        let mut decided = declare(order, declaration, &alone)?;
        // Each of those who did it has a day of their own.
        for person in self.summary.people.iter().filter(|one| order.people.contains(&one.person)) {
            let day = self.window(person, now.date());
            let spent = spent(reports, &person.person, now.date());
            decided = declare(order, declaration, &Around { day, spent, ..alone })?;
            if matches!(decided, Declared::NeedsConfirmation { .. }) {
                break;
            }
        }
        Ok(decided)
    }

    /// The declared order, and those that its effects cancel.
    pub fn changed(&self, order: &ActionOrder, effects: &[Effect]) -> Vec<PlannedOrder> {
        let with = |id: OrderId, order: ActionOrder| {
            self.orders.get(&id).map(|planned| PlannedOrder { order, ..planned.clone() })
        };
        let mut changed: Vec<PlannedOrder> = with(order.id, order.clone()).into_iter().collect();
        for effect in effects {
            if let Effect::Cancel(id) = effect
                && let Some(planned) = self.orders.get(id)
            {
                let mut freed = planned.clone();
                freed.order.state = State::Cancelled { why: "disqualified".to_owned() };
                freed.appointment = None;
                changed.push(freed);
            }
        }
        changed
    }
}

/// Time a person has reported on a day.
fn spent(orders: &[ActionOrder], person: &str, day: Date) -> Minutes {
    let of_person = orders.iter().filter(|order| order.people.iter().any(|code| code == person));
    of_person
        .filter_map(ActionOrder::report)
        .filter(|report| report.at.date() == day)
        .map(|report| report.minutes)
        .sum()
}

/// One change between two plans, in a line.
pub fn moved(plan: &Published, one: &Move, speaker: &Speaker<'_>, words: &'static Catalogue) -> String {
    let seat = |seat: &Seat| {
        let show = words.show();
        let people: Vec<String> = seat.people.iter().map(|code| plan.name(code)).collect();
        format!(
            "{} {} {}",
            show.short_day(seat.start.date()),
            show.time(seat.start.time()),
            people.join(", ")
        )
    };
    let what = match &one.change {
        Change::Moved { from, to } => format!("{} → {}", seat(from), seat(to)),
        Change::Late { late, .. } => speaker.lateness(*late),
        Change::Freed { from } => format!("{} → –", seat(from)),
        Change::Placed { to } => format!("– → {}", seat(to)),
        Change::Unplaced { cause } => speaker.cause(cause),
    };
    let customer = if one.customer.is_empty() { "–" } else { one.customer.as_str() };
    format!("{} · {customer} · {what}", one.action.get(words.lang()))
}

//! Declarations on orders, and where an order comes from.

use super::{Act, Office, Published, Workbench, stored};
use crate::fault::Fault;
use atelier_domain::execution::{Advance, PlannedOrder, advance};
use atelier_domain::language::Catalogue;
use atelier_domain::ledger::Purpose;
use atelier_domain::planning::schedule::{Change, Move, Seat, Speaker};
use atelier_store::{Content, content};
use jiff::civil::Date;
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
        let mut contents = Vec::new();
        let mut reader = self.store.read(office.scope).await?;
        for planned in changed {
            // The version that placed it stays: a declaration does not place.
            let version = reader.order(planned.order.id.0).await?.map_or(0, |stored| stored.plan_version);
            contents.push(Content::Declared(stored(planned, version)?));
        }
        drop(reader);
        if let Some(advance) = advance {
            contents.push(Content::Case(advance.case));
            contents.extend(advance.passages.into_iter().map(Content::Passage));
        }
        self.say(office, "execution/declare", Purpose::Performance, act, contents).await?;
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

//! Declarations on orders, and where an order comes from.

use super::{Act, Office, Workbench, stored};
use crate::fault::Fault;
use atelier_domain::execution::PlannedOrder;
use atelier_domain::language::Catalogue;
use atelier_domain::ledger::Purpose;
use atelier_domain::planning::schedule::{Change, Move, Seat};
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
        version: i64,
        act: &Act<'_>,
    ) -> Result<(), Fault> {
        let mut contents = Vec::new();
        for planned in changed {
            contents.push(Content::Declared(stored(planned, version)?));
        }
        self.say(office, "execution/declare", Purpose::Performance, act, contents).await?;
        Ok(())
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
pub fn moved(plan: &super::Published, one: &Move, words: &'static Catalogue) -> String {
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
    let speaker = atelier_domain::planning::schedule::Speaker::of(&plan.schedule, words.lang());
    let what = match &one.change {
        Change::Moved { from, to } => format!("{} → {}", seat(from), seat(to)),
        Change::Late { late, .. } => speaker.lateness(*late),
        Change::Freed { from } => format!("{} → –", seat(from)),
        Change::Placed { to } => format!("– → {}", seat(to)),
        Change::Unplaced { cause } => speaker.cause(cause),
    };
    let customer = if one.customer.is_empty() { "–" } else { one.customer.as_str() };
    format!("{} · {customer} : {what}", one.action.get(words.lang()))
}

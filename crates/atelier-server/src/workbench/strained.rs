//! Weeks too full and decisions that clash, of a whole plan: kept person by person, so that after a
//! declaration only the orders of those concerned are read again.

use super::frame::orders;
use super::{Frame, Office, Published, Workbench};
use crate::fault::Fault;
use atelier_domain::execution::{PlannedOrder, Strain, schedule_of, strains};
use atelier_domain::language::OrderId;
use atelier_store::Reader;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;
use tokio::sync::Mutex;

/// Of one company; who asks while it is read waits for it rather than read it too.
pub(super) type Shared = Arc<Mutex<Option<Strained>>>;

/// What was found of each person, as of a fact.
pub(super) struct Strained {
    fact: i64,
    people: BTreeMap<String, OfPerson>,
    plan: Arc<Published>,
}

struct OfPerson {
    strains: Vec<Strain>,
    clashing: Vec<PlannedOrder>,
}

impl Workbench {
    /// The latest plan with every week too full, and no orders but those whose decided times clash.
    ///
    /// A declaration places nothing: as long as plans, sheets and people are the same, only those of whom
    /// something was said since are looked at again.
    ///
    /// # Errors
    /// `app/no-plan`.
    pub async fn strained(&self, office: &Office) -> Result<Arc<Published>, Fault> {
        let shared = self.strained.lock().map(|mut all| Arc::clone(all.entry(office.tenant).or_default()));
        let shared = shared.unwrap_or_default();
        let mut kept = shared.lock().await;
        let mut reader = self.store.read(office.scope).await?;
        let fact = reader.last_fact().await?;
        let frame = self.frame_in(&mut reader, office).await?;
        if let Some(kept) = kept.as_ref().filter(|kept| kept.fact == fact && kept.plan.mark == frame.mark) {
            return Ok(Arc::clone(&kept.plan));
        }
        let (mut people, mut concerned) = (BTreeMap::new(), None);
        if let Some(before) = kept.take().filter(|before| before.plan.mark == frame.mark) {
            concerned = reader.people_said_since(before.fact).await?;
            people = before.people;
        }
        for person in concerned.unwrap_or_else(|| everybody(&frame)) {
            let found = of_person(&mut reader, &frame, &person).await?;
            people.insert(person, found);
        }
        let plan = Arc::new(whole(frame, &people));
        *kept = Some(Strained { fact, people, plan: Arc::clone(&plan) });
        Ok(plan)
    }
}

/// Those who have work in the plan, and those whose hours are known.
fn everybody(frame: &Frame) -> BTreeSet<String> {
    let planned = frame.summary.people.iter().map(|load| &load.person);
    planned.chain(frame.workshop.resources.iter().map(|one| &one.code)).cloned().collect()
}

async fn of_person(reader: &mut Reader, frame: &Frame, person: &str) -> Result<OfPerson, Fault> {
    let ahead = orders(&reader.orders_ahead(person).await?)?;
    // Of those who work with them not everything was read.
    let own = strains(&ahead, &frame.workshop).into_iter().filter(|strain| strain.person == person);
    let pairs = schedule_of(&ahead, &frame.summary).clashes();
    let named: HashSet<OrderId> = pairs.into_iter().flat_map(|(first, second)| [first, second]).collect();
    let strains = own.collect();
    let clashing = ahead.into_iter().filter(|planned| named.contains(&planned.order.id)).collect();
    Ok(OfPerson { strains, clashing })
}

fn whole(frame: Arc<Frame>, people: &BTreeMap<String, OfPerson>) -> Published {
    let mut strains: Vec<Strain> = people.values().flat_map(|one| one.strains.iter().cloned()).collect();
    strains.sort_by(|a, b| (a.week, &a.person).cmp(&(b.week, &b.person)));
    let clashing: BTreeMap<OrderId, &PlannedOrder> =
        people.values().flat_map(|one| &one.clashing).map(|planned| (planned.order.id, planned)).collect();
    let clashing = clashing.into_values().cloned().collect();
    Published { strains, ..Published::of_orders(frame, clashing) }
}

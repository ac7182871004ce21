//! Weeks too full and decisions that clash, of a whole plan: kept person by person, so that after a
//! declaration only what was said is read, and only those concerned are summed again.

use super::frame::{is_ahead, orders};
use super::{Frame, Office, Published, Workbench};
use crate::fault::Fault;
use atelier_domain::execution::{Asked, PlannedOrder, Strain, schedule_of, strains, strains_of};
use atelier_domain::language::{OrderId, Period, Week};
use atelier_store::{Reader, StoredOrder};
use jiff::ToSpan as _;
use std::collections::{BTreeMap, BTreeSet};
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

/// What somebody still has to do, by action (some forty bytes each), and what it comes to.
#[derive(Default)]
struct OfPerson {
    asked: BTreeMap<OrderId, Asked>,
    decided: BTreeMap<OrderId, PlannedOrder>,
    strains: Vec<Strain>,
    clashing: BTreeSet<OrderId>,
}

impl Workbench {
    /// The latest plan with every week too full, and no orders but those whose decided times clash.
    ///
    /// A declaration places nothing: as long as plans, sheets and people are the same, only what was said
    /// since is read.
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
        let before = kept.take().filter(|before| before.plan.mark == frame.mark);
        let said = match &before {
            Some(before) => reader.orders_said_since(before.fact).await?,
            None => None,
        };
        let people = match before.zip(said) {
            Some((before, said)) => hear(before.people, &said, &frame)?,
            None => everybody(&mut reader, &frame).await?,
        };
        let plan = Arc::new(whole(frame, &people));
        *kept = Some(Strained { fact, people, plan: Arc::clone(&plan) });
        Ok(plan)
    }
}

impl Workbench {
    /// A week of somebody, when it is too full or has work outside their hours: only its orders are read.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn strain_of(
        &self,
        office: &Office,
        frame: &Frame,
        person: &str,
        week: Week,
    ) -> Result<Option<Strain>, Fault> {
        let first = week.monday();
        let period = Period { first, after: first.saturating_add(7.days()) };
        let stored = self.store.read(office.scope).await?.orders_of_person(person, period).await?;
        let mut planned = orders(&stored)?;
        planned.retain(|one| is_ahead(&one.order));
        let mut found = strains(&planned, &frame.workshop).into_iter();
        Ok(found.find(|one| one.person == person && one.week == week))
    }
}

/// Those who have work in the plan, and those whose hours are known, read anew.
async fn everybody(reader: &mut Reader, frame: &Frame) -> Result<BTreeMap<String, OfPerson>, Fault> {
    let planned = frame.summary.people.iter().map(|load| &load.person);
    let codes: BTreeSet<&String> =
        planned.chain(frame.workshop.resources.iter().map(|one| &one.code)).collect();
    let mut people = BTreeMap::new();
    for code in codes {
        let mut one = OfPerson::default();
        for planned in orders(&reader.orders_ahead(code).await?)? {
            one.hear(planned, code, frame);
        }
        one.sum(code, frame);
        people.insert(code.clone(), one);
    }
    Ok(people)
}

/// What was known, and what was said since: only those concerned are summed again.
fn hear(
    mut people: BTreeMap<String, OfPerson>,
    said: &[StoredOrder],
    frame: &Frame,
) -> Result<BTreeMap<String, OfPerson>, Fault> {
    let mut concerned = BTreeSet::new();
    for planned in orders(said)? {
        let theirs = people.iter_mut().filter_map(|(code, one)| one.forget(planned.order.id).then_some(code));
        concerned.extend(theirs.cloned());
        if planned.order.start.is_some() && is_ahead(&planned.order) {
            for code in &planned.order.people {
                people.entry(code.clone()).or_default().hear(planned.clone(), code, frame);
                concerned.insert(code.clone());
            }
        }
    }
    for code in concerned {
        people.entry(code.clone()).or_default().sum(&code, frame);
    }
    Ok(people)
}

impl OfPerson {
    fn hear(&mut self, planned: PlannedOrder, code: &str, frame: &Frame) {
        let id = planned.order.id;
        let asked = frame.resource(code).and_then(|person| Asked::of(&planned, person, &frame.workshop));
        self.asked.extend(asked.map(|asked| (id, asked)));
        if planned.appointment.as_ref().is_some_and(|one| one.pinned) {
            self.decided.insert(id, planned);
        }
    }

    /// Whether it was theirs.
    fn forget(&mut self, id: OrderId) -> bool {
        let was_decided = self.decided.remove(&id).is_some();
        self.asked.remove(&id).is_some() || was_decided
    }

    fn sum(&mut self, code: &str, frame: &Frame) {
        let weeks = frame.resource(code).map(|one| strains_of(one, self.asked.values(), &frame.workshop));
        self.strains = weeks.unwrap_or_default();
        self.clashing.clear();
        if self.decided.len() > 1 {
            let decided: Vec<PlannedOrder> = self.decided.values().cloned().collect();
            let pairs = schedule_of(&decided, &frame.summary).clashes();
            self.clashing = pairs.into_iter().flat_map(|(first, second)| [first, second]).collect();
        }
    }

    fn clashing(&self) -> impl Iterator<Item = (OrderId, &PlannedOrder)> {
        self.clashing.iter().filter_map(|id| Some((*id, self.decided.get(id)?)))
    }
}

fn whole(frame: Arc<Frame>, people: &BTreeMap<String, OfPerson>) -> Published {
    let mut strains: Vec<Strain> = people.values().flat_map(|one| one.strains.iter().cloned()).collect();
    strains.sort_by(|a, b| (a.week, &a.person).cmp(&(b.week, &b.person)));
    let clashing: BTreeMap<OrderId, &PlannedOrder> = people.values().flat_map(OfPerson::clashing).collect();
    let clashing = clashing.into_values().cloned().collect();
    Published { strains, ..Published::of_orders(frame, clashing) }
}

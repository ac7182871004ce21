//! A day as it is once what was put off is taken out of it, with what is worth doing beyond it.

use super::is_conversation;
use crate::fault::Fault;
use crate::workbench::frame::named;
use crate::workbench::{Frame, Neighbours, Office, PLAN, Published, Workbench};
use atelier_domain::execution::{
    ActionOrder, Aside, Case, Channel, Contact, ContactAim, Conversation, Deferral, Phase, PlannedOrder,
    Promise, Put, Report, Sayings, Situation, Standing, Suggestion,
};
use atelier_domain::language::{CaseId, ConversationId, Minutes, OrderId, Period, PersonId, Week};
use atelier_domain::planning::schedule::Load;
use atelier_store::{CaseList, CaseSort, Reader};
use jiff::Span;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use uuid::Uuid;

/// Most open opportunities of a seller that are looked at.
const CASES: i64 = 200;
/// Days back in which conversations are looked for.
const BACK: i32 = 365;
/// Days ahead from which actions may be taken.
const AHEAD: i32 = 28;

/// A person's day, with what was put off and what its suggestions are drawn from.
pub struct DayRead {
    /// The plan of the week, without what is put off.
    pub plan: Published,
    /// The days beside it.
    pub beside: Neighbours,
    /// What stands put off or refused of theirs.
    pub deferrals: Vec<Deferral>,
    /// Suggestions put aside, as they stand.
    pub asides: Vec<Aside>,
    /// The orders put off, by id, as the plan has them.
    pub put_off: HashMap<OrderId, PlannedOrder>,
    /// Their open opportunities, the longest engaged first.
    pub cases: Vec<Case>,
    /// Their conversations, newest first.
    pub held: Vec<Conversation>,
    /// Promises still to be kept.
    pub promises: Vec<Promise>,
    /// Those last met, by opportunity.
    pub met: HashMap<CaseId, Contact>,
    /// What those met agreed to and object to.
    pub said: Sayings,
    /// Orders of theirs in the weeks ahead.
    later: Vec<PlannedOrder>,
}

impl Workbench {
    /// A person's day.
    ///
    /// # Errors
    /// `app/no-plan`.
    pub async fn day_of(
        &self,
        office: &Office,
        person: &str,
        (date, today): (Date, Date),
    ) -> Result<DayRead, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let frame = self.frame_in(&mut reader, office).await?;
        let said = reader.deferrals_of(person).await?;
        let asides = reader.asides_of(person).await?;
        let held = reader.conversations_by(person, after(today, -BACK)?).await?;
        let of_day = held.iter().filter(|one| one.held_on == date).map(|one| one.order);
        let wanted = said.iter().map(|one| one.of.order).chain(of_day).collect();
        let orders = orders_about(&mut reader, person, date, wanted).await?;
        let [previous, next] = reader.days_beside(person, date).await?;
        let deferrals: Vec<Deferral> = said.into_iter().filter(|one| !is_heard(one, &orders)).collect();
        let by_order: HashMap<OrderId, &Deferral> = deferrals.iter().map(|one| (one.of.order, one)).collect();
        let put_off = orders.iter().filter(|planned| by_order.contains_key(&planned.order.id));
        let put_off = put_off.map(|one| (one.order.id, one.clone())).collect();
        let at_hand = orders.iter().map(|planned| planned.order.id).collect();
        let first = Week::of(date).monday();
        let (mut of_week, later) = split(orders, &by_order, (first, date, today));
        let named = named(&mut reader, of_week.iter().filter(|one| is_told(one, date)), &at_hand).await?;
        of_week.extend(named);
        let cases = open_cases(&mut reader, PersonId::of(office.tenant, person)).await?;
        let promises = reader.promises_open_of(person).await?;
        let on_day: HashSet<CaseId> = of_week.iter().filter_map(|planned| planned.order.case).collect();
        let met = met(&mut reader, &held, &on_day).await?;
        let met_said = Sayings::of(reader.consents_of_met(person, after(today, -BACK)?).await?);
        let plan = Published::of_orders(frame, of_week);
        let beside = Neighbours { previous, next };
        Ok(DayRead {
            plan,
            beside,
            deferrals,
            asides,
            put_off,
            cases,
            held,
            promises,
            met,
            said: met_said,
            later,
        })
    }
}

impl Workbench {
    /// What stands put off or refused of a person's orders.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn put_off(&self, office: &Office, person: &str) -> Result<Vec<Deferral>, Fault> {
        Ok(self.store.read(office.scope).await?.deferrals_of(person).await?)
    }

    /// The conversations held on a day that may still be undone.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn undoable(
        &self,
        office: &Office,
        read: &DayRead,
        date: Date,
    ) -> Result<HashSet<ConversationId>, Fault> {
        let mut reader = self.store.read(office.scope).await?;
        let mut undoable = HashSet::new();
        for one in read.held.iter().filter(|one| one.held_on == date) {
            let Some((talk, seq)) = reader.conversation_at(one.id).await? else { continue };
            if reader.can_undo(&talk, seq, PLAN).await? {
                undoable.insert(talk.id);
            }
        }
        Ok(undoable)
    }

    /// Names of the firms of a seller's conversations and promises, by firm.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn names(&self, office: &Office, read: &DayRead) -> Result<HashMap<Uuid, String>, Fault> {
        let of_cases = read.cases.iter().filter_map(|case| case.account);
        let wanted: HashSet<_> = read.promises.iter().filter_map(|one| one.account).chain(of_cases).collect();
        let mut reader = self.store.read(office.scope).await?;
        let mut names = HashMap::new();
        for id in wanted {
            if let Some(account) = reader.account(id).await? {
                names.insert(id.0, account.name);
            }
        }
        Ok(names)
    }
}

/// What a day is made of: the orders of somebody's week and of the weeks after, those given before and not declared,
/// those without a date, and those wanted. Of the weeks after, only those wanted are read with their place.
async fn orders_about(
    reader: &mut Reader,
    person: &str,
    date: Date,
    wanted: HashSet<OrderId>,
) -> Result<Vec<PlannedOrder>, Fault> {
    let first = Week::of(date).monday();
    let week = Period { first, after: after(first, 7)? };
    let beyond = Period { first: week.after, after: after(date, AHEAD)? };
    let mut stored = reader.orders_of_person(person, week).await?;
    stored.extend(reader.orders_overdue(person, first).await?);
    stored.extend(reader.orders_unplaced(PLAN).await?);
    let beyond = reader.orders_of_person(person, beyond).await?;
    let mut known: HashSet<OrderId> = stored.iter().map(|one| OrderId(one.id)).collect();
    for id in wanted.into_iter().filter(|id| !known.contains(id)) {
        stored.extend(reader.order(id.0).await?);
    }
    let mut orders = Vec::with_capacity(stored.len() + beyond.len());
    for one in &stored {
        orders.push(serde_json::from_str::<PlannedOrder>(&one.payload).map_err(anyhow::Error::from)?);
    }
    known.extend(stored.iter().map(|one| OrderId(one.id)));
    for one in beyond.iter().filter(|one| !known.contains(&OrderId(one.id))) {
        orders.push(PlannedOrder::without_place(&one.payload).map_err(anyhow::Error::from)?);
    }
    Ok(orders)
}

/// A seller's open opportunities, the longest engaged first.
async fn open_cases(reader: &mut Reader, owner: PersonId) -> Result<Vec<Case>, Fault> {
    let cases = CaseList {
        standing: Some(Standing::Open),
        owner: Some(owner),
        sort: CaseSort::Engaged,
        limit: CASES,
        ..CaseList::default()
    };
    Ok(reader.list_cases(&cases).await?.rows)
}

fn after(day: Date, days: i32) -> Result<Date, Fault> {
    Ok(day.checked_add(Span::new().days(days)).map_err(anyhow::Error::from)?)
}

/// Orders of the week without what is put off, then those of the weeks after. What is postponed stands on the day
/// it is back, or today once that day is past.
fn split(
    orders: Vec<PlannedOrder>,
    deferrals: &HashMap<OrderId, &Deferral>,
    (first, date, today): (Date, Date, Date),
) -> (Vec<PlannedOrder>, Vec<PlannedOrder>) {
    let week_after = first.checked_add(Span::new().days(7)).unwrap_or(Date::MAX);
    let moved = orders.into_iter().filter_map(|planned| moved(planned, deferrals, today));
    let mut seen = HashSet::new();
    let once = moved.filter(|planned| seen.insert(planned.order.id));
    let (of_week, mut later): (Vec<_>, Vec<_>) = once.partition(|planned| {
        let day = planned.order.start.map(jiff::civil::DateTime::date);
        day.is_none_or(|day| day < week_after)
    });
    later.extend(of_week.iter().filter(|one| is_after(one, date)).cloned());
    later.sort_by_key(|planned| (planned.order.start, planned.order.id));
    (of_week, later)
}

/// Whether the day gives its reasons: it is of that day, without a date, or given before and not declared.
fn is_told(planned: &PlannedOrder, date: Date) -> bool {
    let is_given = matches!(planned.order.phase(), Phase::Released | Phase::Started);
    is_given || planned.order.start.is_none_or(|start| start.date() == date)
}

fn is_after(planned: &PlannedOrder, date: Date) -> bool {
    planned.order.start.is_none_or(|start| start.date() > date)
}

/// Whether the plan in force has taken a postponement in: the order has a date that is late enough.
fn is_heard(deferral: &Deferral, orders: &[PlannedOrder]) -> bool {
    let Some(until) = deferral.until.filter(|_| deferral.put == Put::Postponed) else { return false };
    let order = orders.iter().find(|planned| planned.order.id == deferral.of.order);
    order.and_then(|planned| planned.order.start).is_some_and(|start| start.date() >= until)
}

/// An order as what was said of it leaves it; `None`: nobody is to do it.
fn moved(
    mut planned: PlannedOrder,
    deferrals: &HashMap<OrderId, &Deferral>,
    today: Date,
) -> Option<PlannedOrder> {
    let Some(deferral) = deferrals.get(&planned.order.id).filter(|_| planned.order.phase().is_ahead()) else {
        return Some(planned);
    };
    let until = match (deferral.put, deferral.until) {
        (Put::Refused, _) => return None,
        (Put::Postponed, Some(until)) => until.max(today),
        _ => return Some(planned),
    };
    let start = until.at(0, 0, 0, 0);
    let end = start.saturating_add(Span::new().minutes(planned.order.minutes.0));
    (planned.order.start, planned.order.end) = (Some(start), Some(end));
    if let Some(appointment) = &mut planned.appointment {
        (appointment.start, appointment.end, appointment.late) = (start, end, None);
    }
    Some(planned)
}

/// With whom the last conversation of each of these opportunities was.
async fn met(
    reader: &mut Reader,
    held: &[Conversation],
    of: &HashSet<CaseId>,
) -> Result<HashMap<CaseId, Contact>, Fault> {
    let mut met = HashMap::new();
    for one in held {
        let (Some(case), Some(person)) = (one.case, one.person) else { continue };
        if of.contains(&case)
            && !met.contains_key(&case)
            && let Some(contact) = reader.contact(person).await?
        {
            met.insert(case, contact);
        }
    }
    Ok(met)
}

impl DayRead {
    /// At most five conversations worth holding beyond the day.
    pub fn suggestions(&self, load: &Load, (date, free): (Date, i64)) -> Vec<Suggestion> {
        let of_day = |order: &&ActionOrder| {
            order.start.is_some_and(|start| start.date() == date) && order.people.contains(&load.person)
        };
        let orders = self.plan.orders.values().map(|planned| &planned.order);
        let scheduled: Vec<&ActionOrder> = orders.filter(of_day).collect();
        let could = |order: &&ActionOrder| {
            let (_, operation) = self.plan.routing_of(order);
            let mine = order.people.contains(&load.person)
                || (order.people.is_empty() && order.kinds.contains(&load.kind));
            mine && order.case.is_some() && order.phase().is_ahead() && is_conversation(operation)
        };
        let put_off = self.put_off.values();
        let ahead = self.later.iter().chain(put_off).map(|planned| &planned.order);
        let ahead: Vec<&ActionOrder> = ahead.filter(could).collect();
        let deferred: HashSet<OrderId> = self.deferrals.iter().map(|one| one.of.order).collect();
        let situation = Situation {
            today: date,
            free: Minutes(free),
            cases: &self.cases,
            held: &self.held,
            promises: &self.promises,
            scheduled: &scheduled,
            ahead: &ahead,
            deferred: &deferred,
            asides: &self.asides,
        };
        let mut all = situation.suggestions();
        all.retain(|one| !self.is_barred(one, date));
        all
    }

    /// Whether a suggestion is to speak to somebody who must not be contacted so: by telephone, unless an action
    /// says another way.
    fn is_barred(&self, one: &Suggestion, date: Date) -> bool {
        let promise = self.promises.iter().find(|promise| Some(promise.id) == one.promise);
        let of_talk = |talk: &&Conversation| Some(talk.id) == one.conversation;
        let of_case = |talk: &&Conversation| talk.case == one.case && talk.person.is_some();
        let talk = self.held.iter().find(of_talk).or_else(|| self.held.iter().find(of_case));
        let person = promise.and_then(|promise| promise.person).or(talk.and_then(|talk| talk.person));
        let planned = one.order.and_then(|id| self.order(id));
        let medium = planned.and_then(|planned| self.frame().routing_of(&planned.order).1);
        let way = medium.map_or(Some(Channel::Phone), |operation| Channel::of(operation.channel.code()));
        let (Some(person), Some(way)) = (person, way) else { return false };
        self.said.barred(person, (way, self.aim(one.case)), date).is_some()
    }

    /// What somebody is contacted for about an opportunity of theirs.
    pub fn aim(&self, case: Option<CaseId>) -> ContactAim {
        let case = case.and_then(|id| self.cases.iter().find(|case| case.id == id));
        ContactAim::about(case.map(|case| case.standing))
    }

    /// What the person declared done on a day, with what was said of it.
    pub fn done_on<'a>(
        &'a self,
        load: &'a Load,
        date: Date,
    ) -> impl Iterator<Item = (&'a PlannedOrder, &'a Report)> {
        let mine = self.plan.orders.values().filter(|planned| planned.order.people.contains(&load.person));
        mine.filter_map(|planned| Some((planned, planned.order.report()?)))
            .filter(move |(_, report)| report.at.date() == date)
    }

    /// An order of the day, of the weeks after, or put off.
    pub fn order(&self, id: OrderId) -> Option<&PlannedOrder> {
        let later = || self.later.iter().find(|planned| planned.order.id == id);
        self.put_off.get(&id).or_else(|| self.plan.orders.get(&id)).or_else(later)
    }

    /// Orders of theirs still to be done, of this day and of the weeks after, without what is put off.
    pub fn orders_ahead(&self) -> Vec<ActionOrder> {
        let hidden = |order: &ActionOrder| {
            self.deferrals.iter().any(|one| one.of.order == order.id && one.put == Put::Refused)
        };
        let of_week = self.plan.orders.values();
        let mut ahead: Vec<ActionOrder> = Vec::new();
        for planned in of_week.chain(&self.later) {
            let order = &planned.order;
            let is_ahead = order.phase().is_ahead() && !order.people.is_empty() && !hidden(order);
            if is_ahead && !ahead.iter().any(|one| one.id == order.id) {
                ahead.push(order.clone());
            }
        }
        ahead
    }

    /// The frame of its plan.
    pub fn frame(&self) -> &Arc<Frame> {
        &self.plan.frame
    }
}

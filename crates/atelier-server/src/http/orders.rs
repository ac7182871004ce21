//! Action orders: lists, one of them, what is declared on it. An order that is done is a conversation held.

use super::day::{concerns, reaches};
use super::market::{Rows, hidden, rows_asked};
use super::{Answer, App, Asked, Careful, Problem};
use crate::fault::Fault;
use crate::rights::{
    Access, Permit,
    permit::{ReadDay, WriteOrders},
};
use crate::workbench::{Frame, Office, Published, Said, board, declare_in, title};
use atelier_domain::controls::Reach;
use atelier_domain::execution::{Declared, PlannedOrder};
use atelier_domain::language::{CaseId, Catalogue, Lang, Refusal, Week};
use atelier_store::{OperationSum, OrderList, StoredOrder};
use axum::extract::State;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// An action order.
#[derive(Serialize, ToSchema)]
#[schema(as = Order)]
pub struct OrderTold {
    id: Uuid,
    /// Opportunity it works on; none for what stands for one to come.
    case: Option<Uuid>,
    customer: String,
    process: String,
    step: String,
    operation: String,
    /// Shown name of the operation.
    title: String,
    /// `suggested`, `planned`, `firm`, `released`, `started`, `done`, `closed`, `cancelled`.
    state: String,
    /// Codes of those who do it.
    people: Vec<String>,
    /// Local time of the company.
    #[schema(value_type = Option<String>)]
    start: Option<jiff::civil::DateTime>,
    /// Last useful day.
    #[schema(value_type = Option<String>, format = Date)]
    due: Option<Date>,
    minutes: i64,
    units: i64,
}

fn told_of(frame: &Frame, planned: &PlannedOrder, lang: Lang) -> OrderTold {
    let order = &planned.order;
    let (_, operation) = frame.routing_of(order);
    OrderTold {
        id: order.id.0,
        case: order.case.map(|case| case.0),
        customer: frame.customer(planned, Catalogue::of(lang)),
        process: order.process.clone(),
        step: order.step.clone(),
        operation: order.operation.clone(),
        title: title(operation, &order.operation, lang),
        state: order.phase().code().to_owned(),
        people: order.people.clone(),
        start: order.start,
        due: order.due,
        minutes: order.minutes.0,
        units: order.units,
    }
}

fn read(stored: &StoredOrder) -> Result<PlannedOrder, Fault> {
    Ok(serde_json::from_str(&stored.payload).map_err(anyhow::Error::from)?)
}

/// Which orders, in which sequence.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OrdersAsked {
    /// Code of who does them. Who does not see everybody's must name somebody within reach; without one,
    /// their own.
    pub person: Option<String>,
    /// State.
    pub state: Option<String>,
    /// First day of start.
    #[param(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Day after the last one of start.
    #[param(value_type = Option<String>, format = Date)]
    pub before: Option<Date>,
    /// Opportunity.
    pub case: Option<Uuid>,
    /// Operation: process, step and operation by code, `new-customers/meet/visit`.
    pub operation: Option<String>,
    /// `start` (default), `-start`, `due`, `-due`.
    pub sort: Option<String>,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// Rows of a page, 1 to 200; else 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
}

impl OrdersAsked {
    fn list(&self, person: String) -> Result<OrderList, Refusal> {
        let sort = self.sort.as_deref().unwrap_or("start");
        let unknown = || Refusal::new("app/unknown-sort").field("sort").with("given", sort);
        Ok(OrderList {
            person,
            state: self.state.clone().unwrap_or_default(),
            from: self.from,
            before: self.before,
            case: self.case.map(CaseId),
            operation: self.operation.clone().unwrap_or_default(),
            plan: None,
            sort: sort.parse().map_err(|()| unknown().with("known", "start, -start, due, -due"))?,
            after: self.after.clone(),
            limit: rows_asked(self.limit)?,
        })
    }
}

/// A page of the orders within reach.
///
/// # Errors
/// `app/no-plan`, `app/unknown-person`, `app/unknown-sort`, `app/page-length`, `app/unreadable-page`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<OrdersAsked>,
) -> Result<Answer<Rows<OrderTold>>, Problem> {
    let problem = asked.problem();
    let frame = app.frame(&access.who.office).await.map_err(&problem)?;
    let person = whose(&app, &access, &frame, asked.of.person.as_ref(), asked.lang()).await?;
    let list = asked.of.list(person).map_err(|refusal| problem(refusal.into()))?;
    let read_page = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let page = reader.list_orders(&list).await?;
        let orders = page.rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        Ok::<_, Fault>((orders, page.next))
    };
    let (orders, next) = read_page.await.map_err(problem)?;
    let rows = orders.iter().map(|planned| told_of(&frame, planned, asked.lang())).collect();
    Ok(Answer::of(Rows { rows, next }))
}

/// The code of whose orders are asked for: empty for everybody's.
async fn whose(
    app: &App,
    access: &Access<ReadDay>,
    frame: &Frame,
    asked: Option<&String>,
    lang: Lang,
) -> Result<String, Problem> {
    let own = access.who.user.person.clone().filter(|_| access.reach != Reach::All);
    let person = asked.cloned().or(own).unwrap_or_default();
    let is_there = frame.summary.people.iter().any(|load| load.person == person);
    let all = person.is_empty() && access.reach == Reach::All;
    if all || (is_there && reaches(frame, access, &person)) {
        return Ok(person);
    }
    let unknown = Refusal::new("app/unknown-person").with("given", person).with("known", "–");
    Err(hidden(app, access, is_there, unknown, lang).await)
}

/// Whose days.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OperationsAsked {
    /// Code of who does them. Who does not see everybody's must name somebody within reach; without one,
    /// their own.
    pub person: Option<String>,
    /// First day of start; else the Monday of this week.
    #[param(value_type = Option<String>, format = Date)]
    pub from: Option<Date>,
    /// Day after the last one of start, at most 62 days later; else a fortnight later.
    #[param(value_type = Option<String>, format = Date)]
    pub before: Option<Date>,
    /// An operation that is told even when the days hold none of it.
    pub operation: Option<String>,
}

/// What some days hold, by operation.
#[derive(Serialize, ToSchema)]
pub struct OperationsHeld {
    /// Those that have actions in these days, by name; what is cancelled is not counted.
    operations: Vec<OperationHeld>,
}

/// An operation, and what the days hold of it.
#[derive(Serialize, ToSchema)]
struct OperationHeld {
    /// Process, step and operation by code: what `/api/orders` filters by.
    operation: String,
    /// Shown name.
    title: String,
    /// Shown name of its step; empty when no process has it any more.
    step: String,
    orders: i64,
    minutes: i64,
}

/// What some days hold of the orders within reach, by operation.
///
/// # Errors
/// `app/no-plan`, `app/unknown-person`, `app/empty-period`, `planning/window-too-long`.
pub async fn operations(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<OperationsAsked>,
) -> Result<Answer<OperationsHeld>, Problem> {
    let (problem, lang) = (asked.problem(), asked.lang());
    let office = &access.who.office;
    let frame = app.frame(office).await.map_err(&problem)?;
    let person = whose(&app, &access, &frame, asked.of.person.as_ref(), lang).await?;
    let last = asked.of.before.and_then(|day| day.yesterday().ok());
    let monday = Week::of(office.today().max(frame.summary.today)).monday();
    let period = board::window(asked.of.from, last, monday);
    let period = period.map_err(|refusal| problem(refusal.field("before").into()))?;
    let read = async {
        let mut reader = app.store.read(office.scope).await?;
        let person = Some(person.as_str()).filter(|code| !code.is_empty());
        Ok::<_, Fault>(reader.sums_by_operation(person, period).await?)
    };
    let mut sums = read.await.map_err(problem)?;
    if let Some(operation) = &asked.of.operation
        && !sums.iter().any(|sum| sum.operation == *operation)
        && frame.routing_named(operation).1.is_some()
    {
        sums.push(OperationSum { operation: operation.clone(), orders: 0, minutes: 0 });
    }
    let mut operations: Vec<OperationHeld> =
        sums.into_iter().map(|sum| operation_told(&frame, sum, lang)).collect();
    operations.sort_by(|a, b| (&a.title, &a.step).cmp(&(&b.title, &b.step)));
    Ok(Answer::of(OperationsHeld { operations }))
}

fn operation_told(frame: &Frame, sum: OperationSum, lang: Lang) -> OperationHeld {
    let (step, operation) = frame.routing_named(&sum.operation);
    OperationHeld {
        title: operation.map_or(sum.operation.as_str(), |one| one.name.get(lang)).to_owned(),
        step: step.map_or("", |one| one.name.get(lang)).to_owned(),
        orders: sum.orders,
        minutes: sum.minutes,
        operation: sum.operation,
    }
}

/// The order asked for, when it is within reach.
pub(super) async fn find<P: Permit>(
    app: &App,
    access: &Access<P>,
    given: &str,
    lang: Lang,
) -> Result<(Published, PlannedOrder, i64), Problem> {
    let unknown = || Refusal::new("app/unknown-order").with("given", given);
    let about = app.about(&access.who.office, given).await;
    let (plan, version) = about.map_err(|fault| Problem::of(fault, lang))?;
    let found = given.parse().ok().and_then(|id| plan.orders.get(&id)).cloned();
    match found.filter(|planned| concerns(&plan, access, planned)) {
        Some(planned) => Ok((plan, planned, version)),
        None => Err(hidden(app, access, true, unknown(), lang).await),
    }
}

/// One order.
///
/// # Errors
/// `app/unknown-order`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked,
) -> Result<Answer<OrderTold>, Problem> {
    let (plan, planned, version) = find(&app, &access, &asked.id, asked.lang()).await?;
    Ok(Answer::of(told_of(&plan, &planned, asked.lang())).at(version))
}

/// What is declared on an order.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Declaring {
    /// `firm`, `released`, `started`, `done`, `closed`, `cancelled`.
    state: String,
    /// Of what is done: `progress`, `no-progress`, `disqualified`; of what is cancelled: why.
    #[serde(default)]
    result: Option<String>,
    /// Time it took; else as planned.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1440)]
    minutes: Option<i64>,
    /// Kind of evidence from the customer.
    #[serde(default)]
    evidence: Option<String>,
    /// Day of the evidence; else today.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    evidence_on: Option<Date>,
    /// That a time longer than the day is meant.
    #[serde(default)]
    confirm: bool,
}

/// An order after a declaration, and those it gave up.
#[derive(Serialize, ToSchema)]
pub struct DeclaredTold {
    order: OrderTold,
    /// Orders of the same opportunity that are cancelled with it.
    freed: Vec<Uuid>,
}

/// Declares on an order.
///
/// # Errors
/// `app/unknown-order`, `app/unknown-state`, `app/confirm-time`, `controls/changed-meanwhile`, what the order refuses.
pub async fn declare(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Careful<Declaring>,
) -> Result<Answer<DeclaredTold>, Problem> {
    let (problem, lang) = (told.asked.problem(), told.asked.lang());
    // Out of reach is told before the company's turn is taken: the journal of it is a write of its own.
    let (_, planned, _) = find(&app, &access, &told.asked.id, lang).await?;
    let mut write = told.begin(&app, &access).await?;
    // What is read after the turn is taken is what will be written over.
    let (plan, version) = app.about(&access.who.office, &told.asked.id).await.map_err(&problem)?;
    let planned = plan.orders.get(&planned.order.id).cloned().unwrap_or(planned);
    told.unchanged(version).map_err(&problem)?;
    let (now, said) = (moment(&access.who.office, &plan).map_err(&problem)?, told.body.said());
    let decided = decide(&app, &access, (&plan, &planned), (&said, now), lang).await.map_err(&problem)?;
    let (changed, advance) = decided;
    let (tx, office, act) = write.parts();
    let version = declare_in(tx, office, &changed, advance, &act).await.map_err(&problem)?;
    let Some((now_is, freed)) = changed.split_first() else {
        return Err(problem(anyhow::anyhow!("a declaration changed nothing").into()));
    };
    let freed = freed.iter().map(|one| one.order.id.0).collect();
    let shown = DeclaredTold { order: told_of(&plan, now_is, lang), freed };
    write.end(Answer::of(shown).at(version)).await
}

impl Declaring {
    fn said(&self) -> Said {
        Said {
            state: self.state.clone(),
            result: self.result.clone(),
            minutes: self.minutes,
            evidence: self.evidence.clone(),
            evidence_on: self.evidence_on,
            confirm: self.confirm,
        }
    }
}

/// Now, in the zone of the company.
pub(super) fn moment(office: &Office, plan: &Frame) -> Result<DateTime, Fault> {
    let zone = TimeZone::get(&office.zone).map_err(anyhow::Error::from)?;
    let clock = jiff::Timestamp::now().to_zoned(zone).datetime();
    // The demonstration lives before its own days: today is never before the day of the plan.
    Ok(clock.date().max(plan.summary.today).to_datetime(clock.time()))
}

type Decided = (Vec<PlannedOrder>, Option<atelier_domain::execution::Advance>);

/// What a declaration changes, as of a moment.
///
/// # Errors
/// `app/unknown-state`, `app/confirm-time`, what the order refuses.
pub(super) async fn decide<P: Permit>(
    app: &App,
    access: &Access<P>,
    (plan, planned): (&Published, &PlannedOrder),
    (said, now): (&Said, DateTime),
    lang: Lang,
) -> Result<Decided, Fault> {
    let office = &access.who.office;
    let declaration = said.read(planned, now)?;
    let reports = app.reported(office, &planned.order.people, now.date()).await?;
    match plan.decide(planned, &declaration, now, &reports)? {
        Declared::NeedsConfirmation { declared, day } => {
            let show = Catalogue::of(lang).show();
            let refusal = Refusal::new("app/confirm-time").field("minutes");
            Err(refusal.with("given", show.hours(declared, 1)).with("day", show.hours(day, 1)).into())
        }
        Declared::Accepted { order, effects } => {
            let changed = plan.changed(&order, &effects);
            let advance = app.advance(office, plan, &changed, now.date()).await?;
            Ok((changed, advance))
        }
    }
}

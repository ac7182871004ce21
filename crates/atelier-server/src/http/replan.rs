//! Planning again after an event: what it would change, accepting it, and when there is room.

use super::day::{concerns, nobody, reaches};
use super::market::{hidden, reaches_owner};
use super::moves::{self, Counts, MoveTold, apart};
use super::{Answer, App, Asked, Careful, Problem, Told};
use crate::fault::Fault;
use crate::rights::{
    Access,
    permit::{ReadDay, WriteOrders},
};
use crate::workbench::{Published, Replanning, Shop, Upset, accept_in, record_in};
use atelier_domain::execution::{Event, Person, Proposal};
use atelier_domain::language::{Lang, OrderId, PersonId, Refusal};
use atelier_domain::planning::schedule::Speaker;
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// An event, and why its consequences are wanted.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReplanAsked {
    /// What happened.
    #[serde(flatten)]
    upset: Upset,
    /// Needed to publish what changes an action of a frozen week; 3 to 500 characters.
    #[serde(default)]
    reason: Option<String>,
}

/// What an event changes.
#[derive(Serialize, ToSchema)]
pub struct Replanned {
    /// Version of the plan: the one in force, or the new one.
    version: i64,
    /// Whether it was published.
    accepted: bool,
    /// An absence that is over: nothing moves, it is only written down.
    past: bool,
    /// Whether it can be accepted.
    can: bool,
    /// The first frozen week of which an action changes, `2027-W02`: publishing it asks for a reason.
    frozen_week: Option<String>,
    counts: Counts,
    /// At most 500.
    moves: Vec<MoveTold>,
    moves_total: usize,
    /// How many moves are those of people out of reach.
    hidden: usize,
    /// Actions that the event touches, with those that follow them.
    touched: usize,
    /// Decisions that ask somebody twice at one time.
    clashes: Vec<String>,
}

impl Replanned {
    fn past(version: i64) -> Self {
        Self {
            version,
            accepted: false,
            past: true,
            can: true,
            frozen_week: None,
            counts: Counts::default(),
            moves: Vec::new(),
            moves_total: 0,
            hidden: 0,
            touched: 0,
            clashes: Vec::new(),
        }
    }

    fn of(
        replanning: &Replanning<'_>,
        proposal: &Proposal,
        access: &Access<WriteOrders>,
        lang: Lang,
    ) -> Self {
        let (plan, frozen) = (replanning.plan, replanning.frozen(proposal));
        let told = moves::Told::of(plan, proposal, None, access, lang);
        let speaker = Speaker::of(&proposal.schedule, lang);
        let clashes = proposal.schedule.clashes().into_iter().map(|pair| speaker.clash(pair));
        Self {
            version: plan.version,
            accepted: false,
            past: false,
            can: told.hidden == 0,
            frozen_week: frozen.map(|week| week.to_string()),
            counts: told.counts,
            moves: told.moves,
            moves_total: told.total,
            hidden: told.hidden,
            touched: proposal.touched.len(),
            clashes: if access.reach == atelier_domain::controls::Reach::All {
                clashes.collect()
            } else {
                Vec::new()
            },
        }
    }
}

/// The plan, the company and the day from which it may change.
async fn standing(app: &App, access: &Access<WriteOrders>) -> Result<(Published, Shop, Date), Fault> {
    let office = &access.who.office;
    let plan = app.published(office).await?;
    let shop = app.shop_of_plan(office, &plan, true).await?;
    let today = office.today().max(plan.summary.today);
    Ok((plan, shop, today))
}

/// Whether what an event is about is within reach; else it is told as what is not there. By code and by whole
/// identity only: a name and the beginning of an identity are for the command line.
async fn within(
    app: &App,
    access: &Access<WriteOrders>,
    replanning: &Replanning<'_>,
    upset: &Upset,
    lang: Lang,
) -> Result<(), Problem> {
    let problem = |refusal: Refusal| Problem::of(refusal.into(), lang);
    let plan = replanning.plan;
    let (is_within, refusal) = match upset {
        Upset::Absence { person, .. } => {
            let unknown = nobody(plan, access, person);
            if !plan.summary.people.iter().any(|one| one.person == *person) {
                return Err(problem(unknown));
            }
            (reaches(plan, access, person), unknown)
        }
        Upset::Lost { case } | Upset::Urgent { case } => {
            let owner = replanning.case(case).map_err(problem)?.owner;
            let owner = owner_of(app, access, owner).await.map_err(|fault| Problem::of(fault, lang))?;
            (
                reaches_owner(access, owner.as_ref()),
                Refusal::new("app/unknown-case").with("given", case.as_str()),
            )
        }
        Upset::Move { order, .. } | Upset::Overrun { order, .. } | Upset::Cancel { order } => {
            let unknown = Refusal::new("app/unknown-order").with("given", order.as_str());
            match order.parse().ok().and_then(|id| plan.orders.get(&id)) {
                Some(planned) => (concerns(plan, access, planned), unknown),
                None => return Err(problem(unknown)),
            }
        }
    };
    if is_within {
        return Ok(());
    }
    Err(hidden(app, access, true, refusal, lang).await)
}

async fn owner_of(
    app: &App,
    access: &Access<WriteOrders>,
    owner: Option<PersonId>,
) -> Result<Option<Person>, Fault> {
    let Some(owner) = owner else { return Ok(None) };
    Ok(app.store.read(access.who.office.scope).await?.person(owner).await?)
}

/// An absence that is over is a fact, and nothing to plan.
fn is_past(event: &Event, today: Date) -> bool {
    matches!(event, Event::Absence { last, .. } if *last < today)
}

/// What an event would change; nothing is written.
///
/// # Errors
/// Those of the event; `app/plan-too-old`, `app/past-period`.
pub async fn preview(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Told<ReplanAsked>,
) -> Result<Answer<Replanned>, Problem> {
    let (problem, lang) = (told.asked.problem(), told.asked.lang());
    let (plan, shop, today) = standing(&app, &access).await.map_err(&problem)?;
    let mut replanning = Replanning::of(&plan, shop, today).map_err(|it| problem(it.into()))?;
    within(&app, &access, &replanning, &told.body.upset, lang).await?;
    let event = replanning.event(&told.body.upset).map_err(|it| problem(it.into()))?;
    if is_past(&event, today) {
        return Ok(Answer::of(Replanned::past(plan.version)));
    }
    let proposal = apart(|| replanning.propose(&event)).map_err(&problem)?;
    Ok(Answer::of(Replanned::of(&replanning, &proposal, &access, lang)))
}

/// Publishes what an event changes, together with the event.
///
/// # Errors
/// Those of [`preview`]; `planning/beyond-reach`, `planning/reason-needed`, `controls/changed-meanwhile`.
pub async fn accept(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Careful<ReplanAsked>,
) -> Result<Answer<Replanned>, Problem> {
    let (problem, lang) = (told.asked.problem(), told.asked.lang());
    {
        // Out of reach is told before the company's turn is taken: the journal of it is a write of its own.
        let (plan, shop, today) = standing(&app, &access).await.map_err(&problem)?;
        let replanning = Replanning::of(&plan, shop, today).map_err(|it| problem(it.into()))?;
        within(&app, &access, &replanning, &told.body.upset, lang).await?;
    }
    let mut write = told.begin(&app, &access).await?;
    let (plan, shop, today) = standing(&app, &access).await.map_err(&problem)?;
    told.unchanged(plan.version).map_err(&problem)?;
    let mut replanning = Replanning::of(&plan, shop, today).map_err(|it| problem(it.into()))?;
    let event = replanning.event(&told.body.upset).map_err(|it| problem(it.into()))?;
    if is_past(&event, today) {
        let (tx, _, act) = write.parts();
        record_in(tx, &replanning, &event, &act).await.map_err(&problem)?;
        let answer = Replanned { accepted: true, ..Replanned::past(plan.version) };
        return write.end(Answer::of(answer).at(plan.version)).await;
    }
    let proposal = apart(|| replanning.propose(&event)).map_err(&problem)?;
    let mut answer = Replanned::of(&replanning, &proposal, &access, lang);
    if answer.hidden > 0 {
        let refusal = Refusal::new("planning/beyond-reach").with("count", answer.hidden);
        return Err(problem(refusal.into()));
    }
    let reason =
        replanning.reason(&proposal, told.body.reason.as_deref()).map_err(|it| problem(it.into()))?;
    let (tx, _, act) = write.parts();
    let version = accept_in(tx, &replanning, &event, (proposal, reason), &act).await.map_err(&problem)?;
    (answer.version, answer.accepted) = (version, true);
    write.end(Answer::of(answer).at(version)).await
}

/// How many times.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SlotsAsked {
    /// 1 to 10; else 5.
    #[param(minimum = 1, maximum = 10)]
    pub count: Option<usize>,
}

/// The earliest times of an order, everything else holding its place.
#[derive(Serialize, ToSchema)]
pub struct Slots {
    order: Uuid,
    slots: Vec<Slot>,
}

/// A time with its people.
#[derive(Serialize, ToSchema)]
struct Slot {
    start: String,
    end: String,
    people: Vec<SlotPerson>,
    late: bool,
}

/// Somebody.
#[derive(Serialize, ToSchema)]
struct SlotPerson {
    code: String,
    name: String,
}

/// The earliest times of an order.
///
/// # Errors
/// `app/unknown-order`, `planning/not-ahead`, `app/plan-too-old`, `app/page-length`.
pub async fn slots(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<SlotsAsked>,
) -> Result<Answer<Slots>, Problem> {
    let (problem, lang) = (asked.problem(), asked.lang());
    let count = asked.of.count.unwrap_or(5);
    if !(1..=10).contains(&count) {
        let refusal =
            Refusal::new("app/page-length").field("count").with("given", count).with("most", 10_i64);
        return Err(problem(refusal.into()));
    }
    let office = &access.who.office;
    let plan = app.published(office).await.map_err(&problem)?;
    let unknown = || Refusal::new("app/unknown-order").with("given", asked.id.as_str());
    let found = asked.id.parse().ok().and_then(|id: Uuid| plan.orders.get(&OrderId(id)));
    let Some(planned) = found else { return Err(problem(unknown().into())) };
    if !concerns(&plan, &access, planned) {
        return Err(hidden(&app, &access, true, unknown(), lang).await);
    }
    if !planned.order.phase().is_ahead() {
        return Err(problem(Refusal::new("planning/not-ahead").with("given", asked.id.as_str()).into()));
    }
    let launch = planned.launch().ok_or_else(|| problem(Refusal::new("app/plan-too-old").into()))?;
    let shop = app.shop_of_plan(office, &plan, false).await.map_err(&problem)?;
    let today = office.today().max(plan.summary.today);
    let found = apart(|| Replanning::of(&plan, shop, today)?.slots(&launch.undated(), count));
    let told = found.map_err(&problem)?.into_iter().map(|one| Slot {
        start: one.start.to_string(),
        end: one.end.to_string(),
        late: one.late.is_some(),
        people: one
            .people
            .iter()
            .map(|code| SlotPerson { code: code.clone(), name: plan.name(code) })
            .collect(),
    });
    Ok(Answer::of(Slots { order: planned.order.id.0, slots: told.collect() }))
}

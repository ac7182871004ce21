//! Moving an action by hand: where it could go, what that would do, and doing it.

use super::WindowAsked;
use crate::http::day::{concerns, reaches};
use crate::http::market::hidden;
use crate::http::moves::{self, MoveTold, SeatTold, apart};
use crate::http::{Answer, App, Asked, Careful, Problem, Told};
use crate::rights::{
    Access, Permit,
    permit::{ReadDay, WriteOrders},
};
use crate::workbench::{Held, MoveAsked, Replanning, accept_in, board};
use atelier_domain::execution::{Conflict, Event, reason_of};
use atelier_domain::language::{Args, Catalogue, Lang, Refusal, Refusals, Week};
use atelier_domain::planning::schedule::Seat;
use axum::extract::State;
use jiff::civil::DateTime;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Where an action could start, by person.
#[derive(Serialize, ToSchema)]
pub struct SeatsTold {
    order: Uuid,
    /// Minutes count from the midnight of this day.
    from: String,
    /// Length, in minutes.
    minutes: i64,
    /// Version of the plan.
    version: i64,
    /// Not before.
    earliest: i64,
    /// Should end by then.
    due: Option<i64>,
    people: Vec<StartsTold>,
}

/// Starts open to somebody.
#[derive(Serialize, ToSchema)]
struct StartsTold {
    code: String,
    name: String,
    /// Whether they have it now.
    current: bool,
    /// First and last start of each stretch, both in.
    starts: Vec<[i64; 2]>,
}

/// Where an action could start in a window, everything else holding its place.
///
/// # Errors
/// `app/unknown-order`, `planning/not-ahead`, `planning/window-too-long`.
pub async fn seats(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked<WindowAsked>,
) -> Result<Answer<SeatsTold>, Problem> {
    let (problem, lang) = (asked.problem(), asked.lang());
    let office = &access.who.office;
    let frame = app.frame(office).await.map_err(&problem)?;
    let today = frame.summary.today.max(frame.summary.period.first);
    let days = board::window(asked.of.from, asked.of.to, today).map_err(|it| problem(it.into()))?;
    let held = app.take(office, &asked.id, days).await.map_err(&problem)?;
    within(&app, &access, &held, &asked.id, lang).await?;
    let hand = held.hand();
    let midnight = days.first.at(0, 0, 0, 0);
    let minutes = |at: DateTime| at.duration_since(midnight).as_mins();
    let found = hand.starts(days, |one| access.reaches(&one.code, &one.team));
    let people = found.into_iter().map(|one| StartsTold {
        name: frame.name(&one.person),
        code: one.person,
        current: one.current,
        starts: one.stretches.iter().map(|(first, last)| [minutes(*first), minutes(*last)]).collect(),
    });
    Ok(Answer::of(SeatsTold {
        order: held.planned.order.id.0,
        from: days.first.to_string(),
        minutes: hand.length().0,
        version: frame.version,
        earliest: minutes(hand.earliest()),
        due: held.due().map(minutes),
        people: people.collect(),
    }))
}

/// Somebody's order that is out of reach is told as one that is not there.
async fn within<P: Permit>(
    app: &App,
    access: &Access<P>,
    held: &Held,
    given: &str,
    lang: Lang,
) -> Result<(), Problem> {
    if concerns(&held.frame, access, &held.planned) {
        return held.ahead().map_err(|refusal| Problem::of(refusal.into(), lang));
    }
    let unknown = Refusal::new("app/unknown-order").with("given", given);
    Err(hidden(app, access, true, unknown, lang).await)
}

/// Something in the way of a move.
#[derive(Serialize, ToSchema)]
struct ConflictTold {
    code: &'static str,
    /// Whether nobody may go on in spite of it.
    blocks: bool,
    sentence: String,
    orders: Vec<Uuid>,
}

/// What a move would do.
#[derive(Serialize, ToSchema)]
pub struct Preview {
    /// Version of the plan.
    version: i64,
    order: Uuid,
    from: Option<SeatTold>,
    to: SeatTold,
    /// Whether it can be done.
    can: bool,
    /// Whether a reason is needed.
    needs_reason: bool,
    conflicts: Vec<ConflictTold>,
    /// What else would move.
    moves: Vec<MoveTold>,
    /// How many moves are those of people out of reach.
    hidden: usize,
}

/// A move looked at: who, where, what stands in the way.
struct Looked {
    held: Held,
    to: Seat,
    conflicts: Vec<Conflict>,
}

/// Takes the order in hand and looks at the place.
async fn look(
    app: &App,
    access: &Access<WriteOrders>,
    asked: &MoveAsked,
    lang: Lang,
) -> Result<Looked, Problem> {
    let held = take(app, access, asked, lang).await?;
    Looked::at(held, asked).map_err(|refusal| Problem::of(refusal.into(), lang))
}

async fn take(
    app: &App,
    access: &Access<WriteOrders>,
    asked: &MoveAsked,
    lang: Lang,
) -> Result<Held, Problem> {
    let problem = move |fault| Problem::of(fault, lang);
    let day = asked.start.date();
    let days = board::window(Some(day), Some(day), day).map_err(|it| problem(it.into()))?;
    app.take(&access.who.office, &asked.order, days).await.map_err(problem)
}

/// The same, when the order and who is to do it are within reach. Not to be asked while a write is held:
/// what is out of reach is written in the journal.
async fn look_within(
    app: &App,
    access: &Access<WriteOrders>,
    asked: &MoveAsked,
    lang: Lang,
) -> Result<Looked, Problem> {
    let held = take(app, access, asked, lang).await?;
    within(app, access, &held, &asked.order, lang).await?;
    let frame = &held.frame;
    let is_of = |code: &String| held.planned.order.people.contains(code);
    let instead_of = asked.instead_of.as_ref().filter(|code| !is_of(code));
    let mut named = asked.person.as_ref().into_iter().chain(instead_of);
    if let Some(code) = named.find(|code| !reaches(frame, access, code)) {
        let refusal = Refusal::new("app/unknown-person").with("given", code.as_str()).with("known", "–");
        let is_there = frame.workshop.resources.iter().any(|one| one.code == *code);
        return Err(hidden(app, access, is_there, refusal, lang).await);
    }
    Looked::at(held, asked).map_err(|refusal| Problem::of(refusal.into(), lang))
}

impl Looked {
    /// An order in hand, at the place where it would go.
    fn at(held: Held, asked: &MoveAsked) -> Result<Self, Refusal> {
        let to = held.to(asked)?;
        let conflicts = held.hand().conflicts(to.start, &to.people);
        Ok(Self { held, to, conflicts })
    }

    fn is_blocked(&self) -> bool {
        self.conflicts.iter().any(Conflict::blocks)
    }

    fn event(&self) -> Event {
        let (order, start) = (self.held.planned.order.id, self.to.start);
        Event::Moved { order, start, people: self.to.people.clone() }
    }

    /// `frozen`: the first frozen week in which this or another action changes.
    fn told(&self, hidden: usize, frozen: Option<Week>, words: &'static Catalogue) -> Vec<ConflictTold> {
        let mut told: Vec<ConflictTold> = self
            .conflicts
            .iter()
            .map(|one| ConflictTold {
                code: one.code(),
                blocks: one.blocks(),
                sentence: self.held.sentence(one, words),
                orders: one.orders().iter().map(|order| order.0).collect(),
            })
            .collect();
        let mut add = |code, blocks, sentence| {
            told.push(ConflictTold { code, blocks, sentence, orders: Vec::new() });
        };
        if let Some(week) = frozen {
            let args = Args::new().with("week", words.show().week(week));
            add("frozen", false, words.text("planning-conflict-frozen", &args));
        }
        if hidden > 0 {
            let args = Args::new().with_count("count", i64::try_from(hidden).unwrap_or(i64::MAX));
            add("beyond-reach", true, words.text("planning-conflict-beyond-reach", &args));
        }
        told
    }
}

/// What a move would do; nothing is written.
///
/// # Errors
/// `app/unknown-order`, `app/unknown-person`, `planning/not-ahead`, `app/plan-too-old`.
pub async fn preview(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Told<MoveAsked>,
) -> Result<Answer<Preview>, Problem> {
    let (problem, lang) = (told.asked.problem(), told.asked.lang());
    let looked = look_within(&app, &access, &told.body, lang).await?;
    let (mut seen, mut frozen) = ((Vec::new(), 0), looked.held.frozen(&looked.to));
    if told.body.moves.unwrap_or(true) && !looked.is_blocked() {
        let office = &access.who.office;
        let plan = app.published(office).await.map_err(&problem)?;
        let shop = app.shop_of_plan(office, &plan, false).await.map_err(&problem)?;
        let today = office.today().max(plan.summary.today);
        let replanned = apart(|| {
            let mut replanning = Replanning::of(&plan, shop, today)?;
            let proposal = replanning.propose(&looked.event())?;
            let order = looked.held.planned.order.id;
            let changes = moves::Told::of(&plan, &proposal, Some(order), &access, lang);
            Ok((changes, replanning.frozen(&proposal)))
        });
        let (changes, others) = replanned.map_err(&problem)?;
        seen = (changes.moves, changes.hidden);
        frozen = frozen.or(others);
    }
    let conflicts = looked.told(seen.1, frozen, Catalogue::of(lang));
    Ok(Answer::of(Preview {
        version: looked.held.frame.version,
        order: looked.held.planned.order.id.0,
        from: looked.held.from().as_ref().map(SeatTold::from),
        to: SeatTold::from(&looked.to),
        can: !conflicts.iter().any(|one| one.blocks),
        needs_reason: frozen.is_some(),
        conflicts,
        moves: seen.0,
        hidden: seen.1,
    }))
}

/// A move done.
#[derive(Serialize, ToSchema)]
pub struct Applied {
    /// Version of the new plan.
    version: i64,
    order: Uuid,
    /// What else moved.
    moves: Vec<MoveTold>,
    /// What to ask to put it back; nothing when it had no date.
    undo: Option<Undo>,
}

/// The opposite move.
#[derive(Serialize, ToSchema)]
struct Undo {
    order: Uuid,
    start: String,
    person: Option<String>,
    instead_of: Option<String>,
    reason: Option<String>,
}

impl Looked {
    fn undo(&self, is_frozen: bool, words: &'static Catalogue) -> Option<Undo> {
        let from = self.held.from()?;
        let only_in = |a: &Seat, b: &Seat| a.people.iter().find(|code| !b.people.contains(code)).cloned();
        Some(Undo {
            order: self.held.planned.order.id.0,
            start: from.start.to_string(),
            person: only_in(&from, &self.to),
            instead_of: only_in(&self.to, &from),
            reason: is_frozen.then(|| words.plain("planning-move-undone")),
        })
    }

    /// Refuses what nobody may do.
    fn agreed(&self, words: &'static Catalogue) -> Result<(), Refusals> {
        let blocking = self.conflicts.iter().filter(|one| one.blocks());
        let refusals: Vec<Refusal> = blocking
            .map(|one| {
                let because = self.held.sentence(one, words);
                Refusal::new("planning/move-blocked").field(one.field()).with("because", because)
            })
            .collect();
        if refusals.is_empty() { Ok(()) } else { Err(Refusals(refusals)) }
    }
}

/// Moves an action and publishes the plan that follows.
///
/// # Errors
/// Those of [`preview`]; `planning/move-blocked`, `planning/reason-needed`, `planning/beyond-reach`,
/// `controls/changed-meanwhile`.
pub async fn apply(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Careful<MoveAsked>,
) -> Result<Answer<Applied>, Problem> {
    let (problem, lang) = (told.asked.problem(), told.asked.lang());
    let words = Catalogue::of(lang);
    // Out of reach is told before the company's turn is taken: the journal of it is a write of its own.
    look_within(&app, &access, &told.body, lang).await?;
    let mut write = told.begin(&app, &access).await?;
    let office = &access.who.office;
    let plan = app.published(office).await.map_err(&problem)?;
    told.unchanged(plan.version).map_err(&problem)?;
    let looked = look(&app, &access, &told.body, lang).await?;
    if !concerns(&looked.held.frame, &access, &looked.held.planned) {
        let unknown = Refusal::new("app/unknown-order").with("given", told.body.order.as_str());
        return Err(problem(unknown.into()));
    }
    looked.held.ahead().map_err(|it| problem(it.into()))?;
    looked.agreed(words).map_err(|it| problem(it.into()))?;
    let shop = app.shop_of_plan(office, &plan, false).await.map_err(&problem)?;
    let today = office.today().max(plan.summary.today);
    let event = looked.event();
    let mut replanning = Replanning::of(&plan, shop, today).map_err(|it| problem(it.into()))?;
    let proposal = apart(|| replanning.propose(&event)).map_err(&problem)?;
    let is_frozen = looked.held.frozen(&looked.to).is_some() || replanning.frozen(&proposal).is_some();
    let reason = reason_of(told.body.reason.as_deref(), is_frozen).map_err(|it| problem(it.into()))?;
    let order = looked.held.planned.order.id;
    let changes = moves::Told::of(&plan, &proposal, Some(order), &access, lang);
    if changes.hidden > 0 {
        let refusal = Refusal::new("planning/beyond-reach").with("count", changes.hidden);
        return Err(problem(refusal.into()));
    }
    let (tx, _, act) = write.parts();
    let version = accept_in(tx, &replanning, &event, (proposal, reason), &act).await.map_err(&problem)?;
    let undo = looked.undo(is_frozen, words);
    write.end(Answer::of(Applied { version, order: order.0, moves: changes.moves, undo }).at(version)).await
}

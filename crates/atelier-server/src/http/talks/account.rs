//! A firm over time, and how the relationship with it stands.

use crate::fault::Fault;
use crate::http::market::{hidden, reaches_account};
use crate::http::orders::moment;
use crate::http::{Answer, App, Asked, Problem};
use crate::rights::{Access, Permit, permit::ReadAccounts};
use crate::workbench::{Frame, merge};
use atelier_domain::execution::{
    Case, Cause, Contact, Conversation, EvidenceFile, HEALTH_POINTS, Health, Passage, Promise, PromiseState,
    Side, Standing, health,
};
use atelier_domain::language::{AccountId, Args, Catalogue, Refusal};
use atelier_store::{CaseList, MergeTold};
use axum::extract::State;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use std::collections::HashSet;
use utoipa::ToSchema;
use uuid::Uuid;

/// Most events of a timeline.
const EVENTS: usize = 200;
/// Most opportunities of a firm that are looked at.
const CASES: i64 = 200;

/// How a relationship stands, in a word.
#[derive(Serialize, ToSchema)]
pub struct GradeTold {
    /// `none`, `weak`, `fair`, `solid`.
    grade: &'static str,
    points: u32,
    most: u32,
}

impl GradeTold {
    /// Of a health.
    pub fn of(health: &Health) -> Self {
        Self { grade: health.grade.code(), points: health.points, most: HEALTH_POINTS }
    }
}

/// What gives points.
#[derive(Serialize, ToSchema)]
pub struct CauseTold {
    /// `recency`, `roles`, `promises`, `goal`.
    code: &'static str,
    points: u32,
    most: u32,
    text: String,
}

/// How a relationship stands, and why.
#[derive(Serialize, ToSchema)]
#[schema(as = RelationshipHealth)]
pub struct HealthTold {
    #[serde(flatten)]
    grade: GradeTold,
    causes: Vec<CauseTold>,
    /// Before proposing without an established relationship.
    warning: Option<String>,
}

/// What happened at a firm, or is to.
#[derive(Serialize, ToSchema)]
#[schema(as = TimelineEvent)]
pub struct EventTold {
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// `conversation`, `promise`, `evidence`, `step`, `case`, `merge`.
    kind: &'static str,
    text: String,
    conversation: Option<Uuid>,
    order: Option<Uuid>,
    case: Option<Uuid>,
    promise: Option<Uuid>,
    file: Option<Uuid>,
    /// The firm, or the card of somebody there, that was merged: under this identity it is undone.
    merge: Option<Uuid>,
}

/// The newest first.
#[derive(Serialize, ToSchema)]
pub struct Timeline {
    /// At most 200.
    events: Vec<EventTold>,
}

/// The post of somebody met, without case nor accents; else who they are; `None` when nobody was named.
pub fn role_of(one: &Conversation, people: &[Contact]) -> Option<String> {
    let person = one.person?;
    let post = people.iter().find(|contact| contact.id == person).map(|contact| contact.function.as_str());
    let post = post.map(str::trim).filter(|post| !post.is_empty());
    Some(post.map_or_else(|| person.to_string(), str::to_lowercase))
}

async fn within<P: Permit>(app: &App, access: &Access<P>, asked: &Asked) -> Result<AccountId, Problem> {
    let problem = asked.problem();
    let unknown = || Refusal::new("execution/unknown-account").with("given", asked.id.as_str());
    let id: AccountId = asked.id.parse().map_err(|_| problem(unknown().into()))?;
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let is_there = reader.account(id).await?.is_some();
        let is_within = is_there && reaches_account(&mut reader, access, id).await?;
        Ok::<_, Fault>((is_there, is_within))
    };
    match read.await.map_err(&problem)? {
        (true, true) => Ok(id),
        (is_there, _) => Err(hidden(app, access, is_there, unknown(), asked.lang()).await),
    }
}

/// The health of a relationship.
///
/// # Errors
/// `execution/unknown-account`, `app/no-plan`.
pub async fn of_relationship(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked,
) -> Result<Answer<HealthTold>, Problem> {
    let id = within(&app, &access, &asked).await?;
    let office = &access.who.office;
    let words = Catalogue::of(asked.lang());
    let read = async {
        let today = moment(office, &*app.frame(office).await?)?.date();
        let mut reader = app.store.read(office.scope).await?;
        let held = reader.conversations_at_account(id).await?;
        let promises = reader.promises_at_account(id).await?;
        let people = reader.contacts_of_account(id).await?;
        Ok::<_, Fault>(health(&held, &promises, |one| role_of(one, &people), today))
    };
    let health = read.await.map_err(asked.problem())?;
    let causes = health.causes.iter().map(|cause| CauseTold {
        code: cause.code(),
        points: cause.points(),
        most: cause.most(),
        text: cause_text(*cause, words),
    });
    let warning = health.grade.is_early().then(|| words.plain("execution-health-early"));
    Ok(Answer::of(HealthTold { grade: GradeTold::of(&health), causes: causes.collect(), warning }))
}

fn cause_text(cause: Cause, words: &Catalogue) -> String {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    match cause {
        Cause::Recency(None) => words.plain("execution-health-never"),
        Cause::Recency(Some(days)) => {
            words.text("execution-health-recency", &Args::new().with_count("days", i64::from(days)))
        }
        Cause::Roles(met) => {
            words.text("execution-health-roles", &Args::new().with_count("count", count(met)))
        }
        Cause::Promises { kept: 0, missed: 0 } => words.plain("execution-health-no-promise"),
        Cause::Promises { kept, missed } => {
            let args = Args::new().with_count("kept", count(kept)).with_count("missed", count(missed));
            words.text("execution-health-promises", &args)
        }
        Cause::Goal(true) => words.plain("execution-health-goal"),
        Cause::Goal(false) => words.plain("execution-health-no-goal"),
    }
}

/// What happened at a firm, newest first.
///
/// # Errors
/// `execution/unknown-account`, `app/no-plan`.
pub async fn timeline(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked,
) -> Result<Answer<Timeline>, Problem> {
    let id = within(&app, &access, &asked).await?;
    let office = &access.who.office;
    let words = Catalogue::of(asked.lang());
    let read = async {
        let frame = app.frame(office).await?;
        let zone = TimeZone::get(&office.zone).map_err(anyhow::Error::from)?;
        let mut reader = app.store.read(office.scope).await?;
        let mut events = Vec::new();
        for one in reader.conversations_at_account(id).await? {
            events.push(of_conversation(&one, words));
        }
        for one in reader.promises_at_account(id).await? {
            events.extend(of_promise(&one, words));
        }
        for one in reader.files_at_account(id).await? {
            events.push(of_file(&one, &zone, words));
        }
        let cases = CaseList { account: Some(id), limit: CASES, ..CaseList::default() };
        for case in reader.list_cases(&cases).await?.rows {
            events.extend(of_case(&case, words));
            let passages = reader.passages_of(case.id).await?;
            events.extend(passages.iter().map(|one| of_passage(one, &case, &frame, words)));
        }
        let people = reader.contacts_of_account(id).await?;
        let merged: HashSet<Uuid> = reader.merges().await?.iter().map(|merge| merge.kept).collect();
        let here = std::iter::once(id.0).chain(people.iter().map(|one| one.id.0));
        for kept in here.filter(|id| merged.contains(id)) {
            for (told, name) in merge::into(&mut reader, kept).await? {
                let person = people.iter().find(|one| one.id.0 == kept).map(|one| one.name.as_str());
                events.push(of_merge(&told, (&name, person), &zone, words));
            }
        }
        events.sort_by_key(|one| std::cmp::Reverse(one.on));
        events.truncate(EVENTS);
        Ok::<_, Fault>(Timeline { events })
    };
    Ok(Answer::of(read.await.map_err(asked.problem())?))
}

fn event(on: Date, kind: &'static str, text: String) -> EventTold {
    EventTold {
        on,
        kind,
        text,
        conversation: None,
        order: None,
        case: None,
        promise: None,
        file: None,
        merge: None,
    }
}

/// When it was opened, and when it was won or lost.
fn of_case(case: &Case, words: &Catalogue) -> Vec<EventTold> {
    let args = Args::new().with("case", case.key.as_str());
    let told = |on: Option<Date>, text: &str| {
        Some(EventTold { case: Some(case.id.0), ..event(on?, "case", words.text(text, &args)) })
    };
    let closed = match case.standing {
        Standing::Open => None,
        Standing::Won => told(case.closed_on, "execution-event-won"),
        Standing::Lost => told(case.closed_on, "execution-event-lost"),
    };
    told(case.engaged_on, "execution-event-case").into_iter().chain(closed).collect()
}

fn of_passage(one: &Passage, case: &Case, frame: &Frame, words: &Catalogue) -> EventTold {
    let name = step_name(frame, case.process.as_deref(), &one.step, words);
    let text = words.text("execution-event-step", &Args::new().with("step", name));
    EventTold { case: Some(case.id.0), ..event(one.entered_on, "step", text) }
}

fn of_conversation(one: &Conversation, words: &Catalogue) -> EventTold {
    let id = if one.goal.is_empty() { "execution-event-held" } else { "execution-event-goal" };
    let text = words.text(id, &Args::new().with("goal", one.goal.as_str()).with("result", one.change.code()));
    EventTold {
        conversation: Some(one.id.0),
        order: Some(one.order.0),
        case: one.case.map(|id| id.0),
        ..event(one.held_on, "conversation", text)
    }
}

/// When it was made, and when it was settled.
fn of_promise(one: &Promise, words: &Catalogue) -> Vec<EventTold> {
    let said = match one.side {
        Side::Ours => "execution-event-ours",
        Side::Theirs => "execution-event-theirs",
    };
    let settled = match one.state {
        PromiseState::Open => None,
        PromiseState::Kept => Some("execution-event-kept"),
        PromiseState::Broken => Some("execution-event-broken"),
        PromiseState::Dropped => Some("execution-event-dropped"),
    };
    let args = Args::new().with("what", one.what.as_str());
    let told = |on: Date, id: &str| EventTold {
        promise: Some(one.id.0),
        conversation: Some(one.conversation.0),
        case: one.case.map(|id| id.0),
        ..event(on, "promise", words.text(id, &args))
    };
    let settled = settled.and_then(|id| Some(told(one.settled_on?, id)));
    std::iter::once(told(one.made_on, said)).chain(settled).collect()
}

fn of_file(one: &EvidenceFile, zone: &TimeZone, words: &Catalogue) -> EventTold {
    let added = jiff::Timestamp::from_microsecond(one.added_us).unwrap_or_default();
    let text = words.text("execution-event-file", &Args::new().with("name", one.name.as_str()));
    EventTold {
        file: Some(one.id.0),
        order: Some(one.order.0),
        case: one.case.map(|id| id.0),
        ..event(added.to_zoned(zone.clone()).date(), "evidence", text)
    }
}

/// A firm merged into this one, or a card merged into that of somebody here.
fn of_merge(
    told: &MergeTold,
    (gone, person): (&str, Option<&str>),
    zone: &TimeZone,
    words: &Catalogue,
) -> EventTold {
    let args = Args::new().with("gone", gone).with("by", told.actor.as_str());
    let text = match person {
        None => words.text("execution-event-merged", &args),
        Some(name) => words.text("execution-event-card-merged", &args.with("name", name)),
    };
    EventTold { merge: Some(told.merge.gone), ..event(told.at.to_zoned(zone.clone()).date(), "merge", text) }
}

fn step_name(frame: &Frame, process: Option<&str>, step: &str, words: &Catalogue) -> String {
    let found = frame.processes.iter().rfind(|one| Some(one.code.as_str()) == process);
    let found = found.and_then(|one| one.step_index(step).map(|at| &one.steps[at]));
    found.map_or_else(|| step.to_owned(), |step| step.name.get(words.lang()).to_owned())
}

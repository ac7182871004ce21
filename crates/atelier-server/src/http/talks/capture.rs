//! A conversation captured, shown, undone.

use super::conversation::{Around, ConversationTold, told};
use super::{hidden, reaches_any};
use crate::fault::Fault;
use crate::http::market::{self, Sight};
use crate::http::orders::{decide, find, moment};
use crate::http::{Answer, App, Asked, Careful, Done, Keyed, Made, NoBody, Problem};
use crate::rights::{
    Access, Permit,
    permit::{ReadDay, WriteOrders},
};
use crate::workbench::{Capturing, PLAN, Published, Said, Written, capture_in, new_fact};
use atelier_domain::execution::{Captured, Conversation, PlannedOrder, PromiseSaid, Talk, given_to};
use atelier_domain::language::{ContactId, ConversationId, FileId, Lang};
use atelier_store::Reader;
use axum::extract::State;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A promise as it is said.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PromiseDraft {
    #[schema(max_length = 200)]
    what: String,
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    due_on: Option<Date>,
}

/// What came out of a conversation.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaptureDraft {
    /// `progress`, `no-progress`, `disqualified`.
    pub(super) result: String,
    /// The day; else today.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub(super) held_on: Option<Date>,
    /// Time it took; else as planned.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1440)]
    pub(super) minutes: Option<i64>,
    /// That a time longer than the day is meant.
    #[serde(default)]
    pub(super) confirm: bool,
    /// With whom.
    #[serde(default)]
    pub(super) contact: Option<Uuid>,
    /// The goal, in the customer's words.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub(super) goal: String,
    /// A note to oneself.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub(super) note: String,
    /// What we promised, at most five.
    #[serde(default)]
    pub(super) ours: Vec<PromiseDraft>,
    /// What the customer promised, at most five.
    #[serde(default)]
    pub(super) theirs: Vec<PromiseDraft>,
    /// Day agreed for the next one.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub(super) next_on: Option<Date>,
    /// Kind of evidence from the customer.
    #[serde(default)]
    pub(super) evidence: Option<String>,
    /// Day of the evidence; else that of the conversation.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub(super) evidence_on: Option<Date>,
    /// Files added to the order before, at most ten.
    #[serde(default)]
    pub(super) files: Vec<Uuid>,
    /// Seconds from the opening of the form to its sending, when they were measured.
    #[serde(default)]
    #[schema(minimum = 0)]
    pub(super) entry_seconds: Option<i64>,
}

impl CaptureDraft {
    pub(super) fn talk(&self) -> Talk {
        let said = |all: &[PromiseDraft]| {
            let one = |draft: &PromiseDraft| PromiseSaid { what: draft.what.clone(), due_on: draft.due_on };
            all.iter().map(one).collect()
        };
        Talk {
            person: self.contact.map(ContactId),
            channel: None,
            goal: self.goal.clone(),
            note: self.note.clone(),
            ours: said(&self.ours),
            theirs: said(&self.theirs),
            next_on: self.next_on,
            files: self.files.iter().copied().map(FileId).collect(),
            entry_seconds: self.entry_seconds.filter(|seconds| *seconds >= 0),
        }
    }

    fn said(&self) -> Said {
        Said {
            state: "done".to_owned(),
            result: Some(self.result.clone()),
            minutes: self.minutes,
            evidence: self.evidence.clone().filter(|_| self.result == "progress"),
            evidence_on: self.evidence_on,
            confirm: self.confirm,
        }
    }
}

/// Captures the conversation that an order was: its result, the goal, promises both ways, the next date,
/// evidence. An order that nobody released yet is given to who did it by the same act.
///
/// # Errors
/// `app/unknown-order`, `app/unknown-state`, `app/confirm-time`, `execution/already-captured`, every fault of what is said.
pub async fn capture(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told_to: Careful<CaptureDraft>,
) -> Result<Made<ConversationTold>, Problem> {
    let (problem, lang) = (told_to.asked.problem(), told_to.asked.lang());
    // Out of reach is told before the company's turn is taken: the journal of it is a write of its own.
    let (_, planned, _) = find(&app, &access, &told_to.asked.id, lang).await?;
    let sight = Sight::of(&app, &access).await.map_err(&problem)?;
    let mut write = told_to.begin(&app, &access).await?;
    let (plan, version) = app.about(&access.who.office, &told_to.asked.id).await.map_err(&problem)?;
    let planned = plan.orders.get(&planned.order.id).cloned().unwrap_or(planned);
    told_to.unchanged(version).map_err(&problem)?;
    if let Some(first) =
        write.tx.conversation_of_order(planned.order.id).await.map_err(|it| problem(it.into()))?
    {
        let refusal = atelier_domain::language::Refusal::new("execution/already-captured");
        return Err(problem(refusal.with("by", first.by).with("on", first.held_on).into()));
    }
    let decided = decided(&app, &access, (plan, planned), &told_to.body, lang).await.map_err(&problem)?;
    let Decided { plan, changed, advance, days } = decided;
    let account = account(&mut write.tx, &changed).await.map_err(&problem)?;
    let beyond = beyond(&mut write.tx, &sight, (told_to.body.contact, account)).await.map_err(&problem)?;
    let (tx, office, act) = write.parts();
    let talk = told_to.body.talk();
    let capturing = Capturing { changed: &changed, advance, talk, days, account, beyond: !beyond.is_empty() };
    let written = match capture_in(tx, office, capturing, &act).await {
        Ok(written) => written,
        Err(fault) => return Err(market::refused(&app, &access, (write, &beyond), problem(fault)).await),
    };
    let Written { captured: Captured { conversation, promises }, files, contact, version } = written;
    let planned = changed.first();
    let around = Around { planned, contact, promises: &promises, files: &files, can_undo: true };
    let shown = told(&plan, &conversation, around, (days.0, lang));
    write.end(Answer::of(shown).at(version)).await
}

pub(super) struct Decided {
    pub plan: Published,
    pub changed: Vec<PlannedOrder>,
    pub advance: Option<atelier_domain::execution::Advance>,
    pub days: (Date, Date),
}

/// What the capture does to the order and its opportunity, with every fault of what is said beside it.
pub(super) async fn decided<P: Permit>(
    app: &App,
    access: &Access<P>,
    (plan, planned): (Published, PlannedOrder),
    draft: &CaptureDraft,
    lang: Lang,
) -> Result<Decided, Fault> {
    let now = moment(&access.who.office, &plan)?;
    let today = now.date();
    let held_on = draft.held_on.unwrap_or(today);
    let checked = draft.talk().checked(held_on, today);
    let given = given_to(&planned.order, access.who.user.person.as_deref());
    let planned = PlannedOrder { order: given, ..planned };
    let plan = plan.with_order(planned.clone());
    let then = held_on.min(today).to_datetime(now.time());
    let decided = decide(app, access, (&plan, &planned), (&draft.said(), then), lang).await;
    match (checked, decided) {
        (Ok(_), Ok((changed, advance))) => Ok(Decided { plan, changed, advance, days: (today, held_on) }),
        (Err(mut refused), Err(Fault::Refused(more))) => {
            refused.0.extend(more.0);
            Err(refused.into())
        }
        (_, Err(incident)) => Err(incident),
        (Err(refused), Ok(_)) => Err(refused.into()),
    }
}

async fn account(
    reader: &mut Reader,
    changed: &[PlannedOrder],
) -> Result<Option<atelier_domain::language::AccountId>, Fault> {
    let Some(case) = changed.first().and_then(|planned| planned.order.case) else { return Ok(None) };
    Ok(reader.case(case).await?.and_then(|case| case.account))
}

/// With whom a conversation is said to have been, when they are out of reach.
pub(super) async fn beyond<P: Permit>(
    reader: &mut Reader,
    sight: &Sight<'_, P>,
    (person, here): (Option<Uuid>, Option<atelier_domain::language::AccountId>),
) -> Result<Vec<Uuid>, Fault> {
    let Some(person) = person else { return Ok(Vec::new()) };
    let Some(found) = reader.contact_now(ContactId(person)).await? else { return Ok(Vec::new()) };
    let is_seen = sight.sees_contact(reader, &found, here).await?;
    Ok(if is_seen { Vec::new() } else { vec![person] })
}

/// A conversation with its version, when it is within reach.
pub(super) async fn find_conversation<P: Permit>(
    app: &App,
    access: &Access<P>,
    given: &str,
    lang: Lang,
) -> Result<(Conversation, i64), Problem> {
    let read = async {
        let office = &access.who.office;
        let Ok(id) = given.parse::<ConversationId>() else { return Ok::<_, Fault>((None, false)) };
        let found = app.store.read(office.scope).await?.conversation_at(id).await?;
        let frame = app.frame(office).await?;
        let is_within = found.as_ref().is_some_and(|(one, _)| reaches_any(&frame, access, &one.sellers));
        Ok((found, is_within))
    };
    match read.await.map_err(|fault| Problem::of(fault, lang))? {
        (Some(found), true) => Ok(found),
        (found, _) => {
            Err(hidden(app, access, found.is_some(), ("execution/unknown-conversation", given), lang).await)
        }
    }
}

/// One conversation.
///
/// # Errors
/// `execution/unknown-conversation`.
pub async fn one(
    State(app): State<App>,
    access: Access<ReadDay>,
    asked: Asked,
) -> Result<Answer<ConversationTold>, Problem> {
    let problem = asked.problem();
    let (conversation, version) = find_conversation(&app, &access, &asked.id, asked.lang()).await?;
    let office = &access.who.office;
    let read = async {
        let (plan, _) = app.about(office, &conversation.order.to_string()).await?;
        let mut reader = app.store.read(office.scope).await?;
        let promises = reader.promises_in(conversation.id).await?;
        let all = reader.files_of_order(conversation.order).await?;
        let files: Vec<_> = all.into_iter().filter(|file| conversation.files.contains(&file.id)).collect();
        let contact = match conversation.person {
            Some(person) => reader.contact(person).await?,
            None => None,
        };
        let can_undo = reader.can_undo(&conversation, version, PLAN).await?;
        let today = moment(office, &plan)?.date();
        let planned = plan.orders.get(&conversation.order);
        let around = Around { planned, contact, promises: &promises, files: &files, can_undo };
        Ok::<_, Fault>(told(&plan, &conversation, around, (today, asked.lang())))
    };
    Ok(Answer::of(read.await.map_err(problem)?).at(version))
}

/// Undoes a capture: order, opportunity and promises are as before.
///
/// # Errors
/// `execution/unknown-conversation`, `execution/too-late-to-undo`.
pub async fn undo(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let (conversation, _) = find_conversation(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let mut write = told.begin(&app, &access).await?;
    let undone = async {
        let now_is = write.tx.conversation_at(conversation.id).await?;
        let unknown = atelier_domain::language::Refusal::new("execution/unknown-conversation");
        let (conversation, version) = now_is.ok_or_else(|| unknown.with("given", told.asked.id.as_str()))?;
        let (tx, _, act) = write.parts();
        let by = (new_fact(), act.actor, act.now);
        tx.undo_capture((&conversation, version), PLAN, by).await?;
        Ok::<_, Fault>(())
    };
    undone.await.map_err(problem)?;
    write.done().await
}

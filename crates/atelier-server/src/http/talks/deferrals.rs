//! An action, or a suggestion without an action, postponed or refused by the one it was given to, and taken back.

use super::{hidden, reaches_any};
use crate::fault::Fault;
use crate::http::orders::{self, moment};
use crate::http::{Answer, App, Done, Keyed, NoBody, Problem, Write};
use crate::rights::{Access, Permit, permit::WriteOrders};
use atelier_domain::execution::{Aside, Deferral, DeferralAsked, Deferred, Put, Reminded};
use atelier_domain::language::{ConversationId, Lang, PromiseId, Refusal};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, Reader};
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// How an action or a suggestion is put off.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeferralDraft {
    /// `postponed`, `refused`.
    kind: String,
    /// Day on which what is postponed is back.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    /// Why; it changes what is suggested.
    #[schema(max_length = 200)]
    #[serde(default)]
    reason: String,
}

impl DeferralDraft {
    fn read(&self) -> Result<DeferralAsked, Refusal> {
        let put = match self.kind.as_str() {
            "postponed" => Put::Postponed,
            "refused" => Put::Refused,
            other => {
                let refusal = Refusal::new("execution/unknown-deferral").field("kind");
                return Err(refusal.with("given", other).with("known", "postponed, refused"));
            }
        };
        Ok(DeferralAsked { put, until: self.until, reason: self.reason.clone() })
    }
}

/// How something was put off, and why.
#[derive(Serialize, ToSchema)]
pub struct PutTold {
    /// `postponed`, `refused`.
    kind: &'static str,
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    reason: String,
    #[schema(value_type = String, format = Date)]
    said_on: Date,
}

impl<T> From<&Deferred<T>> for PutTold {
    fn from(one: &Deferred<T>) -> Self {
        let Deferred { put, until, reason, said_on, .. } = one;
        Self { kind: put.code(), until: *until, reason: reason.clone(), said_on: *said_on }
    }
}

/// An action put off.
#[derive(Serialize, ToSchema)]
#[schema(as = Deferral)]
pub struct DeferralTold {
    order: Uuid,
    #[serde(flatten)]
    put: PutTold,
}

/// A suggestion put aside.
#[derive(Serialize, ToSchema)]
#[schema(as = Aside)]
pub struct AsideTold {
    /// The promise or the conversation it reminded of.
    reminder: Uuid,
    #[serde(flatten)]
    put: PutTold,
}

/// Puts an action off: it leaves the day at once, and the next plan hears of it.
///
/// # Errors
/// `app/unknown-order`, `execution/unknown-deferral`, `execution/no-reason`, `execution/postponed-to-the-past`,
/// `execution/impossible-transition`.
pub async fn put_off(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<DeferralDraft>,
) -> Result<Answer<DeferralTold>, Problem> {
    let problem = told.asked.problem();
    let (plan, planned, _) = orders::find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let today = moment(&access.who.office, &plan).map_err(&problem)?.date();
    let mut write = told.begin(&app, &access).await?;
    let decide = |by: &str| Ok(Deferral::of(&planned.order, &told.body.read()?, (today, by))?);
    let kept = say(&mut write, ("execution/put-off", Content::Deferral), decide).await;
    let (put, version) = kept.map_err(problem)?;
    write.end(Answer::of(DeferralTold { order: planned.order.id.0, put }).at(version)).await
}

/// Takes it back: the action is again where the plan has it.
///
/// # Errors
/// `app/unknown-order`, `execution/not-deferred`.
pub async fn take_back(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let (plan, planned, _) = orders::find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let today = moment(&access.who.office, &plan).map_err(&problem)?.date();
    let mut write = told.begin(&app, &access).await?;
    let kept = async {
        let found = write.tx.deferral_at(planned.order.id).await?.map(|(one, _)| one);
        let decide = |by: &str| Ok(Deferral::taken_back(found, (today, by))?);
        say(&mut write, ("execution/take-back", Content::Deferral), decide).await
    };
    kept.await.map_err(problem)?;
    write.done().await
}

/// Puts a suggestion aside: it leaves the list of the day, until a day or for good.
///
/// # Errors
/// `execution/unknown-suggestion`, `execution/nothing-suggested`, `execution/unknown-deferral`, `execution/no-reason`,
/// `execution/conversation-too-long`, `execution/postponed-to-the-past`.
pub async fn put_aside(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<DeferralDraft>,
) -> Result<Answer<AsideTold>, Problem> {
    let problem = told.asked.problem();
    let (reminder, reminded, today) = find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let mut write = told.begin(&app, &access).await?;
    let decide = |by: &str| {
        let reminded = reminded.ok_or_else(|| Refusal::new("execution/nothing-suggested"))?;
        Ok(Aside::of(reminded, &told.body.read()?, (today, by))?)
    };
    let kept = say(&mut write, ("execution/put-aside", Content::Aside), decide).await;
    let (put, version) = kept.map_err(problem)?;
    write.end(Answer::of(AsideTold { reminder, put }).at(version)).await
}

/// Takes it back: it is suggested again.
///
/// # Errors
/// `execution/unknown-suggestion`, `execution/not-deferred`.
pub async fn take_aside_back(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let (reminder, _, today) = find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let mut write = told.begin(&app, &access).await?;
    let kept = async {
        let found = write.tx.aside_at(reminder).await?.map(|(one, _)| one);
        let decide = |by: &str| Ok(Aside::taken_back(found, (today, by))?);
        say(&mut write, ("execution/take-aside-back", Content::Aside), decide).await
    };
    kept.await.map_err(problem)?;
    write.done().await
}

/// Writes what is decided of something put off, with the version of what is shown of it.
async fn say<T>(
    write: &mut Write,
    (what, content): (&'static str, fn(Deferred<T>) -> Content),
    decide: impl FnOnce(&str) -> Result<Deferred<T>, Fault>,
) -> Result<(PutTold, i64), Fault> {
    let (tx, office, act) = write.parts();
    let decided = decide(act.actor)?;
    let told = PutTold::from(&decided);
    let row = content(decided).row(office.tenant)?;
    Ok((told, tx.append(&act.fact(what, Purpose::Performance, vec![row])).await?))
}

/// Those who led what has this identity, and of what it reminds.
type Found = (Vec<String>, Option<Reminded>);

/// A promise or a conversation.
async fn said(reader: &mut Reader, id: Uuid) -> Result<Option<Found>, Fault> {
    if let Some((promise, _)) = reader.promise_at(PromiseId(id)).await? {
        return Ok(Some((promise.sellers.clone(), promise.reminder())));
    }
    let held = reader.conversation_at(ConversationId(id)).await?;
    Ok(held.map(|(one, _)| (one.sellers.clone(), one.reminder())))
}

/// What a suggestion within reach reminds of, and the day of now.
async fn find<P: Permit>(
    app: &App,
    access: &Access<P>,
    given: &str,
    lang: Lang,
) -> Result<(Uuid, Option<Reminded>, Date), Problem> {
    let read = async {
        let office = &access.who.office;
        let frame = app.frame(office).await?;
        let today = moment(office, &frame)?.date();
        let Ok(id) = given.parse::<Uuid>() else { return Ok::<_, Fault>((None, false, Uuid::nil(), today)) };
        let found = said(&mut app.store.read(office.scope).await?, id).await?;
        let is_within = found.as_ref().is_some_and(|(sellers, _)| reaches_any(&frame, access, sellers));
        Ok((found, is_within, id, today))
    };
    match read.await.map_err(|fault| Problem::of(fault, lang))? {
        (Some((_, reminded)), true, id, today) => Ok((id, reminded, today)),
        (found, ..) => {
            Err(hidden(app, access, found.is_some(), ("execution/unknown-suggestion", given), lang).await)
        }
    }
}

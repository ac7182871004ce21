//! A suggestion without an action, postponed or refused by the one it was made to, and taken back.

use super::deferrals::DeferralDraft;
use super::{hidden, reaches_any};
use crate::fault::Fault;
use crate::http::orders::moment;
use crate::http::{Answer, App, Done, Keyed, NoBody, Problem, Write};
use crate::rights::{Access, Permit, permit::WriteOrders};
use atelier_domain::execution::{Aside, Put, Reminded};
use atelier_domain::language::{ConversationId, Lang, PromiseId, Refusal};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, Reader};
use axum::extract::State;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A suggestion put aside.
#[derive(Serialize, ToSchema)]
#[schema(as = Aside)]
pub struct AsideTold {
    /// The promise or the conversation it reminded of.
    reminder: Uuid,
    kind: &'static str,
    #[schema(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    reason: String,
    #[schema(value_type = String, format = Date)]
    said_on: Date,
}

impl From<&Aside> for AsideTold {
    fn from(one: &Aside) -> Self {
        let Aside { about, put, until, reason, said_on, .. } = one;
        Self {
            reminder: about.id(),
            kind: put.code(),
            until: *until,
            reason: reason.clone(),
            said_on: *said_on,
        }
    }
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

/// Puts a suggestion aside: it leaves the list of the day, until a day or for good.
///
/// # Errors
/// `execution/unknown-suggestion`, `execution/nothing-suggested`, `execution/unknown-deferral`, `execution/no-reason`,
/// `execution/conversation-too-long`, `execution/postponed-to-the-past`.
pub async fn put(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<DeferralDraft>,
) -> Result<Answer<AsideTold>, Problem> {
    let problem = told.asked.problem();
    let (_, reminded, today) = find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let mut write = told.begin(&app, &access).await?;
    let kept = async {
        let reminded = reminded.ok_or_else(|| Refusal::new("execution/nothing-suggested"))?;
        let asked = told.body.read()?;
        let (_, _, act) = write.parts();
        let aside = Aside::of(reminded, &asked, (today, act.actor))?;
        let version = say(&mut write, &aside, "execution/put-aside").await?;
        Ok::<_, Fault>((aside, version))
    };
    let (aside, version) = kept.await.map_err(problem)?;
    write.end(Answer::of(AsideTold::from(&aside)).at(version)).await
}

/// Takes it back: it is suggested again.
///
/// # Errors
/// `execution/unknown-suggestion`, `execution/not-deferred`.
pub async fn take_back(
    State(app): State<App>,
    access: Access<WriteOrders>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let (id, _, today) = find(&app, &access, &told.asked.id, told.asked.lang()).await?;
    let mut write = told.begin(&app, &access).await?;
    let kept = async {
        let found = write.tx.aside_at(id).await?.map(|(one, _)| one).filter(Aside::stands);
        let before = found.ok_or_else(|| Refusal::new("execution/not-deferred"))?;
        let (_, _, act) = write.parts();
        let after = Aside { put: Put::Withdrawn, said_on: today, by: act.actor.to_owned(), ..before };
        say(&mut write, &after, "execution/take-aside-back").await
    };
    kept.await.map_err(problem)?;
    write.done().await
}

async fn say(write: &mut Write, aside: &Aside, what: &'static str) -> Result<i64, Fault> {
    let (tx, office, act) = write.parts();
    let row = Content::Aside(aside.clone()).row(office.tenant)?;
    Ok(tx.append(&act.fact(what, Purpose::Performance, vec![row])).await?)
}

//! One's own sessions, and what an administrator ends for others.

use super::people::user_id;
use super::{Answer, App, Asked, Done, Keyed, NoBody, Problem, Told, done};
use crate::fault::Fault;
use crate::rights::permit::{OwnAccess, WriteUsers};
use crate::rights::{self, Access, Way};
use atelier_domain::controls::UserId;
use atelier_domain::language::Refusal;
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A session, without its secret.
#[derive(Serialize, ToSchema)]
#[schema(as = Session)]
pub struct SessionTold {
    id: String,
    /// `Firefox, Linux`; empty when the browser did not say.
    browser: String,
    made: String,
    /// Last use, to within five minutes.
    seen: String,
    ends: String,
    /// Whether it is the one that asks.
    current: bool,
}

/// Sessions, newest first.
#[derive(Serialize, ToSchema)]
pub struct Sessions {
    sessions: Vec<SessionTold>,
}

/// My sessions.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<OwnAccess>,
    asked: Asked,
) -> Result<Answer<Sessions>, Problem> {
    let who = &access.who;
    let passes = rights::sessions(&app, who, Timestamp::now()).await.map_err(asked.problem())?;
    let told = passes.into_iter().map(|pass| SessionTold {
        current: who.way == Way::Session && pass.id == who.pass_id,
        id: pass.id,
        browser: pass.name,
        made: pass.made.to_string(),
        seen: pass.seen.to_string(),
        ends: pass.ends.to_string(),
    });
    Ok(Answer::of(Sessions { sessions: told.collect() }))
}

/// Ends one of my sessions.
///
/// # Errors
/// `controls/not-allowed` with a key, `controls/unknown-session`.
pub async fn end(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<NoBody>,
) -> Result<Done, Problem> {
    rights::end_session(&app, &access.who, &told.asked.id).await.map_err(told.asked.problem())?;
    Ok(done())
}

/// Ends all my sessions but this one.
///
/// # Errors
/// `controls/not-allowed` with a key.
pub async fn end_others(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<NoBody>,
) -> Result<Done, Problem> {
    rights::end_other_sessions(&app, &access.who).await.map_err(told.asked.problem())?;
    Ok(done())
}

/// What an administrator takes away from somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    Sessions,
    SecondFactor,
    Identity,
}

/// Ends every session of somebody.
///
/// # Errors
/// `controls/unknown-user`.
pub async fn end_theirs(
    State(app): State<App>,
    access: Access<WriteUsers>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    take(&app, &access, &told, Taken::Sessions).await
}

/// Takes away the second factor of somebody who lost device and codes; their sessions and keys end.
///
/// # Errors
/// `controls/unknown-user`, `controls/not-oneself`.
pub async fn reset_second(
    State(app): State<App>,
    access: Access<WriteUsers>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    take(&app, &access, &told, Taken::SecondFactor).await
}

/// Forgets whom somebody is tied to at the provider of identities; their sessions and keys end.
///
/// # Errors
/// `controls/unknown-user`, `controls/not-oneself`.
pub async fn untie(
    State(app): State<App>,
    access: Access<WriteUsers>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    take(&app, &access, &told, Taken::Identity).await
}

async fn take(
    app: &App,
    access: &Access<WriteUsers>,
    told: &Keyed<NoBody>,
    what: Taken,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let id: UserId = user_id(&told.asked).map_err(&problem)?;
    let mut write = told.begin(app, access).await?;
    let taken = async {
        let user = write.tx.user(id).await?;
        user.ok_or_else(|| Refusal::new("controls/unknown-user").with("given", told.asked.id.as_str()))?;
        if what != Taken::Sessions {
            rights::somebody_else(&access.who, id)?;
        }
        match what {
            Taken::Sessions => rights::end_sessions_in(&mut write.tx, id).await?,
            Taken::SecondFactor => drop(rights::reset_second_in(&mut write.tx, id).await?),
            Taken::Identity => drop(rights::untie_in(&mut write.tx, id).await?),
        }
        Ok::<_, Fault>(())
    };
    taken.await.map_err(problem)?;
    write.done().await
}

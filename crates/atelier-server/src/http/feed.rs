//! My appointments in a calendar program: the secret address it reads, made, told and withdrawn.

use super::day::file;
use super::{Answer, App, Asked, Document, Done, Made, NoBody, Problem, Told, done};
use crate::fault::Fault;
use crate::rights::{self, Access, permit::OwnAccess};
use atelier_domain::language::Refusal;
use atelier_store::Pass;
use axum::extract::State;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// The address of my appointments, without its secret.
#[derive(Serialize, ToSchema)]
#[schema(as = FeedAddress)]
pub struct AddressTold {
    made: String,
    /// When a calendar program last read it, to within some minutes; the moment it was made when none did.
    seen: String,
    ends: String,
}

impl From<&Pass> for AddressTold {
    fn from(pass: &Pass) -> Self {
        Self { made: pass.made.to_string(), seen: pass.seen.to_string(), ends: pass.ends.to_string() }
    }
}

/// Whether there is an address.
#[derive(Serialize, ToSchema)]
#[schema(as = Feed)]
pub struct FeedTold {
    /// Null when there is none.
    feed: Option<AddressTold>,
    /// Its path on this server, in the answer that makes it and never again.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

/// Whether I have an address.
///
/// # Errors
/// An incident.
pub async fn mine(
    State(app): State<App>,
    access: Access<OwnAccess>,
    asked: Asked,
) -> Result<Answer<FeedTold>, Problem> {
    let feed = rights::feed_of(&app, &access.who).await.map_err(asked.problem())?;
    Ok(Answer::of(FeedTold { feed: feed.as_ref().map(AddressTold::from), path: None }))
}

/// Makes an address, and ends the one before.
///
/// # Errors
/// `controls/no-appointments`; `controls/not-allowed` with a key.
pub async fn make(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<NoBody>,
) -> Result<Made<FeedTold>, Problem> {
    let made = rights::make_feed(&app, &access.who, Timestamp::now()).await;
    let (path, pass) = made.map_err(told.asked.problem())?;
    Ok(Answer::of(FeedTold { feed: Some(AddressTold::from(&pass)), path: Some(path) }))
}

/// Ends it.
///
/// # Errors
/// An incident.
pub async fn withdraw(
    State(app): State<App>,
    access: Access<OwnAccess>,
    told: Told<NoBody>,
) -> Result<Done, Problem> {
    rights::withdraw_feed(&app, &access.who).await.map_err(told.asked.problem())?;
    Ok(done())
}

/// The appointments of whoever made the address, and nobody else's.
///
/// # Errors
/// `controls/unknown-feed`; `app/unknown-person` when they are not in the plan.
pub async fn read(State(app): State<App>, asked: Asked) -> Result<Document, Problem> {
    let found = async {
        let (who, person) = rights::reader_of(&app, &asked.id, Timestamp::now()).await?;
        let frame = app.frame(&who.office).await?;
        let load = frame.summary.people.iter().find(|one| one.person == person);
        let unknown = || Refusal::new("app/unknown-person").with("given", person.as_str()).with("known", "–");
        file(&app, &who.office, load.ok_or_else(unknown)?, asked.lang()).await
    };
    found.await.map_err(|fault: Fault| asked.problem()(fault))
}

//! The archive apart: people at customers kept because a contract may have to be proved, away from what others
//! work with.

use super::{Answer, App, Asked, Document, Done, Keyed, Made, NoBody, Problem};
use crate::persons::{self, Archived};
use crate::rights::{
    Access,
    permit::{ReadArchives, WritePersons},
};
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Most rows of the archive shown at once.
const MOST: usize = 200;

/// Whom to look for.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ArchivesAsked {
    /// What their name holds, whatever the case and the accents; else everybody.
    #[serde(default)]
    #[param(max_length = 200)]
    pub text: String,
}

/// Somebody in the archive apart.
#[derive(Serialize, ToSchema)]
#[schema(as = Archived)]
pub struct ArchivedTold {
    person: Uuid,
    name: String,
    /// Name of their firm; empty when they have none.
    firm: String,
    /// What for: `contract`, `accounts`.
    ground: &'static str,
    /// The day they were put there.
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// The first day on which they are to be erased.
    #[schema(value_type = String, format = Date)]
    until: Date,
}

impl ArchivedTold {
    fn of(one: Archived) -> Self {
        Self {
            person: one.contact.id.0,
            name: one.contact.name,
            firm: one.firm,
            ground: one.archive.ground.code(),
            on: one.archive.on,
            until: one.archive.until,
        }
    }
}

/// The archive apart.
#[derive(Serialize, ToSchema)]
pub struct Archives {
    /// How many were found.
    count: usize,
    /// The first 200, those whose term ends first before the others.
    rows: Vec<ArchivedTold>,
}

/// Who is in the archive apart.
///
/// # Errors
/// An incident.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadArchives>,
    asked: Asked<ArchivesAsked>,
) -> Result<Answer<Archives>, Problem> {
    let all = persons::archives(&app, &access.who.office, &asked.of.text).await.map_err(asked.problem())?;
    let count = all.len();
    let rows = all.into_iter().take(MOST).map(ArchivedTold::of).collect();
    Ok(Answer::of(Archives { count, rows }))
}

/// Everything known of somebody in the archive apart, with the files about them, as a ZIP archive.
///
/// # Errors
/// `execution/unknown-contact`, `execution/not-archived`.
pub async fn package(
    State(app): State<App>,
    access: Access<ReadArchives>,
    asked: Asked,
) -> Result<Document, Problem> {
    let problem = asked.problem();
    let person = persons::identity(&asked.id).map_err(|refusal| problem(refusal.into()))?;
    let office = &access.who.office;
    let bytes = persons::archived_package(&app, office, person, office.today()).await.map_err(problem)?;
    Ok(Document { media: "application/zip", name: format!("{person}.zip"), bytes })
}

/// What somebody is kept for.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchiveAsked {
    /// `contract`, `accounts`.
    ground: String,
}

/// That somebody is in the archive apart.
#[derive(Serialize, ToSchema)]
#[schema(as = Archive)]
pub struct ArchiveTold {
    person: Uuid,
    ground: &'static str,
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// The first day on which they are to be erased.
    #[schema(value_type = String, format = Date)]
    until: Date,
}

/// Puts somebody into the archive apart before the end of their term.
///
/// # Errors
/// `execution/unknown-contact`, `execution/unknown-choice`, `execution/person-archived`,
/// `controls/archive-nothing-concluded`, `controls/archive-over`.
pub async fn archive(
    State(app): State<App>,
    access: Access<WritePersons>,
    told: Keyed<ArchiveAsked>,
) -> Result<Made<ArchiveTold>, Problem> {
    let problem = told.asked.problem();
    let person = persons::identity(&told.asked.id).map_err(|refusal| problem(refusal.into()))?;
    let ground = persons::ground(&told.body.ground).map_err(|refusal| problem(refusal.into()))?;
    let mut write = told.begin(&app, &access).await?;
    let today = access.who.office.today();
    let (tx, office, act) = write.parts();
    let kept = persons::archive_in(tx, office, person, (ground, today), &act).await.map_err(problem)?;
    let (ground, on, until) = (kept.ground.code(), kept.on, kept.until);
    let answer = write.end(Answer::of(ArchiveTold { person: person.0, ground, on, until })).await?;
    if let Err(error) = app.store.empty_log().await {
        tracing::warn!(error = error.to_string(), "the log of the database was not emptied");
    }
    Ok(answer)
}

/// Takes somebody out of the archive apart: everything of them is shown as before.
///
/// # Errors
/// `execution/unknown-contact`, `execution/not-archived`.
pub async fn take_out(
    State(app): State<App>,
    access: Access<WritePersons>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let person = persons::identity(&told.asked.id).map_err(|refusal| problem(refusal.into()))?;
    let mut write = told.begin(&app, &access).await?;
    let (tx, _, act) = write.parts();
    persons::take_out_in(tx, person, &act).await.map_err(problem)?;
    write.done().await
}

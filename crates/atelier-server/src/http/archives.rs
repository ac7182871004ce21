//! The archive apart: people at customers kept because a contract may have to be proved, away from what others
//! work with.

use super::market::rows_asked;
use super::{Answer, App, Asked, Document, Done, Keyed, Made, NoBody, Problem};
use crate::persons::{self, Archived};
use crate::rights::{
    Access,
    permit::{ReadArchives, WritePersons},
};
use atelier_domain::language::Refusal;
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Whom to look for.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ArchivesAsked {
    /// What their name holds, whatever the case and the accents; else everybody.
    #[serde(default)]
    #[param(max_length = 200)]
    pub text: String,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// Rows of a page, 1 to 200; else 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
}

/// Where somebody stands in the list: the end of their term, then who they are. Written `2031-05-01 0194…`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(Date, Uuid);

impl Place {
    fn of(one: &Archived) -> Self {
        Self(one.archive.until, one.contact.id.0)
    }

    fn read(given: &str) -> Result<Self, Refusal> {
        let parts =
            given.split_once(' ').and_then(|(until, id)| Some((until.parse().ok()?, id.parse().ok()?)));
        let (until, id) = parts.ok_or_else(|| Refusal::new("app/unreadable-page").with("given", given))?;
        Ok(Self(until, id))
    }

    fn written(self) -> String {
        format!("{} {}", self.0, self.1)
    }
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

/// A page of the archive apart.
#[derive(Serialize, ToSchema)]
pub struct Archives {
    /// How many were found, on every page.
    count: usize,
    /// Those whose term ends first before the others.
    rows: Vec<ArchivedTold>,
    /// To ask the rest with, when there is more.
    next: Option<String>,
}

/// A page of who is in the archive apart.
///
/// # Errors
/// `app/page-length`, `app/unreadable-page`.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadArchives>,
    asked: Asked<ArchivesAsked>,
) -> Result<Answer<Archives>, Problem> {
    let problem = asked.problem();
    let limit = rows_asked(asked.of.limit).map_err(|refusal| problem(refusal.into()))?;
    let after = asked.of.after.as_deref().map(Place::read).transpose();
    let after = after.map_err(|refusal| problem(refusal.into()))?;
    let all = persons::archives(&app, &access.who.office, &asked.of.text).await.map_err(problem)?;
    let count = all.len();
    let mut rest = all.into_iter().filter(|one| after.is_none_or(|after| Place::of(one) > after));
    let page: Vec<_> = rest.by_ref().take(usize::try_from(limit).unwrap_or_default()).collect();
    let next = page.last().filter(|_| rest.next().is_some()).map(|last| Place::of(last).written());
    Ok(Answer::of(Archives { count, rows: page.into_iter().map(ArchivedTold::of).collect(), next }))
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

//! Firms, and people at customers, written down twice: made one, made two again.

use super::contacts;
use super::{Rows, hidden, reaches_account, refused};
use crate::fault::Fault;
use crate::http::{Answer, App, Asked, Done, Keyed, Made, NoBody, Problem};
use crate::rights::{
    Access, Permit,
    permit::{ReadAccounts, WriteAccounts},
};
use crate::workbench::merge::{self, Merging};
use atelier_domain::execution::{Account, Contact, Merge, MergeOf};
use atelier_domain::language::{AccountId, ContactId, Refusal};
use atelier_store::{MergeTold, Reader};
use axum::extract::State;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is found under another.
#[derive(Serialize, ToSchema)]
#[schema(as = Merge)]
pub struct MergedTold {
    /// `account` or `contact`.
    kind: &'static str,
    /// The one that is gone.
    gone: Uuid,
    /// Its name when it went.
    gone_name: String,
    /// The one that stays.
    kept: Uuid,
    /// Login of who said so.
    by: String,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

impl MergedTold {
    fn of((told, gone_name): (MergeTold, String)) -> Self {
        let MergeTold { merge, actor, at, .. } = told;
        Self { kind: merge.of.code(), gone: merge.gone, gone_name, kept: merge.kept, by: actor, at }
    }
}

/// Which goes, and what of it stays.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeAsked {
    /// The one that goes: what refers to it is found under the one that stays.
    gone: Uuid,
    /// What the one that stays takes from it. Of a firm: `name`, `sector`, `country`, `parent`, `siren`, `facets`; of
    /// somebody: `name`, `function`, `mail`, `phone`, `language`, `account`.
    #[serde(default)]
    #[schema(max_items = 6)]
    take: Vec<String>,
}

/// Whether a merge is within reach: what it left is.
async fn reaches<P: Permit>(reader: &mut Reader, access: &Access<P>, merge: Merge) -> Result<bool, Fault> {
    match merge.of {
        MergeOf::Account => reaches_account(reader, access, AccountId(merge.kept)).await,
        MergeOf::Contact => Ok(contacts::find(reader, access, ContactId(merge.kept)).await?.1),
    }
}

/// Where what is not shown any more is found, when who asks sees it there.
pub(super) async fn moved<P: Permit>(
    reader: &mut Reader,
    access: &Access<P>,
    id: Uuid,
) -> Result<Option<Refusal>, Fault> {
    let Some(merge) = reader.merge_of(id).await? else { return Ok(None) };
    let name = merge::name_of(reader, merge.of, merge.kept).await?;
    if name.is_empty() || !reaches(reader, access, merge).await? {
        return Ok(None);
    }
    Ok(Some(merge::moved(merge, &name)))
}

/// Whether the firm that goes, or what it went to, is there and out of reach.
async fn is_beyond<P: Permit>(
    reader: &mut Reader,
    access: &Access<P>,
    (of, gone): (MergeOf, Uuid),
) -> Result<bool, Fault> {
    let at = reader.merge_of(gone).await?.map_or(gone, |merge| merge.kept);
    let is_within = reaches(reader, access, Merge { of, gone, kept: at }).await?;
    Ok(!is_within)
}

fn unknown_account(given: &str) -> Refusal {
    Refusal::new("execution/unknown-account").with("given", given)
}

async fn account<P: Permit>(
    reader: &mut Reader,
    access: &Access<P>,
    given: &str,
) -> Result<(Option<Account>, bool), Fault> {
    let Ok(id) = given.parse::<AccountId>() else { return Ok((None, false)) };
    let found = reader.account(id).await?;
    let is_within = found.is_some() && reaches_account(reader, access, id).await?;
    Ok((found, is_within))
}

async fn contact<P: Permit>(
    reader: &mut Reader,
    access: &Access<P>,
    given: &str,
) -> Result<(Option<Contact>, bool), Fault> {
    let Ok(id) = given.parse::<ContactId>() else { return Ok((None, false)) };
    let (found, is_within) = contacts::find(reader, access, id).await?;
    Ok((found.map(|(contact, _)| contact), is_within))
}

/// What was merged into a firm, oldest first.
///
/// # Errors
/// `execution/unknown-account`.
pub async fn of_account(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked,
) -> Result<Answer<Rows<MergedTold>>, Problem> {
    merged_into(&app, &access, &asked, MergeOf::Account).await
}

/// What was merged into the card of somebody, oldest first.
///
/// # Errors
/// `execution/unknown-contact`.
pub async fn of_contact(
    State(app): State<App>,
    access: Access<ReadAccounts>,
    asked: Asked,
) -> Result<Answer<Rows<MergedTold>>, Problem> {
    merged_into(&app, &access, &asked, MergeOf::Contact).await
}

async fn merged_into(
    app: &App,
    access: &Access<ReadAccounts>,
    asked: &Asked,
    of: MergeOf,
) -> Result<Answer<Rows<MergedTold>>, Problem> {
    let read = async {
        let mut reader = app.store.read(access.who.office.scope).await?;
        let (found, is_within) = match of {
            MergeOf::Account => {
                let (found, is_within) = account(&mut reader, access, &asked.id).await?;
                (found.map(|one| one.id.0), is_within)
            }
            MergeOf::Contact => {
                let (found, is_within) = contact(&mut reader, access, &asked.id).await?;
                (found.map(|one| one.id.0), is_within)
            }
        };
        let Some(kept) = found.filter(|_| is_within) else { return Ok::<_, Fault>(Err(found.is_some())) };
        Ok(Ok(merge::into(&mut reader, kept).await?))
    };
    match read.await.map_err(asked.problem())? {
        Ok(all) => Ok(Answer::of(Rows { rows: all.into_iter().map(MergedTold::of).collect(), next: None })),
        Err(is_there) => {
            let unknown = match of {
                MergeOf::Account => unknown_account(&asked.id),
                MergeOf::Contact => contacts::unknown(&asked.id),
            };
            Err(hidden(app, access, is_there, unknown, asked.lang()).await)
        }
    }
}

/// Merges a firm into this one, which stays.
///
/// # Errors
/// `execution/unknown-account`, `execution/merge-itself`, `execution/merged`, `execution/merge-chain`,
/// `execution/unknown-choice`.
pub async fn merge_accounts(
    State(app): State<App>,
    access: Access<WriteAccounts>,
    mut told: Keyed<MergeAsked>,
) -> Result<Made<MergedTold>, Problem> {
    let problem = told.asked.problem();
    let lang = told.asked.lang();
    let mut write = told.begin(&app, &access).await?;
    let (found, is_within) = account(&mut write.tx, &access, &told.asked.id).await.map_err(&problem)?;
    let Some(kept) = found.clone().filter(|_| is_within) else {
        drop(write);
        return Err(hidden(&app, &access, found.is_some(), unknown_account(&told.asked.id), lang).await);
    };
    let body = std::mem::take(&mut told.body);
    let about = (MergeOf::Account, body.gone);
    let is_beyond = is_beyond(&mut write.tx, &access, about).await.map_err(&problem)?;
    let (tx, office, act) = write.parts();
    let asked = Merging { gone: body.gone, take: &body.take, is_beyond };
    match merge::accounts(tx, office, &kept, &asked, &act).await {
        Ok(merge) => end(write, merge, lang).await,
        Err(fault) => {
            let beyond = if is_beyond { vec![body.gone] } else { Vec::new() };
            Err(refused(&app, &access, (write, &beyond), problem(fault)).await)
        }
    }
}

/// Merges a card of somebody into this one, which stays.
///
/// # Errors
/// `execution/unknown-contact`, `execution/person-erased`, and those of [`merge_accounts`].
pub async fn merge_contacts(
    State(app): State<App>,
    access: Access<WriteAccounts>,
    mut told: Keyed<MergeAsked>,
) -> Result<Made<MergedTold>, Problem> {
    let problem = told.asked.problem();
    let lang = told.asked.lang();
    let mut write = told.begin(&app, &access).await?;
    let (found, is_within) = contact(&mut write.tx, &access, &told.asked.id).await.map_err(&problem)?;
    let Some(kept) = found.clone().filter(|_| is_within) else {
        drop(write);
        return Err(hidden(&app, &access, found.is_some(), contacts::unknown(&told.asked.id), lang).await);
    };
    let body = std::mem::take(&mut told.body);
    let about = (MergeOf::Contact, body.gone);
    let is_beyond = is_beyond(&mut write.tx, &access, about).await.map_err(&problem)?;
    let (tx, office, act) = write.parts();
    let asked = Merging { gone: body.gone, take: &body.take, is_beyond };
    match merge::contacts(tx, office, &kept, &asked, &act).await {
        Ok(merge) => end(write, merge, lang).await,
        Err(fault) => {
            let beyond = if is_beyond { vec![body.gone] } else { Vec::new() };
            Err(refused(&app, &access, (write, &beyond), problem(fault)).await)
        }
    }
}

async fn end(
    mut write: crate::http::Write,
    merge: Merge,
    lang: atelier_domain::language::Lang,
) -> Result<Made<MergedTold>, Problem> {
    let told = async {
        let told = write.tx.merge_told(merge).await?;
        let name = merge::name_before(&mut write.tx, merge).await?;
        let told = told.ok_or_else(|| anyhow::anyhow!("a merge is there once it is said"))?;
        Ok::<_, Fault>(MergedTold::of((told, name)))
    };
    let told = told.await.map_err(|fault| Problem::of(fault, lang))?;
    write.end(Answer::of(told)).await
}

/// Makes two again what was merged, under the identity of the one that is gone: everything is as before; what was
/// written of the one that stays since then stays with it.
///
/// # Errors
/// `execution/unknown-merge`, `execution/person-erased`.
pub async fn undo(
    State(app): State<App>,
    access: Access<WriteAccounts>,
    told: Keyed<NoBody>,
) -> Result<Done, Problem> {
    let problem = told.asked.problem();
    let unknown = || Refusal::new("execution/unknown-merge").with("given", told.asked.id.as_str());
    let gone: Uuid = told.asked.id.parse().map_err(|_| problem(unknown().into()))?;
    let mut write = told.begin(&app, &access).await?;
    let found = write.tx.merge_of(gone).await.map_err(|error| problem(error.into()))?;
    let is_within = match found {
        Some(merge) => reaches(&mut write.tx, &access, merge).await.map_err(&problem)?,
        None => false,
    };
    let Some(merge) = found.filter(|_| is_within) else {
        drop(write);
        if found.is_some() {
            access.refused(&app, &told.asked.id).await;
        }
        return Err(problem(unknown().into()));
    };
    let (tx, _, act) = write.parts();
    merge::undo(tx, merge, &act).await.map_err(problem)?;
    write.done().await
}

//! Firms, and people at customers, written down twice: made one, made two again.

use super::{Act, Office, new_fact};
use crate::fault::Fault;
use crate::persons::asked_choice;
use atelier_domain::execution::{Account, AccountField, Contact, ContactField, Merge, MergeOf, strictest};
use atelier_domain::language::{AccountId, ContactId, Refusal, Refusals};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, MergeTold, Reader, Tx, content};
use uuid::Uuid;

/// Which goes, and what of it stays.
#[derive(Clone, Debug)]
pub struct Merging<'a> {
    /// The one that goes.
    pub gone: Uuid,
    /// By name, the values that the one that stays takes from it.
    pub take: &'a [String],
    /// Whether the one that goes is out of reach of who asks: told as what is not there.
    pub is_beyond: bool,
}

/// Where something is found that is not shown any more, told to whoever asks for it.
pub fn moved(merge: Merge, name: &str) -> Refusal {
    let refusal = Refusal::new("execution/merged").with("given", merge.gone.to_string());
    refusal.with("kept", merge.kept.to_string()).with("name", name).with("kind", merge.of.code())
}

/// Makes a firm one with `kept`, which stays.
///
/// # Errors
/// `execution/unknown-account`, `execution/merge-itself`, `execution/merged`, `execution/merge-chain`,
/// `execution/unknown-choice`, every fault of what it becomes.
pub async fn accounts(
    tx: &mut Tx,
    office: &Office,
    kept: &Account,
    asked: &Merging<'_>,
    act: &Act<'_>,
) -> Result<Merge, Fault> {
    let merge = Merge { of: MergeOf::Account, gone: asked.gone, kept: kept.id.0 };
    possible(tx, merge, asked).await?;
    let found = tx.account(AccountId(asked.gone)).await?.filter(|_| !asked.is_beyond);
    let gone = found.ok_or_else(|| unknown(merge))?;
    let take = fields(asked.take, AccountField::ALL, AccountField::code)?;
    let after = kept.clone().taking(&gone, &take).checked()?;
    let mut contents = vec![Content::Merge(merge)];
    contents.extend((after != *kept).then_some(Content::Account(after)));
    say(tx, office, contents, act).await?;
    Ok(merge)
}

/// Makes a card of somebody one with `kept`, which stays; of what both say of a channel and a purpose, the no holds.
///
/// # Errors
/// As [`accounts`], with `execution/unknown-contact`; `execution/person-erased`.
pub async fn contacts(
    tx: &mut Tx,
    office: &Office,
    kept: &Contact,
    asked: &Merging<'_>,
    act: &Act<'_>,
) -> Result<Merge, Fault> {
    let merge = Merge { of: MergeOf::Contact, gone: asked.gone, kept: kept.id.0 };
    let id = ContactId(asked.gone);
    if !asked.is_beyond && tx.erasure(id).await?.is_some() {
        return Err(Refusal::new("execution/person-erased")
            .field("gone")
            .with("given", id.to_string())
            .into());
    }
    possible(tx, merge, asked).await?;
    let found = tx.contact(id).await?.filter(|_| !asked.is_beyond);
    let gone = found.ok_or_else(|| unknown(merge))?;
    let take = fields(asked.take, ContactField::ALL, ContactField::code)?;
    let after = kept.clone().taking(&gone, &take).checked()?;
    let said = strictest(kept.id, &tx.consents_of(kept.id).await?, &tx.consents_of(id).await?);
    let mut contents = vec![Content::Merge(merge)];
    contents.extend((after != *kept).then_some(Content::Contact(after)));
    contents.extend(said.into_iter().map(Content::Consent));
    say(tx, office, contents, act).await?;
    Ok(merge)
}

async fn say(tx: &mut Tx, office: &Office, contents: Vec<Content>, act: &Act<'_>) -> Result<(), Fault> {
    let rows = contents.iter().map(|content| content.row(office.tenant)).collect::<Result<Vec<_>, _>>()?;
    tx.append(&act.fact(content::MERGE, Purpose::Performance, rows)).await?;
    Ok(())
}

/// Two things, of which neither is merged the other way.
async fn possible(tx: &mut Tx, merge: Merge, asked: &Merging<'_>) -> Result<(), Fault> {
    if merge.gone == merge.kept {
        return Err(Refusal::new("execution/merge-itself")
            .field("gone")
            .with("kind", merge.of.code())
            .into());
    }
    if asked.is_beyond {
        return Err(unknown(merge).into());
    }
    if let Some(before) = tx.merge_of(merge.gone).await? {
        let name = name_of(tx, before.of, before.kept).await?;
        return Err(moved(before, &name).field("gone").into());
    }
    let others = tx.merged_into(merge.gone).await?.len();
    if others > 0 {
        let name = name_of(tx, merge.of, merge.gone).await?;
        let refusal = Refusal::new("execution/merge-chain").field("gone").with("name", name);
        let count = i64::try_from(others).unwrap_or(i64::MAX);
        return Err(refusal.with("count", count).with("kind", merge.of.code()).into());
    }
    Ok(())
}

fn unknown(merge: Merge) -> Refusal {
    let code = match merge.of {
        MergeOf::Account => "execution/unknown-account",
        MergeOf::Contact => "execution/unknown-contact",
    };
    Refusal::new(code).field("gone").with("given", merge.gone.to_string())
}

fn fields<T: Copy>(given: &[String], all: &[T], code: fn(T) -> &'static str) -> Result<Vec<T>, Refusals> {
    let mut refused = Refusals::default();
    let mut read = Vec::new();
    for (at, word) in given.iter().enumerate() {
        match asked_choice(word, &format!("take[{at}]"), all, code) {
            Ok(one) => read.push(one),
            Err(refusal) => refused.push(refusal),
        }
    }
    refused.or(read)
}

/// The name of a firm or of somebody, as it is shown; empty when they are not there.
///
/// # Errors
/// An incident of the store.
pub async fn name_of(reader: &mut Reader, of: MergeOf, id: Uuid) -> Result<String, Fault> {
    Ok(match of {
        MergeOf::Account => reader.account(AccountId(id)).await?.map(|one| one.name),
        MergeOf::Contact => reader.contact(ContactId(id)).await?.map(|one| one.name),
    }
    .unwrap_or_default())
}

/// The name that what is gone had; empty when nothing is left of it.
///
/// # Errors
/// An incident of the store.
pub async fn name_before(reader: &mut Reader, merge: Merge) -> Result<String, Fault> {
    let kind = match merge.of {
        MergeOf::Account => content::ACCOUNT,
        MergeOf::Contact => content::CONTACT,
    };
    let said = reader.facts_about(kind, merge.gone).await?;
    let last = said.into_iter().rfind(|one| !one.fact.undone);
    let told: Option<serde_json::Value> = last.and_then(|one| serde_json::from_str(&one.payload).ok());
    Ok(told.and_then(|told| Some(told.get("name")?.as_str()?.to_owned())).unwrap_or_default())
}

/// What was merged into a firm or a person, each with who said so, when, and its name before.
///
/// # Errors
/// An incident of the store.
pub async fn into(reader: &mut Reader, kept: Uuid) -> Result<Vec<(MergeTold, String)>, Fault> {
    let mut all = Vec::new();
    for merge in reader.merged_into(kept).await? {
        if let Some(told) = reader.merge_told(merge).await? {
            all.push((told, name_before(reader, merge).await?));
        }
    }
    all.sort_by_key(|(told, _)| told.at);
    Ok(all)
}

/// Makes two again what was made one. What was written of the one that stays since then stays with it.
///
/// # Errors
/// `execution/unknown-merge`, `execution/person-erased`.
pub async fn undo(tx: &mut Tx, merge: Merge, act: &Act<'_>) -> Result<(), Fault> {
    if merge.of == MergeOf::Contact
        && let Some(erasure) = tx.erasure(ContactId(merge.gone)).await?
    {
        let refusal = Refusal::new("execution/person-erased");
        return Err(refusal.with("given", erasure.person.to_string()).into());
    }
    tx.unmerge(merge, (new_fact(), act.actor, act.now)).await?;
    Ok(())
}

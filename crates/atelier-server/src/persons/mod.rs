//! People at customers: written down, reached or not, kept no longer than needed, given back to
//! themselves, erased. Called by the command line and by the addresses of the API alike.

mod archive;
mod consents;
mod council;
mod gate;
mod package;
mod retention;

pub use archive::{Archived, archive_in, archives, ground, take_out_in};
pub use consents::{Said, asked_choice, may, said, said_in};
pub use council::{CouncilFile, council};
pub use gate::{gate, gate_in, record, record_in, shows_others};
pub use package::{archived_package, package};
pub use retention::{apply, ask, ask_in, close_in, due, due_in, leaving, question};

use crate::fault::Fault;
use crate::workbench::{Act, Office, Workbench, merge, new_fact};
use atelier_domain::execution::{Contact, Erasure, ErasureReason};
use atelier_domain::language::{AccountId, ContactId, Refusal};
use atelier_domain::ledger::Purpose;
use atelier_store::{Content, Erased, Reader, Tx};
use jiff::civil::Date;
use uuid::Uuid;

/// A person as asked for: what is left out stays as it was.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Shown name.
    pub name: Option<String>,
    /// Key of the firm in its source; blank: no firm.
    pub account: Option<String>,
    /// Post.
    pub function: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Language, two letters.
    pub language: Option<String>,
}

/// Reads the identity of a person.
///
/// # Errors
/// `execution/unknown-contact`.
pub fn identity(given: &str) -> Result<ContactId, Refusal> {
    given.trim().parse().map_err(|_| unknown(given))
}

fn unknown(given: &str) -> Refusal {
    Refusal::new("execution/unknown-contact").with("given", given)
}

/// Why somebody is not there: they are in the archive apart, their card was merged into another, or nobody knows of
/// them.
async fn not_there(reader: &mut Reader, id: ContactId) -> Result<Refusal, Fault> {
    if reader.archive(id).await?.is_some() {
        return Ok(Refusal::new("execution/person-archived").with("given", id.to_string()));
    }
    if let Some(merge) = reader.merge_of(id.0).await? {
        let name = merge::name_of(reader, merge.of, merge.kept).await?;
        if !name.is_empty() {
            return Ok(merge::moved(merge, &name));
        }
    }
    Ok(unknown(&id.to_string()))
}

/// Changes a person.
///
/// # Errors
/// `execution/unknown-contact`, `execution/merged`, `execution/unknown-account`, what [`Contact::checked`] refuses.
pub async fn change(
    bench: &Workbench,
    office: &Office,
    id: ContactId,
    asked: Asked,
    act: &Act<'_>,
) -> Result<Contact, Fault> {
    let mut reader = bench.store.read(office.scope).await?;
    let Some(known) = reader.contact(id).await? else { return Err(not_there(&mut reader, id).await?.into()) };
    drop(reader);
    keep(bench, office, known, asked, act).await
}

/// Writes somebody down, under the key of their source or, without one, a new identity. Somebody known
/// under that key is changed; and so is the card into which theirs was merged.
///
/// # Errors
/// Those of [`change`]; `execution/person-erased`.
pub async fn add(
    bench: &Workbench,
    office: &Office,
    key: Option<String>,
    asked: Asked,
    act: &Act<'_>,
) -> Result<Contact, Fault> {
    let key = key.map(|key| key.trim().to_owned()).filter(|key| !key.is_empty());
    let id = key.as_ref().map_or_else(|| ContactId(Uuid::now_v7()), |key| ContactId::of(office.tenant, key));
    let new = Contact {
        id,
        key: key.unwrap_or_default(),
        account: None,
        name: String::new(),
        function: String::new(),
        mail: None,
        phone: None,
        language: None,
    };
    let known = bench.store.read(office.scope).await?.contact_now(id).await?;
    keep(bench, office, known.unwrap_or(new), asked, act).await
}

async fn keep(
    bench: &Workbench,
    office: &Office,
    before: Contact,
    asked: Asked,
    act: &Act<'_>,
) -> Result<Contact, Fault> {
    let mut after = before.clone();
    after.name = asked.name.unwrap_or(after.name);
    after.function = asked.function.unwrap_or(after.function);
    for (field, given) in [
        (&mut after.mail, asked.mail),
        (&mut after.phone, asked.phone),
        (&mut after.language, asked.language),
    ] {
        *field = given.or(field.take());
    }
    if let Some(key) = asked.account {
        after.account = firm(bench, office, key.trim()).await?;
    }
    let after = after.checked()?;
    if after != before {
        let contents = vec![Content::Contact(after.clone())];
        bench.say(office, "execution/keep-contact", Purpose::Performance, act, contents).await?;
    }
    Ok(after)
}

async fn firm(bench: &Workbench, office: &Office, key: &str) -> Result<Option<AccountId>, Fault> {
    if key.is_empty() {
        return Ok(None);
    }
    let account = AccountId::of(office.tenant, key);
    match bench.store.read(office.scope).await?.account_now(account).await? {
        Some(known) => Ok(Some(known.id)),
        None => Err(Refusal::new("execution/unknown-account").field("account").with("given", key).into()),
    }
}

/// Reads why somebody is erased.
///
/// # Errors
/// `execution/unknown-reason`.
pub fn reason(given: &str) -> Result<ErasureReason, Refusal> {
    given.parse().map_err(|()| {
        let known = ErasureReason::ALL.map(ErasureReason::code).join(", ");
        Refusal::new("execution/unknown-reason").field("reason").with("given", given).with("known", known)
    })
}

/// Erases somebody: their key is destroyed, what is shown of them is gone.
///
/// # Errors
/// `execution/unknown-contact`, `execution/person-erased`.
pub async fn erase(
    bench: &Workbench,
    office: &Office,
    person: ContactId,
    why: (ErasureReason, Date),
    act: &Act<'_>,
) -> Result<Erased, Fault> {
    let (reason, on) = why;
    let fact = (new_fact(), act.actor, act.now);
    Ok(bench.store.erase_person(office.scope, (person, reason, on), fact).await?)
}

/// The same in a write that holds more; the log of the database is for afterwards.
///
/// # Errors
/// Those of [`erase`].
pub async fn erase_in(
    tx: &mut Tx,
    person: ContactId,
    why: (ErasureReason, Date),
    act: &Act<'_>,
) -> Result<(), Fault> {
    let (reason, on) = why;
    tx.erase_person((person, reason, on), (new_fact(), act.actor, act.now)).await?;
    Ok(())
}

/// Everybody erased, by the day and then the identity.
///
/// # Errors
/// An incident of the store.
pub async fn erased(bench: &Workbench, office: &Office) -> Result<Vec<Erasure>, Fault> {
    let mut all = bench.store.read(office.scope).await?.erasures().await?;
    all.sort_by_key(|one| (one.on, one.person));
    Ok(all)
}

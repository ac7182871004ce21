//! The archive apart: who is there, who is put there before their term, who is taken out.

use super::{asked_choice, not_there, retention};
use crate::fault::Fault;
use crate::workbench::{Act, Office, Workbench, new_fact};
use atelier_domain::controls::Retention;
use atelier_domain::execution::{Archive, Contact, Ground};
use atelier_domain::language::{ContactId, Refusal, folded};
use atelier_store::Tx;
use jiff::civil::Date;

/// Somebody in the archive apart, with the name of their firm.
#[derive(Clone, Debug)]
pub struct Archived {
    /// Until when, and what for.
    pub archive: Archive,
    /// Their card.
    pub contact: Contact,
    /// Their firm; empty when they have none.
    pub firm: String,
}

/// Those in the archive apart whose name holds a text, whatever the case and the accents; those whose term ends
/// first before the others.
///
/// # Errors
/// An incident of the store.
pub async fn archives(bench: &Workbench, office: &Office, text: &str) -> Result<Vec<Archived>, Fault> {
    let mut reader = bench.store.read(office.scope).await?;
    let wanted = folded(text);
    let mut all = Vec::new();
    for archive in reader.archives().await? {
        let Some(contact) = reader.archived_contact(archive.person).await? else { continue };
        if !folded(&contact.name).contains(&wanted) {
            continue;
        }
        let firm = match contact.account {
            Some(account) => reader.account_now(account).await?.map(|one| one.name),
            None => None,
        };
        all.push(Archived { archive, contact, firm: firm.unwrap_or_default() });
    }
    Ok(all)
}

/// Reads what somebody is kept for.
///
/// # Errors
/// `execution/unknown-choice`.
pub fn ground(given: &str) -> Result<Ground, Refusal> {
    asked_choice(given, "ground", Ground::ALL, Ground::code)
}

/// Puts somebody into the archive apart before the end of their term: they asked to be erased, or object, and a
/// contract with their firm may have to be proved.
///
/// # Errors
/// `execution/unknown-contact`, `execution/merged`, `execution/person-archived`, `controls/archive-nothing-concluded`,
/// `controls/archive-over`.
pub async fn archive_in(
    tx: &mut Tx,
    office: &Office,
    person: ContactId,
    (ground, today): (Ground, Date),
    act: &Act<'_>,
) -> Result<Archive, Fault> {
    let Some(contact) = tx.contact(person).await? else { return Err(not_there(tx, person).await?.into()) };
    let concluded = retention::concluded(tx, office, &contact).await?;
    let until = Retention::shipped().archived_until(ground, concluded, today)?;
    tx.archive_person((person, ground, today, until), (new_fact(), act.actor, act.now)).await?;
    tx.archive(person).await?.ok_or_else(|| anyhow::anyhow!("somebody archived is in the archive").into())
}

/// Takes somebody out of the archive apart: their firm is dealt with again, or they were put there by mistake.
///
/// # Errors
/// `execution/not-archived`.
pub async fn take_out_in(tx: &mut Tx, person: ContactId, act: &Act<'_>) -> Result<(), Fault> {
    tx.take_out(person, (new_fact(), act.actor, act.now)).await?;
    Ok(())
}

//! The secret address under which a calendar program reads the appointments of one person, and nothing else.
//!
//! Calendar programs can show neither a cookie nor a key: the address itself is the secret. It is kept as a hash,
//! narrowed to the day, and there is one for each person: a new one ends the one before.

use super::sign::pass;
use super::{Principal, Secret, Way};
use crate::fault::Fault;
use crate::workbench::Workbench;
use atelier_domain::controls::{Permission, Reach};
use atelier_domain::language::Refusal;
use atelier_store::{Pass, PassKind};
use jiff::Timestamp;

/// Hours that an address lives: two years.
const LIFE: i64 = 2 * 366 * 24;
/// What a calendar program asks for: the secret, and the ending by which it knows what it reads.
const ENDING: &str = ".ics";

/// The address of somebody, without its secret; nothing when they have none.
///
/// # Errors
/// An incident of the store.
pub async fn feed_of(bench: &Workbench, who: &Principal) -> Result<Option<Pass>, Fault> {
    let passes = bench.store.passes(who.office.tenant, who.user.id, PassKind::Feed).await?;
    Ok(passes.into_iter().next_back())
}

/// Makes the address of somebody, and ends the one before; gives the path, shown once.
///
/// # Errors
/// `controls/not-allowed` with a key; `controls/no-appointments` for somebody who is nobody of the workshop.
pub async fn make_feed(bench: &Workbench, who: &Principal, now: Timestamp) -> Result<(String, Pass), Fault> {
    who.by_browser()?;
    let sees = who.reach(Permission::ReadDay) != Reach::Nobody;
    if who.user.person.is_none() || !sees {
        return Err(Refusal::new("controls/no-appointments").into());
    }
    let secret = Secret::new()?;
    let made = Pass { scopes: Permission::ReadDay.code().to_owned(), ..pass("", now, LIFE) };
    let mut tx = bench.store.begin(who.office.scope).await?;
    tx.end_kind(who.user.id, PassKind::Feed, None).await?;
    tx.give(who.user.id, PassKind::Feed, &secret.hash(), &made).await?;
    tx.commit().await?;
    Ok((format!("/feed/{}{ENDING}", secret.reveal()), made))
}

/// Ends the address of somebody, if there is one.
///
/// # Errors
/// An incident of the store.
pub async fn withdraw_feed(bench: &Workbench, who: &Principal) -> Result<(), Fault> {
    let mut tx = bench.store.begin(who.office.scope).await?;
    tx.end_kind(who.user.id, PassKind::Feed, None).await?;
    tx.commit().await?;
    Ok(())
}

/// Whose appointments an address opens, as of now: their owner, and the code of their person.
///
/// # Errors
/// `controls/unknown-feed`, also when its owner may no longer come in, see their day, or is no longer of the workshop.
pub async fn reader_of(bench: &Workbench, named: &str, now: Timestamp) -> Result<(Principal, String), Fault> {
    let unknown = || Fault::from(Refusal::new("controls/unknown-feed"));
    let secret = Secret::read(named.strip_suffix(ENDING).unwrap_or(named)).ok_or_else(unknown)?;
    let who = Principal::of(bench, &secret, Way::Feed, now).await?.ok_or_else(unknown)?;
    let person = who.user.person.clone().filter(|_| who.reach(Permission::ReadDay) != Reach::Nobody);
    let person = person.ok_or_else(unknown)?;
    Ok((who, person))
}

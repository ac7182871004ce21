//! Sessions: one's own, seen and ended; those of others, ended by an administrator.

use super::Principal;
use crate::fault::Fault;
use crate::workbench::Workbench;
use atelier_domain::controls::UserId;
use atelier_domain::language::Refusal;
use atelier_store::{Pass, PassKind, Tx};
use jiff::{SignedDuration, Timestamp};

/// One's sessions that still open something, newest first.
///
/// # Errors
/// An incident of the store.
pub async fn sessions(bench: &Workbench, who: &Principal, now: Timestamp) -> Result<Vec<Pass>, Fault> {
    let mut passes = bench.store.passes(who.office.tenant, who.user.id, PassKind::Session).await?;
    let idle = SignedDuration::from_hours(super::IDLE);
    passes.retain(|pass| pass.ends > now && now.duration_since(pass.seen) <= idle);
    passes.sort_by_key(|pass| std::cmp::Reverse(pass.made));
    Ok(passes)
}

/// Ends one of one's sessions.
///
/// # Errors
/// `controls/not-allowed` with a key; `controls/unknown-session`, also for one of somebody else.
pub async fn end_session(bench: &Workbench, who: &Principal, id: &str) -> Result<(), Fault> {
    who.by_browser()?;
    let mut tx = bench.store.begin(who.office.scope).await?;
    if !tx.end_one(who.user.id, PassKind::Session, id).await? {
        return Err(Refusal::new("controls/unknown-session").with("given", id).into());
    }
    tx.commit().await?;
    Ok(())
}

/// Ends all of one's sessions but the one by which one came.
///
/// # Errors
/// `controls/not-allowed` with a key.
pub async fn end_other_sessions(bench: &Workbench, who: &Principal) -> Result<(), Fault> {
    who.by_browser()?;
    let mut tx = bench.store.begin(who.office.scope).await?;
    tx.end_kind(who.user.id, PassKind::Session, Some(&who.pass)).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends every session of somebody; their keys stay.
///
/// # Errors
/// An incident of the store.
pub async fn end_sessions_in(tx: &mut Tx, user: UserId) -> Result<(), Fault> {
    for kind in [PassKind::Session, PassKind::Half] {
        tx.end_kind(user, kind, None).await?;
    }
    Ok(())
}

/// Refuses an administrator who means themselves: whoever finds their session open must not weaken
/// their door.
///
/// # Errors
/// `controls/not-oneself`.
pub fn somebody_else(who: &Principal, user: UserId) -> Result<(), Refusal> {
    if who.user.id == user { Err(Refusal::new("controls/not-oneself")) } else { Ok(()) }
}

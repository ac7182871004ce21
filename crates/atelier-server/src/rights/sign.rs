//! Signing in and out, and choosing a password.

use super::journal::{By, entered, kept_out};
use super::second::{Entered, enter, has_second};
use super::secret::hash;
use super::{Principal, Secret, password};
use crate::fault::Fault;
use crate::workbench::Workbench;
use atelier_domain::controls::{Standing, User};
use atelier_domain::language::Refusal;
use atelier_store::{Pass, PassKind, Shown};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Hours after which a browser that asks nothing is signed out.
pub const IDLE: i64 = 12;
/// Hours after which it is signed out whatever it does: 14 days.
pub const ABSOLUTE: i64 = 14 * 24;
/// Failures after which a login has to wait, and the minutes they are counted in.
const FAILURES: i64 = 10;
const WINDOW: i64 = 15;

/// When somebody comes, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Coming<'a> {
    /// When.
    pub now: Timestamp,
    /// Their browser, for their own list of sessions: `Firefox, Linux`.
    pub browser: &'a str,
}

/// A session just opened.
#[derive(Debug)]
pub struct Opened {
    /// For the cookie.
    pub secret: Secret,
    /// Who.
    pub user: User,
}

/// Failures of somebody, which make them wait when there are too many.
pub(super) struct Attempts {
    subject: String,
    now: Timestamp,
    from: Timestamp,
}

impl Attempts {
    /// Of this subject, a hash.
    pub(super) fn of(subject: String, now: Timestamp) -> Self {
        Self { subject, now, from: later(now, -WINDOW * 60) }
    }

    /// Refuses who failed too often.
    ///
    /// # Errors
    /// `controls/too-many-attempts`.
    pub(super) async fn check(&self, bench: &Workbench) -> Result<(), Fault> {
        let found = bench.store.failures(&self.subject, self.from).await?;
        let Some((_, since)) = found.filter(|(count, _)| *count >= FAILURES) else { return Ok(()) };
        let minutes = WINDOW - self.now.duration_since(since).as_mins();
        let refusal = Refusal::new("controls/too-many-attempts");
        Err(refusal.with("count", FAILURES).with("minutes", minutes.max(1)).into())
    }

    /// One more.
    pub(super) async fn failed(&self, bench: &Workbench) -> Result<(), Fault> {
        Ok(bench.store.failed(&self.subject, self.now, self.from).await?)
    }

    /// Forgotten, with whatever the transaction does.
    pub(super) async fn forgive(&self, tx: &mut atelier_store::Tx) -> Result<(), Fault> {
        Ok(tx.forgive(&self.subject).await?)
    }
}

/// Opens a session for who knows the password of a login; half of one when a code has to follow.
///
/// # Errors
/// `controls/wrong-sign-in`, whatever is wrong; `controls/too-many-attempts`.
pub async fn sign_in(
    bench: &Workbench,
    login: &str,
    given: &str,
    coming: &Coming<'_>,
) -> Result<Entered, Fault> {
    let now = coming.now;
    let login = login.trim().to_lowercase();
    let attempts = Attempts::of(hash(login.as_bytes()), now);
    attempts.check(bench).await?;
    let known = bench.store.credential(&login).await?;
    let kept = known.as_ref().and_then(|known| known.password.clone());
    let right = password::holds(given, kept).await?;
    let user = match &known {
        Some(known) if right => active(bench, known.tenant, known.user).await?,
        _ => None,
    };
    let Some((office, user)) = user else {
        if let Some(known) = known {
            kept_out(bench, known.tenant, known.user, By::Password, now);
        }
        attempts.failed(bench).await?;
        return Err(Refusal::new("controls/wrong-sign-in").into());
    };
    let second = has_second(bench, office.tenant, user.id).await?;
    let mut tx = bench.store.begin(office.scope).await?;
    attempts.forgive(&mut tx).await?;
    let entered = enter(&mut tx, &user, second, (By::Password, coming)).await?;
    tx.commit().await?;
    Ok(entered)
}

pub(super) async fn active(
    bench: &Workbench,
    tenant: atelier_domain::language::TenantId,
    id: atelier_domain::controls::UserId,
) -> Result<Option<(super::Office, User)>, Fault> {
    let Some(office) = bench.office_of(tenant).await? else { return Ok(None) };
    let user = bench.store.read(office.scope).await?.user(id).await?;
    Ok(user.filter(|user| user.standing == Standing::Active).map(|user| (office, user)))
}

pub(super) async fn open(
    tx: &mut atelier_store::Tx,
    user: &User,
    (by, coming): (By, &Coming<'_>),
) -> Result<Secret, Fault> {
    let secret = Secret::new()?;
    let pass = pass(coming.browser, coming.now, ABSOLUTE);
    tx.give(user.id, PassKind::Session, &secret.hash(), &pass).await?;
    tx.note(&entered(user.id, by, coming.now)).await?;
    Ok(secret)
}

/// A pass of some hours.
pub(super) fn pass(name: &str, now: Timestamp, hours: i64) -> Pass {
    Pass {
        id: Uuid::now_v7().to_string(),
        name: name.to_owned(),
        scopes: String::new(),
        made: now,
        seen: now,
        ends: later(now, hours * 3_600),
    }
}

pub(super) fn later(now: Timestamp, seconds: i64) -> Timestamp {
    now.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}

/// Ends the session by which somebody came.
///
/// # Errors
/// An incident of the store.
pub async fn sign_out(bench: &Workbench, who: &Principal) -> Result<(), Fault> {
    bench.store.end_pass(&who.pass).await?;
    Ok(())
}

/// Changes one's password; every other session and key of theirs ends.
///
/// # Errors
/// `controls/not-allowed` with a key; `controls/wrong-sign-in` for the current one; those of a password that cannot be kept.
pub async fn change_password(
    bench: &Workbench,
    who: &Principal,
    current: &str,
    new: &str,
    now: Timestamp,
) -> Result<(), Fault> {
    who.by_browser()?;
    let attempts = current_password(bench, who, current, now).await?;
    let kept = new_password(&who.user, &who.office, new).await?;
    let mut tx = bench.store.begin(who.office.scope).await?;
    tx.set_password(who.user.id, &kept, now).await?;
    tx.end_all(who.user.id, Some(&who.pass)).await?;
    attempts.forgive(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Asks somebody who is in for their password again: a machine left alone must not change how they come in.
pub(super) async fn current_password(
    bench: &Workbench,
    who: &Principal,
    given: &str,
    now: Timestamp,
) -> Result<Attempts, Fault> {
    let kept = bench.store.password(who.office.tenant, who.user.id).await?;
    let attempts = Attempts::of(hash(who.user.login.as_bytes()), now);
    if attempts.check(bench).await.is_err() || !password::holds(given, kept).await? {
        attempts.failed(bench).await?;
        return Err(Refusal::new("controls/wrong-sign-in").field("current").into());
    }
    Ok(attempts)
}

/// What is kept of a new password of somebody.
pub(super) async fn new_password(user: &User, office: &super::Office, new: &str) -> Result<String, Fault> {
    password::check(new, &[&user.login, &user.name, &office.name, &office.code])?;
    Ok(password::keep(new).await?)
}

/// Whom an invitation is for.
///
/// # Errors
/// `controls/invitation-ended`.
pub async fn invited(bench: &Workbench, secret: &str, now: Timestamp) -> Result<Shown, Fault> {
    let ended = || Fault::from(Refusal::new("controls/invitation-ended"));
    let secret = Secret::read(secret).ok_or_else(ended)?;
    let shown = bench.store.shown(&secret.hash(), PassKind::Invitation, now).await?.ok_or_else(ended)?;
    if shown.user.standing == Standing::Active { Ok(shown) } else { Err(ended()) }
}

/// Chooses the password of an invitation, and signs in; a second factor is asked for all the same. Every former session and key ends.
///
/// # Errors
/// `controls/invitation-ended`; those of a password that cannot be kept.
pub async fn accept(
    bench: &Workbench,
    given: &str,
    new: &str,
    coming: &Coming<'_>,
) -> Result<Entered, Fault> {
    let now = coming.now;
    let shown = invited(bench, given, now).await?;
    let ended = || Fault::from(Refusal::new("controls/invitation-ended"));
    let office = bench.office_of(shown.tenant).await?.ok_or_else(ended)?;
    let kept = new_password(&shown.user, &office, new).await?;
    let second = has_second(bench, shown.tenant, shown.user.id).await?;
    let mut tx = bench.store.begin(office.scope).await?;
    // Of two who come with the same invitation one finds it; looked for again now that it is our turn.
    if !tx.end_one(shown.user.id, PassKind::Invitation, &shown.pass.id).await? {
        return Err(ended());
    }
    tx.end_all(shown.user.id, None).await?;
    tx.set_password(shown.user.id, &kept, now).await?;
    tx.forgive(&hash(shown.user.login.as_bytes())).await?;
    let entered = enter(&mut tx, &shown.user, second, (By::Invitation, coming)).await?;
    tx.commit().await?;
    Ok(entered)
}

//! The second factor: a code of somebody's device, asked for after the password.
//!
//! ```text
//! propose (password) ─▶ secret ─▶ confirm (first code) ─▶ ten recovery codes, once
//! sign_in ─▶ half a session, five minutes, opens nothing else ─▶ second_step (code) ─▶ session
//! ```

use super::codes;
use super::journal::{By, kept_out};
use super::secret::hash;
use super::sign::{Attempts, Coming, Opened, active, current_password, later, open};
use super::{Office, Principal, Secret};
use crate::fault::Fault;
use crate::workbench::Workbench;
use atelier_domain::controls::{User, UserId};
use atelier_domain::language::{Refusal, TenantId};
use atelier_store::{Pass, PassKind, SecondFactor, Tx};
use jiff::Timestamp;
use qrcode::QrCode;
use qrcode::render::svg;
use url::Url;
use uuid::Uuid;

/// Seconds during which the code may be given after the password.
const HALF: i64 = 5 * 60;

/// What somebody shares with their device.
pub struct Enrolment {
    /// The secret, to be typed where no picture can be taken.
    pub secret: String,
    /// The same with the name of the account, for applications.
    pub uri: String,
    /// The same as a picture, SVG.
    pub picture: String,
}

/// What a right password opens.
#[derive(Debug)]
pub enum Entered {
    /// A session.
    Whole(Opened),
    /// Nothing yet: a code is asked for, with this secret.
    Half(Secret),
}

impl Entered {
    /// The session, when there is one already.
    pub fn whole(self) -> Option<Opened> {
        match self {
            Self::Whole(opened) => Some(opened),
            Self::Half(_) => None,
        }
    }
}

/// After the password: a session, or half of one for who has a second factor.
pub(super) async fn enter(
    tx: &mut Tx,
    user: &User,
    second: bool,
    (by, coming): (By, &Coming<'_>),
) -> Result<Entered, Fault> {
    let now = coming.now;
    if !second {
        let secret = open(tx, user, (by, coming)).await?;
        return Ok(Entered::Whole(Opened { secret, user: user.clone() }));
    }
    let secret = Secret::new()?;
    let pass = Pass {
        id: Uuid::now_v7().to_string(),
        name: String::new(),
        scopes: String::new(),
        made: now,
        seen: now,
        ends: later(now, HALF),
    };
    tx.give(user.id, PassKind::Half, &secret.hash(), &pass).await?;
    Ok(Entered::Half(secret))
}

/// Whether somebody has a second factor in use.
///
/// # Errors
/// An incident of the store.
pub async fn has_second(bench: &Workbench, tenant: TenantId, user: UserId) -> Result<bool, Fault> {
    Ok(confirmed(bench, tenant, user).await?.is_some())
}

async fn confirmed(bench: &Workbench, tenant: TenantId, user: UserId) -> Result<Option<SecondFactor>, Fault> {
    let found = bench.store.second_factor(tenant, user).await?;
    Ok(found.filter(|factor| factor.confirmed))
}

/// Gives the code after the password, and opens the session. A code serves once.
///
/// # Errors
/// `controls/sign-in-again`, `controls/wrong-code`, `controls/too-many-attempts`.
pub async fn second_step(
    bench: &Workbench,
    half: &str,
    code: &str,
    coming: &Coming<'_>,
) -> Result<Opened, Fault> {
    let now = coming.now;
    let again = || Fault::from(Refusal::new("controls/sign-in-again"));
    let half = Secret::read(half).ok_or_else(again)?;
    let shown = bench.store.shown(&half.hash(), PassKind::Half, now).await?.ok_or_else(again)?;
    let (office, user) = active(bench, shown.tenant, shown.user.id).await?.ok_or_else(again)?;
    let factor = confirmed(bench, office.tenant, user.id).await?.ok_or_else(again)?;
    let attempts = attempts(&user, now);
    attempts.check(bench).await?;
    let mut tx = bench.store.begin(office.scope).await?;
    if !served(&mut tx, user.id, &factor, code, now).await? {
        tx.rollback().await?;
        kept_out(bench, office.tenant, user.id, By::SecondFactor, now);
        return Err(wrong(bench, &attempts).await);
    }
    // Of two who come with the same half one finds it.
    if !tx.end_one(user.id, PassKind::Half, &shown.pass.id).await? {
        return Err(again());
    }
    attempts.forgive(&mut tx).await?;
    let secret = open(&mut tx, &user, (By::SecondFactor, coming)).await?;
    tx.commit().await?;
    Ok(Opened { secret, user })
}

/// Uses up a code of the device, or one kept for the day it is lost. Whether it served.
async fn served(
    tx: &mut Tx,
    user: UserId,
    factor: &SecondFactor,
    code: &str,
    now: Timestamp,
) -> Result<bool, Fault> {
    Ok(match codes::step_of(&factor.secret, code, now) {
        Some(step) => tx.use_step(user, step).await?,
        None => tx.use_recovery(user, &codes::kept(code)).await?,
    })
}

fn attempts(user: &User, now: Timestamp) -> Attempts {
    Attempts::of(hash(format!("second factor of {}", user.id).as_bytes()), now)
}

async fn wrong(bench: &Workbench, attempts: &Attempts) -> Fault {
    let counted = attempts.failed(bench).await;
    counted.err().unwrap_or_else(|| Refusal::new("controls/wrong-code").field("code").into())
}

/// A secret for one's device, asked for with the password; it serves once a first code confirmed it.
///
/// # Errors
/// `controls/not-allowed` with a key, `controls/wrong-sign-in` for the password, `controls/second-factor-on`.
pub async fn propose(
    bench: &Workbench,
    who: &Principal,
    password: &str,
    now: Timestamp,
) -> Result<Enrolment, Fault> {
    who.by_browser()?;
    current_password(bench, who, password, now).await?;
    let secret = codes::new_secret()?;
    let mut tx = bench.store.begin(who.office.scope).await?;
    if !tx.propose_factor(who.user.id, &secret).await? {
        return Err(Refusal::new("controls/second-factor-on").into());
    }
    tx.commit().await?;
    let uri = uri(&who.user.login, &secret)?;
    let code = QrCode::new(uri.as_bytes()).map_err(anyhow::Error::from)?;
    let picture = code.render::<svg::Color<'_>>().min_dimensions(200, 200).build();
    Ok(Enrolment { secret, uri, picture })
}

/// `otpauth://totp/Atelier:lea%40garonne.example?secret=…&issuer=Atelier`.
fn uri(login: &str, secret: &str) -> Result<String, Fault> {
    let mut uri = Url::parse("otpauth://totp/").map_err(anyhow::Error::from)?;
    uri.set_path(&format!("/Atelier:{login}"));
    uri.query_pairs_mut().append_pair("secret", secret).append_pair("issuer", "Atelier");
    Ok(uri.into())
}

/// Confirms the proposed secret by a first code. Every other session and key ends; the answer is the
/// codes for the day the device is lost, shown once.
///
/// # Errors
/// `controls/not-allowed` with a key, `controls/no-second-factor` without a proposed one, `controls/wrong-code`,
/// `controls/too-many-attempts`.
pub async fn confirm(
    bench: &Workbench,
    who: &Principal,
    code: &str,
    now: Timestamp,
) -> Result<Vec<String>, Fault> {
    who.by_browser()?;
    let none = || Fault::from(Refusal::new("controls/no-second-factor"));
    let found = bench.store.second_factor(who.office.tenant, who.user.id).await?;
    let factor = found.filter(|factor| !factor.confirmed).ok_or_else(none)?;
    let attempts = attempts(&who.user, now);
    attempts.check(bench).await?;
    let Some(step) = codes::step_of(&factor.secret, code, now) else {
        return Err(wrong(bench, &attempts).await);
    };
    let recovery = codes::new_recovery()?;
    let kept: Vec<String> = recovery.iter().map(|code| codes::kept(code)).collect();
    let mut tx = bench.store.begin(who.office.scope).await?;
    if !tx.confirm_factor(who.user.id, &factor.secret, step, &kept, now).await? {
        return Err(none());
    }
    tx.end_all(who.user.id, Some(&who.pass)).await?;
    attempts.forgive(&mut tx).await?;
    tx.commit().await?;
    Ok(recovery)
}

/// Gives up one's second factor, with the password and a code.
///
/// # Errors
/// `controls/not-allowed` with a key, `controls/no-second-factor`, `controls/wrong-sign-in`, `controls/wrong-code`,
/// `controls/too-many-attempts`.
pub async fn give_up(
    bench: &Workbench,
    who: &Principal,
    password: &str,
    code: &str,
    now: Timestamp,
) -> Result<(), Fault> {
    who.by_browser()?;
    let factor = confirmed(bench, who.office.tenant, who.user.id).await?;
    let factor = factor.ok_or_else(|| Refusal::new("controls/no-second-factor"))?;
    current_password(bench, who, password, now).await?;
    let attempts = attempts(&who.user, now);
    attempts.check(bench).await?;
    let mut tx = bench.store.begin(who.office.scope).await?;
    if !served(&mut tx, who.user.id, &factor, code, now).await? {
        tx.rollback().await?;
        return Err(wrong(bench, &attempts).await);
    }
    tx.forget_factor(who.user.id).await?;
    tx.end_all(who.user.id, Some(&who.pass)).await?;
    attempts.forgive(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

/// From the machine itself, for who lost device and codes: the second factor goes, and every session
/// and key ends. Whether there was one.
///
/// # Errors
/// An incident of the store.
pub async fn reset_second(bench: &Workbench, office: &Office, user: &User) -> Result<bool, Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let was = reset_second_in(&mut tx, user.id).await?;
    tx.commit().await?;
    Ok(was)
}

/// The same within a write.
///
/// # Errors
/// As [`reset_second`].
pub async fn reset_second_in(tx: &mut Tx, user: UserId) -> Result<bool, Fault> {
    let was = tx.forget_factor(user).await?;
    tx.end_all(user, None).await?;
    Ok(was)
}

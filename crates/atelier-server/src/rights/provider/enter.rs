//! From what a provider says to a user of ours, and in.

use super::{Brought, Identity, Provider, ProviderWay};
use crate::fault::Fault;
use crate::rights::Office;
use crate::rights::journal::{By, kept_out};
use crate::rights::second::{Entered, enter, has_second};
use crate::rights::sign::{Coming, active};
use crate::workbench::Workbench;
use atelier_domain::controls::{User, UserId};
use atelier_domain::language::{Refusal, TenantId};
use atelier_store::Tx;
use jiff::Timestamp;

/// Opens a session for the user whom the provider names, as a password would. The first time they are
/// found by the mail address that it verified, and tied to its name for them; from then on by that name.
///
/// # Errors
/// `controls/no-provider`; what [`Provider::identity`] refuses; `controls/provider-no-mail`, `controls/provider-domain`,
/// `controls/provider-unknown`, `controls/provider-closed` for a disabled user, `controls/provider-other` for one
/// tied to somebody else there.
pub async fn sign_in_by(
    bench: &Workbench,
    way: Option<&ProviderWay>,
    brought: &Brought,
    coming: &Coming<'_>,
) -> Result<Entered, Fault> {
    let now = coming.now;
    let provider = bench.provider()?;
    let identity = provider.identity(way, brought, now).await?;
    let (tenant, id) = match bench.store.tied(&provider.settings.issuer, &identity.subject).await? {
        Some(tied) => tied,
        None => by_mail(bench, provider, &identity).await?,
    };
    let (office, user) = open_to(bench, tenant, id, now).await?;
    let second = !provider.settings.trusts_second && has_second(bench, tenant, user.id).await?;
    let mut tx = bench.store.begin(office.scope).await?;
    if !tx.tie(user.id, &provider.settings.issuer, &identity.subject, now).await? {
        return Err(Refusal::new("controls/provider-other").with("given", user.login).into());
    }
    let entered = enter(&mut tx, &user, second, (By::Provider, coming)).await?;
    tx.commit().await?;
    Ok(entered)
}

/// From the machine itself: the provider's name for a user is forgotten, and every session and key ends.
/// Whether there was one.
///
/// # Errors
/// An incident of the store.
pub async fn untie(bench: &Workbench, office: &Office, user: &User) -> Result<bool, Fault> {
    let mut tx = bench.store.begin(office.scope).await?;
    let was = untie_in(&mut tx, user.id).await?;
    tx.commit().await?;
    Ok(was)
}

/// The same within a write.
///
/// # Errors
/// As [`untie`].
pub async fn untie_in(tx: &mut Tx, user: UserId) -> Result<bool, Fault> {
    let was = tx.untie(user).await?;
    tx.end_all(user, None).await?;
    Ok(was)
}

/// The user whose login is the mail address that the provider verified.
async fn by_mail(
    bench: &Workbench,
    provider: &Provider,
    identity: &Identity,
) -> Result<(TenantId, UserId), Fault> {
    let mail = identity.mail.as_ref().map(|mail| mail.trim().to_lowercase());
    let mail = mail.ok_or_else(|| Refusal::new("controls/provider-no-mail"))?;
    if !provider.settings.takes(&mail) {
        let known = provider.settings.domains.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        return Err(Refusal::new("controls/provider-domain").with("given", mail).with("known", known).into());
    }
    let known = bench.store.credential(&mail).await?;
    let known = known.ok_or_else(|| Refusal::new("controls/provider-unknown").with("given", mail))?;
    Ok((known.tenant, known.user))
}

async fn open_to(
    bench: &Workbench,
    tenant: TenantId,
    id: UserId,
    now: Timestamp,
) -> Result<(Office, User), Fault> {
    let found = active(bench, tenant, id).await?;
    if found.is_none() {
        kept_out(bench, tenant, id, By::Provider, now);
    }
    Ok(found.ok_or_else(|| Refusal::new("controls/provider-closed"))?)
}

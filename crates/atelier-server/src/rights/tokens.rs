//! Access keys: for programs, named, narrowed, with an end.

use super::sign::pass;
use super::{Principal, Secret};
use crate::fault::Fault;
use crate::workbench::Workbench;
use atelier_domain::controls::Permission;
use atelier_domain::language::{Refusal, Refusals};
use atelier_store::{Pass, PassKind};
use jiff::Timestamp;

/// How a key begins, so that scanners of leaked secrets know it.
pub(super) const PREFIX: &str = "atl_";
/// Most keys of one person.
const MOST: usize = 50;

/// A key to be made.
#[derive(Clone, Debug, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TokenAsked {
    /// What for.
    pub name: String,
    /// Permissions it is narrowed to; empty: all of its owner's.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// Days it lives.
    pub days: i64,
}

/// Makes a key for somebody; its text is shown once.
///
/// # Errors
/// `controls/not-allowed` with another key; `controls/no-pass-name`, `controls/unknown-permission`, `controls/pass-days`,
/// `controls/too-many-passes`; all together.
pub async fn make_token(
    bench: &Workbench,
    who: &Principal,
    asked: TokenAsked,
    now: Timestamp,
) -> Result<(String, Pass), Fault> {
    who.by_browser()?;
    let name = asked.name.trim();
    let mut refused = Refusals::default();
    if name.is_empty() || name.chars().count() > 80 {
        refused.push(Refusal::new("controls/no-pass-name").field("name"));
    }
    if !(1..=366).contains(&asked.days) {
        refused.push(Refusal::new("controls/pass-days").field("days").with("given", asked.days));
    }
    for scope in asked.scopes.iter().filter(|scope| scope.parse::<Permission>().is_err()) {
        let known = Permission::ALL.map(Permission::code).join(", ");
        let refusal = Refusal::new("controls/unknown-permission").field("scopes");
        refused.push(refusal.with("given", scope.as_str()).with("known", known));
    }
    let count = bench.store.passes(who.office.tenant, who.user.id, PassKind::Token).await?.len();
    if count >= MOST {
        refused.push(Refusal::new("controls/too-many-passes").with("count", count));
    }
    refused.or(())?;
    let secret = Secret::new()?;
    let made = Pass { scopes: asked.scopes.join(" "), ..pass(name, now, asked.days.saturating_mul(24)) };
    let mut tx = bench.store.begin(who.office.scope).await?;
    tx.give(who.user.id, PassKind::Token, &secret.hash(), &made).await?;
    tx.commit().await?;
    Ok((format!("{PREFIX}{}", secret.reveal()), made))
}

/// Withdraws one of one's keys.
///
/// # Errors
/// `controls/unknown-pass`, also for a key of somebody else.
pub async fn withdraw_token(bench: &Workbench, who: &Principal, id: &str) -> Result<(), Fault> {
    let mut tx = bench.store.begin(who.office.scope).await?;
    if !tx.end_one(who.user.id, PassKind::Token, id).await? {
        return Err(Refusal::new("controls/unknown-pass").with("given", id).into());
    }
    tx.commit().await?;
    Ok(())
}

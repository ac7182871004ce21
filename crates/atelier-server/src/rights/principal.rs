//! From what a request carries to somebody known.

use super::{Office, Secret, sign};
use crate::fault::Fault;
use crate::workbench::Workbench;
use atelier_domain::controls::{Permission, Policy, Reach, Standing, User, below};
use atelier_domain::language::Refusal;
use atelier_store::{PassKind, Reader, Shown};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;

/// How somebody came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// With a browser, by its cookie.
    Session,
    /// With a program, by its key.
    Token,
    /// With a calendar program, by the secret address of its owner's appointments.
    Feed,
}

impl Way {
    fn kind(self) -> PassKind {
        match self {
            Self::Session => PassKind::Session,
            Self::Token => PassKind::Token,
            Self::Feed => PassKind::Feed,
        }
    }
}

/// Somebody known, as of this request.
#[derive(Clone, Debug)]
pub struct Principal {
    /// Who.
    pub user: User,
    /// Their company.
    pub office: Office,
    /// How they came.
    pub way: Way,
    /// Hash of what they showed.
    pub pass: String,
    /// Identity of it, as its owner's list has it.
    pub pass_id: String,
    /// What a key is narrowed to; empty: nothing is.
    narrowed: Vec<Permission>,
}

impl Principal {
    /// Who shows this secret; nothing when it opens nothing (any more).
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn of(
        bench: &Workbench,
        secret: &Secret,
        way: Way,
        now: Timestamp,
    ) -> Result<Option<Self>, Fault> {
        let hash = secret.hash();
        let Some(shown) = bench.store.shown(&hash, way.kind(), now).await? else { return Ok(None) };
        let Some(narrowed) = opens(&shown, way, now) else { return Ok(None) };
        let Shown { tenant, user, pass, .. } = shown;
        if now.duration_since(pass.seen) > SignedDuration::from_mins(5) {
            remember(bench, hash.clone(), now);
        }
        let Some(office) = bench.office_of(tenant).await? else { return Ok(None) };
        Ok(Some(Self { user, office, way, pass: hash, pass_id: pass.id, narrowed }))
    }

    /// The same person at a later moment, for whoever looks on without asking again; nothing when their pass ended,
    /// they may no longer come in, or what they look at is no longer theirs to see. To look on is no use of a session:
    /// one that nobody uses ends all the same.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn still(
        &self,
        reader: &mut Reader,
        permission: Permission,
        now: Timestamp,
    ) -> Result<Option<Self>, Fault> {
        let Some(shown) = reader.shown(&self.pass, self.way.kind(), now).await? else { return Ok(None) };
        let Some(narrowed) = opens(&shown, self.way, now) else { return Ok(None) };
        let now = Self { user: shown.user, narrowed, ..self.clone() };
        Ok(Some(now).filter(|now| now.reach(permission) != Reach::Nobody))
    }

    /// How far they may go under a permission: the policy for their roles, within what their key says.
    pub fn reach(&self, permission: Permission) -> Reach {
        if !self.narrowed.is_empty() && !self.narrowed.contains(&permission) {
            return Reach::Nobody;
        }
        Policy::shipped().reach(permission, &self.user.roles)
    }

    /// Whether whatever they read and write is in the access journal.
    pub(super) fn is_privileged(&self) -> bool {
        self.user.roles.iter().any(|role| role.is_privileged())
    }

    /// Refuses somebody who came with a key: one that leaks must not make others, nor lock its owner out.
    ///
    /// # Errors
    /// `controls/not-allowed`.
    pub(super) fn by_browser(&self) -> Result<(), Refusal> {
        if self.way == Way::Session {
            return Ok(());
        }
        let refusal = Refusal::new("controls/not-allowed").with("permission", Permission::OwnAccess.code());
        Err(refusal.with("roles", "–"))
    }

    /// The teams that "team" means for them: their unit and those below it.
    ///
    /// # Errors
    /// An incident of the store.
    pub async fn teams(&self, bench: &Workbench) -> Result<BTreeSet<String>, Fault> {
        let Some(unit) = &self.user.unit else { return Ok(BTreeSet::new()) };
        let units = bench.store.read(self.office.scope).await?.units().await?;
        Ok(below(&units, &[unit]))
    }
}

/// What a pass that was shown is narrowed to (empty: nothing is), when it still opens something.
fn opens(shown: &Shown, way: Way, now: Timestamp) -> Option<Vec<Permission>> {
    let Shown { pass, user, .. } = shown;
    let since = now.duration_since(pass.seen);
    let is_idle = way == Way::Session && since > SignedDuration::from_hours(sign::IDLE);
    if is_idle || user.standing != Standing::Active {
        return None;
    }
    // A scope that this program no longer knows opens nothing, rather than everything.
    let narrowed: Vec<Permission> =
        pass.scopes.split_whitespace().filter_map(|scope| scope.parse().ok()).collect();
    (!narrowed.is_empty() || pass.scopes.is_empty()).then_some(narrowed)
}

/// Without keeping the reader waiting: an import may hold the only writer's place.
fn remember(bench: &Workbench, hash: String, now: Timestamp) {
    let store = bench.store.clone();
    tokio::spawn(async move {
        if let Err(error) = store.seen(&hash, now).await {
            tracing::warn!(error = error.to_string(), "the use of a pass was not remembered");
        }
    });
}

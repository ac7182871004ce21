//! The access journal: who was refused what, what the privileged read, who came in and who was kept out.

use crate::workbench::Workbench;
use atelier_domain::controls::{Permission, UserId};
use atelier_domain::language::{Catalogue, TenantId};
use atelier_store::Noted;
use jiff::Timestamp;
use uuid::Uuid;

/// By what somebody comes in.
#[derive(Clone, Copy, Debug)]
pub(super) enum By {
    Password,
    SecondFactor,
    Invitation,
    Provider,
}

impl By {
    fn object(self) -> &'static str {
        match self {
            Self::Password => "sign-in/password",
            Self::SecondFactor => "sign-in/second-factor",
            Self::Invitation => "sign-in/invitation",
            Self::Provider => "sign-in/provider",
        }
    }
}

/// What the permission of a line lets one do, for a reader; its code when no such permission is known any more.
pub fn right_told(code: &str, words: &Catalogue) -> String {
    let id = ["controls-permission-", &code.replace('/', "-")].concat();
    if words.has(&id) { words.plain(&id) } else { code.to_owned() }
}

/// A line about something asked under a permission.
pub(super) fn line(
    user: UserId,
    permission: Permission,
    object: &str,
    outcome: &str,
    at: Timestamp,
) -> Noted {
    Noted {
        id: Uuid::now_v7().to_string(),
        at,
        user: user.to_string(),
        permission: permission.code().to_owned(),
        space: permission.space().code().to_owned(),
        object: object.chars().take(200).collect(),
        outcome: outcome.to_owned(),
    }
}

/// Somebody came in.
pub(super) fn entered(user: UserId, by: By, at: Timestamp) -> Noted {
    line(user, Permission::OwnAccess, by.object(), "entered", at)
}

/// Somebody known was kept out. Written meanwhile: the time that an answer takes must not tell who is
/// known here.
pub(super) fn kept_out(bench: &Workbench, tenant: TenantId, user: UserId, by: By, at: Timestamp) {
    let noted = line(user, Permission::OwnAccess, by.object(), "refused", at);
    let store = bench.store.clone();
    tokio::spawn(async move {
        if let Err(error) = store.note(tenant, &noted).await {
            tracing::error!(error = error.to_string(), object = noted.object, "access journal not written");
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use atelier_domain::language::Lang;

    #[test]
    fn every_permission_is_told_in_both_languages() {
        for words in [Lang::Fr, Lang::En].map(Catalogue::of) {
            let told: Vec<String> = Permission::ALL.iter().map(|one| right_told(one.code(), words)).collect();
            for (one, told) in Permission::ALL.iter().zip(&told) {
                assert_ne!(told, one.code(), "it has no sentence");
                assert_eq!(told.trim(), told);
            }
            let distinct: std::collections::BTreeSet<&String> = told.iter().collect();
            assert_eq!(distinct.len(), told.len(), "two permissions are told alike");
            assert_eq!(right_told("gone/read", words), "gone/read");
        }
    }
}

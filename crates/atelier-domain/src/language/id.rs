//! Identities: one type each, so that none is taken for another.
//!
//! An object that comes from outside (an import, a sheet) has an id derived from its tenant and
//! its key (UUID version 5), so the same source gives the same ids on every machine and engine;
//! see docs/decisions/2026-11-22-ids.md. An object born here gets a time-ordered one (version 7).

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $kind:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The id of the object that `tenant` knows under `key`. Same input, same id.
            pub fn of(tenant: TenantId, key: &str) -> Self {
                Self(Uuid::new_v5(&tenant.0, format!(concat!($kind, "/{}"), key).as_bytes()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(out)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }
    };
}

/// A company that works with Atelier; nothing crosses from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TenantId(pub Uuid);

impl TenantId {
    /// The id of the company known on this installation under `code`.
    pub fn of(code: &str) -> Self {
        Self(Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("atelier/{code}").as_bytes()))
    }
}

impl fmt::Display for TenantId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for TenantId {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Self)
    }
}

id!(
    /// A customer or prospect firm (*compte*).
    AccountId, "account"
);
id!(
    /// Somebody who works: seller, caller, presales.
    PersonId, "person"
);
id!(
    /// Somebody at a customer (*contact*).
    ContactId, "contact"
);
id!(
    /// Something sold.
    ProductId, "product"
);
id!(
    /// An opportunity (*affaire*): one case on its way through a process.
    CaseId, "case"
);
id!(
    /// An action order (*ordre d'action*).
    OrderId, "order"
);
id!(
    /// A conversation held.
    ConversationId, "conversation"
);
id!(
    /// A promise made in a conversation.
    PromiseId, "promise"
);
id!(
    /// A file that proves something.
    FileId, "file"
);

//! The archive apart (*archive intermédiaire*): somebody at a customer who is taken out of what people work with,
//! and kept for as long as what was concluded with their firm may have to be proved.
//!
//! Source: note on the law, "at the term one may ask once, else erase or archive"; intermediate archive five years
//! for contracts, ten for accounting records, apart, with readers of its own.

use crate::language::{ContactId, ConversationId, FileId, PromiseId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What somebody is kept for (*motif d’archivage*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// A contract, as long as one may be sued for it.
    Contract,
    /// The accounts, whose records are kept longer.
    Accounts,
}

impl Ground {
    /// Every ground.
    pub const ALL: &[Self] = &[Self::Contract, Self::Accounts];

    /// As written on the command line and in facts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Contract => "contract",
            Self::Accounts => "accounts",
        }
    }
}

impl fmt::Display for Ground {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl FromStr for Ground {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|ground| ground.code() == text).ok_or(())
    }
}

/// Somebody at a customer who is in the archive apart. It holds identities and days, and no personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    /// Who.
    pub person: ContactId,
    /// What for.
    pub ground: Ground,
    /// The day they were put there.
    pub on: Date,
    /// The first day on which they are to be erased.
    pub until: Date,
    /// The conversations that named them.
    pub conversations: Vec<ConversationId>,
    /// The promises that named them.
    pub promises: Vec<PromiseId>,
    /// The files about them: their bytes are kept as long.
    pub files: Vec<FileId>,
}

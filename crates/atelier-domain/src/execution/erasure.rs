//! The erasure of a person: what remains is that there was somebody, and why nothing is left.

use crate::language::ContactId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Why a person is erased. A closed list: a free text could say who it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErasureReason {
    /// The person asked for it (GDPR, article 17).
    Request,
    /// The person objected to the use of their data (article 21).
    Objection,
    /// The term of keeping is over.
    Retention,
    /// They should never have been written down.
    Mistake,
}

impl ErasureReason {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Request, Self::Objection, Self::Retention, Self::Mistake];

    /// As written on the command line and in facts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Objection => "objection",
            Self::Retention => "retention",
            Self::Mistake => "mistake",
        }
    }
}

impl fmt::Display for ErasureReason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl FromStr for ErasureReason {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|reason| reason.code() == text).ok_or(())
    }
}

/// Somebody at a customer of whom nothing is left (*effacement*). It holds no personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Who it was.
    pub person: ContactId,
    /// Why.
    pub reason: ErasureReason,
    /// The day it was done.
    pub on: Date,
}

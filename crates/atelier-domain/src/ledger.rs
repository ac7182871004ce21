//! Facts: who said what, when, under which purpose, about which object.
//!
//! A fact is one envelope with one row per object it speaks of; an import of a million rows is one
//! fact. Facts are never edited: a correction is a new fact that names the one it corrects.
//! The ledger does not know what a payload means; the words above it do.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// The identity of a fact: time-ordered (UUID version 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactId(pub Uuid);

impl fmt::Display for FactId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// Why a datum is kept and read; a datum captured for one purpose reaches another only by a declared act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Running the sales work, owned by the seller and the coach.
    Performance,
    /// Controls, with restricted readers.
    Control,
    /// Variable pay.
    Pay,
    /// Keeping the installation itself.
    Upkeep,
}

impl Purpose {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Performance => "performance",
            Self::Control => "control",
            Self::Pay => "pay",
            Self::Upkeep => "upkeep",
        }
    }
}

/// What a fact says of one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `word/thing`, such as `execution/case`: tells how to read the payload.
    pub kind: &'static str,
    /// The object.
    pub object: Uuid,
    /// The day from which it is true in the world, when it differs from the day it was recorded.
    pub valid: Option<Date>,
    /// JSON with its fields in a fixed order, so that the same thing said twice is the same text.
    pub payload: String,
}

/// One write: everything it says is true together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its identity.
    pub id: FactId,
    /// Who: a login, or `system`.
    pub actor: String,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// Under which purpose.
    pub purpose: Purpose,
    /// The act, such as `execution/import` or `ledger/undo`.
    pub act: &'static str,
    /// The fact it corrects or undoes.
    pub corrects: Option<FactId>,
    /// Where it comes from, in a few words: a file name, a command.
    pub source: String,
    /// What it says, object by object.
    pub rows: Vec<Row>,
}

/// Undoes everything that the corrected fact said.
pub const UNDO: &str = "ledger/undo";

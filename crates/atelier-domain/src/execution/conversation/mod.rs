//! Conversations held with customers: what came out of one, what each side promised, what proves it.
//!
//! What a customer said is personal data as soon as it is known who said it: rows that name a person
//! ([`Conversation::person`]) are kept under that person's key and go with it.

mod board;
mod brief;
mod capture;
mod file;
mod give_back;
mod health;
mod promise;
mod suggest;
mod unplanned;

pub use board::{FlowLine, flow};
pub use brief::{Had, evidence_had, evidence_wanted, goal, promises_to_read};
pub use capture::{Captured, PromiseSaid, Scene, Talk, capture, given_to};
pub use file::{EvidenceFile, FILE_BYTES, FileOf, media_of};
pub use give_back::{GiveBack, give_back};
pub use health::{Cause, Grade, HEALTH_POINTS, Health, health};
pub use promise::{Promise, PromiseOutcome, PromiseState, Side};
pub use suggest::{SILENT_DAYS, Situation, Suggestion, SuggestionRule};
pub use unplanned::{Chance, unplanned};

use super::order::Proof;
use crate::language::{AccountId, CaseId, ContactId, ConversationId, FileId, OrderId};
use crate::process::Channel;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a conversation changed, without what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The customer went forward.
    Progress,
    /// The customer stands where they stood.
    NoProgress,
    /// There is no deal to be made here.
    Disqualified,
}

impl Change {
    /// As stored and as told.
    pub fn code(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::NoProgress => "no-progress",
            Self::Disqualified => "disqualified",
        }
    }
}

/// A conversation held (*conversation*), as it was captured: one for each order that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Identity.
    pub id: ConversationId,
    /// The order it was.
    pub order: OrderId,
    /// The opportunity it worked on.
    pub case: Option<CaseId>,
    /// The firm.
    pub account: Option<AccountId>,
    /// With whom, when it was said.
    pub person: Option<ContactId>,
    /// Process, step and operation of the order, by code: what it was about, once the order is gone from the plan.
    pub process: String,
    /// Step.
    pub step: String,
    /// Operation; empty for a conversation that nothing had planned.
    pub operation: String,
    /// How it was held, when nothing had planned it; else the operation says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Codes of those of us who were there.
    pub sellers: Vec<String>,
    /// When it was captured, microseconds UTC.
    pub captured_us: i64,
    /// Time it took to write it down, in seconds, when that was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_seconds: Option<i64>,
    /// The day.
    pub held_on: Date,
    /// What it changed.
    pub change: Change,
    /// The goal, in the customer's words; may be empty.
    pub goal: String,
    /// A note to oneself; may be empty.
    pub note: String,
    /// Day agreed for the next one.
    pub next_on: Option<Date>,
    /// Evidence from the customer, when there is some.
    pub evidence: Option<Proof>,
    /// Files that prove it.
    pub files: Vec<FileId>,
    /// Login of who captured it.
    pub by: String,
}

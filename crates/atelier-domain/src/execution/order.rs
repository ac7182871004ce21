//! The action order (*ordre d'action*): one unit of sales work, from the plan's suggestion to its result.
//!
//! Fields are serialised in the order written here: the same order is always the same text.

use crate::language::{CaseId, Minutes, OrderId};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// One operation to do for a customer, with whom, when, and what came out of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionOrder {
    /// Identity.
    pub id: OrderId,
    /// The case it moves on; `None` while the plan only knows that a contact is to be found.
    pub case: Option<CaseId>,
    /// The customer as shown on the day's list.
    pub customer: String,
    /// Process it comes from, by code.
    pub process: String,
    /// Version of that process: its playbook and its standards. Kept once released.
    pub version: u32,
    /// Step of the process, by code.
    pub step: String,
    /// Operation of the step's routing, by code.
    pub operation: String,
    /// Resource kinds that do it together.
    pub kinds: Vec<String>,
    /// Who does it, one resource code per kind; empty while nobody is chosen.
    pub people: Vec<String>,
    /// Units handled in the sitting.
    pub units: i64,
    /// Time planned, for each person.
    pub minutes: Minutes,
    /// Start, in the company's zone; `None`: not placed in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<DateTime>,
    /// End, in the company's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<DateTime>,
    /// Day by which it should be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// To what end the conversation is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Where it stands, with what is known there.
    pub state: State,
}

/// Where an action order stands, with what is known at that point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "phase", rename_all = "kebab-case")]
pub enum State {
    /// The plan proposes it; the next plan may move it or take it back.
    Suggested,
    /// Its date holds unless there is a reason.
    Firm,
    /// Given to its people; its process version no longer changes.
    Released,
    /// Under way.
    Started {
        /// Since when.
        at: DateTime,
    },
    /// Declared, awaiting its closing.
    Done(Report),
    /// Read and kept.
    Closed(Report),
    /// Will not be done.
    Cancelled {
        /// In the words of whoever gave it up.
        why: String,
    },
}

/// What was declared at the end of the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What it changed for the customer.
    pub outcome: Outcome,
    /// Time spent, by each person.
    pub minutes: Minutes,
    /// When it was declared.
    pub at: DateTime,
}

/// What a done order changed for the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The customer went forward.
    Progress(Backing),
    /// The customer stands where he stood.
    NoProgress,
    /// There is no deal to be made here: what was planned for it is freed.
    Disqualified,
}

impl Outcome {
    /// As told.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Progress(_) => "progress",
            Self::NoProgress => "no-progress",
            Self::Disqualified => "disqualified",
        }
    }
}

/// What a progress rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Backing {
    /// A fact from the customer (*preuve client*).
    Proof(Proof),
    /// Nothing yet: the progress counts, marked as such everywhere it is shown.
    WithoutEvidence,
}

/// A dated fact from the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Kind of evidence of the step, by code.
    pub kind: String,
    /// Day of the customer's fact.
    pub on: Date,
    /// Where it can be read: a mail's subject, a file's name.
    pub reference: String,
}

/// The name of a state, without its data: what a filter, a column and the transition table speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// See [`State::Suggested`].
    Suggested,
    /// See [`State::Firm`].
    Firm,
    /// See [`State::Released`].
    Released,
    /// See [`State::Started`].
    Started,
    /// See [`State::Done`].
    Done,
    /// See [`State::Closed`].
    Closed,
    /// See [`State::Cancelled`].
    Cancelled,
}

impl Phase {
    /// Every phase, in the order of life.
    pub const ALL: [Self; 7] = [
        Self::Suggested,
        Self::Firm,
        Self::Released,
        Self::Started,
        Self::Done,
        Self::Closed,
        Self::Cancelled,
    ];

    /// The phases that may come next.
    ///
    /// A released order may be declared done at once: nobody presses "start" before a call of three
    /// minutes. A started one is not cancelled, since its time was spent: it is done, without progress.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Suggested => &[Self::Firm, Self::Cancelled],
            Self::Firm => &[Self::Released, Self::Cancelled],
            Self::Released => &[Self::Started, Self::Done, Self::Cancelled],
            Self::Started => &[Self::Done],
            Self::Done => &[Self::Closed],
            Self::Closed | Self::Cancelled => &[],
        }
    }

    /// As stored and as written in messages' names.
    pub fn code(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Firm => "firm",
            Self::Released => "released",
            Self::Started => "started",
            Self::Done => "done",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Still to be done, so that it loads somebody's calendar. A started order is not freed by others.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Suggested | Self::Firm | Self::Released)
    }
}

impl ActionOrder {
    /// The name of its state.
    pub fn phase(&self) -> Phase {
        match self.state {
            State::Suggested => Phase::Suggested,
            State::Firm => Phase::Firm,
            State::Released => Phase::Released,
            State::Started { .. } => Phase::Started,
            State::Done(_) => Phase::Done,
            State::Closed(_) => Phase::Closed,
            State::Cancelled { .. } => Phase::Cancelled,
        }
    }

    /// What was declared, once done.
    pub fn report(&self) -> Option<&Report> {
        match &self.state {
            State::Done(report) | State::Closed(report) => Some(report),
            _ => None,
        }
    }
}

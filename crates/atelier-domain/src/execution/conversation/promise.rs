//! Promises of a conversation, on both sides.

use crate::language::{AccountId, CaseId, ContactId, ConversationId, OrderId, PromiseId, Refusal, Refusals};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// We did.
    Ours,
    /// The customer did.
    Theirs,
}

impl Side {
    /// As stored and as told.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Theirs => "theirs",
        }
    }
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PromiseState {
    /// Still to be kept.
    Open,
    /// Kept.
    Kept,
    /// Not kept.
    Broken,
    /// Not needed any more: counts for nobody nor against.
    Dropped,
}

impl PromiseState {
    /// As stored and as told.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::Dropped => "dropped",
        }
    }
}

/// Something one side said it would do, by a day (*engagement*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Identity.
    pub id: PromiseId,
    /// Where it was made.
    pub conversation: ConversationId,
    /// The order that the conversation was.
    pub order: OrderId,
    /// The opportunity.
    pub case: Option<CaseId>,
    /// The firm.
    pub account: Option<AccountId>,
    /// The customer's person, when it was said who.
    pub person: Option<ContactId>,
    /// Codes of those of us who were there.
    pub sellers: Vec<String>,
    /// Who promised.
    pub side: Side,
    /// What.
    pub what: String,
    /// The day it was made.
    pub made_on: Date,
    /// By when.
    pub due_on: Option<Date>,
    /// What became of it.
    pub state: PromiseState,
    /// The day that was settled.
    pub settled_on: Option<Date>,
    /// Why it was moved, broken or dropped; may be empty.
    pub reason: String,
}

/// What is said of a promise later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PromiseOutcome {
    /// It was kept.
    Kept,
    /// It was not.
    Broken,
    /// It is not needed any more.
    Dropped,
    /// Both agreed on another day.
    Moved(Option<Date>),
    /// It was settled by mistake.
    Reopened,
}

/// Most characters of a reason.
const REASON: usize = 200;

impl Promise {
    /// Whether its day is past and it is still to be kept.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state == PromiseState::Open && self.due_on.is_some_and(|due| due < today)
    }

    /// The promise after what is said of it.
    ///
    /// # Errors
    /// `execution/promise-settled` unless it is reopened, `execution/promise-no-date` for a move without a
    /// day or to a past one, `execution/conversation-too-long` for the reason.
    pub fn settled(&self, outcome: &PromiseOutcome, reason: &str, today: Date) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        let is_open = self.state == PromiseState::Open;
        if is_open == (*outcome == PromiseOutcome::Reopened) {
            let refusal = Refusal::new("execution/promise-settled").field("outcome");
            refused.push(refusal.with("state", self.state.code()));
        }
        if reason.chars().count() > REASON {
            let refusal = Refusal::new("execution/conversation-too-long").field("reason");
            refused.push(refusal.with("most", REASON));
        }
        let mut after = Self { reason: reason.trim().to_owned(), ..self.clone() };
        let state = match outcome {
            PromiseOutcome::Kept => PromiseState::Kept,
            PromiseOutcome::Broken => PromiseState::Broken,
            PromiseOutcome::Dropped => PromiseState::Dropped,
            PromiseOutcome::Reopened => PromiseState::Open,
            PromiseOutcome::Moved(day) => {
                if day.is_none_or(|day| day < today) {
                    refused.push(Refusal::new("execution/promise-no-date").field("due_on"));
                }
                after.due_on = *day;
                PromiseState::Open
            }
        };
        after.state = state;
        after.settled_on = (state != PromiseState::Open).then_some(today);
        refused.or(after)
    }
}

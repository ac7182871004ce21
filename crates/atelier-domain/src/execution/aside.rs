//! A suggestion of the day without an action, postponed or refused by the one it was made to: their list changes.

use super::conversation::{Conversation, Promise, PromiseState, Suggestion, SuggestionRule};
use super::deferral::{DeferralAsked, Put};
use crate::language::{AccountId, CaseId, ConversationId, PromiseId, Refusals};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a suggestion reminds of, when the rule speaks of something said rather than of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reminder {
    /// A promise to be kept.
    Promise(PromiseId),
    /// A conversation that agreed on a day.
    Conversation(ConversationId),
}

impl Reminder {
    /// The identity of the promise or of the conversation.
    pub fn id(self) -> Uuid {
        match self {
            Self::Promise(id) => id.0,
            Self::Conversation(id) => id.0,
        }
    }
}

/// A suggestion put aside: one for each thing it reminds of, the last said counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// Of what it reminded.
    pub about: Reminder,
    /// Code of the one to whom it is suggested.
    pub seller: Option<String>,
    /// The opportunity.
    pub case: Option<CaseId>,
    /// The firm.
    pub account: Option<AccountId>,
    /// The day it spoke of; moved since, the reminder is another one.
    pub day: Option<Date>,
    /// How it was put aside.
    pub put: Put,
    /// Day from which it is back; for what is postponed.
    pub until: Option<Date>,
    /// Why.
    pub reason: String,
    /// The day it was said.
    pub said_on: Date,
    /// Login of who said it.
    pub by: String,
}

/// What there is to be reminded of, for whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminded {
    /// Of what.
    pub about: Reminder,
    /// Codes of those it is suggested to, the first of them above all.
    pub sellers: Vec<String>,
    case: Option<CaseId>,
    account: Option<AccountId>,
    day: Option<Date>,
}

impl Promise {
    /// Of what its day reminds; nothing once it is settled.
    pub fn reminder(&self) -> Option<Reminded> {
        let (about, sellers) = (Reminder::Promise(self.id), self.sellers.clone());
        let day = self.due_on.filter(|_| self.state == PromiseState::Open)?;
        Some(Reminded { about, sellers, case: self.case, account: self.account, day: Some(day) })
    }
}

impl Conversation {
    /// Of what the day it agreed on reminds.
    pub fn reminder(&self) -> Option<Reminded> {
        let (about, sellers) = (Reminder::Conversation(self.id), self.sellers.clone());
        let day = self.next_on?;
        Some(Reminded { about, sellers, case: self.case, account: self.account, day: Some(day) })
    }
}

impl Suggestion {
    /// Of what it reminds, when its rule speaks of something said.
    pub fn reminder(&self) -> Option<Reminder> {
        match self.rule {
            SuggestionRule::AgreedDate => self.conversation.map(Reminder::Conversation),
            SuggestionRule::PromiseOurs | SuggestionRule::PromiseTheirs => {
                self.promise.map(Reminder::Promise)
            }
            SuggestionRule::Silent | SuggestionRule::NoDate | SuggestionRule::Ahead => None,
        }
    }
}

impl Aside {
    /// Puts a suggestion aside.
    ///
    /// # Errors
    /// `execution/no-reason`, `execution/conversation-too-long`, `execution/postponed-to-the-past`; all together.
    pub fn of(of: Reminded, asked: &DeferralAsked, (today, by): (Date, &str)) -> Result<Self, Refusals> {
        asked.faults(today).or(Self {
            about: of.about,
            seller: of.sellers.into_iter().next(),
            case: of.case,
            account: of.account,
            day: of.day,
            put: asked.put,
            until: asked.until.filter(|_| asked.put == Put::Postponed),
            reason: asked.reason.trim().to_owned(),
            said_on: today,
            by: by.to_owned(),
        })
    }

    /// Whether a suggestion is not to be made on a day because of it.
    pub fn hides(&self, one: &Suggestion, day: Date) -> bool {
        one.reminder() == Some(self.about) && one.day == self.day && self.put.hides(self.until, day)
    }

    /// Whether it still says something.
    pub fn stands(&self) -> bool {
        self.put != Put::Withdrawn
    }
}

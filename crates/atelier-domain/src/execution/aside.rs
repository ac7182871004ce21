//! A suggestion of the day without an action, postponed or refused by the one it was made to: their list changes.

use super::conversation::{Conversation, Promise, PromiseState, Suggestion, SuggestionRule};
use super::deferral::{DeferralAsked, Deferred};
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

/// A suggestion put aside.
pub type Aside = Deferred<Reminded>;

/// What there is to be reminded of, for whom and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminded {
    /// Of what.
    pub about: Reminder,
    /// Code of the one to whom it is suggested above all.
    pub seller: Option<String>,
    /// The opportunity.
    pub case: Option<CaseId>,
    /// The firm.
    pub account: Option<AccountId>,
    /// The day it speaks of; moved since, the reminder is another one.
    pub day: Option<Date>,
}

impl Promise {
    /// Of what its day reminds; nothing once it is settled.
    pub fn reminder(&self) -> Option<Reminded> {
        let (about, seller) = (Reminder::Promise(self.id), self.sellers.first().cloned());
        let day = self.due_on.filter(|_| self.state == PromiseState::Open)?;
        Some(Reminded { about, seller, case: self.case, account: self.account, day: Some(day) })
    }
}

impl Conversation {
    /// Of what the day it agreed on reminds.
    pub fn reminder(&self) -> Option<Reminded> {
        let (about, seller) = (Reminder::Conversation(self.id), self.sellers.first().cloned());
        let day = self.next_on?;
        Some(Reminded { about, seller, case: self.case, account: self.account, day: Some(day) })
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
    pub fn of(of: Reminded, asked: &DeferralAsked, who: (Date, &str)) -> Result<Self, Refusals> {
        Self::said(of, asked, who, Refusals::default())
    }

    /// Whether a suggestion is not to be made on a day because of it.
    pub fn silences(&self, one: &Suggestion, day: Date) -> bool {
        one.reminder() == Some(self.of.about) && one.day == self.of.day && self.hides(day)
    }
}

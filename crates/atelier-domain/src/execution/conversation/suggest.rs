//! The next best conversations beyond the schedule (*prochaines conversations utiles*): at most five, each by one rule
//! that can be said in a line, at most one for each opportunity.

use super::brief::days;
use super::{Conversation, Promise, Side};
use crate::execution::aside::Aside;
use crate::execution::market::{Case, Standing};
use crate::execution::order::ActionOrder;
use crate::language::{AccountId, CaseId, ConversationId, Minutes, OrderId, PromiseId};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// Most suggestions of a day.
const SUGGESTED: usize = 5;
/// Days without a conversation from which an open opportunity is silent.
pub const SILENT_DAYS: i32 = 21;
/// Days ahead from which a promise of ours is worth a reminder.
const SOON_DAYS: i32 = 2;

/// Why a conversation is suggested; in the order in which they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuggestionRule {
    /// The day agreed with the customer has come, and nobody spoke since.
    AgreedDate,
    /// We promised something for now or before.
    PromiseOurs,
    /// The customer promised something for before today.
    PromiseTheirs,
    /// An open opportunity of which nobody has spoken for three weeks.
    Silent,
    /// An action that the plan could not place.
    NoDate,
    /// An action of a later day that fits in the time left.
    Ahead,
}

impl SuggestionRule {
    /// As told.
    pub fn code(self) -> &'static str {
        match self {
            Self::AgreedDate => "agreed-date",
            Self::PromiseOurs => "promise-ours",
            Self::PromiseTheirs => "promise-theirs",
            Self::Silent => "silent",
            Self::NoDate => "no-date",
            Self::Ahead => "ahead",
        }
    }
}

/// A conversation worth holding beyond the schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// By which rule.
    pub rule: SuggestionRule,
    /// The opportunity.
    pub case: Option<CaseId>,
    /// The firm.
    pub account: Option<AccountId>,
    /// The action that could be it.
    pub order: Option<OrderId>,
    /// The promise it is about.
    pub promise: Option<PromiseId>,
    /// The conversation it follows.
    pub conversation: Option<ConversationId>,
    /// The day the rule speaks of: agreed, due, or the last conversation.
    pub day: Option<Date>,
}

/// What a seller's suggestions are drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The day.
    pub today: Date,
    /// Working time left on it.
    pub free: Minutes,
    /// Their open opportunities.
    pub cases: &'a [Case],
    /// Their conversations, newest first.
    pub held: &'a [Conversation],
    /// Promises still to be kept, of their conversations.
    pub promises: &'a [Promise],
    /// Their orders of the day.
    pub scheduled: &'a [&'a ActionOrder],
    /// Their orders of later days, in time order, and those without a date they could do.
    pub ahead: &'a [&'a ActionOrder],
    /// Orders put off or refused.
    pub deferred: &'a HashSet<OrderId>,
    /// Suggestions without an action that were put aside.
    pub asides: &'a [Aside],
}

impl Situation<'_> {
    /// At most five, by rule then by the day it speaks of; one for each opportunity, none for what is
    /// already of the day, whose next action was put off or refused, or what was itself put aside.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        let today: HashSet<CaseId> = self.scheduled.iter().filter_map(|order| order.case).collect();
        let put_off = self.ahead.iter().filter(|order| self.deferred.contains(&order.id));
        let mut taken: HashSet<CaseId> = put_off.filter_map(|order| order.case).chain(today).collect();
        let mut all: Vec<Suggestion> =
            self.agreed().chain(self.promised()).chain(self.silent()).chain(self.actions()).collect();
        all.retain(|one| !self.asides.iter().any(|aside| aside.silences(one, self.today)));
        all.sort_by_key(|one| (one.rule, one.day, one.case, one.order));
        all.retain(|one| one.case.is_none_or(|case| taken.insert(case)));
        all.truncate(SUGGESTED);
        all
    }

    /// The last conversation of each opportunity.
    fn last(&self) -> HashMap<CaseId, &Conversation> {
        let mut last = HashMap::new();
        for one in self.held {
            if let Some(case) = one.case {
                last.entry(case).or_insert(one);
            }
        }
        last
    }

    fn next_order(&self, case: Option<CaseId>) -> Option<OrderId> {
        let case = case?;
        self.ahead.iter().find(|order| order.case == Some(case)).map(|order| order.id)
    }

    fn agreed(&self) -> impl Iterator<Item = Suggestion> {
        let open: HashSet<CaseId> = self.cases.iter().map(|case| case.id).collect();
        let last = self.last().into_values();
        let due = last.filter(|one| one.next_on.is_some_and(|next| next <= self.today));
        due.filter(move |one| one.case.is_some_and(|case| open.contains(&case)))
            .map(|one| Suggestion {
                rule: SuggestionRule::AgreedDate,
                case: one.case,
                account: one.account,
                order: self.next_order(one.case),
                promise: None,
                conversation: Some(one.id),
                day: one.next_on,
            })
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn promised(&self) -> impl Iterator<Item = Suggestion> {
        self.promises.iter().filter_map(|one| {
            let due = one.due_on?;
            let rule = match one.side {
                Side::Ours if days(self.today, due) <= SOON_DAYS => SuggestionRule::PromiseOurs,
                Side::Theirs if due < self.today => SuggestionRule::PromiseTheirs,
                _ => return None,
            };
            Some(Suggestion {
                rule,
                case: one.case,
                account: one.account,
                order: self.next_order(one.case),
                promise: Some(one.id),
                conversation: Some(one.conversation),
                day: one.due_on,
            })
        })
    }

    /// Without a conversation known, the silence is counted from the day of engagement.
    fn silent(&self) -> impl Iterator<Item = Suggestion> {
        let last = self.last();
        let open = self.cases.iter().filter(|case| case.standing == Standing::Open);
        open.filter_map(move |case| {
            let spoke = last.get(&case.id).map(|one| one.held_on).or(case.engaged_on)?;
            let order = self.next_order(Some(case.id))?;
            (days(spoke, self.today) >= SILENT_DAYS).then(|| Suggestion {
                rule: SuggestionRule::Silent,
                case: Some(case.id),
                account: case.account,
                order: Some(order),
                promise: None,
                conversation: last.get(&case.id).map(|one| one.id),
                day: Some(spoke),
            })
        })
    }

    fn actions(&self) -> impl Iterator<Item = Suggestion> {
        let free = self.ahead.iter().filter(|order| !self.deferred.contains(&order.id));
        free.filter_map(|order| {
            let rule = match order.start {
                None => SuggestionRule::NoDate,
                Some(_) if order.minutes <= self.free => SuggestionRule::Ahead,
                Some(_) => return None,
            };
            Some(Suggestion {
                rule,
                case: order.case,
                account: None,
                order: Some(order.id),
                promise: None,
                conversation: None,
                day: order.start.map(jiff::civil::DateTime::date).or(order.due),
            })
        })
    }
}

#[cfg(test)]
#[path = "suggest_tests.rs"]
mod tests;

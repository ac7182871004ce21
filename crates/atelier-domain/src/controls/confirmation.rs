//! Confirmation of a won deal (*commande gagnée*): whoever records an order does not validate it.
//!
//! ```text
//! won ──▶ waiting ──▶ confirmed or refused ──▶ lapsed, once amount, customer, day or standing is another
//! ```
//! A verdict is never edited: the next one is a new fact, and what was said before stays readable.
//! Source: capability CTL-07, segregation of duties; note on controls, section 5.1.

use super::User;
use crate::execution::{Case, Standing};
use crate::language::{
    AccountId, CaseId, ConversationId, FileId, Money, OrderId, PersonId, Refusal, Refusals, TenantId,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The refusal of who has to do with the deal: whoever refuses it writes it in the access journal.
pub const OWN_DEAL: &str = "controls/own-deal";
/// Most characters of a reason.
const REASON: usize = 500;

/// What was said of a won deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// There is an order, of this amount, from this customer, on this day.
    Confirmed,
    /// There is not, or not that one.
    Refused,
    /// The verdict before was taken back by who gave it.
    Withdrawn,
}

impl Verdict {
    /// As stored and as told.
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The verdicts that are given on one deal; to take one back there is an act of its own.
    pub const GIVEN: &[Self] = &[Self::Confirmed, Self::Refused];
    /// Every verdict.
    pub const ALL: &[Self] = &[Self::Confirmed, Self::Refused, Self::Withdrawn];

    /// One of those that may be given, by its code.
    ///
    /// # Errors
    /// `controls/unknown-verdict`.
    pub fn read(code: &str, known: &[Self]) -> Result<Self, Refusal> {
        known.iter().copied().find(|one| one.code() == code).ok_or_else(|| {
            let refusal = Refusal::new("controls/unknown-verdict").field("verdict").with("given", code);
            refusal.with("known", known.iter().map(|one| one.code()).collect::<Vec<_>>().join(", "))
        })
    }
}

/// What of a deal is confirmed: with another customer, amount or day it is another order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sold {
    /// The customer.
    pub account: Option<AccountId>,
    /// The amount.
    pub value: Option<Money>,
    /// The day of closing.
    pub closed_on: Option<Date>,
}

impl Sold {
    /// What a deal says it sold.
    pub fn of(case: &Case) -> Self {
        Self { account: case.account, value: case.value, closed_on: case.closed_on }
    }
}

/// Where something of the customer is kept on which a verdict rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// A conversation that brought the evidence of a step.
    Conversation(ConversationId),
    /// An action order declared with the evidence of a step.
    Order(OrderId),
    /// A file.
    File(FileId),
}

/// A verdict on a won deal, and what it was given on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The deal.
    pub case: CaseId,
    /// What was said of it.
    pub verdict: Verdict,
    /// Why; never empty for a refusal, nor where there was no evidence.
    pub reason: String,
    /// What was judged.
    pub sold: Sold,
    /// The version of the deal that was judged: the number of the fact that last said it.
    pub version: i64,
    /// What the customer gave, as it was known then; empty: nothing.
    pub evidence: Vec<Ground>,
    /// The day it was said.
    pub said_on: Date,
    /// Login of who said it.
    pub by: String,
}

/// One thing once said of a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Login of who said it.
    pub by: String,
    /// When.
    pub recorded: Timestamp,
    /// Number of the fact.
    pub version: i64,
    /// Taken back since: it was never said.
    pub undone: bool,
    /// The deal as it was told.
    pub case: Case,
}

/// What somebody has to do with a deal, so that they may not confirm it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stake {
    /// Wrote down that it is won, or what it is worth.
    Recorded,
    /// Leads it.
    Leads,
    /// Held a conversation about it, wrote one down, or added a file to it.
    Captured,
}

impl Stake {
    /// For machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Leads => "leads",
            Self::Captured => "captured",
        }
    }
}

/// Who wants to confirm, under every name they ever had here: facts say the login of their time, and another login,
/// or another person of the workshop, makes nobody somebody else.
#[derive(Clone, Debug, Default)]
pub struct Confirmer {
    /// Login, as of now: what a verdict is signed with.
    pub login: String,
    /// Every login that was ever theirs.
    pub logins: BTreeSet<String>,
    /// Codes of the persons of the workshop that they are, or were.
    pub codes: BTreeSet<String>,
    /// The same, by identity.
    pub people: BTreeSet<PersonId>,
}

impl Confirmer {
    /// Somebody, and all that was ever said of them as a user.
    pub fn of(tenant: TenantId, now: &User, before: &[User]) -> Self {
        let all = || before.iter().chain([now]);
        let codes: BTreeSet<String> = all().filter_map(|user| user.person.clone()).collect();
        Self {
            login: now.login.clone(),
            logins: all().map(|user| user.login.clone()).collect(),
            people: codes.iter().map(|code| PersonId::of(tenant, code)).collect(),
            codes,
        }
    }

    /// Who is at the keyboard of the machine: a login that no user has.
    pub fn at_keyboard(login: &str) -> Self {
        Self { login: login.to_owned(), logins: [login.to_owned()].into(), ..Self::default() }
    }
}

/// A deal with all that a confirmation of it depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deal {
    /// The deal as it stands.
    pub case: Case,
    /// Everything once said of it, oldest first.
    pub tellings: Vec<Telling>,
    /// Logins of those who wrote down a conversation about it or added a file to it.
    pub captured: BTreeSet<String>,
    /// Codes of those of us who were at those conversations.
    pub present: BTreeSet<String>,
    /// What the customer gave.
    pub evidence: Vec<Ground>,
    /// The last verdict.
    pub last: Option<Confirmation>,
}

/// Where the confirmation of a won deal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nobody judged it.
    Waiting,
    /// The last verdict holds: confirmed.
    Confirmed,
    /// The last verdict holds: refused.
    Refused,
    /// The last verdict was about another order: these changed.
    Lapsed(Vec<Changed>),
}

impl Progress {
    /// As told.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Lapsed(_) => "lapsed",
        }
    }

    /// Whether a verdict is asked for.
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::Waiting | Self::Lapsed(_))
    }
}

/// What made a verdict lapse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// The amount.
    Amount,
    /// The customer.
    Customer,
    /// The day of closing.
    Day,
    /// It was no longer won, then won again.
    Standing,
}

impl Changed {
    /// As told.
    pub fn code(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Customer => "customer",
            Self::Day => "day",
            Self::Standing => "standing",
        }
    }
}

impl Deal {
    /// Where its confirmation stands; nothing while it is not won.
    pub fn progress(&self) -> Option<Progress> {
        if self.case.standing != Standing::Won {
            return None;
        }
        let Some(last) = self.last.as_ref().filter(|last| last.verdict != Verdict::Withdrawn) else {
            return Some(Progress::Waiting);
        };
        let changed = self.changed_since(last);
        if !changed.is_empty() {
            return Some(Progress::Lapsed(changed));
        }
        let is_confirmed = last.verdict == Verdict::Confirmed;
        Some(if is_confirmed { Progress::Confirmed } else { Progress::Refused })
    }

    /// What of the order is not what a verdict was about. An amount put back to what was confirmed is confirmed
    /// again; a deal that was reopened is not, even when it is won again as it was, nor when the reopening was undone.
    fn changed_since(&self, last: &Confirmation) -> Vec<Changed> {
        let now = Sold::of(&self.case);
        let reopened = |one: &Telling| one.version > last.version && one.case.standing != Standing::Won;
        let changes = [
            (Changed::Amount, now.value != last.sold.value),
            (Changed::Customer, now.account != last.sold.account),
            (Changed::Day, now.closed_on != last.sold.closed_on),
            (Changed::Standing, self.tellings.iter().any(reopened)),
        ];
        changes.into_iter().filter_map(|(what, is_so)| is_so.then_some(what)).collect()
    }

    /// What was said since it is won, oldest first: who wrote any of it recorded the order.
    fn won(&self) -> impl DoubleEndedIterator<Item = &Telling> {
        let standing: Vec<&Telling> = self.tellings.iter().filter(|one| !one.undone).collect();
        let run = standing.iter().rev().take_while(|one| one.case.standing == Standing::Won).count();
        standing.into_iter().rev().take(run).rev().collect::<Vec<_>>().into_iter()
    }

    /// By whom and when what is to be confirmed was last written: the win itself, or the last change of what was
    /// sold since.
    pub fn recorded(&self) -> Option<&Telling> {
        let now = Sold::of(&self.case);
        let as_now = self.won().rev().take_while(|one| Sold::of(&one.case) == now);
        as_now.last()
    }

    /// What somebody has to do with it; nothing when they may confirm it.
    pub fn stake(&self, who: &Confirmer) -> Option<Stake> {
        if self.won().any(|one| who.logins.contains(&one.by)) {
            return Some(Stake::Recorded);
        }
        if self.case.owner.is_some_and(|owner| who.people.contains(&owner)) {
            return Some(Stake::Leads);
        }
        let was_there = !self.present.is_disjoint(&who.codes);
        (was_there || !self.captured.is_disjoint(&who.logins)).then_some(Stake::Captured)
    }

    /// A verdict on it.
    ///
    /// # Errors
    /// `controls/not-won`; [`OWN_DEAL`]; `controls/refused-no-reason`, `controls/no-evidence-no-reason`,
    /// `controls/verdict-reason-too-long`.
    pub fn judged(
        &self,
        (verdict, reason): (Verdict, &str),
        who: &Confirmer,
        (version, today): (i64, Date),
    ) -> Result<Confirmation, Refusals> {
        if self.case.standing != Standing::Won {
            return Err(Refusal::new("controls/not-won").with("key", self.case.key.as_str()).into());
        }
        if let Some(stake) = self.stake(who) {
            return Err(self.own(stake).into());
        }
        let reason = reason.trim();
        let mut refused = Refusals::default();
        if reason.is_empty() && verdict == Verdict::Refused {
            let refusal = Refusal::new("controls/refused-no-reason").field("reason");
            refused.push(refusal.with("key", self.case.key.as_str()));
        } else if reason.is_empty() && self.evidence.is_empty() {
            let refusal = Refusal::new("controls/no-evidence-no-reason").field("reason");
            refused.push(refusal.with("key", self.case.key.as_str()));
        }
        if reason.chars().count() > REASON {
            let refusal = Refusal::new("controls/verdict-reason-too-long").field("reason");
            refused.push(refusal.with("most", REASON));
        }
        refused.or(Confirmation {
            case: self.case.id,
            verdict,
            reason: reason.to_owned(),
            sold: Sold::of(&self.case),
            version,
            evidence: self.evidence.clone(),
            said_on: today,
            by: who.login.clone(),
        })
    }

    fn own(&self, stake: Stake) -> Refusal {
        Refusal::new(OWN_DEAL).with("key", self.case.key.as_str()).with("stake", stake.code())
    }

    /// The last verdict taken back by who gave it: the deal waits again.
    ///
    /// # Errors
    /// `controls/no-verdict` when nothing stands, `controls/verdict-of-other`.
    pub fn taken_back(&self, who: &Confirmer, today: Date) -> Result<Confirmation, Refusal> {
        let key = self.case.key.as_str();
        let standing = self.last.as_ref().filter(|one| one.verdict != Verdict::Withdrawn);
        let last = standing.ok_or_else(|| Refusal::new("controls/no-verdict").with("key", key))?;
        if !who.logins.contains(&last.by) {
            return Err(Refusal::new("controls/verdict-of-other").with("key", key));
        }
        Ok(Confirmation {
            verdict: Verdict::Withdrawn,
            reason: String::new(),
            said_on: today,
            ..last.clone()
        })
    }
}

#[cfg(test)]
#[path = "confirmation_tests.rs"]
mod tests;

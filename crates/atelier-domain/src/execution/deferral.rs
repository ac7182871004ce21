//! What is put off or refused by the one it was given to, an order or a suggestion: it leaves the day at once, and the
//! next plan hears of it.

use super::launch::Launch;
use super::order::{ActionOrder, Phase, State};
use crate::language::{CaseId, OrderId, Refusal, Refusals};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Most characters of a reason.
const REASON: usize = 200;

/// How something was put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Put {
    /// Until a day.
    Postponed,
    /// Not to be proposed any more.
    Refused,
    /// Taken back: it is again where it was.
    Withdrawn,
}

impl Put {
    /// As stored and as told.
    pub fn code(self) -> &'static str {
        match self {
            Self::Postponed => "postponed",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Something put off (*report*) or refused, with the reason: one for each thing, the last said counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deferred<T> {
    /// What is put off.
    #[serde(flatten)]
    pub of: T,
    /// How.
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

/// What is asked of something to be put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeferralAsked {
    /// How.
    pub put: Put,
    /// Until when.
    pub until: Option<Date>,
    /// Why.
    pub reason: String,
}

impl<T> Deferred<T> {
    /// As asked, unless `refused` holds a fault already or what is asked has one.
    pub(super) fn said(
        of: T,
        asked: &DeferralAsked,
        (today, by): (Date, &str),
        mut refused: Refusals,
    ) -> Result<Self, Refusals> {
        let reason = asked.reason.trim();
        if reason.is_empty() {
            refused.push(Refusal::new("execution/no-reason").field("reason"));
        }
        if reason.chars().count() > REASON {
            let refusal = Refusal::new("execution/conversation-too-long").field("reason");
            refused.push(refusal.with("most", REASON));
        }
        let until = asked.until.filter(|_| asked.put == Put::Postponed);
        if asked.put == Put::Postponed && until.is_none_or(|until| until <= today) {
            refused.push(Refusal::new("execution/postponed-to-the-past").field("until").with("today", today));
        }
        let (reason, by) = (reason.to_owned(), by.to_owned());
        refused.or(Self { of, put: asked.put, until, reason, said_on: today, by })
    }

    /// What was put off, taken back.
    ///
    /// # Errors
    /// `execution/not-deferred` when nothing stands.
    pub fn taken_back(found: Option<Self>, (today, by): (Date, &str)) -> Result<Self, Refusal> {
        let standing = found.filter(|one| one.put != Put::Withdrawn);
        let standing = standing.ok_or_else(|| Refusal::new("execution/not-deferred"))?;
        Ok(Self { put: Put::Withdrawn, said_on: today, by: by.to_owned(), ..standing })
    }

    /// Whether it is not to be done on a day because of it.
    pub fn hides(&self, day: Date) -> bool {
        match self.put {
            Put::Postponed => self.until.is_some_and(|until| day < until),
            Put::Refused => true,
            Put::Withdrawn => false,
        }
    }
}

/// An order put off.
pub type Deferral = Deferred<OrderGiven>;

/// An order as it was given to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderGiven {
    /// The order.
    pub order: OrderId,
    /// Its opportunity.
    pub case: Option<CaseId>,
}

impl Deferral {
    /// Puts an order off.
    ///
    /// # Errors
    /// `execution/impossible-transition` for what is begun or over, `execution/no-reason`,
    /// `execution/conversation-too-long`, `execution/postponed-to-the-past`; all together.
    pub fn of(order: &ActionOrder, asked: &DeferralAsked, who: (Date, &str)) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        if !order.phase().is_ahead() {
            let refusal = Refusal::new("execution/impossible-transition").field("kind");
            let refusal = refusal.with("from", order.phase().code()).with("to", asked.put.code());
            refused.push(refusal.with("allowed", "–"));
        }
        Self::said(OrderGiven { order: order.id, case: order.case }, asked, who, refused)
    }
}

impl Launch {
    /// Not before that day: whoever has it asked so. A date before it, even firm, is given up; what is given to its
    /// people or begun stays where it is.
    pub fn postpone(&mut self, until: Date) {
        let order = &mut self.order;
        let is_early = order.start.is_none_or(|start| start.date() < until);
        if is_early && matches!(order.phase(), Phase::Suggested | Phase::Firm) {
            (order.start, order.end, order.state) = (None, None, State::Suggested);
            self.release = self.release.max(until.at(0, 0, 0, 0));
        }
    }
}

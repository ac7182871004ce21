//! Work put off or refused by the one it was given to: it leaves the day at once, and the next plan hears of it.

use super::launch::Launch;
use super::order::{ActionOrder, Phase, State};
use crate::language::{CaseId, OrderId, Refusal, Refusals};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Most characters of a reason.
const REASON: usize = 200;

/// How an order was put off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Put {
    /// Until a day.
    Postponed,
    /// Not to be proposed any more.
    Refused,
    /// Taken back: the order is again where the plan has it.
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

    /// Whether what was put off until a day is not to be done on another.
    pub fn hides(self, until: Option<Date>, day: Date) -> bool {
        match self {
            Self::Postponed => until.is_some_and(|until| day < until),
            Self::Refused => true,
            Self::Withdrawn => false,
        }
    }
}

/// An order put off (*report*) or refused, with the reason: one for each order, the last said counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deferral {
    /// The order.
    pub order: OrderId,
    /// Its opportunity.
    pub case: Option<CaseId>,
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

/// What is asked of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeferralAsked {
    /// How.
    pub put: Put,
    /// Until when.
    pub until: Option<Date>,
    /// Why.
    pub reason: String,
}

impl DeferralAsked {
    /// What is wrong with it, whatever it is about.
    pub(super) fn faults(&self, today: Date) -> Refusals {
        let mut refused = Refusals::default();
        let reason = self.reason.trim();
        if reason.is_empty() && self.put != Put::Withdrawn {
            refused.push(Refusal::new("execution/no-reason").field("reason"));
        }
        if reason.chars().count() > REASON {
            let refusal = Refusal::new("execution/conversation-too-long").field("reason");
            refused.push(refusal.with("most", REASON));
        }
        if self.put == Put::Postponed && self.until.is_none_or(|until| until <= today) {
            refused.push(Refusal::new("execution/postponed-to-the-past").field("until").with("today", today));
        }
        refused
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

impl Deferral {
    /// Puts an order off.
    ///
    /// # Errors
    /// `execution/impossible-transition` for what is begun or over, `execution/no-reason`,
    /// `execution/conversation-too-long`, `execution/postponed-to-the-past`; all together.
    pub fn of(
        order: &ActionOrder,
        asked: &DeferralAsked,
        (today, by): (Date, &str),
    ) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        if !order.phase().is_ahead() {
            let refusal = Refusal::new("execution/impossible-transition").field("kind");
            let refusal = refusal.with("from", order.phase().code()).with("to", asked.put.code());
            refused.push(refusal.with("allowed", "–"));
        }
        refused.0.extend(asked.faults(today).0);
        refused.or(Self {
            order: order.id,
            case: order.case,
            put: asked.put,
            until: asked.until.filter(|_| asked.put == Put::Postponed),
            reason: asked.reason.trim().to_owned(),
            said_on: today,
            by: by.to_owned(),
        })
    }

    /// Whether the order is not to be done on a day because of it.
    pub fn hides(&self, day: Date) -> bool {
        self.put.hides(self.until, day)
    }

    /// Whether it still says something.
    pub fn stands(&self) -> bool {
        self.put != Put::Withdrawn
    }
}

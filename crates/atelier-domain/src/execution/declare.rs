//! Declaring on an action order: what is accepted, what is asked again, what is refused, what follows.

use super::order::{ActionOrder, Backing, Outcome, Phase, Proof, Report, State};
use crate::language::{CaseId, Minutes, OrderId, Refusal, Refusals};
use crate::process::{Evidence, Step};
use jiff::ToSpan;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// What somebody says of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Declaration {
    /// Its date now holds.
    Firm,
    /// It is given to its people.
    Release,
    /// Work begins.
    Start,
    /// Work is over.
    Done {
        /// What it changed.
        outcome: Outcome,
        /// Time spent.
        minutes: Minutes,
        /// The person has confirmed a time above the day.
        #[serde(default)]
        confirmed: bool,
    },
    /// Read and kept.
    Close,
    /// Given up.
    Cancel {
        /// Reason, never empty.
        why: String,
    },
}

impl Declaration {
    /// The phase it leads to.
    fn leads_to(&self) -> Phase {
        match self {
            Self::Firm => Phase::Firm,
            Self::Release => Phase::Released,
            Self::Start => Phase::Started,
            Self::Done { .. } => Phase::Done,
            Self::Close => Phase::Closed,
            Self::Cancel { .. } => Phase::Cancelled,
        }
    }
}

/// What is known around the order when somebody declares on it.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// Now, in the company's zone.
    pub now: DateTime,
    /// The step in the order's own process version: its evidence. `None`: kinds are not checked.
    pub step: Option<&'a Step>,
    /// Working time of the declaring person on that day.
    pub day: Minutes,
    /// Time this person already declared on that day.
    pub spent: Minutes,
    /// Orders of the same case; others are ignored.
    pub orders: &'a [ActionOrder],
}

/// What comes of a declaration that is not refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Declared {
    /// Taken; both are to be written together.
    Accepted {
        /// The order after it.
        order: Box<ActionOrder>,
        /// What follows, in the order of the orders given.
        effects: Vec<Effect>,
    },
    /// More time than the day holds: the same declaration with `confirmed` is accepted.
    NeedsConfirmation {
        /// Time of the day with this declaration.
        declared: Minutes,
        /// What the day holds.
        day: Minutes,
    },
}

/// What follows from a declaration, elsewhere than on the order itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// This order is cancelled, its load freed.
    Cancel(OrderId),
    /// The case is lost: disqualified.
    Disqualify(CaseId),
    /// The customer made the progress of the order's step.
    Progress(CaseId),
}

/// Takes a declaration on `order`.
///
/// # Errors
/// `execution/impossible-transition` (names the allowed ones), `execution/negative-time`,
/// `execution/evidence-in-the-future`, `execution/evidence-unknown`, `execution/evidence-expired`,
/// `execution/no-reason`; all that apply.
pub fn declare(
    order: &ActionOrder,
    declaration: &Declaration,
    around: &Around<'_>,
) -> Result<Declared, Refusals> {
    refused(order, declaration, around).or(())?;

    if let Declaration::Done { minutes, confirmed: false, .. } = declaration {
        let declared = around.spent + *minutes;
        if declared > around.day {
            return Ok(Declared::NeedsConfirmation { declared, day: around.day });
        }
    }

    let order_after = ActionOrder { state: state_after(order, declaration, around.now), ..order.clone() };
    let effects = effects(order, declaration, around.orders);
    Ok(Declared::Accepted { order: Box::new(order_after), effects })
}

fn refused(order: &ActionOrder, declaration: &Declaration, around: &Around<'_>) -> Refusals {
    let mut refusals = Refusals::default();
    let (from, to) = (order.phase(), declaration.leads_to());
    if !from.next().contains(&to) {
        refusals.push(impossible(from, to));
    }
    match declaration {
        Declaration::Done { outcome, minutes, .. } => {
            if minutes.0 < 0 {
                let refusal = Refusal::new("execution/negative-time").field("minutes");
                refusals.push(refusal.with("minutes", minutes.0));
            }
            if let Outcome::Progress(Backing::Proof(proof)) = outcome {
                refused_proof(proof, around, &mut refusals);
            }
        }
        Declaration::Cancel { why } if why.trim().is_empty() => {
            refusals.push(Refusal::new("execution/no-reason").field("why"));
        }
        _ => {}
    }
    refusals
}

fn impossible(from: Phase, to: Phase) -> Refusal {
    let allowed: Vec<_> = from.next().iter().map(|phase| phase.code()).collect();
    let allowed = if allowed.is_empty() { "–".to_owned() } else { allowed.join(", ") };
    Refusal::new("execution/impossible-transition")
        .field("state")
        .with("from", from.code())
        .with("to", to.code())
        .with("allowed", allowed)
}

fn refused_proof(proof: &Proof, around: &Around<'_>, refusals: &mut Refusals) {
    let today = around.now.date();
    if proof.on > today {
        let refusal = Refusal::new("execution/evidence-in-the-future").field("on");
        refusals.push(refusal.with("on", proof.on).with("today", today));
    }
    let Some(step) = around.step else { return };
    match step.evidence.iter().find(|evidence| evidence.code == proof.kind) {
        None => refusals.push(unknown_kind(proof, &step.evidence)),
        Some(Evidence { valid_days: Some(days), .. }) => {
            let last = proof.on.checked_add(i64::from(*days).days()).unwrap_or(jiff::civil::Date::MAX);
            if last < today {
                let refusal = Refusal::new("execution/evidence-expired").field("on");
                refusals.push(refusal.with("on", proof.on).with("days", i64::from(*days)).with("last", last));
            }
        }
        Some(_) => {}
    }
}

fn unknown_kind(proof: &Proof, known: &[Evidence]) -> Refusal {
    let known: Vec<_> = known.iter().map(|evidence| evidence.code.as_str()).collect();
    let known = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
    let refusal = Refusal::new("execution/evidence-unknown").field("kind");
    refusal.with("kind", proof.kind.as_str()).with("known", known)
}

fn state_after(order: &ActionOrder, declaration: &Declaration, now: DateTime) -> State {
    match (declaration, &order.state) {
        (Declaration::Firm, _) => State::Firm,
        (Declaration::Release, _) => State::Released,
        (Declaration::Start, _) => State::Started { at: now },
        (Declaration::Done { outcome, minutes, .. }, _) => {
            State::Done(Report { outcome: outcome.clone(), minutes: *minutes, at: now })
        }
        (Declaration::Close, State::Done(report)) => State::Closed(report.clone()),
        // Closing anything else was refused before.
        (Declaration::Close, state) => state.clone(),
        (Declaration::Cancel { why }, _) => State::Cancelled { why: why.trim().to_owned() },
    }
}

fn effects(order: &ActionOrder, declaration: &Declaration, orders: &[ActionOrder]) -> Vec<Effect> {
    let (Declaration::Done { outcome, .. }, Some(case)) = (declaration, order.case) else {
        return Vec::new();
    };
    match outcome {
        Outcome::Progress(_) => vec![Effect::Progress(case)],
        Outcome::NoProgress => Vec::new(),
        Outcome::Disqualified => std::iter::once(Effect::Disqualify(case))
            .chain(freed(order, case, orders).map(Effect::Cancel))
            .collect(),
    }
}

fn freed(order: &ActionOrder, case: CaseId, orders: &[ActionOrder]) -> impl Iterator<Item = OrderId> {
    let of_the_case = move |other: &&ActionOrder| other.case == Some(case) && other.id != order.id;
    orders.iter().filter(of_the_case).filter(|other| other.phase().is_ahead()).map(|other| other.id)
}

#[cfg(test)]
#[path = "declare_tests.rs"]
mod tests;

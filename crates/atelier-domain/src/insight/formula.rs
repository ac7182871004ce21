//! Formulas of indicators over events: `count(case-won) / count(case-closed)`.
//!
//! `formula = term [ ("/" term) | ("*" number) ]`, `term = name "(" event [":" step] ["," measure] ")"`.
//! Names: count, sum, mean, median; measures: value, days, minutes. The events are [`Event::ALL`].

use crate::language::Refusal;
use rust_decimal::Decimal;
use std::str::FromStr;

/// Something that happens and can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A case enters the pipeline.
    CaseEntered,
    /// A case is won.
    CaseWon,
    /// A case is lost.
    CaseLost,
    /// A case is won or lost.
    CaseClosed,
    /// An account is won for the first time.
    CustomerWon,
    /// A case enters a step.
    StepEntered,
    /// A stay in a step ends.
    StepLeft,
    /// A case is known to have gone through a step.
    StepThrough,
    /// A case is known to have gone through a step, or to have been lost there.
    StepDecided,
    /// An order comes to its planned day.
    OrderDue,
    /// An order was done on its planned day or before.
    OrderOnTime,
    /// An order is declared done.
    OrderDone,
    /// An order is declared done with progress.
    OrderProgress,
    /// Planned work of an order on somebody's calendar.
    Load,
    /// Working time of somebody given to planned actions.
    Capacity,
}

impl Event {
    /// Every event, with its name in formulas.
    pub const ALL: [(Self, &'static str); 15] = [
        (Self::CaseEntered, "case-entered"),
        (Self::CaseWon, "case-won"),
        (Self::CaseLost, "case-lost"),
        (Self::CaseClosed, "case-closed"),
        (Self::CustomerWon, "customer-won"),
        (Self::StepEntered, "step-entered"),
        (Self::StepLeft, "step-left"),
        (Self::StepThrough, "step-through"),
        (Self::StepDecided, "step-decided"),
        (Self::OrderDue, "order-due"),
        (Self::OrderOnTime, "order-on-time"),
        (Self::OrderDone, "order-done"),
        (Self::OrderProgress, "order-progress"),
        (Self::Load, "load"),
        (Self::Capacity, "capacity"),
    ];
}

/// How occurrences make a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduce {
    /// How many.
    Count,
    /// Their total.
    Sum(Quantity),
    /// Their mean; nothing when there is none.
    Mean(Quantity),
    /// Their median; nothing when there is none.
    Median(Quantity),
}

/// What of an occurrence is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Money.
    Value,
    /// Elapsed days.
    Days,
    /// Working minutes.
    Minutes,
}

/// One side of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// How.
    pub reduce: Reduce,
    /// Over which occurrences.
    pub event: Event,
    /// Only those of this step.
    pub step: Option<String>,
}

/// A formula, valid: its events are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// As written.
    pub text: String,
    /// Its first term.
    pub term: Term,
    /// Divided by.
    pub over: Option<Term>,
    /// Multiplied by.
    pub factor: Option<Decimal>,
}

/// What a formula gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// A count.
    Count,
    /// Minor units of money.
    Money,
    /// A part of a whole.
    Ratio,
    /// Days.
    Days,
    /// Working minutes.
    Minutes,
}

impl Measured {
    /// As answers say it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Money => "money",
            Self::Ratio => "ratio",
            Self::Days => "days",
            Self::Minutes => "minutes",
        }
    }
}

impl Formula {
    /// Its unit.
    pub fn measured(&self) -> Measured {
        if self.over.is_some() {
            return Measured::Ratio;
        }
        match self.term.reduce {
            Reduce::Count => Measured::Count,
            Reduce::Sum(quantity) | Reduce::Mean(quantity) | Reduce::Median(quantity) => match quantity {
                Quantity::Value => Measured::Money,
                Quantity::Days => Measured::Days,
                Quantity::Minutes => Measured::Minutes,
            },
        }
    }
}

impl FromStr for Formula {
    type Err = Refusal;

    /// # Errors
    /// `insight/unknown-event`, naming the known ones; `insight/formula-unreadable`.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let unreadable = || Refusal::new("insight/formula-unreadable").field("formula").with("formula", text);
        let (term, rest) = read_term(text).ok_or_else(unreadable)??;
        let (mut over, mut factor) = (None, None);
        if let Some(text) = rest.strip_prefix('/') {
            let (term, rest) = read_term(text).ok_or_else(unreadable)??;
            rest.is_empty().then_some(()).ok_or_else(unreadable)?;
            over = Some(term);
        } else if let Some(number) = rest.strip_prefix('*') {
            factor = Some(number.trim().parse().map_err(|_| unreadable())?);
        } else if !rest.is_empty() {
            return Err(unreadable());
        }
        Ok(Self { text: text.to_owned(), term, over, factor })
    }
}

/// The term at the start of `text`, and what follows; `None` when it is not written as a term.
fn read_term(text: &str) -> Option<Result<(Term, &str), Refusal>> {
    let (name, rest) = text.split_once('(')?;
    let (inside, rest) = rest.split_once(')')?;
    let (event, quantity) = match inside.split_once(',') {
        Some((event, quantity)) => (event.trim(), Some(quantity.trim())),
        None => (inside.trim(), None),
    };
    let reduce = reduce(name.trim(), quantity)?;
    let (event, step) = match event.split_once(':') {
        Some((event, step)) => (event.trim(), Some(step.trim().to_owned())),
        None => (event, None),
    };
    let found = Event::ALL.iter().find(|(_, name)| *name == event);
    let term = found.map(|(event, _)| Term { reduce, event: *event, step });
    Some(term.map(|term| (term, rest.trim())).ok_or_else(|| unknown_event(event)))
}

fn reduce(name: &str, quantity: Option<&str>) -> Option<Reduce> {
    let quantity = match quantity {
        None => None,
        Some("value") => Some(Quantity::Value),
        Some("days") => Some(Quantity::Days),
        Some("minutes") => Some(Quantity::Minutes),
        Some(_) => return None,
    };
    match (name, quantity) {
        ("count", None) => Some(Reduce::Count),
        ("sum", Some(quantity)) => Some(Reduce::Sum(quantity)),
        ("mean", Some(quantity)) => Some(Reduce::Mean(quantity)),
        ("median", Some(quantity)) => Some(Reduce::Median(quantity)),
        _ => None,
    }
}

fn unknown_event(event: &str) -> Refusal {
    let known = Event::ALL.map(|(_, name)| name).join(", ");
    Refusal::new("insight/unknown-event").field("formula").with("event", event).with("known", known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOOD: &str = "sum(case-won:order, value) / count(case-closed)";

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,80}") {
            let _ = text.parse::<Formula>();
        }

        #[test]
        fn a_formula_spoilt_is_read_or_refused(
            at in 0..GOOD.len(),
            put in "[ -~é(,:/*)]{0,4}",
            cut: bool,
        ) {
            let (head, tail) = GOOD.split_at(at);
            let text = if cut { format!("{head}{put}") } else { format!("{head}{put}{tail}") };
            let read = text.parse::<Formula>();
            prop_assert!(read.is_ok_and(|read| read.text == text) || text.parse::<Formula>().is_err());
        }

        #[test]
        fn a_factor_is_a_number_however_long(digits in "[0-9.]{1,60}") {
            let _ = format!("count(case-won) * {digits}").parse::<Formula>();
        }
    }
}

//! What a declaration does to the case: it enters a step, comes out of it, is won or lost.

use super::market::{Case, Passage, Standing};
use super::order::{ActionOrder, Outcome, Phase};
use crate::process::Process;
use jiff::civil::Date;
use std::collections::HashSet;

/// A case after work on it was declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advance {
    /// The case.
    pub case: Case,
    /// Stays in steps that are new, or end.
    pub passages: Vec<Passage>,
}

/// What the declared `order` changes for its case; `None` when it changes nothing.
///
/// `orders` are those of the case, the declared one as it now stands; `passages` its stage history.
/// Work done on a step that the case was waiting before makes it enter that step. Disqualified: the case is
/// lost. Progress, with every operation of the step done: it comes out of the step and waits before the
/// next one; out of the last step it is won.
pub fn advance(
    case: &Case,
    process: &Process,
    order: &ActionOrder,
    orders: &[ActionOrder],
    passages: &[Passage],
    today: Date,
) -> Option<Advance> {
    let outcome = &order.report()?.outcome;
    let step = &process.steps[process.step_index(&order.step)?];
    let mut after = Advance { case: case.clone(), passages: Vec::new() };
    let mut stay = stay(case, &step.code, passages, today);
    if case.step.as_deref() != Some(&step.code) {
        after.case.step = Some(step.code.clone());
        after.passages.push(stay.clone());
    }
    let is_over = match outcome {
        Outcome::Disqualified => {
            after.case.standing = Standing::Lost;
            true
        }
        Outcome::Progress(_) => is_worked_off(step, orders),
        Outcome::NoProgress => false,
    };
    if is_over {
        stay.left_on = Some(today);
        after.passages = vec![stay];
        let is_last =
            !process.steps.iter().any(|other| other.after.iter().any(|input| input.step == step.code));
        if is_last && after.case.standing == Standing::Open {
            after.case.standing = Standing::Won;
        }
        if after.case.standing != Standing::Open {
            after.case.closed_on = Some(today);
        }
    }
    (after.case != *case || !after.passages.is_empty()).then_some(after)
}

/// The stay of the case in a step: the one still open, else a new one from today, or from its
/// engagement when its history is not known.
fn stay(case: &Case, step: &str, passages: &[Passage], today: Date) -> Passage {
    let open = passages.iter().filter(|one| one.step == step && one.left_on.is_none());
    let stands = case.step.as_deref() == Some(step);
    open.max_by_key(|one| one.entered_on).cloned().unwrap_or_else(|| Passage {
        case: case.id,
        step: step.to_owned(),
        entered_on: case.engaged_on.filter(|_| stands && passages.is_empty()).unwrap_or(today),
        left_on: None,
    })
}

fn is_worked_off(step: &crate::process::Step, orders: &[ActionOrder]) -> bool {
    let done: HashSet<&str> = orders
        .iter()
        .filter(|order| order.step == step.code && matches!(order.phase(), Phase::Done | Phase::Closed))
        .map(|order| order.operation.as_str())
        .collect();
    step.operations
        .iter()
        .filter(|operation| !operation.automated)
        .all(|one| done.contains(one.code.as_str()))
}

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

/// An open case of no step in which a conversation showed that there is no deal to be made; `None` when it is over already.
pub fn given_up(case: &Case, today: Date) -> Option<Advance> {
    let lost = Case { standing: Standing::Lost, closed_on: Some(today), ..case.clone() };
    (case.standing == Standing::Open).then(|| Advance { case: lost, passages: Vec::new() })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::execution::{Backing, Report, State};
    use crate::language::{CaseId, Minutes, OrderId, TenantId};
    use crate::process::Reading;
    use jiff::civil::date;

    const SHEET: &str = include_str!("../../../../examples/metrios/process.toml");
    const TODAY: Date = date(2027, 1, 12);

    fn process() -> Process {
        Process::read("metrios", SHEET, &Reading { today: TODAY }).unwrap().0
    }

    fn case(step: &str) -> Case {
        Case {
            id: CaseId::of(TenantId::of("t"), "c"),
            key: "c".into(),
            account: None,
            owner: None,
            product: None,
            stage: String::new(),
            standing: Standing::Open,
            process: Some("new-customers".into()),
            step: Some(step.into()),
            engaged_on: Some(date(2026, 12, 1)),
            closed_on: None,
            value: None,
        }
    }

    fn done(step: &str, operation: &str, outcome: Outcome) -> ActionOrder {
        let at = TODAY.at(17, 0, 0, 0);
        ActionOrder {
            id: OrderId::of(TenantId::of("t"), operation),
            case: Some(case(step).id),
            customer: String::new(),
            process: "new-customers".into(),
            version: 1,
            step: step.into(),
            operation: operation.into(),
            kinds: Vec::new(),
            people: Vec::new(),
            units: 1,
            minutes: Minutes(30),
            start: None,
            end: None,
            due: None,
            purpose: None,
            theme: None,
            state: State::Done(Report { outcome, minutes: Minutes(30), at }),
        }
    }

    fn progress() -> Outcome {
        Outcome::Progress(Backing::WithoutEvidence)
    }

    /// The case after work on `step`, with all of `operations` done, the last one declared now.
    fn after(case: &Case, step: &str, operations: &[&str], last: Outcome) -> Option<Advance> {
        let mut orders: Vec<_> = operations.iter().map(|one| done(step, one, progress())).collect();
        let declared = done(step, operations[operations.len() - 1], last);
        orders.pop();
        orders.push(declared.clone());
        advance(case, &process(), &declared, &orders, &[], TODAY)
    }

    #[test]
    fn work_on_the_next_step_enters_it() {
        let moved = after(&case("goal"), "use", &["prepare"], progress()).unwrap();
        assert_eq!(moved.case.step.as_deref(), Some("use"));
        assert_eq!((moved.passages[0].entered_on, moved.passages[0].left_on), (TODAY, None));
    }

    #[test]
    fn a_step_worked_off_is_left_and_one_that_is_not_stays() {
        assert_eq!(after(&case("use"), "use", &["prepare", "meet"], progress()), None);
        let left = after(&case("use"), "use", &["prepare", "meet", "letter"], progress()).unwrap();
        assert_eq!(left.case.standing, Standing::Open);
        assert_eq!(left.passages[0].entered_on, date(2026, 12, 1), "in the step since its engagement");
        assert_eq!(left.passages[0].left_on, Some(TODAY));
        assert_eq!(after(&case("use"), "use", &["prepare", "meet", "letter"], Outcome::NoProgress), None);
    }

    #[test]
    fn out_of_the_last_step_the_case_is_won_and_disqualified_it_is_lost() {
        let won = after(&case("first-use"), "first-use", &["handover"], progress()).unwrap();
        assert_eq!((won.case.standing, won.case.closed_on), (Standing::Won, Some(TODAY)));
        let lost = after(&case("use"), "use", &["prepare"], Outcome::Disqualified).unwrap();
        assert_eq!((lost.case.standing, lost.case.closed_on), (Standing::Lost, Some(TODAY)));
        assert_eq!(lost.passages[0].left_on, Some(TODAY));
    }
}

//! Rules about steps: what they are called, what closes them, how long they last, where they end.

use super::lexicon::{ACCEPTED, FROM_CUSTOMER, ORDER, PROPOSAL, SELLER, SENT, USE, begins, holds};
use super::{Finding, Rule, Severity};
use crate::language::{Lang, Refusal};
use crate::process::{Bilingual, Process, Step};
use rust_decimal::{Decimal, RoundingStrategy};

const PROPOSED: Rule = Rule { code: "LNT-01", name: "process-rule-proposal" };
const UNBALANCED: Rule = Rule { code: "LNT-05", name: "process-rule-unbalanced" };
const CUSTOMER_FORGOTTEN: Rule = Rule { code: "LNT-09", name: "process-rule-customer-forgotten" };
const BADLY_NAMED: Rule = Rule { code: "LNT-11", name: "process-rule-badly-named" };
const SIGNATURE_LAST: Rule = Rule { code: "LNT-12", name: "process-rule-signature-last" };

pub(super) fn findings(process: &Process, lang: Lang) -> Vec<Finding> {
    let mut found: Vec<_> = process.steps.iter().filter_map(|step| proposed(step, lang)).collect();
    found.extend(unbalanced(&process.steps, lang));
    found.extend(customer_forgotten(&process.steps, lang));
    found.extend(process.steps.iter().filter_map(|step| badly_named(step, lang)));
    found.extend(signature_last(&process.steps, lang));
    found
}

fn about(code: &'static str, step: &Step, lang: Lang) -> Refusal {
    Refusal::new(code).with("step", step.name.get(lang))
}

/// A step that is over once we have handed something over. What the customer then signs is progress, and is not meant.
fn proposed(step: &Step, lang: Lang) -> Option<Finding> {
    let handed = |text: &Bilingual| holds(text, PROPOSAL) && !holds(text, ACCEPTED);
    let named = handed(&step.name) || step.evidence.iter().any(|proof| handed(&proof.name));
    let found = named || all_ours(step);
    found.then(|| Finding::warn(PROPOSED, about("process/lint-proposal", step, lang)).of(step))
}

/// Whether a step is closed by what we send alone.
fn all_ours(step: &Step) -> bool {
    let ours = |text: &Bilingual| holds(text, SENT) && !holds(text, FROM_CUSTOMER) && !holds(text, ACCEPTED);
    !step.evidence.is_empty() && step.evidence.iter().all(|proof| ours(&proof.name))
}

/// Steps that last less than a quarter or more than two and a half times an equal share of the cycle; errors below a
/// tenth and beyond four times. Steps without delay, such as an output, take no share and are not counted.
/// Source: design note, LNT-05.
fn unbalanced(steps: &[Step], lang: Lang) -> Vec<Finding> {
    let lasting: Vec<_> = steps.iter().filter(|step| step.lead_days > 0).collect();
    let whole: i64 = lasting.iter().map(|step| i64::from(step.lead_days)).sum();
    let count = i64::try_from(lasting.len()).unwrap_or(i64::MAX);
    let found = |step: &&Step| {
        // Days of this step if all had the same share, and days they share, are compared as whole numbers.
        let weighed = i64::from(step.lead_days) * count;
        let odd = 4 * weighed < whole || 2 * weighed > 5 * whole;
        let grave = 10 * weighed < whole || weighed > 4 * whole;
        let severity = if grave { Severity::Error } else { Severity::Warning };
        let parts = |number: i64, digits| {
            let ratio = Decimal::from(number) / Decimal::from(whole);
            ratio.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
        };
        odd.then(|| {
            let said = about("process/lint-unbalanced", step, lang)
                .with("share", parts(100 * i64::from(step.lead_days), 1))
                .with("ratio", parts(weighed, 2));
            Finding::new(UNBALANCED, severity, said).of(step)
        })
    };
    lasting.iter().filter_map(found).collect()
}

/// Steps that nothing from the customer closes; an error when no step at all has a proof.
fn customer_forgotten(steps: &[Step], lang: Lang) -> Vec<Finding> {
    if !steps.is_empty() && steps.iter().all(|step| step.evidence.is_empty()) {
        let said = Refusal::new("process/lint-no-evidence");
        return vec![Finding::new(CUSTOMER_FORGOTTEN, Severity::Error, said)];
    }
    let bare = steps.iter().filter(|step| step.evidence.is_empty() || all_ours(step));
    let found = |step| {
        Finding::warn(CUSTOMER_FORGOTTEN, about("process/lint-customer-forgotten", step, lang)).of(step)
    };
    bare.map(found).collect()
}

/// A name that says what we do, or a category of forecast.
fn badly_named(step: &Step, lang: Lang) -> Option<Finding> {
    let found = begins(&step.name, SELLER);
    found.then(|| Finding::warn(BADLY_NAMED, about("process/lint-badly-named", step, lang)).of(step))
}

/// The process ends with the order: nothing says that the customer uses what was sold.
fn signature_last(steps: &[Step], lang: Lang) -> Option<Finding> {
    let (last, before) = steps.split_last()?;
    let says = |step: &Step, words| {
        holds(&step.name, words) || step.evidence.iter().any(|proof| holds(&proof.name, words))
    };
    let goes_on = before.iter().any(|step| says(step, ORDER)) || says(last, USE);
    let found = holds(&last.name, ORDER) || !goes_on;
    found.then(|| Finding::warn(SIGNATURE_LAST, about("process/lint-signature-last", last, lang)).of(last))
}

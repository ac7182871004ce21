//! Upkeep of standards: what the diagnosis measures beside what the process assumes; a person accepts.
//!
//! Accepting makes the next version of the process. Released orders keep theirs: only plans to come change.

use super::diagnosis::Diagnosis;
use super::stats::Measure;
use crate::language::{Minutes, Money, Refusal, Refusals, Yield};
use crate::process::{Operation, Process};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A standard of a process, with the unit its numbers are in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Standard {
    /// Yield of a step, in millionths.
    Yield {
        /// Step.
        step: String,
    },
    /// Lead time of a step, in days.
    LeadDays {
        /// Step.
        step: String,
    },
    /// Run time of an operation per unit, in minutes.
    RunMinutes {
        /// Operation.
        operation: String,
    },
    /// Average deal of an objective, in minor units of its currency.
    AverageDeal {
        /// Objective.
        objective: String,
    },
}

/// A measured standard beside the present one, in the unit of the standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Which.
    pub standard: Standard,
    /// What the process assumes; `None`: nothing yet.
    pub present: Option<i64>,
    /// What was measured.
    pub measured: i64,
    /// Lower end of its 95 % interval.
    pub low: i64,
    /// Upper end.
    pub high: i64,
    /// Sample size.
    pub n: usize,
}

impl Proposal {
    /// The present standard lies outside the interval: chance alone hardly explains the difference.
    ///
    /// Among twenty standards that are all right, one is expected to be marked.
    pub fn is_significant(&self) -> bool {
        self.present.is_none_or(|present| present < self.low || self.high < present)
    }
}

/// A new version of a process, with who accepted what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The next version.
    pub process: Process,
    /// Who accepted.
    pub by: String,
    /// What was accepted.
    pub changes: Vec<Proposal>,
}

/// Every standard that could be measured, equal or not to the present one: steps first, in their order.
///
/// A yield of zero is no standard (the need upstream would be infinite) and is not proposed.
pub fn propose(process: &Process, diagnosis: &Diagnosis) -> Vec<Proposal> {
    let yields = yields(process, diagnosis);
    let leads = leads(process, diagnosis);
    let runs = runs(process, diagnosis);
    yields.chain(leads).chain(runs).chain(average_deals(process, diagnosis)).collect()
}

fn yields(process: &Process, diagnosis: &Diagnosis) -> impl Iterator<Item = Proposal> {
    diagnosis.steps.iter().filter_map(|figures| {
        let step = &process.steps[process.step_index(&figures.step)?];
        let rate = figures.yields.known()?;
        let measured = (rate.value() * 1e6).round() as i64;
        (measured > 0).then_some(())?;
        Some(Proposal {
            standard: Standard::Yield { step: step.code.clone() },
            present: Some(i64::from(step.yields?.millionths())),
            measured,
            low: (rate.low * 1e6).floor() as i64,
            high: (rate.high * 1e6).ceil() as i64,
            n: rate.whole,
        })
    })
}

fn leads(process: &Process, diagnosis: &Diagnosis) -> impl Iterator<Item = Proposal> {
    diagnosis.steps.iter().filter_map(|figures| {
        let step = &process.steps[process.step_index(&figures.step)?];
        let stay = figures.stay_days.known()?;
        Some(Proposal {
            standard: Standard::LeadDays { step: step.code.clone() },
            present: Some(i64::from(step.lead_days)),
            measured: stay.median.round() as i64,
            low: stay.low.floor() as i64,
            high: stay.high.ceil() as i64,
            n: stay.n,
        })
    })
}

/// Declared times hold preparation and travel too: their standards are taken off, the rest is run time.
fn runs(process: &Process, diagnosis: &Diagnosis) -> impl Iterator<Item = Proposal> {
    diagnosis.operations.iter().filter_map(|figures| {
        let operation = operation(process, &figures.operation).filter(|operation| !operation.automated)?;
        let minutes = figures.minutes.known()?;
        let around = (operation.travel.0 * operation.lot + operation.prepare.0) as f64 / operation.lot as f64;
        let run = |minutes: f64| (minutes - around).max(0.0);
        // Nothing left: the standards of preparation and travel are what to look at.
        (run(minutes.median).round() > 0.0).then_some(())?;
        Some(Proposal {
            standard: Standard::RunMinutes { operation: operation.code.clone() },
            present: Some(operation.run.0),
            measured: run(minutes.median).round() as i64,
            low: run(minutes.low).floor() as i64,
            high: run(minutes.high).ceil() as i64,
            n: minutes.n,
        })
    })
}

fn operation<'a>(process: &'a Process, code: &str) -> Option<&'a Operation> {
    process.steps.iter().flat_map(|step| &step.operations).find(|operation| operation.code == code)
}

fn average_deals(process: &Process, diagnosis: &Diagnosis) -> impl Iterator<Item = Proposal> {
    process.objectives.iter().filter_map(|objective| {
        let mut values = diagnosis.whole.values.iter();
        let worth = values.find(|worth| worth.currency == objective.currency)?;
        let Measure::Known(average) = worth.average else { return None };
        (average.cents > 0).then(|| Proposal {
            standard: Standard::AverageDeal { objective: objective.code.clone() },
            present: objective.average_deal.map(|deal| deal.cents),
            measured: average.cents,
            low: average.low_cents,
            high: average.high_cents,
            n: average.n,
        })
    })
}

/// The next version of `process`, in force `from` that day, with the `accepted` standards.
///
/// # Errors
/// `insight/nothing-accepted`, `insight/nobody-accepts`, `insight/standard-accepted-twice`,
/// `insight/standard-moved` when the process no longer has the standard the proposal was made against.
pub fn accept(
    process: &Process,
    accepted: &[Proposal],
    by: &str,
    from: Date,
) -> Result<Acceptance, Refusals> {
    let mut refusals = Refusals::default();
    if accepted.is_empty() {
        refusals.push(Refusal::new("insight/nothing-accepted"));
    }
    if by.trim().is_empty() {
        refusals.push(Refusal::new("insight/nobody-accepts").field("by"));
    }
    let mut next = Process { version: process.version + 1, valid_from: Some(from), ..process.clone() };
    for (at, proposal) in accepted.iter().enumerate() {
        if accepted[..at].iter().any(|before| before.standard == proposal.standard) {
            refusals.push(about("insight/standard-accepted-twice", &proposal.standard));
        } else if apply(&mut next, proposal).is_none() {
            refusals.push(about("insight/standard-moved", &proposal.standard));
        }
    }
    refusals.or(Acceptance { process: next, by: by.trim().to_owned(), changes: accepted.to_vec() })
}

fn about(code: &'static str, standard: &Standard) -> Refusal {
    let (Standard::Yield { step: name }
    | Standard::LeadDays { step: name }
    | Standard::RunMinutes { operation: name }
    | Standard::AverageDeal { objective: name }) = standard;
    Refusal::new(code).field(name).with("name", name.as_str())
}

/// `None` when the present standard is not the one the proposal names, or the measure is no standard.
fn apply(process: &mut Process, proposal: &Proposal) -> Option<()> {
    let (present, measured) = (proposal.present, proposal.measured);
    match &proposal.standard {
        Standard::Yield { step } => {
            let step = process.steps.iter_mut().find(|known| known.code == *step)?;
            (step.yields.map(|yields| i64::from(yields.millionths())) == present).then_some(())?;
            step.yields = Some(Yield::new(u32::try_from(measured).ok()?)?);
        }
        Standard::LeadDays { step } => {
            let step = process.steps.iter_mut().find(|known| known.code == *step)?;
            (Some(i64::from(step.lead_days)) == present).then_some(())?;
            step.lead_days = u32::try_from(measured).ok()?;
        }
        Standard::RunMinutes { operation } => {
            let mut operations = process.steps.iter_mut().flat_map(|step| &mut step.operations);
            let operation = operations.find(|known| known.code == *operation)?;
            (Some(operation.run.0) == present && measured > 0).then_some(())?;
            operation.run = Minutes(measured);
        }
        Standard::AverageDeal { objective } => {
            let objective = process.objectives.iter_mut().find(|known| known.code == *objective)?;
            (objective.average_deal.map(|deal| deal.cents) == present && measured > 0).then_some(())?;
            objective.average_deal = Some(Money { cents: measured, currency: objective.currency });
        }
    }
    Some(())
}

#[cfg(test)]
#[path = "standards_tests.rs"]
mod tests;

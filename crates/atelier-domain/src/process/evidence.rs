//! The gate of a step: closed by a dated proof from the customer, open again when the proof lapses.

use super::{Evidence, Process, Step};
use crate::language::{Refusal, Refusals};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};

/// How long a move of a case may be taken back without a proof.
const TAKEN_BACK: SignedDuration = SignedDuration::from_hours(24);

/// A proof obtained from a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Code of the evidence, in the step.
    pub evidence: String,
    /// Day it is dated.
    pub on: Date,
}

/// How the gate of a step stands for one case on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// No proof yet: the case stays in the step.
    Open,
    /// A good proof is there: the case may go on.
    Closed {
        /// Code of the evidence that holds longest.
        by: String,
        /// Last day it is good; `None`: it never lapses.
        until: Option<Date>,
    },
    /// There was a proof and it is good no more: the case slides back one step.
    Lapsed {
        /// Code of the evidence that held longest.
        by: String,
        /// First day without a good proof.
        since: Date,
    },
}

/// A gate on the way of a case that is open again: its proof is good no more.
#[derive(Clone, Copy, Debug)]
pub struct Reopened<'a> {
    /// The step whose gate it is: the one where the case stands, or one that it came through.
    pub step: &'a Step,
    /// What held longest.
    pub evidence: &'a Evidence,
    /// First day without a good proof.
    pub since: Date,
}

impl Step {
    /// How the gate stands on `today`, from the proofs of one case, in any order.
    ///
    /// Any one good proof closes it. A proof valid 30 days is good on its day and the 30 that follow.
    ///
    /// # Errors
    /// `process/evidence-in-the-future` for each proof dated after `today`,
    /// `process/unknown-evidence` for each one that the step does not ask for.
    pub fn gate(&self, proofs: &[Proof], today: Date) -> Result<Gate, Refusals> {
        let mut refusals = Refusals::default();
        let mut best: Option<(Date, &Proof)> = None;
        for proof in proofs {
            match self.good_until(proof, today) {
                Ok(until) if best.is_none_or(|(longest, _)| longest < until) => best = Some((until, proof)),
                Ok(_) => {}
                Err(refusal) => refusals.push(refusal),
            }
        }
        refusals.or(best.map_or(Gate::Open, |(until, proof)| stand(until, proof, today)))
    }

    /// Whether one of the proofs of a case, of whatever step, closes this one on `today`.
    fn is_proved(&self, proofs: &[Proof], today: Date) -> bool {
        matches!(self.gate(&self.own(proofs), today), Ok(Gate::Closed { .. }))
    }

    /// The proofs of a case that this step asks for.
    fn own(&self, proofs: &[Proof]) -> Vec<Proof> {
        let asked = |proof: &&Proof| self.evidence.iter().any(|one| one.code == proof.evidence);
        proofs.iter().filter(asked).cloned().collect()
    }

    /// Last day the proof is good; the last day of the calendar when it never lapses.
    fn good_until(&self, proof: &Proof, today: Date) -> Result<Date, Refusal> {
        let Some(asked) = self.evidence.iter().find(|asked| asked.code == proof.evidence) else {
            let known: Vec<_> = self.evidence.iter().map(|asked| asked.code.as_str()).collect();
            return Err(Refusal::new("process/unknown-evidence")
                .with("evidence", proof.evidence.as_str())
                .with("step", self.code.as_str())
                .with("known", known.join(", ")));
        };
        if proof.on > today {
            let refusal = Refusal::new("process/evidence-in-the-future").with("on", proof.on);
            return Err(refusal.with("evidence", proof.evidence.as_str()).with("today", today));
        }
        let days = asked.valid_days.map(i64::from);
        Ok(days.map_or(Date::MAX, |days| proof.on.saturating_add(days.days())))
    }
}

fn stand(until: Date, proof: &Proof, today: Date) -> Gate {
    let by = proof.evidence.clone();
    if today <= until {
        return Gate::Closed { by, until: (until < Date::MAX).then_some(until) };
    }
    Gate::Lapsed { by, since: until.saturating_add(1.day()) }
}

impl Process {
    /// The steps that a case leaves when it goes from one to a later one, and that ask for a proof which is not there,
    /// or good no more: in the order of the process. Going back, or along no path of the bill, leaves none.
    pub fn unproved(&self, from: &str, to: &str, proofs: &[Proof], today: Date) -> Vec<&Step> {
        let Some((from, to)) = self.step_index(from).zip(self.step_index(to)) else { return Vec::new() };
        let left = self.on_the_way(from, to).into_iter().skip(1).rev().map(|index| &self.steps[index]);
        left.filter(|step| !step.evidence.is_empty() && !step.is_proved(proofs, today)).collect()
    }

    /// Whether any of its proofs is good for a time only.
    pub fn has_lapsing_proofs(&self) -> bool {
        self.steps.iter().flat_map(|step| &step.evidence).any(|evidence| evidence.valid_days.is_some())
    }

    /// The gates that are open again for a case that stands in the step `at`: of it and of those that lead to it, in the
    /// order of the process. A proof of tomorrow holds nothing.
    pub fn reopened(&self, at: &str, proofs: &[Proof], today: Date) -> Vec<Reopened<'_>> {
        let Some(at) = self.step_index(at) else { return Vec::new() };
        let known: Vec<Proof> = proofs.iter().filter(|proof| proof.on <= today).cloned().collect();
        let gate = |index: usize| {
            let step = &self.steps[index];
            let Ok(Gate::Lapsed { by, since }) = step.gate(&step.own(&known), today) else { return None };
            step.evidence.iter().find(|one| one.code == by).map(|evidence| Reopened { step, evidence, since })
        };
        self.on_the_way(0, at).into_iter().rev().filter_map(gate).collect()
    }

    /// The steps from one to a later one that lead to it, the later one first.
    fn on_the_way(&self, from: usize, to: usize) -> Vec<usize> {
        let mut on_the_way = vec![to];
        for index in (from..to).rev() {
            let feeds =
                |fed: &usize| self.steps[*fed].after.iter().any(|input| input.step == self.steps[index].code);
            if on_the_way.iter().any(feeds) {
                on_the_way.push(index);
            }
        }
        on_the_way
    }

    /// Where a case that stands in `step` goes back to when a proof on its way lapses: the step that feeds it, the
    /// first of the file when several do. `None` on an entry step: the case stays there.
    pub fn slides_back_to(&self, step: &str) -> Option<&Step> {
        let step = &self.steps[self.step_index(step)?];
        let feeding = step.after.first()?;
        self.step_index(&feeding.step).map(|index| &self.steps[index])
    }
}

/// Where a case was said to stand, and when that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Code of the step; `None` in no step of its process.
    pub step: Option<String>,
    /// When.
    pub said: Timestamp,
}

/// Whether going to the step `to` takes back the last move of a case, made less than a day before `now`: a mistake
/// is mended without the proofs of the steps that it jumped. `stood` is all that was said of the case, oldest
/// first; what changed something else than its step is no move.
pub fn takes_back(to: &str, stood: &[Stood], now: Timestamp) -> bool {
    let Some(last) = stood.windows(2).rfind(|pair| pair[0].step != pair[1].step) else { return false };
    last[0].step.as_deref() == Some(to) && now.duration_since(last[1].said) < TAKEN_BACK
}

//! What the facts say of the steps: stays and yields, and what they cost the plan.

use super::worth::Worths;
use super::{Bottleneck, Limit, Looked, Wait};
use serde::{Deserialize, Serialize};

/// Measured stays and yields of the processes of a plan. Nothing in it: nothing was measured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Stays of steps with enough completed ones.
    pub stays: Vec<Stay>,
    /// Yields below those of the others beyond what chance explains.
    pub gaps: Vec<Gap>,
}

/// Measured days in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    /// Code of the process.
    pub process: String,
    /// Code of the step.
    pub step: String,
    /// Median of the completed stays.
    pub days: i64,
    /// Lower end of its 95 % interval.
    pub low: i64,
    /// Upper end.
    pub high: i64,
    /// Completed stays.
    pub count: i64,
}

/// A yield below that of the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Code of the process.
    pub process: String,
    /// Code of the step; `None`: the whole process, which has no stage history.
    pub step: Option<String>,
    /// Whose yield.
    pub whose: Whose,
    /// Cases that went further, or were won.
    pub part: i64,
    /// Those, and the ones lost.
    pub whole: i64,
    /// The same of all the others together.
    pub others_part: i64,
    /// The same of all the others together.
    pub others_whole: i64,
}

/// Whose yield stands apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// A team, by name.
    Team(String),
    /// A person, by name.
    Person(String),
}

impl Gap {
    /// Others' yield less this one, in hundredths of a per cent.
    pub fn points_bp(&self) -> i64 {
        let share = |part: i64, whole: i64| if whole > 0 { part * 10_000 / whole } else { 0 };
        share(self.others_part, self.others_whole) - share(self.part, self.whole)
    }

    /// The part of the output that is lost for want of the others' yield, as a fraction: cases that would
    /// have gone further at their yield, less those that did, over all those that did.
    ///
    /// `whole × (others − own) ÷ (part + others' part)`, with the yields as exact fractions.
    fn lost(&self) -> (i64, i64) {
        let more = self.whole * self.others_part - self.others_whole * self.part;
        (more.max(0), self.others_whole * (self.part + self.others_part))
    }
}

pub(super) fn gaps(looked: &Looked<'_>, worths: &Worths) -> Vec<Bottleneck> {
    let known = |gap: &&Gap| looked.streams.iter().any(|stream| stream.process.code == gap.process);
    let priced = looked.facts.gaps.iter().filter(known).map(|gap| {
        let (lost, whole) = gap.lost();
        let stake = worths.stake([gap.process.as_str()], (lost, 0, whole));
        Bottleneck { limit: Limit::Yield(gap.clone()), stake }
    });
    priced.collect()
}

/// Every step where a case stays: at what is measured, else at the standard.
///
/// A stay longer than its standard by some days delays all that comes out of it by as much, so what is due
/// in the last of these days of the period does not get through: that part of the worth is the stake. It is
/// nought while the standard lies inside the interval of the measure.
pub(super) fn waits(looked: &Looked<'_>, worths: &Worths) -> Vec<Bottleneck> {
    let days = i64::try_from(looked.period.days().count()).unwrap_or(i64::MAX);
    let mut found = Vec::new();
    for stream in &looked.streams {
        let code = stream.process.code.as_str();
        for (rank, step) in stream.process.steps.iter().enumerate() {
            let measured =
                looked.facts.stays.iter().find(|stay| stay.process == code && stay.step == step.code);
            let standard = i64::from(step.lead_days);
            let wait = Wait {
                process: code.to_owned(),
                step: step.code.clone(),
                days: measured.map_or(standard, |stay| stay.days),
                standard,
                measured: measured.cloned(),
                cases: stream.standing.get(rank).copied().unwrap_or(0),
            };
            if wait.days > 0 {
                let stake = worths.stake([code], (wait.excess(), 0, days));
                found.push(Bottleneck { limit: Limit::Wait(wait), stake });
            }
        }
    }
    found
}

impl Wait {
    /// Days beyond the standard, when chance does not explain them.
    pub fn excess(&self) -> i64 {
        let beyond = self.measured.as_ref().filter(|stay| stay.low > self.standard);
        beyond.map_or(0, |stay| (stay.days - self.standard).max(0))
    }
}

//! Needs at a service level: as many starts as make the objective likely, and the work that goes with them.

use super::service::{InProgress, onward, starts_for};
use super::{Needs, Wip, explode};
use crate::language::{Refusal, Refusals, Week};
use crate::process::Process;
use serde::{Deserialize, Serialize};

/// How sure a plan should be of its objectives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    /// On average: missed about half the time.
    #[default]
    Mean,
    /// One time in two.
    P50,
    /// Four times in five.
    P80,
    /// Nineteen times in twenty.
    P95,
}

impl Service {
    /// Of a number of per cent; the mean when there is none.
    ///
    /// # Errors
    /// `planning/service-level` for anything but 50, 80 and 95.
    pub fn of(percent: Option<i64>) -> Result<Self, Refusal> {
        match percent {
            None => Ok(Self::Mean),
            Some(50) => Ok(Self::P50),
            Some(80) => Ok(Self::P80),
            Some(95) => Ok(Self::P95),
            Some(given) => Err(Refusal::new("planning/service-level").field("service").with("given", given)),
        }
    }

    /// As a number of per cent; `None` for the mean.
    pub fn percent(self) -> Option<i64> {
        match self {
            Self::Mean => None,
            Self::P50 => Some(50),
            Self::P80 => Some(80),
            Self::P95 => Some(95),
        }
    }
}

/// The level that needs were computed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtLevel {
    /// The level asked.
    pub service: Service,
    /// New starts on average.
    pub mean: i64,
    /// New starts at the level; `None`: the bill is not a chain of one for one, so needs are on average.
    pub starts: Option<i64>,
}

/// [`explode`], with the starts that a service level asks.
///
/// The units due are raised with their rhythm until the starts reach that number, so that the steps after
/// the first are planned for what these starts bring on average; the starts themselves are exact. At a
/// level below the mean nothing is taken away. The mean changes nothing.
///
/// # Errors
/// Those of [`explode`].
/// Source: docs/method.md, "Service level".
pub fn explode_at(
    process: &Process,
    due: &[i64],
    weeks: &[Week],
    wip: &Wip,
    service: Service,
) -> Result<(Needs, AtLevel), Refusals> {
    let needs = explode(process, due, weeks, wip)?;
    let mean = needs.contacts;
    let starts = wanted(process, due, wip, service);
    let level = AtLevel { service, mean, starts: starts.map(|starts| starts.max(mean)) };
    let Some(starts) = starts.filter(|starts| *starts > mean) else { return Ok((needs, level)) };
    let total: i64 = due.iter().sum();
    let (mut few, mut many) = (total, total.saturating_mul(2));
    while explode(process, &raised(due, many, total), weeks, wip)?.contacts < starts {
        (few, many) = (many, many.saturating_mul(2));
    }
    while many - few > 1 {
        let middle = few + (many - few) / 2;
        if explode(process, &raised(due, middle, total), weeks, wip)?.contacts < starts {
            few = middle;
        } else {
            many = middle;
        }
    }
    let mut needs = explode(process, &raised(due, many, total), weeks, wip)?;
    needs.trim_starts(starts);
    Ok((needs, level))
}

/// New starts at the level; `None` for the mean, and when the chances of a case are not one probability.
fn wanted(process: &Process, due: &[i64], wip: &Wip, service: Service) -> Option<i64> {
    let level = f64::from(u8::try_from(service.percent()?).ok()?) / 100.0;
    let chances = onward(process)?;
    let target = u32::try_from(due.iter().sum::<i64>()).ok()?;
    let starts = starts_for(target, &with_chances(process, wip, &chances), *chances.first()?, level)?;
    i64::try_from(starts).ok()
}

/// Work in progress with its chances to succeed, as [`onward`] gives them.
pub fn with_chances(process: &Process, wip: &Wip, chances: &[f64]) -> Vec<InProgress> {
    let cases = wip.waiting.iter().filter_map(|(step, units)| {
        let onward = *chances.get(process.step_index(step)?)?;
        Some(InProgress { units: u32::try_from(*units).ok()?, onward })
    });
    cases.collect()
}

/// `quantity` units with the rhythm of `due`, rounded up on cumulated quantities.
fn raised(due: &[i64], quantity: i64, total: i64) -> Vec<i64> {
    let (mut sum, mut before) = (0_i128, 0);
    let week = |units: &i64| {
        sum += i128::from(*units) * i128::from(quantity);
        let until =
            i64::try_from((sum + i128::from(total) - 1) / i128::from(total.max(1))).unwrap_or(i64::MAX);
        let units = until - before;
        before = until;
        units
    };
    due.iter().map(week).collect()
}

impl Needs {
    /// Keeps no more than `starts` new units in the first step, the last weeks giving up the others.
    fn trim_starts(&mut self, starts: i64) {
        let Some(entry) = self.steps.first_mut() else { return };
        let mut left = starts;
        for (net, entering) in entry.net.iter_mut().zip(&mut entry.entering) {
            let kept = left.min(*net);
            *entering -= *net - kept;
            *net = kept;
            left -= kept;
        }
        self.contacts = entry.net.iter().sum();
    }
}

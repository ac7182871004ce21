//! Release control (*lancement piloté par le goulet*): new cases are launched no faster than the buffer
//! before the bottleneck asks.
//!
//! The *drum* (tambour) is the kind of resource that limits. The *buffer* (tampon) is its work in the
//! cases already launched and not yet done. The *rope* (corde) allows each week the launches that bring
//! the buffer back to its target.

mod weight;
mod words;

pub use weight::Weights;

use crate::language::{Minutes, Refusal, Week};
use serde::{Deserialize, Serialize};

/// What the rope is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rope<'a> {
    /// Code of the drum.
    pub drum: &'a str,
    /// Expected work of the drum for each case, by step.
    pub weights: &'a Weights,
    /// Cases launched whose next work is that of each step.
    pub launched: &'a [i64],
    /// Weeks controlled, the first one being the current one.
    pub weeks: &'a [Week],
    /// Time of the drum that other work leaves, in each of these weeks.
    pub capacity: &'a [Minutes],
    /// New cases that the objectives want in each of these weeks.
    pub wanted: &'a [i64],
}

/// How full a buffer is, by thirds of its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    /// Below a third: the bottleneck will soon wait for work.
    Red,
    /// Below two thirds.
    Yellow,
    /// Two thirds or more.
    Green,
}

/// Where the buffer goes in the weeks controlled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// Up.
    Rising,
    /// Neither.
    Steady,
    /// Down.
    Falling,
}

/// One week of the rope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekRelease {
    /// The week.
    pub week: Week,
    /// Buffer at its start.
    pub buffer: Minutes,
    /// What the buffer should be, launches of the week included.
    pub target: Minutes,
    /// New cases wanted, those held in the weeks before included.
    pub wanted: i64,
    /// New cases that may be launched.
    pub allowed: i64,
    /// New cases launched: no more than wanted in the plan, no more than allowed.
    pub launched: i64,
}

/// Launches allowed, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Code of the drum.
    pub drum: String,
    /// Buffer wanted, in working days of the drum.
    pub buffer_days: u32,
    /// Work of the drum in the cases launched.
    pub buffer: Minutes,
    /// What it should be now: the buffer wanted, and what the drum does while a new case is on its way.
    pub target: Minutes,
    /// Weeks a new case takes to reach the drum.
    pub weeks_away: usize,
    /// Expected work of the drum for a new case.
    pub weight: Minutes,
    /// Mean time of the drum in a week.
    pub week: Minutes,
    /// How full.
    pub colour: Colour,
    /// Where it goes.
    pub trend: Trend,
    /// Week by week.
    pub weeks: Vec<WeekRelease>,
}

impl Release {
    /// Buffer in hundredths of a week of the drum; `None` when it has no time at all.
    pub fn weeks_of_work(&self) -> Option<i64> {
        (self.week > Minutes(0)).then(|| self.buffer.0.saturating_mul(100) / self.week.0)
    }

    /// New cases wanted by the objectives that no week controlled lets through.
    pub fn held(&self) -> i64 {
        self.weeks.last().map_or(0, |last| (last.wanted - last.launched).max(0))
    }
}

/// A buffer wanted, as typed or written.
///
/// # Errors
/// `planning/buffer-target` for nought, less, or more than ten years.
pub fn buffer_days(given: i64) -> Result<u32, Refusal> {
    let days = u32::try_from(given).ok().filter(|days| (1..=3_650).contains(days));
    days.ok_or_else(|| Refusal::new("planning/buffer-target").field("buffer_days").with("given", given))
}

/// Launches allowed in each week.
///
/// Allowed: (target − buffer) ÷ weight of a new case, rounded down, never negative. The target is the
/// buffer wanted plus the work the drum does before a case launched now reaches it. Each week the buffer
/// takes what is launched and gives what the drum can do of it. When nothing of a new case asks for the
/// drum, all that is wanted is allowed.
///
/// `None` when no week is controlled.
/// Source: docs/method.md, "Release control"; Goldratt and Fox, *The Race*, 1986.
pub fn release(rope: &Rope<'_>, buffer_days: u32) -> Option<Release> {
    let count = i64::try_from(rope.weeks.len()).ok().filter(|count| *count > 0)?;
    let week = Minutes(rope.capacity.iter().map(|minutes| minutes.0).sum::<i64>() / count);
    let wanted_buffer = Minutes(week.0 * i64::from(buffer_days) / DAYS);
    let mut now = Parts(rope.weights.of_launched(rope.launched));
    let (buffer, weight) = (now.minutes(), rope.weights.of_new());
    let mut weeks = Vec::with_capacity(rope.weeks.len());
    let mut waiting = 0_i64;
    for (at, &name) in rope.weeks.iter().enumerate() {
        let away: i64 =
            (at..at + rope.weights.weeks_away).map(|later| rope.capacity.get(later).unwrap_or(&week).0).sum();
        let target = Minutes(wanted_buffer.0 + away);
        let wanted = waiting + rope.wanted[at].max(0);
        // With room left, cases wanted later are launched now; they are not launched again.
        let later: i64 = rope.wanted[at + 1..].iter().map(|units| units.max(&0)).sum();
        let (allowed, most) = match weight {
            0 => (wanted.max(0), wanted),
            weight => (i64::try_from(now.below(target) / weight).unwrap_or(i64::MAX), wanted + later),
        };
        let launched = allowed.min(most).max(0);
        let shown = wanted.max(0);
        weeks.push(WeekRelease {
            week: name,
            buffer: now.minutes(),
            target,
            wanted: shown,
            allowed,
            launched,
        });
        waiting = wanted - launched;
        now.launch(launched, weight);
        now.work(rope.capacity[at]);
    }
    let target = weeks[0].target;
    Some(Release {
        drum: rope.drum.to_owned(),
        buffer_days,
        buffer,
        target,
        weeks_away: rope.weights.weeks_away,
        weight: Parts(weight).minutes(),
        week,
        colour: colour(buffer, target),
        trend: trend(buffer, now.minutes(), week),
        weeks,
    })
}

/// Working days of a week.
const DAYS: i64 = 5;

/// Work in parts of a minute.
struct Parts(i128);

impl Parts {
    fn minutes(&self) -> Minutes {
        Minutes(i64::try_from(self.0 / weight::PARTS).unwrap_or(i64::MAX))
    }

    fn below(&self, target: Minutes) -> i128 {
        (i128::from(target.0) * weight::PARTS - self.0).max(0)
    }

    fn launch(&mut self, units: i64, weight: i128) {
        self.0 += i128::from(units) * weight;
    }

    fn work(&mut self, time: Minutes) {
        self.0 = (self.0 - i128::from(time.0) * weight::PARTS).max(0);
    }
}

fn colour(buffer: Minutes, target: Minutes) -> Colour {
    match (i128::from(buffer.0) * 3, i128::from(target.0)) {
        (thrice, target) if thrice >= 2 * target => Colour::Green,
        (thrice, target) if thrice >= target => Colour::Yellow,
        _ => Colour::Red,
    }
}

/// Steady within a tenth of a week of the drum.
fn trend(now: Minutes, after: Minutes, week: Minutes) -> Trend {
    match after.0 - now.0 {
        change if change > week.0 / 10 => Trend::Rising,
        change if change < -week.0 / 10 => Trend::Falling,
        _ => Trend::Steady,
    }
}

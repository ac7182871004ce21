//! The few statistics of the diagnosis, each with its sample and its 95 % interval.
//!
//! Floats are used here only; quantities and money elsewhere are whole.

use serde::Serialize;

/// Outcomes below which no share is given. At 30, the 95 % interval of a share near one half is still
/// ± 17 points; below, it says little more than "between a third and two thirds".
pub const SHARES_NEEDED: usize = 30;
/// Durations below which no median is given. At 12 the interval keeps the 3rd to the 10th value;
/// below 6, no pair of values reaches 95 %.
pub const MEDIANS_NEEDED: usize = 12;

/// Quantile of the normal law that leaves 2.5 % above it.
const Z: f64 = 1.959_963_984_540_054;

/// A figure, or the statement that there is too little to give one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure<T> {
    /// Enough cases.
    Known(T),
    /// Too few cases: no number.
    Insufficient {
        /// Cases there are.
        n: usize,
        /// Cases needed.
        needed: usize,
    },
}

impl<T> Measure<T> {
    /// The figure, when there is one.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(figure) => Some(figure),
            Self::Insufficient { .. } => None,
        }
    }
}

/// `part` out of `whole`, with its Wilson interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rate {
    /// Favourable cases.
    pub part: usize,
    /// Sample size.
    pub whole: usize,
    /// Lower end of the 95 % interval, 0 to 1.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Rate {
    /// With at least `needed` cases.
    pub fn measure(part: usize, whole: usize, needed: usize) -> Measure<Self> {
        if whole < needed.max(1) {
            return Measure::Insufficient { n: whole, needed };
        }
        let (low, high) = wilson(part, whole);
        Measure::Known(Self { part, whole, low, high })
    }

    /// 0 to 1.
    pub fn value(&self) -> f64 {
        self.part as f64 / self.whole as f64
    }
}

/// Wilson score interval at 95 %. Stays within 0 and 1, and keeps its coverage near both ends.
///
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
fn wilson(part: usize, whole: usize) -> (f64, f64) {
    let n = whole as f64;
    let share = part as f64 / n;
    let scale = 1.0 + Z * Z / n;
    let centre = (share + Z * Z / (2.0 * n)) / scale;
    let reach = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / scale;
    ((centre - reach).max(0.0), (centre + reach).min(1.0))
}

/// Durations in days: mean, quartiles, and an interval around the median.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Delay {
    /// Sample size.
    pub n: usize,
    /// Mean.
    pub mean: f64,
    /// A quarter of the cases took less.
    pub q1: f64,
    /// Half of them took less.
    pub median: f64,
    /// Three quarters took less.
    pub q3: f64,
    /// Lower end of the 95 % interval of the median: one of the durations.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Delay {
    /// Of at least `needed` durations, which are left sorted.
    pub fn measure(days: &mut [i32], needed: usize) -> Measure<Self> {
        let n = days.len();
        if n < needed.max(1) {
            return Measure::Insufficient { n, needed };
        }
        days.sort_unstable();
        let mean = days.iter().map(|&day| i64::from(day)).sum::<i64>() as f64 / n as f64;
        let (low, high) = median_ranks(n);
        Measure::Known(Self {
            n,
            mean,
            q1: quantile(days, 0.25),
            median: quantile(days, 0.5),
            q3: quantile(days, 0.75),
            low: f64::from(days[low]),
            high: f64::from(days[high]),
        })
    }
}

/// Linear interpolation between the two nearest of `sorted` (type 7 of Hyndman and Fan, 1996).
fn quantile(sorted: &[i32], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    let (low, high) = (f64::from(sorted[below]), f64::from(sorted[above]));
    low + (high - low) * (place - below as f64)
}

/// Ranks, from 0, of the two values that hold the median between them with 95 % confidence.
///
/// Whatever the law of the durations, each falls below the median with chance one half: the rank of
/// the median is binomial (n, ½). The ranks are symmetrical; with fewer than 6 values, the extremes
/// are given and hold less than 95 %. Exact to 1,000 values, then by the normal law.
/// Source: Conover, *Practical Nonparametric Statistics*, "confidence interval for a quantile".
fn median_ranks(n: usize) -> (usize, usize) {
    let low = if n > 1_000 {
        (n as f64 / 2.0 - Z * (n as f64).sqrt() / 2.0).floor() as usize - 1
    } else {
        let mut chance = 0.5_f64.powi(n as i32);
        let mut tail = chance;
        let mut below = 0_usize;
        while tail <= 0.025 {
            below += 1;
            chance *= (n - below + 1) as f64 / below as f64;
            tail += chance;
        }
        below.saturating_sub(1)
    };
    (low, n - 1 - low)
}

/// Mean of money amounts, in minor units, with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Average {
    /// Sample size.
    pub n: usize,
    /// Mean, rounded half away from zero.
    pub cents: i64,
    /// Lower end of the 95 % interval: mean − 1.96 s ÷ √n.
    pub low_cents: i64,
    /// Upper end.
    pub high_cents: i64,
}

impl Average {
    /// From the count, the exact sum and the sum of squares of at least `needed` amounts.
    ///
    /// May be wrong when a few very large amounts make the sum: the normal law then comes late.
    pub fn measure(n: usize, sum_cents: i128, squares: f64, needed: usize) -> Measure<Self> {
        if n < needed.max(2) {
            return Measure::Insufficient { n, needed };
        }
        let count = n as f64;
        let mean = sum_cents as f64 / count;
        let variance = ((squares - count * mean * mean) / (count - 1.0)).max(0.0);
        let reach = Z * (variance / count).sqrt();
        let whole = |value: f64| value.round() as i64;
        Measure::Known(Self {
            n,
            cents: whole(mean),
            low_cents: whole(mean - reach),
            high_cents: whole(mean + reach),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn wilson_gives_the_published_intervals() {
        // Newcombe (1998), table I: 81/263 and 0/20.
        let near = |(low, high): (f64, f64), (a, b): (f64, f64)| {
            assert!((low - a).abs() < 5e-5 && (high - b).abs() < 5e-5, "{low} {high}");
        };
        near(wilson(81, 263), (0.2553, 0.3662));
        near(wilson(0, 20), (0.0, 0.1611));
        near(wilson(15, 148), (0.0624, 0.1605));
    }

    #[test]
    fn the_median_lies_between_the_ranks_of_the_tables() {
        // Published tables, ranks from 1: n = 6 → 1 and 6; 12 → 3 and 10; 20 → 6 and 15; 100 → 40 and 61.
        for (n, low, high) in [(6, 1, 6), (12, 3, 10), (20, 6, 15), (100, 40, 61)] {
            assert_eq!(median_ranks(n), (low - 1, high - 1), "{n}");
        }
        let (exact, normal) = (median_ranks(1_000), median_ranks(1_001));
        assert!(exact.0.abs_diff(normal.0) <= 1, "{exact:?} {normal:?}");
    }

    #[test]
    fn below_the_threshold_there_is_no_number() {
        assert_eq!(Rate::measure(29, 29, SHARES_NEEDED), Measure::Insufficient { n: 29, needed: 30 });
        assert!(Rate::measure(30, 30, SHARES_NEEDED).known().is_some());
        assert_eq!(Delay::measure(&mut [1; 11], MEDIANS_NEEDED), Measure::Insufficient { n: 11, needed: 12 });
        assert!(Delay::measure(&mut [1; 12], MEDIANS_NEEDED).known().is_some());
    }

    #[test]
    fn mean_and_quartiles_of_a_known_series() {
        let mut days: Vec<i32> = (1..=20).rev().collect();
        let measured = Delay::measure(&mut days, 12);
        let delay = measured.known().unwrap();
        let figures = [delay.mean, delay.q1, delay.median, delay.q3, delay.low, delay.high];
        for (found, expected) in figures.iter().zip([10.5, 5.75, 10.5, 15.25, 6.0, 15.0]) {
            assert!((found - expected).abs() < 1e-9, "{delay:?}");
        }
    }

    #[test]
    fn the_interval_of_an_average_follows_its_spread() {
        let amounts: Vec<i64> = (1..=40).map(|at| at * 100).collect();
        let squares = amounts.iter().map(|cents| (*cents as f64).powi(2)).sum();
        let sum = amounts.iter().map(|cents| i128::from(*cents)).sum();
        let measured = Average::measure(40, sum, squares, 30);
        let average = measured.known().unwrap();
        // s = 1,169.05, s ÷ √40 = 184.84, × 1.96 = 362.29.
        assert_eq!((average.cents, average.low_cents, average.high_cents), (2_050, 1_688, 2_412));
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_figure(part in 0_usize..500, more in 0_usize..500) {
            prop_assume!(part + more > 0);
            let (low, high) = wilson(part, part + more);
            let share = part as f64 / (part + more) as f64;
            prop_assert!((0.0..=share + 1e-12).contains(&low) && (share - 1e-12..=1.0).contains(&high));
        }

        #[test]
        fn the_median_interval_holds_the_median(mut days in proptest::collection::vec(0_i32..900, 12..1_500)) {
            let measured = Delay::measure(&mut days, 12);
            let delay = measured.known().unwrap();
            prop_assert!(delay.low <= delay.median && delay.median <= delay.high);
            prop_assert!(delay.q1 <= delay.median && delay.median <= delay.q3);
        }
    }
}

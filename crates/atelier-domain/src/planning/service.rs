//! Service level (*niveau de service*): how many new starts make the objective likely, beside the mean.

use crate::process::Process;

/// Cases at one place of the process.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InProgress {
    /// How many.
    pub units: u32,
    /// Probability that one of them ends as a success, 0 to 1.
    pub onward: f64,
}

/// New starts for an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Starts {
    /// So that the expected successes reach the objective: missed about half the time.
    pub mean: u64,
    /// Reached one time in two.
    pub at_50: u64,
    /// Four times in five.
    pub at_80: u64,
    /// Nineteen times in twenty.
    pub at_95: u64,
}

/// Probability, for a unit entering each step, to come out of the last one.
///
/// `None` when the bill is not a chain of one for one, or a yield is missing: the chances of a case are
/// then not one probability.
pub fn onward(process: &Process) -> Option<Vec<f64>> {
    let yields = super::yields(process).ok()?;
    for (index, step) in process.steps.iter().enumerate() {
        let chained = match step.after.as_slice() {
            [] => index == 0,
            [input] => input.quantity == 1 && index > 0 && input.step == process.steps[index - 1].code,
            _ => false,
        };
        if !chained {
            return None;
        }
    }
    let mut all = 1.0;
    let mut chances: Vec<f64> = yields
        .iter()
        .rev()
        .map(|one| {
            all *= one.probability();
            all
        })
        .collect();
    chances.reverse();
    Some(chances)
}

/// New starts at the mean and at 50, 80 and 95 %; `None` when no start can ever succeed.
pub fn starts(target: u32, wip: &[InProgress], overall: f64) -> Option<Starts> {
    let expected: f64 = wip.iter().map(|cases| f64::from(cases.units) * cases.onward).sum();
    // Rounding of the product of yields must not add a start: 8 ÷ 0.04 is 200.
    let mean = ((f64::from(target) - expected).max(0.0) / overall - 1e-9).ceil().max(0.0);
    Some(Starts {
        at_50: starts_for(target, wip, overall, 0.50)?,
        at_80: starts_for(target, wip, overall, 0.80)?,
        at_95: starts_for(target, wip, overall, 0.95)?,
        mean: mean as u64,
    })
}

/// Fewest new starts so that successes reach `target` with probability `level` or more.
///
/// `overall` is the probability that a start succeeds. Cases are taken as independent: a common cause (a bad
/// quarter) makes the truth wider. `None` when it cannot be reached: `overall` is 0, or `level` is 1 or more
/// and neither work in progress nor starts are certain.
/// Source: docs/method.md, "Service level".
pub fn starts_for(target: u32, wip: &[InProgress], overall: f64, level: f64) -> Option<u64> {
    let waiting = successes_of(wip, target);
    let enough = |starts: u64| miss(&waiting, starts, overall) <= 1.0 - level;
    if enough(0) {
        return Some(0);
    }
    if overall <= 0.0 || (level >= 1.0 && overall < 1.0) {
        return None;
    }
    let (mut few, mut many) = (0, u64::from(target).max(1));
    while !enough(many) {
        (few, many) = (many, many.checked_mul(2).filter(|&many| many < 1 << 50)?);
    }
    while many - few > 1 {
        let middle = few + (many - few) / 2;
        if enough(middle) { many = middle } else { few = middle }
    }
    Some(many)
}

/// Probability of 0, 1 … `target − 1` successes among the work in progress: the sum of its binomials.
fn successes_of(wip: &[InProgress], target: u32) -> Vec<f64> {
    let mut sum = vec![0.0; target as usize];
    if let Some(none) = sum.first_mut() {
        *none = 1.0;
    }
    for cases in wip {
        sum = convolve(&sum, &binomial(u64::from(cases.units), cases.onward, target as usize));
    }
    sum
}

fn convolve(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; a.len()];
    for (index, chance) in a.iter().enumerate().filter(|(_, chance)| **chance > 0.0) {
        for (total, other) in sum[index..].iter_mut().zip(b) {
            *total += chance * other;
        }
    }
    sum
}

/// Probability that work in progress and `starts` together stay below the target.
fn miss(waiting: &[f64], starts: u64, overall: f64) -> f64 {
    let mut new = binomial(starts, overall, waiting.len());
    let mut until = 0.0;
    for chance in &mut new {
        until += *chance;
        *chance = until;
    }
    waiting.iter().zip(new.iter().rev()).map(|(waiting, at_most)| waiting * at_most).sum()
}

/// Probabilities of 0 to `count − 1` successes in `trials`, by the ratio of neighbours in logarithms.
///
/// The sum of logarithms keeps its lost digits apart (Neumaier), so tens of thousands of trials stay exact
/// to about 1e-12.
fn binomial(trials: u64, chance: f64, count: usize) -> Vec<f64> {
    let mut found = vec![0.0; count];
    if chance <= 0.0 || chance >= 1.0 {
        let sure = if chance >= 1.0 { trials } else { 0 };
        if let Some(one) = usize::try_from(sure).ok().and_then(|sure| found.get_mut(sure)) {
            *one = 1.0;
        }
        return found;
    }
    let odds = chance.ln() - (-chance).ln_1p();
    let (mut log, mut lost) = (trials as f64 * (-chance).ln_1p(), 0.0);
    for (successes, one) in found.iter_mut().enumerate().take_while(|(done, _)| *done as u64 <= trials) {
        *one = (log + lost).exp();
        let left = trials as f64 - successes as f64;
        let step = (left / (successes as f64 + 1.0)).ln() + odds;
        let next = log + step;
        lost += if log.abs() >= step.abs() { (log - next) + step } else { (step - next) + log };
        log = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Adds cases one by one: no binomial, no logarithm, no halving.
    fn by_hand(target: u32, wip: &[InProgress], overall: f64, level: f64) -> u64 {
        let mut chances = vec![0.0; target as usize + 1];
        chances[0] = 1.0;
        let add = |chances: &mut Vec<f64>, success: f64| {
            for count in (0..chances.len()).rev() {
                let from_below = if count > 0 { chances[count - 1] * success } else { 0.0 };
                let stays =
                    if count == target as usize { chances[count] } else { chances[count] * (1.0 - success) };
                chances[count] = stays + from_below;
            }
        };
        for cases in wip {
            (0..cases.units).for_each(|_| add(&mut chances, cases.onward));
        }
        let mut starts = 0;
        while chances[target as usize] < level {
            add(&mut chances, overall);
            starts += 1;
        }
        starts
    }

    #[test]
    fn eight_wins_at_four_per_cent_need_more_than_the_mean() {
        let found = starts(8, &[], 0.04).unwrap();
        assert_eq!(found.mean, 200);
        assert_eq!(found.at_50, by_hand(8, &[], 0.04, 0.50));
        assert_eq!(found.at_80, by_hand(8, &[], 0.04, 0.80));
        assert_eq!(found.at_95, by_hand(8, &[], 0.04, 0.95));
        assert!(found.at_50 < found.mean && found.mean < found.at_80 && found.at_80 < found.at_95);
    }

    #[test]
    fn tens_of_thousands_of_starts_stay_stable() {
        let wip = [InProgress { units: 400, onward: 0.25 }, InProgress { units: 90, onward: 0.5 }];
        let found = starts_for(300, &wip, 0.005, 0.95).unwrap();
        assert_eq!(found, by_hand(300, &wip, 0.005, 0.95));
        assert!(found > 30_000);
        let total: f64 = binomial(60_000, 0.5, 60_001).iter().sum();
        assert!((total - 1.0).abs() < 1e-9, "{total}");
    }

    #[test]
    fn certain_and_impossible_cases_have_an_answer() {
        assert_eq!(starts_for(3, &[InProgress { units: 3, onward: 1.0 }], 0.1, 0.95), Some(0));
        assert_eq!(starts_for(3, &[], 1.0, 0.95), Some(3));
        assert_eq!(starts_for(3, &[], 0.0, 0.95), None);
        assert_eq!(starts_for(0, &[], 0.0, 0.95), Some(0));
        assert_eq!(starts_for(1, &[], 0.5, 1.0), None);
    }

    proptest! {
        #[test]
        fn the_fewest_starts_are_those_found_one_by_one(
            target in 1_u32..12, units in 0_u32..30, onward in 0.0..1.0_f64, overall in 0.05..0.9_f64,
            level in 0.3..0.97_f64,
        ) {
            let wip = [InProgress { units, onward }, InProgress { units: units / 2, onward: onward / 3.0 }];
            prop_assert_eq!(starts_for(target, &wip, overall, level), Some(by_hand(target, &wip, overall, level)));
        }
    }
}

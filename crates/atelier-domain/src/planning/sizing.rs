//! Sizing of a sales force by the workload method (*méthode de la charge de travail*).

use crate::language::{Minutes, Refusal};

/// Accounts that are seen at the same rhythm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Shown name.
    pub name: String,
    /// How many.
    pub accounts: i64,
    /// Calls or visits to each in a year.
    pub calls_per_year: i64,
    /// Length of one, travel and preparation included.
    pub length: Minutes,
}

/// People needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizing {
    /// Work of a year: calls, or minutes.
    pub work: i64,
    /// What one person can do in a year, same unit.
    pub per_person: i64,
}

impl Sizing {
    /// Whole people, rounded up.
    pub fn headcount(self) -> i64 {
        let (work, per_person) = (i128::from(self.work), i128::from(self.per_person));
        i64::try_from((work + per_person - 1).div_euclid(per_person)).unwrap_or(i64::MAX)
    }

    /// People in hundredths, half up: 480 is 4.80.
    pub fn hundredths(self) -> i64 {
        let (work, per_person) = (i128::from(self.work), i128::from(self.per_person));
        i64::try_from((work * 200 + per_person).div_euclid(per_person * 2)).unwrap_or(i64::MAX)
    }
}

/// In calls: Σ accounts × calls a year ÷ calls that a seller makes in a year.
///
/// # Errors
/// `planning/no-selling-time` when a seller makes none.
/// Source: W. J. Talley, "How to design sales territories", Journal of Marketing, 1961.
pub fn by_calls(classes: &[Class], calls_per_seller: i64) -> Result<Sizing, Refusal> {
    sized(total(classes, calls), calls_per_seller)
}

/// In minutes: Σ accounts × calls a year × length ÷ selling time of a person in a year.
///
/// # Errors
/// `planning/no-selling-time` when it is nought.
pub fn by_workload(classes: &[Class], selling: Minutes) -> Result<Sizing, Refusal> {
    sized(total(classes, |class| calls(class).saturating_mul(class.length.0)), selling.0)
}

fn calls(class: &Class) -> i64 {
    class.accounts.saturating_mul(class.calls_per_year)
}

fn total(classes: &[Class], work: impl Fn(&Class) -> i64) -> i64 {
    classes.iter().map(work).fold(0, i64::saturating_add)
}

fn sized(work: i64, per_person: i64) -> Result<Sizing, Refusal> {
    if per_person <= 0 {
        return Err(Refusal::new("planning/no-selling-time").field("selling_time").with("given", per_person));
    }
    Ok(Sizing { work, per_person })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(name: &str, accounts: i64, calls_per_year: i64, minutes: i64) -> Class {
        Class { name: name.into(), accounts, calls_per_year, length: Minutes(minutes) }
    }

    #[test]
    fn check_a_sixty_sellers_by_calls() {
        let classes = [class("A", 1_000, 36, 60), class("B", 2_000, 12, 60)];
        let sizing = by_calls(&classes, 1_000).unwrap();
        assert_eq!((sizing.work, sizing.hundredths(), sizing.headcount()), (60_000, 6_000, 60));
    }

    #[test]
    fn check_b_four_point_eight_people_are_five() {
        let classes = [class("A", 40, 24, 90), class("B", 120, 12, 60), class("C", 480, 4, 60)];
        let sizing = by_workload(&classes, Minutes(1_000 * 60)).unwrap();
        assert_eq!((sizing.work, sizing.hundredths(), sizing.headcount()), (4_800 * 60, 480, 5));
    }

    #[test]
    fn no_selling_time_is_refused() {
        assert_eq!(by_workload(&[], Minutes(0)).unwrap_err().code, "planning/no-selling-time");
        assert_eq!(by_calls(&[class("A", 1, 1, 1)], 0).unwrap_err().code, "planning/no-selling-time");
    }
}

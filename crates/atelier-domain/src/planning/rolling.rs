//! The rolling view of the plan: fifty-two weeks, week 53 included, and how free each one is.

use crate::language::Week;
use crate::process::Planning;

/// How free a week is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Nothing moves without a reason (*zone gelée*).
    Frozen,
    /// Orders are firm (*zone ferme*).
    Firm,
    /// Free (*zone libre*).
    Open,
}

/// `count` weeks from `first`, each with its zone: frozen weeks first, then firm, then open.
pub fn rolling(first: Week, count: u32, planning: &Planning) -> Vec<(Week, Zone)> {
    let firm_until = planning.frozen_weeks.saturating_add(planning.firm_weeks);
    let zone = |index: u32| match index {
        index if index < planning.frozen_weeks => Zone::Frozen,
        index if index < firm_until => Zone::Firm,
        _ => Zone::Open,
    };
    (0..count).map(|index| (first.plus(i64::from(index)), zone(index))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Minutes;

    #[test]
    fn fifty_two_weeks_from_october_2026_go_through_week_53() {
        let planning = Planning { grid: Minutes(15), frozen_weeks: 1, firm_weeks: 3, buffer_days: None };
        let weeks = rolling("2026-W40".parse().unwrap(), 52, &planning);
        assert_eq!(weeks.len(), 52);
        let shown: Vec<String> = weeks[12..15].iter().map(|(week, _)| week.to_string()).collect();
        assert_eq!(shown, ["2026-W52", "2026-W53", "2027-W01"]);
        assert_eq!(weeks[51].0.to_string(), "2027-W38");
        let zones: Vec<Zone> = weeks[..5].iter().map(|(_, zone)| *zone).collect();
        assert_eq!(zones, [Zone::Frozen, Zone::Firm, Zone::Firm, Zone::Firm, Zone::Open]);
    }
}

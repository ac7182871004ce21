//! What is planned of an indicator over a period, or why nothing is.
//!
//! Work to launch (contacts, proposals) is read in the actions of the plan; what is to be reached (new
//! customers, deals, revenue, margin) in the objectives, each part on the day on which it is due; yields
//! and lead times in the process sheet.

use crate::execution::{ActionOrder, Case, Passage, Phase};
use crate::language::{CaseId, Currency, Period, Week};
use crate::planning::{deals, onward};
use crate::process::{Objective, Process, Step, Unit};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use std::collections::{BTreeSet, HashSet};

/// Functions whose every deal is the first of a customer: what they plan of deals they plan of new customers.
pub const WINNING_CUSTOMERS: [&str; 2] = ["new-customers", "prospecting"];

/// What planned values are read in: the newest sheet of a process, and the records of the company.
#[derive(Clone, Copy)]
pub struct Plans<'a> {
    /// The process.
    pub process: &'a Process,
    /// The actions of the plan in force, of this process or of others.
    pub orders: &'a [ActionOrder],
    /// Cases, which have entered or not.
    pub cases: &'a [Case],
    /// Their stage history.
    pub passages: &'a [Passage],
}

/// What is planned of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// In the unit of the indicator; money in minor units.
    pub number: Decimal,
    /// Of a money.
    pub currency: Option<Currency>,
}

/// Why nothing is planned of an indicator over a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unplanned {
    /// Neither the plan nor an objective says anything of these days.
    NoPlan,
    /// No objective of the process asks for anything on these days.
    NoObjective,
    /// The objectives of these days do not count new customers, and the process does not win any.
    NoCustomers,
    /// An objective of these days has no average deal, or no margin rate, to turn it into money or deals.
    NoDeal,
    /// Objectives of these days in several currencies, which do not add up.
    Currencies,
    /// The process sheet has no yield or lead time to expect there.
    NoStandard,
    /// The indicator measures the plan itself: nothing else is planned of it.
    OfThePlan,
}

impl Unplanned {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::NoPlan,
        Self::NoObjective,
        Self::NoCustomers,
        Self::NoDeal,
        Self::Currencies,
        Self::NoStandard,
        Self::OfThePlan,
    ];

    /// As told, and as its sentence is named.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoPlan => "no-plan",
            Self::NoObjective => "no-objective",
            Self::NoCustomers => "no-customers",
            Self::NoDeal => "no-deal",
            Self::Currencies => "currencies",
            Self::NoStandard => "no-standard",
            Self::OfThePlan => "of-the-plan",
        }
    }
}

impl<'a> Plans<'a> {
    /// What is planned of the indicator `code` over the period, ends included.
    ///
    /// Wrong when the plan was made anew: the plan in force has moved what was not done, and expects
    /// it on its new day only.
    ///
    /// # Errors
    /// Why nothing is.
    pub fn of(self, code: &str, period: Period) -> Result<Expected, Unplanned> {
        let counted = |number: i64| Expected { number: Decimal::from(number), currency: None };
        let steps = &self.process.steps;
        match code {
            "contacts" => self.entering(steps.first(), Unit::Contacts, period).map(counted),
            "proposals" => {
                let step = steps.len().checked_sub(2).and_then(|at| steps.get(at));
                self.entering(step, Unit::Proposals, period).map(counted)
            }
            "customers" => self.aimed(Unit::Customers, period),
            "deals" => self.aimed(Unit::Deals, period),
            "revenue" => self.aimed(Unit::Revenue, period),
            "margin" => self.aimed(Unit::Margin, period),
            "load-ratio" | "adherence" => Err(Unplanned::OfThePlan),
            _ => self.standard(code),
        }
    }

    /// Units that the plan has enter a step in the period: those of its first work there, on the day on
    /// which it starts, else is due. What had entered before the period is not expected again.
    ///
    /// Outside the days of the plan, what objectives in this unit ask for.
    fn entering(self, step: Option<&Step>, unit: Unit, period: Period) -> Result<i64, Unplanned> {
        let in_plan = step.and_then(|step| self.launched(step, period));
        if let Some(units) = in_plan {
            return Ok(units);
        }
        let stated = self.objectives(period).filter(|one| one.unit == unit);
        let parts: Vec<i64> = stated.map(|one| evenly(one, one.quantity, period)).collect();
        if parts.is_empty() { Err(Unplanned::NoPlan) } else { Ok(parts.iter().sum()) }
    }

    /// `None` when the plan has no action of the process around these days, or nobody does the first work.
    fn launched(self, step: &Step, period: Period) -> Option<i64> {
        let ours = |one: &&ActionOrder| {
            one.process == self.process.code && one.phase() != Phase::Cancelled && day_of(one).is_some()
        };
        let days: BTreeSet<Date> = self.orders.iter().filter(ours).filter_map(day_of).collect();
        let (first, last) = (*days.first()?, *days.last()?);
        if last < period.first || period.last() < first {
            return None;
        }
        let work = step.operations.iter().find(|operation| !operation.automated)?;
        let before = self.entered_before(step, period.first);
        let entry = |one: &&ActionOrder| {
            one.step == step.code
                && one.operation == work.code
                && day_of(one).is_some_and(|day| period.holds(day))
                && one.case.is_none_or(|case| !before.contains(&case))
        };
        Some(self.orders.iter().filter(ours).filter(entry).map(|one| one.units).sum())
    }

    /// Cases that had entered the step before `day`, or that stand there since nobody knows when.
    fn entered_before(self, step: &Step, day: Date) -> HashSet<CaseId> {
        let at = self.process.step_index(&step.code);
        if at == Some(0) {
            let engaged = self.cases.iter().filter(|case| case.engaged_on.is_some_and(|on| on < day));
            return engaged.map(|case| case.id).collect();
        }
        let visits = self.passages.iter().filter(|passage| passage.step == step.code);
        let (mut known, mut before) = (HashSet::new(), HashSet::new());
        for visit in visits {
            known.insert(visit.case);
            if visit.entered_on < day {
                before.insert(visit.case);
            }
        }
        let stands = |case: &&Case| {
            let here = case.step.as_deref().and_then(|code| self.process.step_index(code));
            here >= at && here.is_some() && !known.contains(&case.id)
        };
        before.extend(self.cases.iter().filter(stands).map(|case| case.id));
        before
    }

    /// What the objectives ask for in the period, in this unit.
    ///
    /// Those in the unit itself; where none is, what the others imply: in deals as planning counts them, in
    /// money by the average deal and the margin rate, in new customers a deal each where the function wins
    /// customers ([`WINNING_CUSTOMERS`]).
    fn aimed(self, unit: Unit, period: Period) -> Result<Expected, Unplanned> {
        let (mut total, mut currency) = (0, None);
        let mut asked = false;
        for one in self.objectives(period).filter(|one| self.speaks(one, unit)) {
            asked = true;
            total += self.part(one, unit, period)?;
            if matches!(unit, Unit::Revenue | Unit::Margin) {
                if currency.is_some_and(|known| known != one.currency) {
                    return Err(Unplanned::Currencies);
                }
                currency = Some(one.currency);
            }
        }
        if asked {
            Ok(Expected { number: Decimal::from(total), currency })
        } else {
            Err(Unplanned::NoObjective)
        }
    }

    /// An objective says the unit itself, or nobody says it for any of its days.
    fn speaks(self, objective: &Objective, unit: Unit) -> bool {
        let stated = |one: &Objective| one.unit == unit && overlap(one.period, objective.period);
        objective.unit == unit || !self.process.objectives.iter().any(stated)
    }

    /// The part of an objective that is due in the period, in this unit.
    fn part(self, one: &Objective, unit: Unit, period: Period) -> Result<i64, Unplanned> {
        let deals = || deals(self.process, one).map_err(|_| Unplanned::NoDeal);
        match unit {
            Unit::Deals => Ok(of_deals(one, deals()?, period)),
            Unit::Customers if one.unit == unit => Ok(of_deals(one, one.quantity, period)),
            Unit::Customers if WINNING_CUSTOMERS.contains(&self.process.function.as_str()) => {
                Ok(of_deals(one, deals()?, period))
            }
            Unit::Customers => Err(Unplanned::NoCustomers),
            Unit::Revenue | Unit::Margin => {
                let whole = money(one, unit, deals).ok_or(Unplanned::NoDeal)?;
                Ok(as_due(one, whole, period))
            }
            Unit::Contacts | Unit::Proposals => Ok(evenly(one, one.quantity, period)),
        }
    }

    fn objectives(self, period: Period) -> impl Iterator<Item = &'a Objective> {
        self.process.objectives.iter().filter(move |one| overlap(one.period, period))
    }

    /// Yields and lead times of the sheet: of a step, or of the whole when the steps follow one another.
    fn standard(self, code: &str) -> Result<Expected, Unplanned> {
        let process = self.process;
        let number = match code.split_once(':') {
            Some((name, step)) => {
                let step = process.step_index(step).map(|index| &process.steps[index]);
                match (name, step) {
                    ("yield", Some(step)) => step.yields.map(|yields| millionths(yields.millionths())),
                    ("lead-time", Some(step)) => Some(Decimal::from(step.lead_days)),
                    _ => None,
                }
            }
            None => onward(process).and_then(|_| match code {
                "yield" => Some(
                    process
                        .steps
                        .iter()
                        .filter_map(|step| step.yields)
                        .fold(Decimal::ONE, |all, one| all * millionths(one.millionths())),
                ),
                "lead-time" => Some(process.steps.iter().map(|step| Decimal::from(step.lead_days)).sum()),
                _ => None,
            }),
        };
        number.map(|number| Expected { number, currency: None }).ok_or(Unplanned::NoStandard)
    }
}

/// The day for which the plan has an action: that of its start; without a date, the last useful one.
fn day_of(order: &ActionOrder) -> Option<Date> {
    order.start.map(DateTime::date).or(order.due)
}

fn overlap(one: Period, other: Period) -> bool {
    one.first < other.after && other.first < one.after
}

/// What an objective is worth in money of this unit, in minor units rounded up.
fn money<E>(one: &Objective, unit: Unit, deals: impl Fn() -> Result<i64, E>) -> Option<i64> {
    let rate = || one.margin_rate.map(|rate| i128::from(rate.basis_points())).filter(|rate| *rate > 0);
    match (one.unit, unit) {
        (Unit::Revenue, Unit::Margin) => up(i128::from(one.quantity) * rate()?, 10_000),
        (Unit::Margin, Unit::Revenue) => up(i128::from(one.quantity) * 10_000, rate()?),
        (own, _) if own == unit => Some(one.quantity),
        _ => {
            let deal = one.average_deal.filter(|deal| deal.currency == one.currency)?;
            let revenue = i128::from(deals().ok()?) * i128::from(deal.cents);
            if unit == Unit::Revenue { up(revenue, 1) } else { up(revenue * rate()?, 10_000) }
        }
    }
}

/// Deals due in the period: those written week by week, as written; else `deals` spread evenly.
fn of_deals(one: &Objective, deals: i64, period: Period) -> i64 {
    let written: i64 = one.due.values().sum();
    as_due(one, if one.due.is_empty() { deals } else { written }, period)
}

/// The part of `whole` due in the period, in proportion to the deals written week by week; else evenly.
fn as_due(one: &Objective, whole: i64, period: Period) -> i64 {
    if one.due.is_empty() {
        return evenly(one, whole, period);
    }
    spread(one, whole, period, one.due.iter().map(|(week, deals)| (*week, *deals)).collect())
}

/// The part of `whole` due in the period, as much each week of the objective.
fn evenly(one: &Objective, whole: i64, period: Period) -> i64 {
    spread(one, whole, period, one.period.weeks().into_iter().map(|week| (week, 1)).collect())
}

/// What of `whole` falls on the days of the period, shared between weeks by weight; the cumulated part is
/// rounded up, so that parts of periods that follow one another make the whole. A week's part is due on
/// its Friday, or on the last day of the objective when that comes before.
fn spread(one: &Objective, whole: i64, period: Period, weeks: Vec<(Week, i64)>) -> i64 {
    let all: i128 = weeks.iter().map(|(_, weight)| i128::from(*weight)).sum();
    let (mut weight, mut before, mut within) = (0, 0, 0);
    for (week, more) in weeks {
        weight += i128::from(more);
        let until = up(i128::from(whole) * weight, all).unwrap_or(before);
        let friday = week.monday().saturating_add(4.days());
        if period.holds(friday.min(one.period.last()).max(one.period.first)) {
            within += until - before;
        }
        before = until;
    }
    within
}

/// Division rounded up.
fn up(part: i128, whole: i128) -> Option<i64> {
    if whole <= 0 {
        return None;
    }
    i64::try_from((part + whole - 1).div_euclid(whole)).ok()
}

fn millionths(number: u32) -> Decimal {
    Decimal::new(i64::from(number), 6)
}

#[cfg(test)]
#[path = "planned_tests.rs"]
mod tests;

//! The dictionary of indicators: one definition each, planned against actual, with what makes the figure.

use super::formula::{Formula, Quantity, Reduce, Term};
use super::occurrences::Occurrence;
use super::planned::{Expected, Unplanned};
use crate::language::{Catalogue, Currency, Lang, Period, Refusal, Refusals};
use crate::process::{Bilingual, Process};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;
use uuid::Uuid;

/// The one definition of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Unique in the dictionary.
    pub code: String,
    /// Shown name.
    pub name: Bilingual,
    /// How it is computed; its unit follows from it.
    pub formula: Formula,
    /// Who answers for it.
    pub owner: String,
    /// The decision it serves.
    pub decision: Bilingual,
    /// What is planned of it, and from where.
    pub planned: Bilingual,
}

/// Definitions by code: the same indicator gives the same value on every screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dictionary(Vec<Definition>);

/// A figure with what makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Minor units, days, minutes or a plain count; a ratio when the formula divides. `None`: nothing to
    /// take a mean or a ratio of.
    pub number: Option<Decimal>,
    /// Of a money.
    pub currency: Option<Currency>,
    /// Objects that make it, by day then by id: a count of 18 opens these 18.
    pub trace: Vec<Counted>,
    /// Objects of the divisor.
    pub over: Vec<Counted>,
}

/// An object that makes a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// Which case, order or person.
    pub object: Uuid,
    /// The day on which it happened.
    pub on: Date,
}

/// Planned against actual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Code of the indicator.
    pub code: String,
    /// What the plan expects, or why it expects nothing.
    pub planned: Result<Expected, Unplanned>,
    /// What happened.
    pub actual: Reading,
}

impl Followed {
    /// Actual less planned.
    pub fn gap(&self) -> Option<Decimal> {
        Some(self.actual.number? - self.planned.ok()?.number)
    }
}

impl Dictionary {
    /// All definitions, over a process whose steps the formulas may name.
    ///
    /// # Errors
    /// `insight/indicator-defined-twice`, `insight/unknown-step`, all of them together.
    pub fn new(definitions: Vec<Definition>, process: &Process) -> Result<Self, Refusals> {
        let mut refusals = Refusals::default();
        for (at, one) in definitions.iter().enumerate() {
            if definitions[..at].iter().any(|before| before.code == one.code) {
                refusals.push(about("insight/indicator-defined-twice", &one.code));
            }
            let terms = [Some(&one.formula.term), one.formula.over.as_ref()];
            for step in terms.into_iter().flatten().filter_map(|term| term.step.as_deref()) {
                if process.step_index(step).is_none() {
                    refusals.push(about("insight/unknown-step", &one.code).with("step", step));
                }
            }
        }
        refusals.or(Self(definitions))
    }

    /// The indicators every process has: flow, money, yields, times, load and adherence.
    ///
    /// A proposal is the entry into the last step but one, where the customer decides. Margin needs the
    /// margin rate of the first objective. Owner: that of the process.
    ///
    /// # Errors
    /// Those of [`Dictionary::new`]: a step code that a formula cannot hold (`)`, `,`) is unreadable.
    pub fn standard(process: &Process) -> Result<Self, Refusals> {
        let mut formulas = vec![
            ("contacts", "count(case-entered)".to_owned()),
            ("customers", "count(customer-won)".to_owned()),
            ("deals", "count(case-won)".to_owned()),
            ("revenue", "sum(case-won, value)".to_owned()),
            ("yield", "count(case-won) / count(case-closed)".to_owned()),
            ("lead-time", "median(case-won, days)".to_owned()),
            ("load-ratio", "sum(load, minutes) / sum(capacity, minutes)".to_owned()),
            ("adherence", "count(order-on-time) / count(order-due)".to_owned()),
        ];
        if let [.., proposal, _] = &process.steps[..] {
            formulas.push(("proposals", format!("count(step-entered:{})", proposal.code)));
        }
        if let Some(rate) = process.objectives.first().and_then(|objective| objective.margin_rate) {
            let rate = Decimal::new(i64::from(rate.basis_points()), 4);
            formulas.push(("margin", format!("sum(case-won, value) * {rate}")));
        }
        let definitions = formulas.iter().map(|(code, formula)| define(process, code, None, formula));
        let of_steps = process.steps.iter().flat_map(|step| {
            let code = &step.code;
            let yields = format!("count(step-through:{code}) / count(step-decided:{code})");
            let lead = format!("median(step-left:{code}, days)");
            [("yield", yields), ("lead-time", lead)]
                .map(|(name, formula)| define(process, name, Some((code, &step.name)), &formula))
        });
        let definitions = definitions.chain(of_steps).collect::<Result<_, _>>()?;
        Self::new(definitions, process)
    }

    /// The definition known under `code`.
    pub fn get(&self, code: &str) -> Option<&Definition> {
        self.0.iter().find(|definition| definition.code == code)
    }

    /// Every definition, in the order given.
    pub fn all(&self) -> &[Definition] {
        &self.0
    }
}

impl Definition {
    /// Its value over the occurrences of `period`, beside the `planned` one.
    ///
    /// # Errors
    /// `insight/mixed-currencies`: amounts of several currencies do not add up.
    pub fn follow(
        &self,
        planned: Result<Expected, Unplanned>,
        occurrences: &[Occurrence<'_>],
        period: Period,
    ) -> Result<Followed, Refusal> {
        let formula = &self.formula;
        let mut actual = read(&formula.term, occurrences, period).ok_or_else(|| mixed(&self.code))?;
        if let Some(over) = &formula.over {
            let over = read(over, occurrences, period).ok_or_else(|| mixed(&self.code))?;
            let divisor = over.number.filter(|number| !number.is_zero());
            actual.number = actual.number.zip(divisor).map(|(number, divisor)| number / divisor);
            actual.over = over.trace;
        }
        if let Some(factor) = formula.factor {
            actual.number = actual.number.map(|number| number * factor);
        }
        Ok(Followed { code: self.code.clone(), planned, actual })
    }
}

fn define(
    process: &Process,
    name: &str,
    step: Option<(&str, &Bilingual)>,
    formula: &str,
) -> Result<Definition, Refusal> {
    let said = |lang, part: &str| Catalogue::of(lang).plain(&format!("insight-indicator-{name}{part}"));
    let both = |part| Bilingual { fr: said(Lang::Fr, part), en: said(Lang::En, part) };
    let mut shown = both("");
    if let Some((_, step)) = step {
        shown.fr = format!("{} · {}", shown.fr, step.get(Lang::Fr));
        shown.en = format!("{} · {}", shown.en, step.get(Lang::En));
    }
    Ok(Definition {
        code: step.map_or_else(|| name.to_owned(), |(step, _)| format!("{name}:{step}")),
        name: shown,
        formula: formula.parse()?,
        owner: process.owner.clone(),
        decision: both("-decision"),
        planned: both("-planned"),
    })
}

/// `None` when amounts of several currencies would be added.
fn read(term: &Term, occurrences: &[Occurrence<'_>], period: Period) -> Option<Reading> {
    let inside = |one: &&Occurrence<'_>| {
        one.event == term.event
            && (period.first <= one.on && one.on < period.after)
            && term.step.as_deref().is_none_or(|step| one.step == Some(step))
    };
    let mut kept: Vec<_> = occurrences.iter().filter(inside).collect();
    if let Reduce::Sum(quantity) | Reduce::Mean(quantity) | Reduce::Median(quantity) = term.reduce {
        kept.retain(|one| amount(one, quantity).is_some());
    }
    kept.sort_by_key(|one| (one.on, one.object));
    let is_money = matches!(
        term.reduce,
        Reduce::Sum(Quantity::Value) | Reduce::Mean(Quantity::Value) | Reduce::Median(Quantity::Value)
    );
    let currency = kept.iter().find_map(|one| one.value).filter(|_| is_money).map(|money| money.currency);
    let is_one_currency =
        kept.iter().all(|one| !is_money || one.value.map(|money| money.currency) == currency);
    is_one_currency.then(|| Reading {
        number: number(term.reduce, &kept),
        currency,
        trace: kept.iter().map(|one| Counted { object: one.object, on: one.on }).collect(),
        over: Vec::new(),
    })
}

fn number(reduce: Reduce, kept: &[&Occurrence<'_>]) -> Option<Decimal> {
    let amounts = |quantity| kept.iter().filter_map(move |one| amount(one, quantity));
    let count = Decimal::from(kept.len());
    match reduce {
        Reduce::Count => Some(count),
        Reduce::Sum(quantity) => Some(amounts(quantity).sum()),
        Reduce::Mean(quantity) => (!kept.is_empty()).then(|| amounts(quantity).sum::<Decimal>() / count),
        Reduce::Median(quantity) => {
            let mut sorted: Vec<_> = amounts(quantity).collect();
            sorted.sort_unstable();
            let low = sorted.get(sorted.len().saturating_sub(1) / 2)?;
            Some((low + sorted.get(sorted.len() / 2)?) / Decimal::TWO)
        }
    }
}

fn amount(one: &Occurrence<'_>, quantity: Quantity) -> Option<Decimal> {
    let whole = match quantity {
        Quantity::Value => one.value.map(|money| money.cents),
        Quantity::Days => one.days,
        Quantity::Minutes => one.minutes,
    };
    whole.map(Decimal::from)
}

fn about(code: &'static str, indicator: &str) -> Refusal {
    Refusal::new(code).field(indicator).with("indicator", indicator)
}

fn mixed(indicator: &str) -> Refusal {
    about("insight/mixed-currencies", indicator)
}

#[cfg(test)]
#[path = "indicators_tests.rs"]
mod tests;

//! Levers of a director (*leviers*): what one pulls to compare, turned into changes of a scenario.

use super::scenario::{Change, OperationChange, PlacedChange, Scenario};
use super::{Compared, Demand, compare_scenarios};
use crate::language::{Minutes, Money, Refusal, Refusals, Share, Yield};
use crate::process::{Bilingual, Operation, Process, Step};

/// One thing done otherwise, in the words of whoever decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lever {
    /// A conversation that succeeds more often: the yield of a step, so many percent better.
    Yield {
        /// Code of the step.
        step: String,
        /// Percent of the yield there is.
        more_percent: u32,
    },
    /// More effort on a step: the work of all its operations, so many times.
    Effort {
        /// Code of the step.
        step: String,
        /// How many times the work there is.
        times: u32,
    },
    /// A part of an operation held at a distance.
    Remote {
        /// Code of the operation.
        operation: String,
        /// That part.
        percent: u16,
    },
    /// An operation that nobody does any more.
    Automate {
        /// Code of the operation.
        operation: String,
    },
    /// More people.
    People {
        /// Code of their kind.
        kind: String,
        /// How many.
        count: u32,
    },
    /// More volume: what is due, so many times.
    Volume {
        /// How many times what is due.
        times: u32,
    },
}

/// A column of a comparison: a name and the levers pulled together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As whoever asks calls it.
    pub name: String,
    /// In the order in which they apply.
    pub levers: Vec<Lever>,
}

/// Most times of an effort or a volume.
const TIMES: u32 = 20;
/// Most percent of a yield.
const PERCENT: u32 = 1_000;

impl Lever {
    /// What it changes of a process; nothing for what changes the demand.
    ///
    /// # Errors
    /// `planning/scenario-unknown-step`, `planning/scenario-unknown-operation`, `planning/no-yield`,
    /// `planning/lever-size`.
    pub fn changes(&self, process: &Process) -> Result<Vec<Change>, Refusal> {
        match self {
            Self::Yield { step, more_percent } => {
                sized(*more_percent, PERCENT)?;
                let found = step_of(process, step)?;
                let yields = found.yields.ok_or_else(|| {
                    Refusal::new("planning/no-yield")
                        .with("process", process.code.as_str())
                        .with("steps", step.as_str())
                })?;
                let more = u64::from(yields.millionths()) * u64::from(100 + more_percent) / 100;
                let more = Yield::new(u32::try_from(more.min(1_000_000)).unwrap_or(1_000_000));
                Ok(vec![Change::Step { code: step.clone(), yields: more, lead_days: None }])
            }
            Self::Effort { step, times } => {
                sized(*times, TIMES)?;
                let operations = step_of(process, step)?.operations.iter();
                Ok(operations.map(|one| Change::Operation(one.code.clone(), harder(one, *times))).collect())
            }
            Self::Remote { operation, percent } => {
                sized(u32::from(*percent), 100)?;
                let remote = Share::new(percent * 100);
                Ok(vec![Change::Operation(
                    operation.clone(),
                    OperationChange { remote, ..OperationChange::default() },
                )])
            }
            Self::Automate { operation } => {
                let what = OperationChange { automated: Some(true), ..OperationChange::default() };
                Ok(vec![Change::Operation(operation.clone(), what)])
            }
            Self::People { kind, count } => {
                sized(*count, 1_000)?;
                let (kind, people) = (kind.clone(), *count);
                Ok(vec![Change::Capacity {
                    kind,
                    people,
                    minutes_per_week: Minutes(0),
                    from: None,
                    to: None,
                }])
            }
            Self::Volume { times } => sized(*times, TIMES).map(|()| Vec::new()),
        }
    }

    fn volume(&self) -> i64 {
        if let Self::Volume { times } = self { i64::from(*times) } else { 1 }
    }
}

fn sized(given: u32, most: u32) -> Result<(), Refusal> {
    if (1..=most).contains(&given) {
        return Ok(());
    }
    Err(Refusal::new("planning/lever-size").with("given", i64::from(given)).with("most", i64::from(most)))
}

fn step_of<'p>(process: &'p Process, code: &str) -> Result<&'p Step, Refusal> {
    let found = process.step_index(code).map(|index| &process.steps[index]);
    found.ok_or_else(|| {
        Refusal::new("planning/scenario-unknown-step").with("code", code).with("scenario", "–")
    })
}

fn harder(one: &Operation, times: u32) -> OperationChange {
    let times = |minutes: Minutes| (minutes.0 > 0).then(|| Minutes(minutes.0 * i64::from(times)));
    OperationChange {
        prepare: times(one.prepare),
        run: times(one.run),
        travel: times(one.travel),
        ..OperationChange::default()
    }
}

/// Computes each column on its own copy of `base`, in the order given.
///
/// # Errors
/// The refusals of all the columns together, each at `columns[n].levers[m]`.
pub fn compare_levers(
    base: &Demand<'_>,
    margin: Option<Money>,
    columns: &[Column],
) -> Result<Vec<Compared>, Refusals> {
    let (mut compared, mut refusals) = (Vec::new(), Refusals::default());
    for (rank, column) in columns.iter().enumerate() {
        match compare_column(base, margin, rank, column) {
            Ok(one) => compared.push(one),
            Err(refused) => refusals.0.extend(refused.0),
        }
    }
    refusals.or(compared)
}

fn compare_column(
    base: &Demand<'_>,
    margin: Option<Money>,
    rank: usize,
    column: &Column,
) -> Result<Compared, Refusals> {
    let (mut changes, mut refusals) = (Vec::new(), Refusals::default());
    for (at, lever) in column.levers.iter().enumerate() {
        let field = format!("columns[{rank}].levers[{at}]");
        match lever.changes(base.process) {
            Ok(found) => changes.extend(found.into_iter().map(|change| PlacedChange {
                place: crate::language::Place { field: Some(field.clone()), ..Default::default() },
                change,
            })),
            Err(refusal) => refusals.push(refusal.field(&field)),
        }
    }
    let changes = refusals.or(changes)?;
    let times: i64 = column.levers.iter().map(Lever::volume).product();
    let due: Vec<i64> = base.due.iter().map(|units| units.saturating_mul(times)).collect();
    let name = Bilingual { fr: column.name.clone(), en: column.name.clone() };
    let code = column.name.clone();
    let scenario = Scenario { code, name, changes, ..Scenario::default() };
    let margin = margin.map(|money| Money { cents: money.cents.saturating_mul(times), ..money });
    compare_scenarios(&Demand { due: &due, ..*base }, margin, &[scenario])?
        .into_iter()
        .next()
        .ok_or_else(|| Refusal::new("planning/scenario-change").into())
}

//! Scenarios side by side: those of the company, or levers pulled on the spot. Nothing real is altered.

use super::kept::{SHEET, ScenarioKept};
use super::{AmountTold, Desk, OfProcess, told};
use crate::fault::Fault;
use crate::http::moves::apart;
use crate::http::{Answer, App, Asked, Problem, Told};
use crate::rights::{Access, permit::ReadPlan};
use atelier_domain::language::{Args, Catalogue, Money, Refusal};
use atelier_domain::planning::{
    Column, Compared, Demand, KindBalance, Lever, Scenario, compare_levers, compare_scenarios, of_kind,
};
use atelier_domain::process::{Bilingual, Unit};
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Most columns pulled at once, and levers of one.
const COLUMNS: usize = 6;
pub const LEVERS: usize = 8;

/// The scenarios of the company, and what levers can be pulled on.
#[derive(Serialize, ToSchema)]
pub struct Scenarios {
    scenarios: Vec<ScenarioKept>,
    processes: Vec<ProcessLevers>,
}

/// A process by what can be changed in it.
#[derive(Serialize, ToSchema)]
struct ProcessLevers {
    code: String,
    name: String,
    steps: Vec<StepLevers>,
}

/// A step by what can be changed in it.
#[derive(Serialize, ToSchema)]
struct StepLevers {
    code: String,
    name: String,
    yield_millionths: Option<u32>,
    operations: Vec<OperationLevers>,
}

/// An operation.
#[derive(Serialize, ToSchema)]
struct OperationLevers {
    code: String,
    name: String,
    channel: &'static str,
}

/// The scenarios kept, and the processes that levers can be pulled on.
///
/// # Errors
/// A file of scenarios that does not read any more.
pub async fn list(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked,
) -> Result<Answer<Scenarios>, Problem> {
    let (problem, lang) = (told(asked.lang()), asked.lang());
    let desk = Desk::of(&app, &access, false, lang).await.map_err(problem)?;
    let kept = kept(&app, &access).await.map_err(problem)?.unwrap_or_default();
    let scenarios = kept.iter().map(|one| ScenarioKept::of(one, lang));
    let processes = desk.shop.processes.iter().map(|process| ProcessLevers {
        code: process.code.clone(),
        name: process.name.get(lang).to_owned(),
        steps: process
            .steps
            .iter()
            .map(|step| StepLevers {
                code: step.code.clone(),
                name: step.name.get(lang).to_owned(),
                yield_millionths: step.yields.map(atelier_domain::language::Yield::millionths),
                operations: step
                    .operations
                    .iter()
                    .map(|one| OperationLevers {
                        code: one.code.clone(),
                        name: one.name.get(lang).to_owned(),
                        channel: one.channel.code(),
                    })
                    .collect(),
            })
            .collect(),
    });
    Ok(Answer::of(Scenarios { scenarios: scenarios.collect(), processes: processes.collect() }))
}

async fn kept(app: &App, access: &Access<ReadPlan>) -> Result<Option<Vec<Scenario>>, Fault> {
    let mut reader = app.store.read(access.who.office.scope).await?;
    let sheet = reader.latest_sheet(SHEET, SHEET).await?;
    Ok(sheet.map(|sheet| Scenario::read(&sheet.code, &sheet.text)).transpose()?)
}

/// Columns side by side.
#[derive(Serialize, ToSchema)]
pub struct ScenariosCompared {
    process: String,
    /// The kind that limits the first column that has one.
    kind: Option<String>,
    /// The day from which what is left to do is counted; what is done already is in no column.
    #[schema(value_type = String, format = Date)]
    today: Date,
    /// First and last week that the columns stand for.
    first_week: Option<String>,
    last_week: Option<String>,
    columns: Vec<ColumnTold>,
}

/// One column.
#[derive(Serialize, ToSchema)]
struct ColumnTold {
    code: String,
    name: String,
    contacts: i64,
    /// Units due out of the process.
    deals: i64,
    /// Whether it fits on totals, within the lead times.
    feasible: bool,
    bottleneck: Option<String>,
    bottleneck_name: Option<String>,
    margin_per_hour: Option<AmountTold>,
    kinds: Vec<KindTold>,
    /// The answer in a sentence.
    sentence: String,
}

/// Load against capacity of a kind.
#[derive(Serialize, ToSchema)]
struct KindTold {
    code: String,
    name: String,
    load_minutes: i64,
    capacity_minutes: Option<i64>,
    ratio_bp: Option<i64>,
    shortage_minutes: i64,
    shortage_week: Option<String>,
}

/// The company's scenarios beside the plan as it is; only that when none is kept.
///
/// # Errors
/// `app/unknown-process`, `app/no-objective`, those of the scenarios.
pub async fn compare(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<OfProcess>,
) -> Result<Answer<ScenariosCompared>, Problem> {
    let problem = told(asked.lang());
    let desk = Desk::of(&app, &access, false, asked.lang()).await.map_err(problem)?;
    let mut list = kept(&app, &access).await.map_err(problem)?.unwrap_or_default();
    let code =
        desk.process(asked.of.process.as_deref()).map_err(|refusal| problem(refusal.into()))?.code.clone();
    list.retain(|one| one.is_of(&code));
    if list.iter().all(|one| !one.changes.is_empty()) {
        list.insert(0, Scenario { name: base_name(), ..Scenario::default() });
    }
    let found = apart(|| {
        side_by_side(&desk, asked.of.process.as_deref(), |base, margin| {
            let compared = compare_scenarios(base, margin, &list)?;
            Ok(compared.into_iter().map(|one| (one.code.clone(), 1, one)).collect())
        })
    });
    Ok(Answer::of(found.map_err(problem)?))
}

/// A lever as it is asked.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(tag = "lever", rename_all = "kebab-case", deny_unknown_fields)]
pub enum LeverAsked {
    /// A step that succeeds more often.
    Yield {
        /// Step.
        step: String,
        /// Percent of the yield there is.
        #[schema(minimum = 1, maximum = 1000)]
        more_percent: u32,
    },
    /// More effort on a step.
    Effort {
        /// Step.
        step: String,
        /// Times the work there is.
        #[schema(minimum = 1, maximum = 20)]
        times: u32,
    },
    /// A part of an operation held at a distance.
    Remote {
        /// Operation.
        operation: String,
        /// That part.
        #[schema(minimum = 1, maximum = 100)]
        percent: u16,
    },
    /// An operation that nobody does any more.
    Automate {
        /// Operation.
        operation: String,
    },
    /// More people.
    People {
        /// Kind.
        kind: String,
        /// How many.
        #[schema(minimum = 1, maximum = 1000)]
        count: u32,
    },
    /// More volume.
    Volume {
        /// Times what is due.
        #[schema(minimum = 1, maximum = 20)]
        times: u32,
    },
}

impl From<&LeverAsked> for Lever {
    fn from(asked: &LeverAsked) -> Self {
        match asked.clone() {
            LeverAsked::Yield { step, more_percent } => Self::Yield { step, more_percent },
            LeverAsked::Effort { step, times } => Self::Effort { step, times },
            LeverAsked::Remote { operation, percent } => Self::Remote { operation, percent },
            LeverAsked::Automate { operation } => Self::Automate { operation },
            LeverAsked::People { kind, count } => Self::People { kind, count },
            LeverAsked::Volume { times } => Self::Volume { times },
        }
    }
}

/// A column as it is asked.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnAsked {
    /// As it is to be called.
    pub name: String,
    /// Levers pulled together.
    pub levers: Vec<LeverAsked>,
}

/// Levers to compare.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Pulled {
    /// Process; else the first that has an objective.
    #[serde(default)]
    pub process: Option<String>,
    /// One to six columns; the plan as it is comes first by itself.
    pub columns: Vec<ColumnAsked>,
}

/// Levers pulled on the spot, beside the plan as it is; nothing is kept.
///
/// # Errors
/// `planning/lever-count`, `planning/lever-size`, `app/unknown-process`, `app/no-objective`, those of
/// the scenarios, each at `columns[n].levers[m]`.
pub async fn pull(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Told<Pulled>,
) -> Result<Answer<ScenariosCompared>, Problem> {
    let (lang, body) = (asked.asked.lang(), &asked.body);
    let problem = told(lang);
    counted(body).map_err(|refusal| problem(refusal.into()))?;
    let desk = Desk::of(&app, &access, false, lang).await.map_err(problem)?;
    let base = Column { name: base_name().get(lang).to_owned(), levers: Vec::new() };
    let columns: Vec<Column> = body
        .columns
        .iter()
        .map(|one| Column { name: one.name.clone(), levers: one.levers.iter().map(Lever::from).collect() })
        .collect();
    let times = |column: &Column| {
        let volume = |lever: &Lever| if let Lever::Volume { times } = lever { i64::from(*times) } else { 1 };
        column.levers.iter().map(volume).product::<i64>()
    };
    let found = apart(|| {
        side_by_side(&desk, body.process.as_deref(), |demand, margin| {
            let mut all = compare_levers(demand, margin, std::slice::from_ref(&base))?;
            all.extend(compare_levers(demand, margin, &columns)?);
            let named = all.into_iter().zip(std::iter::once(&base).chain(&columns)).enumerate();
            let coded = named.map(|(rank, (one, column))| {
                let code = if rank == 0 { String::new() } else { rank.to_string() };
                (code, times(column), one)
            });
            Ok(coded.collect())
        })
    });
    Ok(Answer::of(found.map_err(problem)?))
}

fn counted(body: &Pulled) -> Result<(), Refusal> {
    let refusal = |field: String| {
        let refusal = Refusal::new("planning/lever-count").field(&field);
        refusal.with("columns", COLUMNS).with("levers", LEVERS)
    };
    if !(1..=COLUMNS).contains(&body.columns.len()) {
        return Err(refusal("columns".to_owned()));
    }
    let wrong = |one: &ColumnAsked| {
        let name = one.name.trim();
        name.is_empty() || name.chars().count() > 80 || !(1..=LEVERS).contains(&one.levers.len())
    };
    match body.columns.iter().position(wrong) {
        Some(rank) => Err(refusal(format!("columns[{rank}]"))),
        None => Ok(()),
    }
}

fn base_name() -> Bilingual {
    let said = |lang| Catalogue::of(lang).plain("planning-scenario-base");
    Bilingual { fr: said(atelier_domain::language::Lang::Fr), en: said(atelier_domain::language::Lang::En) }
}

/// Code, times what is due, and what was computed.
type Columns = Vec<(String, i64, Compared)>;

fn side_by_side(
    desk: &Desk,
    process: Option<&str>,
    compared: impl FnOnce(&Demand<'_>, Option<Money>) -> Result<Columns, Fault>,
) -> Result<ScenariosCompared, Fault> {
    let (plan, rank) = desk.strand(process)?;
    let strand = &plan.strands[rank];
    let capacity = plan.left_for(rank);
    let base = Demand {
        process: desk.shop.process(Some(&strand.process))?,
        due: &strand.due,
        wip: &strand.wip,
        capacity: &capacity,
        subcontracts: &[],
        room: None,
        service: strand.level.service,
    };
    let money = strand.objectives.iter().find(|one| matches!(one.unit, Unit::Margin | Unit::Revenue));
    let margin = money.map(|one| Money { cents: one.quantity, currency: one.currency });
    let columns = compared(&base, margin)?;
    Ok(ScenariosCompared {
        process: strand.process.clone(),
        kind: columns.iter().find_map(|(_, _, one)| one.bottleneck.clone()),
        today: desk.today,
        first_week: plan.weeks.first().map(ToString::to_string),
        last_week: plan.weeks.last().map(ToString::to_string),
        columns: columns
            .into_iter()
            .map(|(code, times, one)| column(desk, &plan.weeks, code, strand.deals() * times, &one))
            .collect(),
    })
}

fn column(
    desk: &Desk,
    weeks: &[atelier_domain::language::Week],
    code: String,
    deals: i64,
    one: &Compared,
) -> ColumnTold {
    let kinds = one.balance.kinds.iter().map(|kind| {
        let short = kind.largest_shortage();
        KindTold {
            code: kind.kind.clone(),
            name: desk.kind_name(&kind.kind),
            load_minutes: kind.total_load().0,
            capacity_minutes: kind.total_capacity().map(|minutes| minutes.0),
            ratio_bp: kind.ratio(),
            shortage_minutes: short.map_or(0, |short| short.missing.0),
            shortage_week: short.and_then(|short| weeks.get(short.week)).map(ToString::to_string),
        }
    });
    ColumnTold {
        code,
        name: one.name.get(desk.lang).to_owned(),
        contacts: one.contacts,
        deals,
        feasible: one.feasible,
        bottleneck: one.bottleneck.clone(),
        bottleneck_name: one.bottleneck.as_deref().map(|code| desk.kind_name(code)),
        margin_per_hour: one.margin_per_hour.map(AmountTold::from),
        kinds: kinds.collect(),
        sentence: sentence(desk, weeks, one),
    }
}

/// What limits it, in a sentence.
fn sentence(desk: &Desk, weeks: &[atelier_domain::language::Week], one: &Compared) -> String {
    let words = Catalogue::of(desk.lang);
    let show = words.show();
    let limit = one.bottleneck.as_deref().and_then(|code| one.balance.kind(code));
    let short = limit.and_then(KindBalance::largest_shortage);
    let (Some(kind), Some(short)) = (limit, short) else {
        return words.plain("planning-scenario-fits");
    };
    let week = weeks.get(short.week).map_or_else(String::new, |week| show.week(*week));
    let args = Args::new()
        .with("missing", show.hours(short.missing, 1))
        .with("of", of_kind(desk.lang, &desk.kind_name(&kind.kind)))
        .with("week", week);
    words.text("planning-promise-short", &args)
}

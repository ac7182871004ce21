//! Load against capacity, for the page of the plan.

pub mod next_week;
pub mod week;

use super::door::Named;
use super::{Answer, App, Asked, Problem};
use crate::rights::{
    Access,
    permit::{ReadCompany, ReadPlan},
};
use crate::workbench::Published;
use atelier_domain::execution::KindFigures;
use atelier_domain::language::{Args, Catalogue, Currency, Lang, Money};
use atelier_domain::planning::Zone;
use atelier_domain::planning::schedule::Rule;
use axum::extract::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A kind of resource, and a week.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OfKind {
    /// Company.
    pub company: Option<String>,
    /// Kind of resource.
    pub kind: Option<String>,
    /// Week, `2027-W08`.
    pub week: Option<String>,
}

/// Companies.
#[derive(Serialize, ToSchema)]
pub struct Companies {
    companies: Vec<Named>,
}

/// Load against capacity of one kind, over the weeks of the plan.
#[derive(Serialize, ToSchema)]
pub struct Load {
    /// Code of the company.
    company: String,
    /// The kinds of the plan.
    kinds: Vec<Named>,
    /// Code of the kind that is told.
    kind: String,
    objective: LoadObjective,
    answer: LoadAnswer,
    schedule: LoadSchedule,
    total: LoadTotal,
    /// The week with the highest ratio.
    worst_week: Option<String>,
    shortage_max: Option<LoadShortage>,
    /// Code of the kind that limits.
    bottleneck: Option<String>,
    weeks: Vec<LoadWeek>,
}

/// What the plan is for.
#[derive(Serialize, ToSchema)]
struct LoadObjective {
    name: String,
    sentence: String,
}

/// Whether the kind can do what is asked of it.
#[derive(Serialize, ToSchema)]
struct LoadAnswer {
    feasible: bool,
    sentence: String,
}

/// How the dates were given.
#[derive(Serialize, ToSchema)]
struct LoadSchedule {
    sentences: Vec<String>,
    /// Decisions that ask one person at one time.
    clashes: Vec<String>,
    /// Weeks too full for somebody.
    overloads: Vec<String>,
    /// Price, in minutes of delay of one action.
    price: u64,
    /// No plan costs less.
    bound: u64,
    gap_bp: i64,
}

/// The whole period.
#[derive(Serialize, ToSchema)]
struct LoadTotal {
    load_minutes: i64,
    /// Null without capacity.
    capacity_minutes: Option<i64>,
    ratio_bp: Option<i64>,
}

/// What is missing at most, and at the end of which week.
#[derive(Serialize, ToSchema)]
struct LoadShortage {
    minutes: i64,
    week: String,
}

/// One week.
#[derive(Serialize, ToSchema)]
struct LoadWeek {
    /// `2027-W08`.
    week: String,
    #[schema(value_type = String, format = Date)]
    monday: Date,
    load_minutes: i64,
    capacity_minutes: i64,
    /// Load over capacity; null without capacity.
    ratio_bp: Option<i64>,
    /// Cumulated load that cumulated capacity cannot cover up to the end of this week.
    shortage_minutes: i64,
    /// `frozen`, `firm` or `open`.
    zone: &'static str,
}

/// The companies of whoever asks: their own.
///
/// # Errors
/// None of its own.
pub async fn companies(
    State(_): State<App>,
    access: Access<ReadCompany>,
    _: Asked,
) -> Result<Answer<Companies>, Problem> {
    let office = &access.who.office;
    let own = Named { code: office.code.clone(), name: office.name.clone() };
    Ok(Answer::of(Companies { companies: vec![own] }))
}

/// Load against capacity by week, of one kind.
///
/// # Errors
/// `app/unknown-company`, `app/no-plan`, `app/unknown-kind`.
pub async fn load(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<OfKind>,
) -> Result<Answer<Load>, Problem> {
    let problem = asked.problem();
    let office = access.office(asked.of.company.as_deref()).map_err(&problem)?;
    let plan = app.strained(&office).await.map_err(&problem)?;
    let figures = plan.kind(asked.of.kind.as_deref()).map_err(|refusal| problem(refusal.into()))?;
    Ok(Answer::of(told(office.code, &plan, figures, asked.lang())))
}

fn told(company: String, plan: &Published, figures: &KindFigures, lang: Lang) -> Load {
    let balance = figures.balance();
    let short = figures.largest_shortage();
    let named =
        |kind: &KindFigures| Named { code: kind.kind.clone(), name: plan.kind_name(&kind.kind, lang) };
    let sentence = figures.answer(&plan.kind_name(&figures.kind, lang), Catalogue::of(lang));
    let feasible = short.is_none() && balance.total_capacity().is_some();
    Load {
        company,
        kinds: plan.summary.kinds.iter().map(named).collect(),
        kind: figures.kind.clone(),
        objective: objective(plan, lang),
        answer: LoadAnswer { feasible, sentence },
        schedule: schedule(plan, lang),
        total: LoadTotal {
            load_minutes: balance.total_load().0,
            capacity_minutes: balance.total_capacity().map(|it| it.0),
            ratio_bp: balance.ratio(),
        },
        worst_week: balance.worst_week().map(|index| figures.weeks[index].week.to_string()),
        shortage_max: short.map(|(it, week)| LoadShortage { minutes: it.0, week: week.to_string() }),
        bottleneck: plan.summary.bottleneck.clone(),
        weeks: weeks(plan, figures),
    }
}

fn weeks(plan: &Published, figures: &KindFigures) -> Vec<LoadWeek> {
    let balance = figures.balance();
    let told = figures.weeks.iter().enumerate().map(|(index, week)| LoadWeek {
        week: week.week.to_string(),
        monday: week.week.monday(),
        load_minutes: week.load.0,
        capacity_minutes: week.capacity.unwrap_or_default().0,
        ratio_bp: balance.week_ratio(index),
        shortage_minutes: week.shortage.0,
        zone: zone_name(plan.summary.zone(week.week)),
    });
    told.collect()
}

fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Frozen => "frozen",
        Zone::Firm => "firm",
        Zone::Open => "open",
    }
}

/// How the dates were given: rule, price and distance from the best, in sentences; decisions that clash.
fn schedule(plan: &Published, lang: Lang) -> LoadSchedule {
    let (words, summary) = (Catalogue::of(lang), &plan.summary);
    let show = words.show();
    let count = |number: u64| show.count(i64::try_from(number).unwrap_or(i64::MAX));
    let rule = match &summary.rule {
        Rule::DueDate => words.plain("execution-rule-due"),
        Rule::MarginPerBottleneckHour { kind } => {
            let named = Args::new().with("kind", plan.kind_name(kind, lang));
            words.text(
                "execution-rule-margin",
                &named.with_count("count", summary.without_margin.len() as i64),
            )
        }
    };
    let placed = Args::new()
        .with("placed", count(summary.placed as u64))
        .with("late", count(summary.late as u64))
        .with("unplaced", count(summary.unplaced as u64));
    let price = summary.price;
    let args =
        Args::new().with("price", count(price.paid)).with("gap", show.percent(price.gap_bp(), 10_000, 1));
    let is_bounded = price.least > 0 || price.paid == 0;
    let priced = words.text(if is_bounded { "execution-price" } else { "execution-price-alone" }, &args);
    let speaker = plan.speaker(lang);
    let clashes: Vec<String> = plan.schedule.clashes().into_iter().map(|pair| speaker.clash(pair)).collect();
    LoadSchedule {
        sentences: vec![format!("{} {rule}", words.text("execution-dates", &placed)), priced],
        clashes,
        overloads: plan.overloads(lang),
        price: price.paid,
        bound: price.least,
        gap_bp: price.gap_bp(),
    }
}

/// The objectives of the plan: names, and what they ask in deals and contacts.
fn objective(plan: &Published, lang: Lang) -> LoadObjective {
    let words = Catalogue::of(lang);
    let show = words.show();
    let mut names = Vec::new();
    for aim in &plan.summary.aims {
        for objective in &aim.objectives {
            let name = if lang == Lang::Fr { &objective.name_fr } else { &objective.name_en };
            let money = objective.currency.as_ref().and_then(|code| code.parse::<Currency>().ok());
            let quantity = money.map_or_else(
                || show.count(objective.quantity),
                |currency| show.money(Money { cents: objective.quantity, currency }),
            );
            names.push(format!("{name} ({quantity})"));
        }
    }
    let deals: i64 = plan.summary.aims.iter().map(|aim| aim.deals).sum();
    let contacts: i64 = plan.summary.aims.iter().map(|aim| aim.contacts).sum();
    let args = Args::new()
        .with("deals", show.count(deals))
        .with("contacts", show.count(contacts))
        .with("placed", show.count(i64::try_from(plan.summary.placed).unwrap_or(0)))
        .with("unplaced", show.count(i64::try_from(plan.summary.unplaced).unwrap_or(0)));
    LoadObjective { name: names.join(" · "), sentence: words.text("execution-objective", &args) }
}

//! Load against capacity, for the page of the plan.

use super::{App, Asked, Problem};
use crate::rights::{
    Access,
    permit::{ReadCompany, ReadPlan},
};
use crate::workbench::Published;
use atelier_domain::execution::KindFigures;
use atelier_domain::language::{Args, Catalogue, Currency, Lang, Minutes, Money, Refusal};
use atelier_domain::planning::schedule::Rule;
use atelier_domain::planning::{Zone, of_kind};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;

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

/// The companies of whoever asks: their own.
///
/// # Errors
/// None of its own.
pub async fn companies(
    State(_): State<App>,
    access: Access<ReadCompany>,
    _: Asked,
) -> Result<Json<Value>, Problem> {
    let office = &access.who.office;
    Ok(Json(json!({ "companies": [{ "code": office.code, "name": office.name }] })))
}

/// Load against capacity by week, of one kind.
///
/// # Errors
/// `app/unknown-company`, `app/no-plan`, `app/unknown-kind`.
pub async fn load(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<OfKind>,
) -> Result<Json<Value>, Problem> {
    let problem = asked.problem();
    let office = access.office(asked.of.company.as_deref()).map_err(&problem)?;
    let plan = app.strained(&office).await.map_err(&problem)?;
    let figures = plan.kind(asked.of.kind.as_deref()).map_err(|refusal| problem(refusal.into()))?;
    let mut answer = figures_of(&plan, figures, asked.lang());
    answer["company"] = json!(office.code);
    Ok(Json(answer))
}

fn figures_of(plan: &Published, figures: &KindFigures, lang: Lang) -> Value {
    let words = Catalogue::of(lang);
    let balance = figures.balance();
    let short = figures.largest_shortage();
    let kinds: Vec<Value> = plan
        .summary
        .kinds
        .iter()
        .map(|kind| json!({ "code": kind.kind, "name": plan.kind_name(&kind.kind, lang) }))
        .collect();
    let weeks: Vec<Value> = figures
        .weeks
        .iter()
        .enumerate()
        .map(|(index, week)| {
            json!({
                "week": week.week,
                "monday": week.week.monday(),
                "load_minutes": week.load,
                "capacity_minutes": week.capacity.unwrap_or_default(),
                "ratio_bp": balance.week_ratio(index),
                "shortage_minutes": week.shortage,
                "zone": zone_name(plan.summary.zone(week.week)),
            })
        })
        .collect();
    let feasible = short.is_none() && balance.total_capacity().is_some();
    json!({
        "kinds": kinds,
        "kind": figures.kind,
        "objective": objective(plan, lang),
        "answer": { "feasible": feasible, "sentence": figures.answer(&plan.kind_name(&figures.kind, lang), words) },
        "schedule": schedule(plan, lang),
        "total": {
            "load_minutes": balance.total_load(),
            "capacity_minutes": balance.total_capacity(),
            "ratio_bp": balance.ratio(),
        },
        "worst_week": balance.worst_week().map(|index| figures.weeks[index].week),
        "shortage_max": short.map(|(missing, week)| json!({ "minutes": missing, "week": week })),
        "bottleneck": plan.summary.bottleneck,
        "weeks": weeks,
    })
}

fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Frozen => "frozen",
        Zone::Firm => "firm",
        Zone::Open => "open",
    }
}

/// How the dates were given: rule, price and distance from the best, in sentences; decisions that clash.
fn schedule(plan: &Published, lang: Lang) -> Value {
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
    json!({
        "sentences": [format!("{} {rule}", words.text("execution-dates", &placed)), priced],
        "clashes": clashes,
        "overloads": plan.overloads(lang),
        "price": price.paid,
        "bound": price.least,
        "gap_bp": price.gap_bp(),
    })
}

/// The objectives of the plan: names, and what they ask in deals and contacts.
fn objective(plan: &Published, lang: Lang) -> Value {
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
    json!({ "name": names.join(" · "), "sentence": words.text("execution-objective", &args) })
}

/// What makes the load of a week.
///
/// # Errors
/// `app/unknown-week`, and those of [`load`].
pub async fn week(
    State(app): State<App>,
    access: Access<ReadPlan>,
    asked: Asked<OfKind>,
) -> Result<Json<Value>, Problem> {
    let problem = asked.problem();
    let office = access.office(asked.of.company.as_deref()).map_err(&problem)?;
    let plan = app.frame(&office).await.map_err(&problem)?;
    let figures = plan.kind(asked.of.kind.as_deref()).map_err(|refusal| problem(refusal.into()))?;
    let given = asked.of.week.clone().unwrap_or_default();
    let found = figures.weeks.iter().find(|week| week.week.to_string() == given);
    let Some(found) = found else {
        return Err(problem(Refusal::new("app/unknown-week").with("given", given).into()));
    };
    let lang = asked.lang();
    let words = Catalogue::of(lang);
    let show = words.show();
    let lines: Vec<Value> = figures
        .lines
        .iter()
        .filter(|line| line.week == found.week)
        .map(|line| {
            let (step, operation) = plan.routing(&line.process, &line.step, &line.operation);
            json!({
                "step": step.map_or(line.step.as_str(), |step| step.name.get(lang)),
                "operation": operation.map_or(line.operation.as_str(), |one| one.name.get(lang)),
                "in_hand": line.in_hand,
                "units": line.units,
                "minutes": line.minutes,
            })
        })
        .collect();
    let kind = plan.kind_name(&figures.kind, lang);
    let people: Vec<Value> = plan
        .workshop
        .resources
        .iter()
        .filter(|one| one.kind == figures.kind)
        .map(|one| {
            let days =
                (0..7).filter_map(|day| found.week.monday().checked_add(jiff::Span::new().days(day)).ok());
            let capacity: Minutes = days
                .filter(|day| plan.summary.period.holds(*day) && *day >= plan.summary.today)
                .map(|day| plan.workshop.capacity(one, day))
                .sum();
            json!({ "code": one.code, "name": one.name, "capacity_minutes": capacity })
        })
        .collect();
    let args = Args::new()
        .with("week", show.week(found.week))
        .with("load", show.hours(found.load, 1))
        .with("capacity", show.hours(found.capacity.unwrap_or_default(), 1))
        .with("of_kind", of_kind(lang, &kind));
    Ok(Json(json!({
        "week": found.week,
        "sentence": words.text("execution-week", &args),
        "lines": lines,
        "people": people,
    })))
}

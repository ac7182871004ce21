//! Figures beside the plan: chances, costs, sizing, rolling weeks, work in progress, indicators.

use super::out::Out;
use super::session::Session;
use super::tables::{kind_name, titled};
use crate::documents::write::{Cell, Table};
use crate::fault::Fault;
use crate::workbench::{Shop, span_of_years};
use atelier_domain::execution::{Flow, Stand, Standing, Strand, WorkPlan, Yardstick, register};
use atelier_domain::insight::{Dictionary, Occurrence, Plans, Unplanned, occurrences};
use atelier_domain::language::{Args, Minutes, Money, Period, PersonId, Refusal, Refusals, Week};
use atelier_domain::planning::{
    Class, Zone, by_workload, costs, margin_per_hour, onward, starts, with_chances,
};
use atelier_domain::process::{Process, Unit};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use serde_json::json;

/// New starts at the mean and at three levels of confidence: one row per process whose bill is a chain.
pub fn chances(session: &Session, plan: &WorkPlan, shop: &Shop) -> Table {
    let mut table = titled(session.words, "starts", &["process", "deals", "mean", "at_50", "at_80", "at_95"]);
    for strand in &plan.strands {
        let process = shop.processes.iter().find(|one| one.code == strand.process);
        let Some((process, chances)) = process.and_then(|one| Some((one, onward(one)?))) else { continue };
        let Some(found) = of_strand(strand, process, &chances) else { continue };
        let count = |count: u64| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
        table.push(vec![
            process.name.get(session.lang).into(),
            strand.deals().into(),
            count(found.mean),
            count(found.at_50),
            count(found.at_80),
            count(found.at_95),
        ]);
    }
    table
}

fn of_strand(
    strand: &Strand,
    process: &Process,
    chances: &[f64],
) -> Option<atelier_domain::planning::Starts> {
    let wip = with_chances(process, &strand.wip, chances);
    starts(u32::try_from(strand.deals()).ok()?, &wip, *chances.first()?)
}

/// Costs of the work of each process: by kind, then per contact and per deal, and what an hour of the bottleneck brings.
///
/// # Errors
/// `planning/currency-mismatch`.
pub fn priced(session: &Session, plan: &WorkPlan, shop: &Shop) -> Result<Vec<Table>, Refusals> {
    let mut by_kind = titled(session.words, "costs", &["process", "kind", "load", "hour_cost", "cost"]);
    let keys =
        ["process", "cost", "per_contact", "per_deal", "margin_per_hour", "hours_per_deal", "without_cost"];
    let mut whole = titled(session.words, "unit-costs", &keys);
    let mut by_operation = titled(session.words, "operation-costs", &["process", "operation", "cost"]);
    for strand in &plan.strands {
        let process = shop.process(Some(&strand.process))?;
        let name = process.name.get(session.lang);
        let found = costs(process, &strand.needs, &strand.load, &shop.workshop, strand.deals())?;
        for kind in &found.kinds {
            by_kind.push(vec![
                name.into(),
                kind_name(shop, &kind.kind, session).into(),
                kind.minutes.into(),
                kind.hour_cost.into(),
                kind.cost.into(),
            ]);
        }
        for one in &found.operations {
            let operation =
                process.steps.iter().flat_map(|step| &step.operations).find(|op| op.code == one.operation);
            let shown = operation.map_or(one.operation.as_str(), |op| op.name.get(session.lang));
            by_operation.push(vec![name.into(), shown.into(), one.cost.into()]);
        }
        let minutes = bottleneck_minutes(plan, strand);
        whole.push(vec![
            name.into(),
            found.total.into(),
            found.per_contact.into(),
            found.per_deal.into(),
            wanted_money(strand).and_then(|money| margin_per_hour(money, minutes)).into(),
            if strand.deals() > 0 { Cell::Hours(Minutes(minutes.0 / strand.deals())) } else { Cell::Empty },
            found.without_cost.join(", ").into(),
        ]);
    }
    Ok(vec![by_kind, by_operation, whole])
}

fn bottleneck_minutes(plan: &WorkPlan, strand: &Strand) -> Minutes {
    let code = plan.balance.bottleneck().map(|kind| kind.kind.clone()).unwrap_or_default();
    strand.load.kind(&code).map_or(Minutes(0), atelier_domain::planning::KindLoad::total)
}

/// The money that the objectives of a process ask for, when they are all of one kind and currency.
fn wanted_money(strand: &Strand) -> Option<Money> {
    let money = strand.objectives.iter().filter(|one| matches!(one.unit, Unit::Margin | Unit::Revenue));
    let currency = strand.objectives.first()?.currency;
    Some(Money { cents: money.map(|one| one.quantity).sum(), currency })
}

/// Sizes a sales force by the workload method. A class is `name:accounts:visits a year:minutes`.
///
/// # Errors
/// `app/bad-class`, `planning/no-selling-time`.
pub fn size(session: &Session, classes: &[String], selling_hours: i64) -> Result<(), Fault> {
    let mut read = Vec::new();
    for text in classes {
        read.push(class(text).ok_or_else(|| Refusal::new("app/bad-class").with("given", text.as_str()))?);
    }
    let sizing = by_workload(&read, Minutes(selling_hours.saturating_mul(60)))?;
    session.json(&json!({
        "work_minutes": sizing.work, "people_hundredths": sizing.hundredths(), "headcount": sizing.headcount(),
    }))?;
    let show = session.words.show();
    let args = Args::new()
        .with("work", show.hours(Minutes(sizing.work), 0))
        .with("people", show.number(Decimal::new(sizing.hundredths(), 2), 2))
        .with("headcount", show.count(sizing.headcount()));
    session.say("cli-sized", &args)
}

fn class(text: &str) -> Option<Class> {
    let mut parts = text.split(':');
    let name = parts.next()?.to_owned();
    let mut number = || parts.next()?.trim().parse::<i64>().ok().filter(|number| *number >= 0);
    let (accounts, calls_per_year, minutes) = (number()?, number()?, number()?);
    parts.next().is_none().then_some(Class { name, accounts, calls_per_year, length: Minutes(minutes) })
}

/// Fifty-two weeks from today with their zone and the load and capacity that the latest plan gives them.
pub async fn weeks(session: &Session, out: &Out) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    let mut table = titled(session.words, "weeks", &["week", "monday", "zone", "kind", "load", "capacity"]);
    for week in (0..52).map(|count| Week::of(session.today).plus(count)) {
        let zone = session.words.plain(match plan.summary.zone(week) {
            Zone::Frozen => "table-frozen",
            Zone::Firm => "table-firm",
            Zone::Open => "table-open",
        });
        for kind in &plan.summary.kinds {
            let figures = kind.weeks.iter().find(|one| one.week == week);
            table.push(vec![
                week.to_string().into(),
                week.monday().into(),
                zone.as_str().into(),
                plan.kind_name(&kind.kind, session.lang).into(),
                figures.map(|one| one.load).into(),
                figures.and_then(|one| one.capacity).into(),
            ]);
        }
    }
    session.tables(&[table], out)
}

/// The work-in-progress register: one row per open case, the oldest first, and Little's law beside it.
pub async fn in_progress(session: &Session, process: Option<&str>, out: &Out) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let shop = bench.shop(&office, span_of_years(session.today, None), true).await?;
    let process = shop.process(process)?;
    let found = register(process, &shop.cases, &shop.passages, &shop.orders, session.today);
    let names: std::collections::HashMap<_, _> =
        shop.cases.iter().map(|case| (case.id, shop.customer(case))).collect();
    let keys = ["step", "customer", "age_days", "expected_value", "next", "mark"];
    let mut table = titled(session.words, "wip", &keys);
    for line in found.lines.iter().chain([&found.unplaced]) {
        let step = step_name(session, process, &line.step);
        for case in &line.cases {
            table.push(wip_row(session, &step, names.get(&case.case), case));
        }
    }
    if !session.common.json && out.out.is_none() {
        little(session, &shop, process)?;
        for line in found.lines.iter().filter(|line| !line.cases.is_empty()) {
            let yardstick = match line.yardstick {
                Yardstick::Stays(days) | Yardstick::Present(days) | Yardstick::Standard(days) => days,
                Yardstick::None => continue,
            };
            let late = line.cases.iter().filter(|case| case.marked).count();
            let args = Args::new()
                .with("step", step_name(session, process, &line.step))
                .with("count", session.words.show().count(i64::try_from(line.cases.len()).unwrap_or(0)))
                .with("late", session.words.show().count(i64::try_from(late).unwrap_or(0)))
                .with("days", session.words.show().count(yardstick));
            session.say("cli-wip-line", &args)?;
        }
    }
    session.tables(&[table], out)
}

fn step_name(session: &Session, process: &Process, code: &str) -> String {
    let step = process.step_index(code).map(|index| process.steps[index].name.get(session.lang));
    step.map_or_else(|| session.words.plain("table-no-step"), str::to_owned)
}

fn wip_row(session: &Session, step: &str, customer: Option<&String>, case: &Stand) -> Vec<Cell> {
    vec![
        step.into(),
        customer.map_or("–", String::as_str).into(),
        case.age.days().into(),
        case.value.into(),
        case.next.into(),
        if case.marked { session.words.plain("table-old").into() } else { Cell::Empty },
    ]
}

/// Little's law over the twelve months before today: work in progress = throughput × cycle time.
fn little(session: &Session, shop: &Shop, process: &Process) -> Result<(), Fault> {
    let year_before = session.today.saturating_sub(jiff::Span::new().years(1));
    let Some(period) = Period::through(year_before, session.today) else { return Ok(()) };
    let cases: Vec<_> =
        shop.cases.iter().filter(|case| case.process.as_deref() == Some(&process.code)).cloned().collect();
    let flow = Flow::over(period, &cases);
    let open = cases.iter().filter(|case| case.standing == Standing::Open).count();
    let Some(expected) = flow.expected_wip().and_then(Decimal::from_f64) else { return Ok(()) };
    let show = session.words.show();
    let args = Args::new()
        .with("open", show.count(i64::try_from(open).unwrap_or(0)))
        .with("expected", show.number(expected, 0));
    session.say("cli-little", &args)
}

/// Indicators planned against actual over a period; with a code, the objects behind it.
pub async fn indicators(
    session: &Session,
    process: Option<&str>,
    period: (Option<Date>, Option<Date>),
    facts: Option<&str>,
    out: &Out,
) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let shop = bench.shop(&office, span_of_years(session.today, None), true).await?;
    let process = shop.process(process)?;
    let first = period.0.unwrap_or(session.today.saturating_sub(jiff::Span::new().days(90)));
    let last = period.1.unwrap_or(session.today);
    let period = Period::through(first, last)
        .ok_or_else(|| Refusal::new("app/empty-period").with("from", first).with("to", last))?;
    let dictionary = Dictionary::standard(process)?;
    let mut happened = occurrences(process, &shop.cases, &shop.passages, &shop.orders, session.today);
    for resource in &shop.workshop.resources {
        for day in period.days() {
            let minutes = shop.workshop.capacity(resource, day);
            happened.extend(
                (minutes > Minutes(0)).then(|| {
                    Occurrence::capacity(day, PersonId::of(office.tenant, &resource.code).0, minutes)
                }),
            );
        }
    }
    if let Some(code) = facts {
        let known = || dictionary.all().iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(", ");
        let found = dictionary.get(code).ok_or_else(|| {
            Refusal::new("app/unknown-indicator").with("given", code).with("known", known())
        })?;
        let followed = found.follow(Err(Unplanned::NoPlan), &happened, period)?;
        let list: Vec<String> = followed.actual.trace.iter().map(|one| one.object.to_string()).collect();
        session.json(&json!({ "indicator": code, "objects": list }))?;
        if !session.common.json {
            for id in list {
                session.line(&id)?;
            }
        }
        return Ok(());
    }
    let keys = ["indicator", "name", "planned", "actual", "objects", "decision"];
    let mut table = titled(session.words, "indicators", &keys);
    let plans = Plans { process, orders: &shop.orders, cases: &shop.cases, passages: &shop.passages };
    for one in dictionary.all() {
        let followed = one.follow(plans.of(&one.code, period), &happened, period)?;
        let is_money = matches!(one.code.as_str(), "revenue" | "margin");
        let number = |number: Option<Decimal>| {
            let cents = number.filter(|_| is_money).and_then(|number| number.round().to_i64());
            let currency = followed.actual.currency.unwrap_or(shop.workshop.currency);
            match (cents, number) {
                (Some(cents), _) => Cell::Money(Money { cents, currency }),
                (None, Some(number)) => Cell::Number(number.round_dp(2)),
                (None, None) => Cell::Empty,
            }
        };
        table.push(vec![
            one.code.as_str().into(),
            one.name.get(session.lang).into(),
            number(followed.planned.ok().map(|one| one.number)),
            number(followed.actual.number),
            Cell::Count(i64::try_from(followed.actual.trace.len()).unwrap_or(i64::MAX)),
            one.decision.get(session.lang).into(),
        ]);
    }
    session.tables(&[table], out)
}

//! A plan in the few figures that matter, in sentences.

use super::super::session::Session;
use super::super::tables;
use super::{bottlenecks, feasible, release, service};
use crate::fault::Fault;
use crate::workbench::{Made, Shop};
use atelier_domain::execution::{KindFigures, PlannedOrder, Standing, Summary, strains};
use atelier_domain::language::{Args, CaseId, Money, OrderId};
use atelier_domain::planning::schedule::{Rule, Schedule, Speaker};

/// Without version, of a plan that is not published.
pub fn told(session: &Session, shop: &Shop, made: &Made, version: Option<i64>) -> Result<(), Fault> {
    let show = session.words.show();
    let summary = &made.summary;
    let args = Args::new()
        .with("name", shop.office.name.as_str())
        .with("version", version.map_or_else(String::new, |version| version.to_string()))
        .with("first", show.day(summary.period.first))
        .with("last", show.day(summary.period.last()));
    session.say(if version.is_some() { "cli-plan-title" } else { "cli-plan-title-unpublished" }, &args)?;
    for aim in &summary.aims {
        let process = shop.processes.iter().find(|one| one.code == aim.process);
        let name = process.map_or(aim.process.as_str(), |one| one.name.get(session.lang));
        for objective in &aim.objectives {
            let quantity = objective.currency.as_ref().and_then(|code| code.parse().ok()).map_or_else(
                || show.count(objective.quantity),
                |currency| show.money(Money { cents: objective.quantity, currency }),
            );
            session
                .say("cli-plan-objective", &Args::new().with("process", name).with("quantity", quantity))?;
        }
        let args = Args::new()
            .with("process", name)
            .with("deals", show.count(aim.deals))
            .with("contacts", show.count(aim.contacts));
        if let Some(level) = &aim.level {
            service::told(session, shop, &aim.process, level)?;
        }
        session.say(if aim.overdue { "cli-plan-aim-overdue" } else { "cli-plan-aim" }, &args)?;
    }
    for kind in &summary.kinds {
        kind_told(session, shop, kind)?;
    }
    if let Some(code) = &summary.bottleneck
        && let Some(kind) = summary.kind(code)
    {
        let name = tables::kind_name(shop, code, session);
        session.say("cli-plain", &Args::new().with("text", kind.answer(&name, session.words)))?;
    }
    feasible::told(session, &summary.overloads, shop)?;
    bottlenecks::headline_told(session, &summary.bottlenecks, shop)?;
    release::ropes_told(session, shop, &summary.ropes)?;
    let count = |number: usize| show.count(i64::try_from(number).unwrap_or(i64::MAX));
    let args = Args::new()
        .with("placed", count(summary.placed))
        .with("late", count(summary.late))
        .with("unplaced", count(summary.unplaced));
    session.say("cli-plan-schedule-told", &args)?;
    priced(session, shop, summary)?;
    clashes_told(session, &made.schedule, &made.schedule.clashes())?;
    strains_told(session, &made.orders, shop)?;
    let known = |code: &String| shop.processes.iter().any(|process| process.code == *code);
    let foreign = shop.cases.iter().filter(|case| {
        case.standing == Standing::Open && case.process.as_ref().is_some_and(|code| !known(code))
    });
    match i64::try_from(foreign.count()).unwrap_or(i64::MAX) {
        0 => {}
        count => session.say("cli-plan-cases-foreign", &Args::new().with("count", show.count(count)))?,
    }
    if summary.cases_unplaced > 0 {
        session
            .say("cli-plan-cases-unplaced", &Args::new().with("count", show.count(summary.cases_unplaced)))?;
    }
    Ok(())
}

/// By which rule, at what price, how far from the best there may be, and what stands twice at a time.
fn priced(session: &Session, shop: &Shop, summary: &Summary) -> Result<(), Fault> {
    let show = session.words.show();
    let count = |number: u64| show.count(i64::try_from(number).unwrap_or(i64::MAX));
    match &summary.rule {
        Rule::DueDate => session.say("cli-plan-rule-due", &Args::new())?,
        Rule::MarginPerBottleneckHour { kind } => {
            let name = tables::kind_name(shop, kind, session);
            session.say("cli-plan-rule-margin", &Args::new().with("kind", name))?;
            let unknown = i64::try_from(summary.without_margin.len()).unwrap_or(i64::MAX);
            if unknown > 0 {
                let named = |id: &CaseId| {
                    shop.cases.iter().find(|case| case.id == *id).map(|case| shop.customer(case))
                };
                let names: Vec<String> = summary.without_margin.iter().filter_map(named).take(8).collect();
                let args = Args::new().with_count("count", unknown).with("names", names.join(", "));
                session.say("cli-plan-without-margin", &args)?;
            }
        }
    }
    let price = summary.price;
    let args = Args::new()
        .with("price", count(price.paid))
        .with("least", count(price.least))
        .with("gap", show.percent(price.gap_bp(), 10_000, 1));
    let is_bounded = price.least > 0 || price.paid == 0;
    session.say(if is_bounded { "cli-plan-price" } else { "cli-plan-price-alone" }, &args)
}

fn kind_told(session: &Session, shop: &Shop, kind: &KindFigures) -> Result<(), Fault> {
    let show = session.words.show();
    let balance = kind.balance();
    let name = tables::kind_name(shop, &kind.kind, session);
    let args = Args::new().with("kind", name).with("load", show.hours(balance.total_load(), 2));
    let Some(capacity) = balance.total_capacity() else {
        return session.say("cli-plan-kind-no-capacity", &args);
    };
    let args = args
        .with("capacity", show.hours(capacity, 2))
        .with("ratio", show.percent(balance.total_load().0, capacity.0, 2));
    session.say("cli-plan-kind", &args)?;
    if let Some(worst) = balance.worst_week() {
        let week = kind.weeks[worst];
        let ratio = show.percent(week.load.0, week.capacity.unwrap_or_default().0, 1);
        let args = Args::new().with("week", show.week(week.week)).with("ratio", ratio);
        session.say("cli-plan-worst", &args)?;
    }
    match kind.largest_shortage() {
        Some((missing, week)) => {
            let args = Args::new().with("missing", show.hours(missing, 1)).with("week", show.week(week));
            session.say("cli-plan-shortage", &args)
        }
        None => session.say("cli-plan-no-shortage", &Args::new()),
    }
}

/// Decided appointments that ask the same person at the same time: only people can mend them.
pub fn clashes_told(
    session: &Session,
    schedule: &Schedule,
    clashes: &[(OrderId, OrderId)],
) -> Result<(), Fault> {
    let speaker = Speaker::of(schedule, session.lang);
    for pair in clashes {
        session.say("cli-warned", &Args::new().with("text", speaker.clash(*pair)))?;
    }
    Ok(())
}

/// Weeks too full for somebody, or with work outside their hours.
fn strains_told(session: &Session, orders: &[PlannedOrder], shop: &Shop) -> Result<(), Fault> {
    for strain in strains(orders, &shop.workshop) {
        let person = shop.workshop.resources.iter().find(|one| one.code == strain.person);
        let name = person.map_or(strain.person.as_str(), |one| one.name.as_str());
        let notice = strain.to_the_director(name, session.words);
        session.say("cli-warned", &Args::new().with("text", notice))?;
    }
    Ok(())
}

//! `atelier plan …`: from the objective to the dates.

mod asked;
mod bottlenecks;
mod compare;
mod feasible;
mod follow;
mod make;
mod release;
mod replan;
mod service;

pub use asked::Plan;

use super::out::{Form, Out};
use super::session::Session;
use super::sheets::text_of;
use super::{figures, tables};
use crate::fault::Fault;
use crate::workbench::{
    Act, Aimed, Made, Office, PlanAsk, Published, Shop, Workbench, made, outline, span_of_years,
};
use asked::{Asked, Search};
use atelier_domain::execution::{PlannedOrder, Standing, Strand, Summary, WorkPlan, strains};
use atelier_domain::language::{Args, CaseId, Money, OrderId, Refusal};
use atelier_domain::planning::Scenario;
use atelier_domain::planning::schedule::{Rule, Schedule, Speaker};
use atelier_domain::planning::{Demand, compare_scenarios, level, where_used};
use atelier_domain::process::Unit;
use serde_json::json;
use std::path::Path;

/// Runs it.
pub async fn run(session: &Session, command: Plan) -> Result<(), Fault> {
    match command {
        Plan::Make { asked, search, person, out } => {
            make::run(session, &asked, &search, person.as_deref(), out.as_deref()).await
        }
        Plan::Explode { asked, out } => {
            let (shop, plan) = outlined(session, &asked).await?;
            if out.out.is_none() && out.format == Form::Text {
                levels_told(session, &shop, &plan)?;
            }
            session.tables(
                &[tables::needs(session, &plan, &shop), figures::chances(session, &plan, &shop)],
                &out,
            )
        }
        Plan::Load { asked, out } => {
            let (shop, plan) = outlined(session, &asked).await?;
            let rough_cut = feasible::table(session, &plan.overloads, &shop);
            let people = tables::people(session, &plan, &shop);
            session.tables(&[tables::load(session, &plan, &shop), people, rough_cut], &out)?;
            if out.out.is_none() && out.format == Form::Text {
                levels_told(session, &shop, &plan)?;
                feasible::told(session, &plan.overloads, &shop)?;
            }
            Ok(())
        }
        Plan::Bottlenecks { asked, out } => bottlenecks::run(session, &asked, &out).await,
        Plan::Release { asked, buffer_days, out } => release::run(session, &asked, buffer_days, &out).await,
        Plan::Level { asked, out } => {
            let (shop, plan) = outlined(session, &asked).await?;
            let levelled = level(&plan.load, &plan.capacity);
            session.tables(&[tables::level(session, &plan, &levelled, &shop)], &out)
        }
        Plan::Costs { asked, out } => {
            let (shop, plan) = outlined(session, &asked).await?;
            session.tables(&figures::priced(session, &plan, &shop)?, &out)
        }
        Plan::Weeks { out } => figures::weeks(session, &out).await,
        Plan::Promise { asked } => feasible::promised(session, &asked).await,
        Plan::Scenarios { asked, file, out } => scenarios(session, &asked, file.as_deref(), &out).await,
        Plan::Schedule { asked, search, out } => {
            let proposed = proposed(session, &asked, &search).await?;
            if proposed.stopped {
                return stopped_told(session, &proposed);
            }
            proposed.publish(session).await?;
            let plan = proposed.bench.published(&proposed.office).await?;
            session.tables(&[tables::schedule(session, &plan)], &out)
        }
        Plan::Show { version, out } => show(session, version, &out).await,
        Plan::Compare { old, new } => compare::run(session, old, new).await,
        Plan::Replan { upset, accept } => replan::run(session, &upset, accept).await,
        Plan::Slots { asked } => replan::slots(session, &asked).await,
        Plan::Why { order } => why(session, &order).await,
        Plan::WhereUsed { code } => used(session, &code).await,
    }
}

fn aimed(session: &Session, asked: &Asked) -> Result<Aimed, Refusal> {
    let asked = asked.clone();
    let ask = PlanAsk {
        process: asked.process,
        revenue: asked.revenue,
        margin: asked.margin,
        deals: asked.deals,
        from: asked.from,
        to: asked.to,
        service: asked.service,
    };
    ask.aimed(session.today)
}

/// The company; past deals are read when `history` is asked for, and when an objective in money needs their
/// average value.
async fn read(session: &Session, aimed: &Aimed, history: bool) -> Result<(Workbench, Office, Shop), Fault> {
    let (bench, office) = session.office().await?;
    let years = span_of_years(session.today, aimed.period);
    let history = history || aimed.wanted.as_ref().is_some_and(|wanted| wanted.unit != Unit::Deals);
    let shop = bench.shop(&office, years, history).await?;
    Ok((bench, office, shop))
}

async fn outlined(session: &Session, asked: &Asked) -> Result<(Shop, WorkPlan), Fault> {
    let aimed = aimed(session, asked)?;
    let (_, _, shop) = read(session, &aimed, false).await?;
    let plan = outline(&shop, &aimed, session.today)?;
    Ok((shop, plan))
}

/// The service level of each process, when one was asked.
fn levels_told(session: &Session, shop: &Shop, plan: &WorkPlan) -> Result<(), Fault> {
    plan.strands.iter().try_for_each(|strand| service::told(session, shop, &strand.process, &strand.level))
}

/// A plan made and not written yet.
struct Proposed {
    bench: Workbench,
    office: Office,
    shop: Shop,
    made: Made,
    /// At the keyboard: to be shown, not published.
    stopped: bool,
}

async fn proposed(session: &Session, asked: &Asked, search: &Search) -> Result<Proposed, Fault> {
    let aimed = aimed(session, asked)?;
    // What holds the plan back is told with it, and that is in past deals too.
    let (bench, office, shop) = read(session, &aimed, true).await?;
    let pursued = follow::pursued(session, search, |pursuit| made(&shop, &aimed, session.today, pursuit))?;
    let follow::Pursued { made, stopped } = pursued;
    Ok(Proposed { bench, office, shop, made, stopped })
}

/// The figures of the best plan found when somebody stopped the search, which is not published.
fn stopped_told(session: &Session, proposed: &Proposed) -> Result<(), Fault> {
    session.json(&json!({ "published": false, "summary": proposed.made.summary }))?;
    told(session, &proposed.shop, &proposed.made, None)?;
    follow::interrupted(session)
}

impl Proposed {
    async fn publish(&self, session: &Session) -> Result<i64, Fault> {
        let actor = session.actor();
        let act = Act { actor: &actor, now: session.now, source: "plan" };
        self.bench.publish(&self.office, &self.made, &act).await
    }
}

/// The few figures that matter, in sentences; without version, of a plan that is not published.
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

fn kind_told(
    session: &Session,
    shop: &Shop,
    kind: &atelier_domain::execution::KindFigures,
) -> Result<(), Fault> {
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

async fn scenarios(session: &Session, asked: &Asked, file: Option<&Path>, out: &Out) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let (name, text) = match file {
        Some(path) => (path.display().to_string(), text_of(path)?),
        None => {
            let sheet = bench.store.read(office.scope).await?.latest_sheet("scenarios", "scenarios").await?;
            let sheet = sheet.ok_or_else(|| Refusal::new("app/no-scenarios"))?;
            (sheet.code, sheet.text)
        }
    };
    let list = Scenario::read(&name, &text)?;
    let (shop, plan) = outlined(session, asked).await?;
    let is_wanted = |strand: &Strand| {
        strand.deals() > 0 && asked.process.as_ref().is_none_or(|code| *code == strand.process)
    };
    let wanted: Vec<usize> = (0..plan.strands.len()).filter(|rank| is_wanted(&plan.strands[*rank])).collect();
    let [rank] = wanted.as_slice() else {
        let known = shop.processes.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().join(", ");
        return Err(Refusal::new("app/process-needed").with("known", known).into());
    };
    let strand = &plan.strands[*rank];
    let capacity = plan.left_for(*rank);
    let base = Demand {
        process: shop.process(Some(&strand.process))?,
        due: &strand.due,
        wip: &strand.wip,
        capacity: &capacity,
        subcontracts: &[],
        room: None,
        service: strand.level.service,
    };
    let margin = strand
        .objectives
        .iter()
        .find(|objective| matches!(objective.unit, Unit::Margin | Unit::Revenue))
        .map(|objective| Money { cents: objective.quantity, currency: objective.currency });
    let compared = compare_scenarios(&base, margin, &list)?;
    let kind = compared.iter().find_map(|one| one.bottleneck.clone()).unwrap_or_default();
    session.tables(&[tables::scenarios(session, &compared, &kind, &plan.weeks, &shop)], out)
}

async fn show(session: &Session, version: Option<i64>, out: &Out) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    match version {
        Some(version) if version != plan.version => {
            let (orders, summary) = bench.version_of(&office, version).await?;
            let old = Published::of_version(&plan, version, orders, summary);
            session.tables(&[tables::schedule(session, &old)], out)
        }
        _ => {
            if out.out.is_none() && out.format == Form::Text {
                for notice in plan.overloads(session.lang) {
                    session.say("cli-warned", &Args::new().with("text", notice))?;
                }
            }
            session.tables(&[tables::schedule(session, &plan)], out)
        }
    }
}

/// Decided appointments that ask the same person at the same time: only people can mend them.
fn clashes_told(session: &Session, schedule: &Schedule, clashes: &[(OrderId, OrderId)]) -> Result<(), Fault> {
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

async fn why(session: &Session, order: &str) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    let planned = plan.order(order)?;
    let speaker = plan.speaker(session.lang);
    let reasons = Published::why(planned, &speaker, session.lang);
    let chain = speaker.chain(planned.order.id);
    let free = planned.unplaced.as_ref().map(|one| speaker.freeing(one)).unwrap_or_default();
    let pegging = plan.pegging(planned, session.lang);
    session.json(&json!({
        "order": planned.order.id,
        "reasons": reasons,
        "chain": chain,
        "free": free,
        "pegging": pegging,
    }))?;
    let customer = plan.customer(planned, session.words);
    let (_, operation) = plan.routing_of(&planned.order);
    let operation = operation.map_or("", |one| one.name.get(session.lang));
    let show = session.words.show();
    let when = planned.order.start.map_or_else(
        || session.words.plain("table-unplaced"),
        |start| format!("{} {}", show.day(start.date()), show.time(start.time())),
    );
    session.say("cli-plain", &Args::new().with("text", format!("{operation} · {customer} · {when}")))?;
    for sentence in reasons.iter().chain(&chain).chain(&free).chain(&pegging) {
        session.say("cli-indented", &Args::new().with("text", sentence.as_str()))?;
    }
    let lineage = bench.lineage(&office, planned).await?;
    for (day, actor, source) in lineage {
        let args = Args::new().with("day", show.day(day)).with("actor", actor).with("source", source);
        session.say("cli-fact-line", &args)?;
    }
    Ok(())
}

async fn used(session: &Session, code: &str) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let shop = bench.shop(&office, span_of_years(session.today, None), false).await?;
    let mut found = Vec::new();
    for process in &shop.processes {
        for one in where_used(process, code) {
            let step = process.step_index(&one.step).map(|index| &process.steps[index]);
            let args = Args::new()
                .with("process", process.name.get(session.lang))
                .with("step", step.map_or(one.step.as_str(), |step| step.name.get(session.lang)));
            session.say("cli-used", &args)?;
            found.push(json!({ "process": process.code, "step": one.step }));
        }
    }
    if found.is_empty() {
        return Err(Refusal::new("app/unknown-step").with("given", code).into());
    }
    session.json(&json!(found))
}

//! `atelier plan replan` and `atelier plan slots`: what an event changes, and when there is room.

use super::super::session::Session;
use super::asked::{self, Opening};
use crate::fault::Fault;
use crate::workbench::{Act, Published, Replanning, Upset, moved, span_of_years};
use atelier_domain::execution::{ActionOrder, Event, Launch, Proposal, State};
use atelier_domain::language::{Args, OrderId, Refusal};
use atelier_domain::planning::schedule::{Change, Move, Speaker};
use jiff::civil::{Date, DateTime};
use serde_json::{Value, json};

/// Proposes a plan after an event and, once accepted, publishes it.
pub async fn run(
    session: &Session,
    upset: &asked::Upset,
    reason: Option<&str>,
    accept: bool,
) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    let years = span_of_years(session.today, Some(plan.summary.period));
    let shop = bench.shop(&office, years, false).await?;
    let assumed = shop.assumed;
    let mut replanning = Replanning::of(&plan, shop, session.today)?;
    let event = replanning.event(&said(upset)?)?;
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "replan" };
    if let Event::Absence { last, .. } = event
        && last < session.today
    {
        if accept {
            bench.record(&office, &replanning, &event, &act).await?;
        }
        session.json(&json!({ "moves": [], "past": true, "accepted": accept }))?;
        return session.say("cli-replan-past", &Args::new());
    }
    let proposal = replanning.propose(&event)?;
    told(session, &plan, &proposal)?;
    if assumed && matches!(event, Event::Absence { .. }) {
        session.say("cli-replan-no-sheet", &Args::new())?;
    }
    let frozen = replanning.frozen(&proposal);
    let mut answer = answer(session, &plan, &proposal);
    answer["frozen_week"] = json!(frozen.map(|week| week.to_string()));
    if !accept {
        if let Some(week) = frozen {
            let args = Args::new().with("week", session.words.show().week(week));
            session.say("cli-replan-frozen", &args)?;
        }
        session.json(&answer)?;
        return session.say("cli-replan-proposed", &Args::new());
    }
    let reason = replanning.reason(&proposal, reason)?;
    let version = bench.accept(&office, &replanning, &event, (proposal, reason), &act).await?;
    answer["version"] = json!(version);
    session.json(&answer)?;
    session.say("cli-replan-accepted", &Args::new().with("version", version.to_string()))
}

/// The event as the line says it.
fn said(upset: &asked::Upset) -> Result<Upset, Refusal> {
    let unreadable = |given: &str| Refusal::new("app/bad-event").with("given", given);
    if let Some(given) = &upset.absence {
        let mut parts = given.rsplitn(3, ':');
        let (to, from, person) = (parts.next(), parts.next(), parts.next());
        let day = |text: Option<&str>| text.and_then(|text| text.trim().parse::<Date>().ok());
        let (Some(first), Some(last), Some(person)) = (day(from), day(to), person) else {
            return Err(unreadable(given));
        };
        return Ok(Upset::Absence { person: person.to_owned(), first, last });
    }
    if let Some(case) = upset.lost.clone() {
        return Ok(Upset::Lost { case });
    }
    if let Some(case) = upset.urgent.clone() {
        return Ok(Upset::Urgent { case });
    }
    if let Some(given) = &upset.shift {
        let (order, when) = given.split_once(':').ok_or_else(|| unreadable(given))?;
        let start: DateTime = when.trim().parse().map_err(|_| unreadable(given))?;
        return Ok(Upset::Move { order: order.to_owned(), start });
    }
    if let Some(given) = &upset.overrun {
        let (order, minutes) = given.split_once(':').ok_or_else(|| unreadable(given))?;
        let minutes = minutes.trim().parse().map_err(|_| unreadable(given))?;
        return Ok(Upset::Overrun { order: order.to_owned(), minutes });
    }
    Ok(Upset::Cancel { order: upset.cancel.clone().unwrap_or_default() })
}

/// How many orders move, are late, freed, or lose their date; each with its reason.
fn told(session: &Session, plan: &Published, proposal: &Proposal) -> Result<(), Fault> {
    let [changed, late, freed, unplaced, placed] = counts(&proposal.moves);
    let args = Args::new()
        .with_count("moved", changed)
        .with_count("late", late)
        .with_count("freed", freed)
        .with_count("unplaced", unplaced)
        .with_count("placed", placed);
    session.say("cli-replan-told", &args)?;
    if session.common.json {
        return Ok(());
    }
    let speaker = Speaker::of(&proposal.schedule, session.lang);
    for one in proposal.moves.iter().take(SHOWN) {
        session.say("cli-indented", &Args::new().with("text", moved(plan, one, &speaker, session.words)))?;
        if let Some(reason) = reason(one, &speaker) {
            session.say("cli-indented", &Args::new().with("text", format!("    {reason}")))?;
        }
    }
    let more = proposal.moves.len().saturating_sub(SHOWN);
    if more > 0 {
        let count = i64::try_from(more).unwrap_or(i64::MAX);
        session.say("cli-replan-more", &Args::new().with_count("count", count))?;
    }
    let clashes = proposal.schedule.clashes();
    super::told::clashes_told(session, &proposal.schedule, &clashes)
}

/// Changes shown one by one.
const SHOWN: usize = 200;

fn counts(moves: &[Move]) -> [i64; 5] {
    let mut counts = [0; 5];
    for one in moves {
        let at = match one.change {
            Change::Moved { .. } => 0,
            Change::Late { .. } => 1,
            Change::Freed { .. } => 2,
            Change::Unplaced { .. } => 3,
            Change::Placed { .. } => 4,
        };
        counts[at] += 1;
    }
    counts
}

/// What fixes the new date.
fn reason(one: &Move, speaker: &Speaker<'_>) -> Option<String> {
    match one.change {
        Change::Moved { .. } | Change::Placed { .. } => speaker.why(one.order).pop(),
        _ => None,
    }
}

fn answer(session: &Session, plan: &Published, proposal: &Proposal) -> Value {
    let speaker = Speaker::of(&proposal.schedule, session.lang);
    let told: Vec<Value> = proposal
        .moves
        .iter()
        .map(|one| {
            let mut row = json!(one);
            row["sentence"] = json!(moved(plan, one, &speaker, session.words));
            row["reason"] = json!(reason(one, &speaker));
            row
        })
        .collect();
    let [changed, late, freed, unplaced, placed] = counts(&proposal.moves);
    let counts =
        json!({ "moved": changed, "late": late, "freed": freed, "unplaced": unplaced, "placed": placed });
    json!({ "counts": counts, "moves": told, "touched": proposal.touched, "clashes": proposal.schedule.clashes() })
}

/// The five best times of an order, or of a new action of a case.
pub async fn slots(session: &Session, asked: &Opening) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    let plan = bench.published(&office).await?;
    let years = span_of_years(session.today, Some(plan.summary.period));
    let shop = bench.shop(&office, years, false).await?;
    let replanning = Replanning::of(&plan, shop, session.today)?;
    let launch = match (&asked.order, &asked.operation, &asked.case) {
        (Some(order), _, _) => {
            let planned = plan.order(order)?;
            planned.launch().map(Launch::undated).ok_or_else(|| Refusal::new("app/plan-too-old"))?
        }
        (None, Some(operation), Some(case)) => new_action(session, &plan, &replanning, operation, case)?,
        // The line asks for one or the other.
        _ => return Err(Refusal::new("app/bad-event").with("given", "").into()),
    };
    let found = replanning.slots(&launch, 5)?;
    let show = session.words.show();
    let rows: Vec<Value> = found
        .iter()
        .map(|one| json!({ "start": one.start, "end": one.end, "people": one.people, "late": one.late }))
        .collect();
    session.json(&json!(rows))?;
    if found.is_empty() {
        return session.say("cli-slots-none", &Args::new());
    }
    for one in &found {
        let people: Vec<String> = one.people.iter().map(|code| plan.name(code)).collect();
        let text = format!(
            "{} {}–{} · {}",
            show.short_day(one.start.date()),
            show.time(one.start.time()),
            show.time(one.end.time()),
            people.join(", ")
        );
        session.say("cli-indented", &Args::new().with("text", text))?;
    }
    Ok(())
}

fn new_action(
    session: &Session,
    plan: &Published,
    replanning: &Replanning<'_>,
    asked: &str,
    case: &str,
) -> Result<Launch, Refusal> {
    let case = replanning.case(case)?;
    let process = replanning.shop.process(case.process.as_deref())?;
    let in_step = |step: &'_ atelier_domain::process::Step| {
        step.operations.iter().position(|operation| operation.code == asked)
    };
    let found = process.steps.iter().find_map(|step| Some((step, &step.operations[in_step(step)?])));
    let (step, operation) = found.ok_or_else(|| Refusal::new("app/unknown-step").with("given", asked))?;
    let (first, last) = (plan.summary.period.first.max(session.today), plan.summary.period.last());
    let group = format!("{}/{}/{}/new", process.code, step.code, case.key);
    let order = ActionOrder {
        id: OrderId::of(replanning.shop.office.tenant, &format!("{group}/{asked}")),
        case: Some(case.id),
        customer: replanning.shop.customer(case),
        process: process.code.clone(),
        version: process.version,
        step: step.code.clone(),
        operation: operation.code.clone(),
        kinds: operation.kinds.clone(),
        people: Vec::new(),
        units: 1,
        minutes: operation.work(1),
        start: None,
        end: None,
        due: Some(last),
        purpose: None,
        theme: None,
        state: State::Suggested,
    };
    Ok(Launch {
        order,
        release: first.at(0, 0, 0, 0),
        due: last.at(18, 0, 0, 0),
        after: Vec::new(),
        group,
        margin: case.value,
        leader: case.owner.and_then(|owner| replanning.shop.resource(owner)),
        account: case.account,
    })
}

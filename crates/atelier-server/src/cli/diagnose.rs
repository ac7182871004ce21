//! `atelier diagnose` and `atelier standards`: what the history says, and what a person accepts of it.

use super::out::{Form, Out};
use super::session::Session;
use super::tables::titled;
use crate::documents::write::{Cell, Table};
use crate::fault::Fault;
use crate::workbench::{Act, Office, Publication, Shop, Workbench, publish_process_in, span_of_years};
use atelier_domain::controls::{Watch, pass};
use atelier_domain::insight::{
    Delay, Diagnosis, Group, History, Measure, Proposal, Rate, Standard, accept, diagnose, propose,
};
use atelier_domain::language::{Args, Currency, Money, Refusal};
use atelier_domain::process::Process;
use clap::Subcommand;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use serde_json::json;

/// Commands about what is accepted of the history.
#[derive(Debug, Subcommand)]
pub enum Standards {
    Propose {
        #[arg(long)]
        process: Option<String>,
    },
    Accept {
        #[arg(long)]
        process: Option<String>,
        #[arg(required = true)]
        codes: Vec<String>,
        #[arg(long = "reason", id = "design_reason")]
        reason: Option<String>,
    },
}

async fn read(session: &Session) -> Result<(Workbench, Office, Shop), Fault> {
    let (bench, office) = session.office().await?;
    let shop = bench.shop(&office, span_of_years(session.today, None), true).await.map_err(nothing_yet)?;
    if shop.cases.is_empty() {
        return Err(Refusal::new("app/no-history").into());
    }
    Ok((bench, office, shop))
}

/// Without people nothing was imported: that is what is missing here, more than a workshop.
fn nothing_yet(fault: Fault) -> Fault {
    match fault {
        Fault::Refused(refusals) if refusals.codes() == ["app/no-people"] => {
            Refusal::new("app/no-history").into()
        }
        other => other,
    }
}

fn of(session: &Session, shop: &Shop, process: Option<&Process>) -> Diagnosis {
    let inside = |case: &&atelier_domain::execution::Case| {
        process.is_none_or(|process| case.process.as_deref().is_none_or(|code| code == process.code))
    };
    let cases: Vec<_> = shop.cases.iter().filter(inside).cloned().collect();
    diagnose(&History {
        cases: &cases,
        passages: &shop.passages,
        people: &shop.people,
        products: &shop.products,
        orders: &shop.orders,
        process,
        today: session.today,
    })
}

/// The diagnosis, in sentences and tables.
pub async fn run(session: &Session, out: &Out) -> Result<(), Fault> {
    let (_, _, shop) = read(session).await?;
    let process = match shop.processes.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    let mut whole = of(session, &shop, process);
    let shut = pass(shop.gate.as_ref(), session.today).err();
    if shut.is_some() {
        whole.owners.clear();
    }
    let asked_json = session.common.json || out.format == Form::Json;
    if asked_json {
        let mut told = serde_json::to_value(&whole).map_err(anyhow::Error::from)?;
        if shut.is_some() {
            told["withheld"] = json!([Watch::DiagnosisByPerson.code()]);
        }
        let text = serde_json::to_string_pretty(&told).map_err(anyhow::Error::from)?;
        let Some(path) = &out.out else { return session.line(&text) };
        session.write(path, text.as_bytes())?;
        return session.json(&json!({ "written": [path.display().to_string()] }));
    }
    if out.out.is_none() && out.format == Form::Text {
        for sentence in whole.words(session.words) {
            session.line(&sentence)?;
        }
        session.line("")?;
    }
    let mut tables =
        vec![groups(session, "by-team", &whole.teams), groups(session, "by-product", &whole.products)];
    if shut.is_none() {
        tables.push(groups(session, "by-owner", &whole.owners));
    }
    tables.push(groups(session, "by-stage", &whole.stages));
    session.tables(&tables, out)?;
    shut.map_or(Ok(()), |refusal| withheld(session, &refusal))
}

/// What is not shown by person, and why: on the error output, beside the tables.
fn withheld(session: &Session, refusal: &Refusal) -> Result<(), Fault> {
    use std::io::Write as _;
    let [what, why, remedy] = refusal.sentences(session.words);
    let watch = session.words.plain(Watch::DiagnosisByPerson.message());
    Ok(writeln!(std::io::stderr(), "{watch}\n{what}\n  {why}\n  → {remedy}  [{}]", refusal.code)?)
}

fn groups(session: &Session, name: &str, groups: &[Group]) -> Table {
    let keys = [
        "name",
        "won",
        "lost",
        "open",
        "yield",
        "yield_low",
        "yield_high",
        "median_days",
        "mean_days",
        "value",
    ];
    let mut table = titled(session.words, name, &keys);
    let insufficient = || Cell::Text(session.words.plain("table-insufficient"));
    let number =
        |value: f64| Decimal::from_f64(value).map_or(Cell::Empty, |value| Cell::Number(value.round_dp(2)));
    for group in groups {
        let figures = &group.figures;
        let count = |count: usize| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
        let (share, low, high) = match &figures.yields {
            Measure::Known(Rate { part, whole, low, high, .. }) => (
                super::tables::ratio(i64::try_from(*part).unwrap_or(0), i64::try_from(*whole).unwrap_or(0)),
                Decimal::from_f64(*low).map_or(Cell::Empty, Cell::Percent),
                Decimal::from_f64(*high).map_or(Cell::Empty, Cell::Percent),
            ),
            Measure::Insufficient { .. } => (insufficient(), Cell::Empty, Cell::Empty),
        };
        let (median, mean) = match &figures.won_days {
            Measure::Known(Delay { median, mean, .. }) => (number(*median), number(*mean)),
            Measure::Insufficient { .. } => (insufficient(), Cell::Empty),
        };
        let value = figures.values.first().map_or(Cell::Empty, |worth| {
            Cell::Money(Money { cents: worth.won_cents, currency: worth.currency })
        });
        table.push(vec![
            group.title(session.words).into(),
            count(figures.won),
            count(figures.lost),
            count(figures.open),
            share,
            low,
            high,
            median,
            mean,
            value,
        ]);
    }
    table
}

/// `atelier standards …`
pub async fn standards(session: &Session, command: Standards) -> Result<(), Fault> {
    let (bench, office, shop) = read(session).await?;
    match command {
        Standards::Propose { process } => {
            let process = shop.process(process.as_deref())?;
            let proposals = propose(process, &of(session, &shop, Some(process)));
            told(session, &proposals, shop.currency())
        }
        Standards::Accept { process, codes, reason } => {
            let process = shop.process(process.as_deref())?;
            let proposals = propose(process, &of(session, &shop, Some(process)));
            let known = || proposals.iter().map(code_of).collect::<Vec<_>>().join(", ");
            let mut accepted = Vec::new();
            for code in &codes {
                let found = proposals.iter().find(|proposal| code_of(proposal) == *code);
                accepted.push(found.cloned().ok_or_else(|| {
                    Refusal::new("app/unknown-standard").with("given", code.as_str()).with("known", known())
                })?);
            }
            let next = accept(process, &accepted, &session.actor(), session.today)?.process;
            keep(session, &bench, &office, (&next, &reason.unwrap_or_default())).await
        }
    }
}

/// Publishes the process with what was accepted; its design is read again as for any other version.
async fn keep(
    session: &Session,
    bench: &Workbench,
    office: &Office,
    (next, reason): (&Process, &str),
) -> Result<(), Fault> {
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "standards" };
    let mut tx = bench.store.begin(office.scope).await?;
    let (text, on, lang) = (next.write(), session.today, session.lang);
    let asked = Publication { process: next, text, reason, on, lang, fact: "insight/accept-standards" };
    let version = publish_process_in(&mut tx, office, asked, &act).await?.version;
    tx.commit().await?;
    session.json(&json!({ "code": next.code, "version": version }))?;
    let args = Args::new().with("name", next.name.get(session.lang)).with("version", version.to_string());
    session.say("cli-process-kept", &args)
}

/// A name for a proposal on the command line: `yield:project`, `lead:project`, `run:meet`, `average-deal`.
fn code_of(proposal: &Proposal) -> String {
    match &proposal.standard {
        Standard::Yield { step } => format!("yield:{step}"),
        Standard::LeadDays { step } => format!("lead:{step}"),
        Standard::RunMinutes { operation, .. } => format!("run:{operation}"),
        Standard::AverageDeal { objective, .. } => format!("average-deal:{objective}"),
    }
}

fn told(session: &Session, proposals: &[Proposal], currency: Currency) -> Result<(), Fault> {
    let list: Vec<_> = proposals
        .iter()
        .map(|one| {
            json!({
                "code": code_of(one), "present": one.present, "measured": one.measured, "low": one.low,
                "high": one.high, "n": one.n, "significant": one.is_significant(),
            })
        })
        .collect();
    session.json(&json!(list))?;
    if proposals.is_empty() {
        return session.say("cli-standards-none", &Args::new());
    }
    let show = session.words.show();
    for one in proposals {
        let written = |value: i64| match &one.standard {
            Standard::Yield { .. } => show.percent(value, 1_000_000, 1),
            Standard::AverageDeal { .. } => show.money(Money { cents: value, currency }),
            _ => show.count(value),
        };
        let args = Args::new()
            .with("code", code_of(one))
            .with("present", one.present.map_or_else(|| "–".to_owned(), written))
            .with("measured", written(one.measured))
            .with("low", written(one.low))
            .with("high", written(one.high))
            .with("n", show.count(i64::try_from(one.n).unwrap_or(i64::MAX)));
        let id = if one.is_significant() { "cli-standard-differs" } else { "cli-standard-agrees" };
        session.say(id, &args)?;
    }
    Ok(())
}

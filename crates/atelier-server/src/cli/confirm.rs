//! `atelier confirm`: won deals that wait, and a verdict on one by somebody who did not record it.

use super::session::Session;
use crate::fault::Fault;
use crate::workbench::{Act, Judged, Office, Workbench, keep_verdicts};
use atelier_domain::controls::{Confirmer, Progress, Verdict};
use atelier_domain::language::{Args, CaseId, Refusal, Refusals};
use atelier_store::{PendingList, Within};
use clap::Subcommand;
use jiff::civil::Date;
use serde_json::json;

/// Deals shown.
const LINES: i64 = 50;

/// Commands about the confirmation of won deals.
#[derive(Debug, Subcommand)]
pub enum Confirm {
    List {
        #[arg(long)]
        from: Option<Date>,
    },
    Give {
        #[arg(required = true)]
        deals: Vec<String>,
        #[arg(long)]
        verdict: String,
        #[arg(long = "reason", id = "verdict-reason", default_value = "")]
        reason: String,
    },
    TakeBack {
        #[arg(required = true)]
        deals: Vec<String>,
    },
}

/// Runs it.
pub async fn run(session: &Session, command: Confirm) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    match command {
        Confirm::List { from } => list(session, &bench, &office, from).await,
        Confirm::Give { deals, verdict, reason } => {
            let verdict = Verdict::read(&verdict, Verdict::GIVEN)?;
            write(session, (&bench, &office), &deals, (verdict, &reason)).await
        }
        Confirm::TakeBack { deals } => {
            write(session, (&bench, &office), &deals, (Verdict::Withdrawn, "")).await
        }
    }
}

async fn list(
    session: &Session,
    bench: &Workbench,
    office: &Office,
    from: Option<Date>,
) -> Result<(), Fault> {
    let list =
        PendingList { closed_from: from, within: Within::Everybody, limit: LINES, ..PendingList::default() };
    let mut reader = bench.store.read(office.scope).await?;
    let page = reader.list_pending(&list).await?;
    let (mut told, mut lines) = (Vec::new(), Vec::new());
    for case in page.rows {
        let customer = match case.account {
            Some(account) => reader.account(account).await?.map(|account| account.name),
            None => None,
        };
        let judged = Judged::read(&mut reader, case, 0).await?;
        let (deal, progress) = (&judged.deal, judged.deal.progress());
        let recorded = deal.recorded();
        told.push(json!({
            "id": deal.case.id, "key": deal.case.key, "customer": customer,
            "state": progress.as_ref().map(Progress::code),
            "value_cents": deal.case.value.map(|value| value.cents), "closed_on": deal.case.closed_on,
            "since": recorded.map(|one| one.recorded), "by": recorded.map(|one| one.by.as_str()),
            "evidence": deal.evidence.len(),
        }));
        let show = session.words.show();
        let dash = || "–".to_owned();
        let lapsed = matches!(progress, Some(Progress::Lapsed(_)));
        lines.push(
            Args::new()
                .with("key", deal.case.key.clone())
                .with("customer", customer.unwrap_or_else(dash))
                .with("amount", deal.case.value.map_or_else(dash, |value| show.money(value)))
                .with("day", deal.case.closed_on.map_or_else(dash, |day| show.day(day)))
                .with("by", recorded.map_or_else(dash, |one| one.by.clone()))
                .with("evidence", session.words.plain(evidence(!deal.evidence.is_empty())))
                .with("state", session.words.plain(state(lapsed))),
        );
    }
    session.json(&json!({ "deals": told, "more": page.next.is_some() }))?;
    if lines.is_empty() {
        return session.say("cli-confirm-none", &Args::new());
    }
    for line in &lines {
        session.say("cli-confirm-line", line)?;
    }
    if page.next.is_some() {
        session.say("cli-confirm-more", &Args::new().with_count("most", LINES))?;
    }
    Ok(())
}

fn evidence(is_there: bool) -> &'static str {
    if is_there { "cli-confirm-evidence" } else { "cli-confirm-no-evidence" }
}

fn state(lapsed: bool) -> &'static str {
    if lapsed { "cli-confirm-lapsed" } else { "cli-confirm-waiting" }
}

/// A verdict on deals, or the last one taken back, in the name of who is at the keyboard: on all of them, or on none.
async fn write(
    session: &Session,
    (bench, office): (&Workbench, &Office),
    given: &[String],
    asked: (Verdict, &str),
) -> Result<(), Fault> {
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "confirm" };
    let who = Confirmer::at_keyboard(&actor);
    let mut tx = bench.store.begin(office.scope).await?;
    let (mut verdicts, mut told, mut refused) = (Vec::new(), Vec::new(), Refusals::default());
    for deal in given {
        let id = deal.parse().unwrap_or_else(|_| CaseId::of(office.tenant, deal.trim()));
        let Some((case, version)) = tx.case_at(id).await? else {
            refused.push(Refusal::new("execution/unknown-case").with("given", deal.as_str()));
            continue;
        };
        if told.iter().any(|(one, _)| *one == id) {
            continue;
        }
        let judged = Judged::read(&mut tx, case, version).await?;
        match judged.verdict(asked, &who, session.today) {
            Ok(verdict) => {
                verdicts.push(verdict);
                told.push((id, judged.deal.case.key));
            }
            Err(why) => why.0.into_iter().for_each(|one| refused.push(one)),
        }
    }
    refused.or(())?;
    keep_verdicts(&mut tx, office, verdicts, &act).await?;
    tx.commit().await?;
    let deals: Vec<_> = told.iter().map(|(id, key)| json!({ "id": id, "key": key })).collect();
    session.json(&json!({ "deals": deals, "verdict": asked.0.code() }))?;
    let said = match asked.0 {
        Verdict::Confirmed => "cli-confirm-confirmed",
        Verdict::Refused => "cli-confirm-refused",
        Verdict::Withdrawn => "cli-confirm-withdrawn",
    };
    for (_, key) in told {
        session.say(said, &Args::new().with("key", key))?;
    }
    Ok(())
}

//! `atelier confirm`: won deals that wait, and a verdict on one by somebody who did not record it.

use super::session::Session;
use crate::fault::Fault;
use crate::workbench::{Act, Judged, Office, Workbench, confirmer};
use atelier_domain::controls::{Progress, Verdict};
use atelier_domain::language::{Args, CaseId, Refusal};
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
        deal: String,
        #[arg(long)]
        verdict: String,
        #[arg(long = "reason", id = "verdict-reason", default_value = "")]
        reason: String,
    },
    TakeBack {
        deal: String,
    },
}

/// Runs it.
pub async fn run(session: &Session, command: Confirm) -> Result<(), Fault> {
    let (bench, office) = session.office().await?;
    match command {
        Confirm::List { from } => list(session, &bench, &office, from).await,
        Confirm::Give { deal, verdict, reason } => {
            let verdict = Verdict::read(&verdict)?;
            write(session, (&bench, &office), &deal, Some((verdict, &reason))).await
        }
        Confirm::TakeBack { deal } => write(session, (&bench, &office), &deal, None).await,
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

/// A verdict, or the last one taken back, in the name of who is at the keyboard.
async fn write(
    session: &Session,
    (bench, office): (&Workbench, &Office),
    given: &str,
    asked: Option<(Verdict, &str)>,
) -> Result<(), Fault> {
    let id = given.parse().unwrap_or_else(|_| CaseId::of(office.tenant, given.trim()));
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "confirm" };
    let who = confirmer(office, &actor, None);
    let mut tx = bench.store.begin(office.scope).await?;
    let found = tx.case_at(id).await?;
    let (case, version) = found.ok_or_else(|| Refusal::new("execution/unknown-case").with("given", given))?;
    let judged = Judged::read(&mut tx, case, version).await?;
    let parts = (session.today, &act);
    match asked {
        Some(asked) => judged.judge((&mut tx, office), asked, &who, parts).await?,
        None => judged.take_back((&mut tx, office), &who, parts).await?,
    };
    tx.commit().await?;
    let verdict = asked.map_or(Verdict::Withdrawn, |(verdict, _)| verdict);
    session.json(&json!({ "id": id, "key": judged.deal.case.key, "verdict": verdict.code() }))?;
    let said = match verdict {
        Verdict::Confirmed => "cli-confirm-confirmed",
        Verdict::Refused => "cli-confirm-refused",
        Verdict::Withdrawn => "cli-confirm-withdrawn",
    };
    session.say(said, &Args::new().with("key", judged.deal.case.key.clone()))
}

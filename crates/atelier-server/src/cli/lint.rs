//! `atelier process lint CODE`: the design of a process that is kept, read again.

use super::session::Session;
use super::sheets::sheet_of;
use crate::fault::Fault;
use crate::workbench::{Act, Meant, design_record, process_of, unwaive_in, waive_in};
use atelier_domain::language::Args;
use atelier_domain::process::{DesignRecord, Finding, UNJUDGED};
use serde_json::{Value, json};

/// Findings as machines read them, with the rules that are not judged.
pub fn told(session: &Session, found: &[Finding], record: &DesignRecord) -> Value {
    let one = |finding: &Finding| {
        let [title, detail, remedy] = finding.said.sentences(session.words);
        json!({
            "rule": finding.rule.code,
            "severity": finding.severity.code(),
            "step": finding.step,
            "operation": finding.operation,
            "code": finding.said.code,
            "title": title,
            "detail": detail,
            "remedy": remedy,
            "waived": record.waiver(finding, session.today).map(|one| json!({ "waiver": one, "until": one.until() })),
        })
    };
    let findings: Vec<_> = found.iter().map(one).collect();
    json!({ "findings": findings, "not_judged": UNJUDGED.map(|(rule, _)| rule.code) })
}

/// Says each finding with its rule, then what is not judged.
///
/// # Errors
/// An output that cannot be written.
pub fn say(session: &Session, found: &[Finding], record: &DesignRecord) -> Result<(), Fault> {
    if session.common.json {
        return Ok(());
    }
    for finding in found {
        let [what, why, remedy] = finding.said.sentences(session.words);
        let mark = session.words.plain(match finding.severity.code() {
            "error" => "cli-lint-error",
            _ => "cli-lint-warning",
        });
        let rule = finding.rule.code;
        session.line(&format!("{rule} {mark} · {what}\n  {why}\n  → {remedy}"))?;
        if let Some(waiver) = record.waiver(finding, session.today) {
            let until = session.words.show().day(waiver.until());
            let args = Args::new().with("by", waiver.by.as_str()).with("until", until);
            session.say("cli-lint-waived", &args.with("reason", waiver.reason.as_str()))?;
        }
    }
    for (rule, why) in UNJUDGED {
        session.line(&format!("{} – {}", rule.code, session.words.plain(why)))?;
    }
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    session.say("cli-lint-count", &Args::new().with_count("count", count))
}

/// What the linter finds in the newest version of a process.
///
/// # Errors
/// `app/unknown-process`.
pub async fn kept(session: &Session, code: &str) -> Result<(), Fault> {
    let process = process_of(&sheet_of(session, code).await?)?;
    let found = process.lint(session.lang);
    let (bench, office) = session.office().await?;
    let (record, _) = design_record(&mut bench.store.read(office.scope).await?, code).await?;
    session.json(&json!({ "code": process.code, "design": told(session, &found, &record) }))?;
    say(session, &found, &record)
}

/// Lets a warning pass for a while with a reason, or, with `undo`, asks for it again.
///
/// # Errors
/// `app/unknown-process`, and what the design record refuses.
pub async fn waive(
    session: &Session,
    code: &str,
    meant: Meant<'_>,
    (reason, undo): (&str, bool),
) -> Result<(), Fault> {
    let process = process_of(&sheet_of(session, code).await?)?;
    let (bench, office) = session.office().await?;
    let actor = session.actor();
    let act = Act { actor: &actor, now: session.now, source: "waive" };
    let mut tx = bench.store.begin(office.scope).await?;
    if undo {
        unwaive_in(&mut tx, &office, &process.code, meant, &act).await?;
        tx.commit().await?;
        return session.say("cli-lint-unwaived", &Args::new().with("rule", meant.rule));
    }
    let waiver = waive_in(&mut tx, &office, &process, (meant, reason, session.today), &act).await?;
    tx.commit().await?;
    session.json(&json!({ "waiver": waiver, "until": waiver.until() }))?;
    let until = session.words.show().day(waiver.until());
    session.say("cli-lint-let-pass", &Args::new().with("rule", meant.rule).with("until", until))
}

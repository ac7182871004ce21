//! `atelier process lint CODE`: the design of a process that is kept, read again.

use super::session::Session;
use super::sheets::sheet_of;
use crate::fault::Fault;
use crate::workbench::process_of;
use atelier_domain::language::Args;
use atelier_domain::process::{Finding, UNJUDGED};
use serde_json::{Value, json};

/// Findings as machines read them, with the rules that are not judged.
pub fn told(session: &Session, found: &[Finding]) -> Value {
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
        })
    };
    let findings: Vec<_> = found.iter().map(one).collect();
    json!({ "findings": findings, "not_judged": UNJUDGED.map(|(rule, _)| rule.code) })
}

/// Says each finding with its rule, then what is not judged.
///
/// # Errors
/// An output that cannot be written.
pub fn say(session: &Session, found: &[Finding]) -> Result<(), Fault> {
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
    session.json(&json!({ "code": process.code, "design": told(session, &found) }))?;
    say(session, &found)
}

//! What the design-linter finds in a process, as a page and a command line show it.

use atelier_domain::language::{Catalogue, Lang};
use atelier_domain::process::{Finding, Process, UNJUDGED};
use serde::Serialize;
use utoipa::ToSchema;

/// Something seen in the design: its rule, its place, and three sentences.
#[derive(Serialize, ToSchema)]
#[schema(as = DesignFinding)]
pub struct FindingTold {
    /// `LNT-05`.
    rule: &'static str,
    /// Name of the rule.
    name: String,
    /// `error` or `warning`.
    severity: &'static str,
    /// Code of the step; null when it is about the whole process.
    step: Option<String>,
    /// Code of the operation of that step.
    operation: Option<String>,
    /// Under which the documentation explains it.
    code: &'static str,
    title: String,
    detail: String,
    remedy: String,
}

/// A rule that asks for what the process does not hold.
#[derive(Serialize, ToSchema)]
#[schema(as = RuleNotJudged)]
pub struct NotJudged {
    rule: &'static str,
    name: String,
    why: String,
}

/// What the linter finds, and what it cannot judge.
#[derive(Serialize, ToSchema)]
#[schema(as = Design)]
pub struct DesignTold {
    /// By rule, then in the order of the process.
    findings: Vec<FindingTold>,
    not_judged: Vec<NotJudged>,
}

/// The design of a process, read again for a reader of `lang`.
pub fn design(process: &Process, lang: Lang) -> DesignTold {
    let words = Catalogue::of(lang);
    let not_judged = UNJUDGED.map(|(rule, why)| NotJudged {
        rule: rule.code,
        name: words.plain(rule.name),
        why: words.plain(why),
    });
    let findings = process.lint(lang).into_iter().map(|finding| told(finding, words)).collect();
    DesignTold { findings, not_judged: not_judged.into() }
}

fn told(finding: Finding, words: &Catalogue) -> FindingTold {
    let [title, detail, remedy] = finding.said.sentences(words);
    FindingTold {
        rule: finding.rule.code,
        name: words.plain(finding.rule.name),
        severity: finding.severity.code(),
        step: finding.step,
        operation: finding.operation,
        code: finding.said.code,
        title,
        detail,
        remedy,
    }
}

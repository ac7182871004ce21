//! What the design-linter finds in a process, as a page and a command line show it.

use atelier_domain::language::{Catalogue, Lang};
use atelier_domain::process::{DesignRecord, Finding, Process, Published, UNJUDGED, Waiver};
use atelier_store::{Reader, StoreError};
use jiff::civil::Date;
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
    /// Why it is let pass; null when it is not, or no more.
    waived: Option<WaiverTold>,
}

/// Why a warning is let pass, and until when.
#[derive(Serialize, ToSchema)]
#[schema(as = Waiver)]
pub struct WaiverTold {
    reason: String,
    /// Login of who said it.
    by: String,
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// The last day it holds.
    #[schema(value_type = String, format = Date)]
    until: Date,
}

impl From<&Waiver> for WaiverTold {
    fn from(waiver: &Waiver) -> Self {
        let Waiver { reason, by, on, .. } = waiver;
        Self { reason: reason.clone(), by: by.clone(), on: *on, until: waiver.until() }
    }
}

/// Why a version was published with what the linter says of it.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicationReason)]
pub struct ReasonTold {
    reason: String,
    /// Name of who said it.
    by: String,
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// The warnings it was given for, by rule and place.
    findings: Vec<String>,
}

impl ReasonTold {
    /// Why a version was published, when somebody said so.
    ///
    /// # Errors
    /// Of the database.
    pub async fn of(
        reader: &mut Reader,
        record: &DesignRecord,
        version: i64,
    ) -> Result<Option<Self>, StoreError> {
        let Some(published) = record.reason_of(version) else { return Ok(None) };
        let Published { reason, by, on, findings, .. } = published.clone();
        Ok(Some(Self { reason, by: reader.called(&by).await?, on, findings }))
    }
}

/// What was said of a design, and the day on which it is read.
#[derive(Clone, Copy)]
pub struct Let<'a> {
    /// By whom what is let pass.
    pub record: &'a DesignRecord,
    /// The day.
    pub on: Date,
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
pub fn design(process: &Process, said: Let<'_>, lang: Lang) -> DesignTold {
    let words = Catalogue::of(lang);
    let not_judged = UNJUDGED.map(|(rule, why)| NotJudged {
        rule: rule.code,
        name: words.plain(rule.name),
        why: words.plain(why),
    });
    let findings = process.lint(lang).into_iter().map(|finding| told(finding, said, words)).collect();
    DesignTold { findings, not_judged: not_judged.into() }
}

fn told(finding: Finding, said: Let<'_>, words: &Catalogue) -> FindingTold {
    let waived = said.record.waiver(&finding, said.on).map(WaiverTold::from);
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
        waived,
    }
}

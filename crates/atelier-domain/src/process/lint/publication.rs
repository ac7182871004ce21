//! Publishing a process whose design was read again: errors keep it back, warnings ask for a reason or a waiver.
//!
//! Source: design note, "Behaviour" of the design-linter.

use super::{Finding, Process, Severity};
use crate::language::{Lang, Refusal, Refusals};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Days that a waiver lasts, the day it was said not counted.
const WAIVER_DAYS: i64 = 90;
/// Most characters of a reason.
const REASON: usize = 500;

/// What was said of the design of a process: why its versions were published with warnings, and what is let pass for a
/// while. One for each process; each change of it is said anew, whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DesignRecord {
    /// Versions published with a reason, oldest first.
    pub published: Vec<Published>,
    /// Findings let pass, each once; those that have lapsed are kept until they are said again.
    pub waivers: Vec<Waiver>,
}

/// A version, and why it was published as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Of the process.
    pub version: i64,
    /// In words.
    pub reason: String,
    /// Login of who said it.
    pub by: String,
    /// The day.
    pub on: Date,
    /// The warnings it was given for: rule, then place.
    pub findings: Vec<String>,
}

/// A warning that somebody lets pass (*dérogation*), with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// `LNT-21`.
    pub rule: String,
    /// Code of the step it is about; `None`: the whole process.
    pub step: Option<String>,
    /// Code of the operation.
    pub operation: Option<String>,
    /// Why.
    pub reason: String,
    /// Login of who said it.
    pub by: String,
    /// The day.
    pub on: Date,
}

impl Waiver {
    /// The last day it holds.
    pub fn until(&self) -> Date {
        self.on.saturating_add(WAIVER_DAYS.days())
    }

    fn is_about(&self, finding: &Finding) -> bool {
        finding.severity == Severity::Warning
            && self.rule == finding.rule.code
            && self.step == finding.step
            && self.operation == finding.operation
    }
}

/// Who says something of a design, and when.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// Login.
    pub by: &'a str,
    /// The day.
    pub on: Date,
}

impl Finding {
    /// Where it is: codes of the step and of the operation; empty for the whole process.
    pub fn place(&self) -> String {
        [self.step.as_deref(), self.operation.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("/")
    }

    fn told(&self) -> String {
        [self.rule.code, self.place().as_str()].join(" ").trim_end().to_owned()
    }
}

impl DesignRecord {
    /// The waiver that lets a finding pass on a day.
    pub fn waiver(&self, finding: &Finding, on: Date) -> Option<&Waiver> {
        self.waivers.iter().find(|one| one.is_about(finding) && on <= one.until())
    }

    /// Why a version was published, when somebody said so.
    pub fn reason_of(&self, version: i64) -> Option<&Published> {
        self.published.iter().rfind(|one| one.version == version)
    }

    /// Publishes a version, with a reason when one is asked for; nothing is kept of a version without a reason.
    ///
    /// # Errors
    /// `process/design-errors` and each error at its place; `process/reason-wanted` for warnings that nobody lets pass;
    /// `process/reason-length`.
    pub fn publish(
        &mut self,
        process: &Process,
        version: i64,
        reason: &str,
        said: Said<'_>,
        lang: Lang,
    ) -> Result<(), Refusals> {
        let found = process.lint(lang);
        let (grave, light): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|finding| finding.severity == Severity::Error);
        let open: Vec<_> =
            light.iter().filter(|one| self.waiver(one, said.on).is_none()).map(Finding::told).collect();
        let mut refused = Refusals::default();
        if !grave.is_empty() {
            refused.push(Refusal::new("process/design-errors").with("count", grave.len()));
            refused.0.extend(grave.into_iter().map(|one| {
                let place = one.place();
                one.said.field(&place)
            }));
        }
        let reason = reason.trim();
        if reason.is_empty() && !open.is_empty() {
            let wanted = Refusal::new("process/reason-wanted").field("reason").with("count", open.len());
            refused.push(wanted.with("findings", open.join(", ")));
        }
        refused.0.extend(too_long(reason));
        refused.or(())?;
        if !reason.is_empty() {
            let (by, on) = (said.by.to_owned(), said.on);
            self.published.push(Published { version, reason: reason.to_owned(), by, on, findings: open });
        }
        Ok(())
    }

    /// Lets one warning of a process pass for a while; said again, the days begin anew.
    ///
    /// # Errors
    /// `process/no-such-finding` for what the linter does not warn of; `process/error-not-waived`;
    /// `process/waiver-reason`, `process/reason-length`; all together.
    pub fn waive(
        &mut self,
        process: &Process,
        (rule, step, operation): (&str, Option<&str>, Option<&str>),
        reason: &str,
        said: Said<'_>,
    ) -> Result<Waiver, Refusals> {
        let found = process.lint(Lang::default());
        let is_meant = |one: &&Finding| {
            one.rule.code == rule && one.step.as_deref() == step && one.operation.as_deref() == operation
        };
        let place = [step, operation].into_iter().flatten().collect::<Vec<_>>().join("/");
        let about = |code| Refusal::new(code).field("rule").with("rule", rule).with("place", place.as_str());
        let mut refused = Refusals::default();
        match found.iter().filter(is_meant).map(|one| one.severity).max() {
            None => refused.push(about("process/no-such-finding")),
            Some(Severity::Error) => refused.push(about("process/error-not-waived")),
            Some(Severity::Warning) => {}
        }
        let reason = reason.trim();
        if reason.is_empty() {
            refused.push(Refusal::new("process/waiver-reason").field("reason"));
        }
        refused.0.extend(too_long(reason));
        let [step, operation] = [step, operation].map(|code| code.map(str::to_owned));
        let (rule, reason, by, on) = (rule.to_owned(), reason.to_owned(), said.by.to_owned(), said.on);
        let waiver = refused.or(Waiver { rule, step, operation, reason, by, on })?;
        self.take_back(&waiver.rule, waiver.step.as_deref(), waiver.operation.as_deref());
        self.waivers.push(waiver.clone());
        Ok(waiver)
    }

    /// Takes a waiver back; whether there was one.
    pub fn take_back(&mut self, rule: &str, step: Option<&str>, operation: Option<&str>) -> bool {
        let before = self.waivers.len();
        self.waivers.retain(|one| {
            one.rule != rule || one.step.as_deref() != step || one.operation.as_deref() != operation
        });
        self.waivers.len() < before
    }
}

fn too_long(reason: &str) -> Option<Refusal> {
    let refusal = || Refusal::new("process/reason-length").field("reason").with("most", REASON);
    (reason.chars().count() > REASON).then(refusal)
}

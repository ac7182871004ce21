//! The design-linter: what in a process, as it is written, is known to fail (*relecture de conception*).
//!
//! Pure, and about the design alone: never about people, never about what happened. Each rule has its number in the
//! series of the twelve design errors or of what the seven levels ask. Faults that a file is refused for (a yield out
//! of range, a cycle, an operation without time) are not said twice.

mod lexicon;
mod publication;
mod steps;
mod talks;
mod whole;

pub use publication::{DesignRecord, Published, Said, Waiver};

use super::{Operation, Process, Step};
use crate::language::{Lang, Refusal};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The structure cannot serve as it is.
    Error,
    /// A design error, to be mended or justified.
    Warning,
}

impl Severity {
    /// Code, as machines read it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A rule of the linter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `LNT-05`.
    pub code: &'static str,
    /// The message that names it, in the catalogues.
    pub name: &'static str,
}

/// Something seen in the design of a process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was broken.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// Code of the step it is about; `None`: the whole process.
    pub step: Option<String>,
    /// Code of the operation it is about, of that step.
    pub operation: Option<String>,
    /// What is the matter, why it matters, what to do.
    pub said: Refusal,
}

impl Finding {
    fn new(rule: Rule, severity: Severity, said: Refusal) -> Self {
        Self { rule, severity, step: None, operation: None, said }
    }

    fn warn(rule: Rule, said: Refusal) -> Self {
        Self::new(rule, Severity::Warning, said)
    }

    fn of(mut self, step: &Step) -> Self {
        self.step = Some(step.code.clone());
        self
    }

    fn at(mut self, step: &Step, operation: &Operation) -> Self {
        self.operation = Some(operation.code.clone());
        self.of(step)
    }
}

/// Rules of the twelve that ask for what a process does not hold: they are not judged, and this is said.
pub const UNJUDGED: [(Rule, &str); 2] = [
    (Rule { code: "LNT-03", name: "process-rule-control-first" }, "process-unjudged-control-first"),
    (Rule { code: "LNT-10", name: "process-rule-adoption" }, "process-unjudged-adoption"),
];

impl Process {
    /// Everything the linter finds, by rule then in the order of the process. Names are those that a reader of `lang`
    /// is shown.
    pub fn lint(&self, lang: Lang) -> Vec<Finding> {
        let mut found = steps::findings(self, lang);
        found.extend(talks::findings(self, lang));
        found.extend(whole::findings(self, lang));
        found.sort_by_key(|finding| finding.rule.code);
        found
    }
}

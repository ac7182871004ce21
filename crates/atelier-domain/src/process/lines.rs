//! Strategic lines (*lignes stratégiques*), and what is tied to none.

use super::{Bilingual, Objective, Process};
use crate::language::Period;
use std::collections::BTreeMap;

/// A choice of the company that processes serve.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrategicLine {
    /// Unique in the company.
    pub code: String,
    /// Shown name; `None`: only named by its code.
    pub name: Option<Bilingual>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Over which days.
    pub period: Option<Period>,
}

impl StrategicLine {
    /// What it still lacks: `name`, `owner`, `period`. Whatever lacks one is a draft (*brouillon*).
    pub fn missing(&self) -> Vec<&'static str> {
        let said = [
            ("name", self.name.is_some()),
            ("owner", self.owner.is_some()),
            ("period", self.period.is_some()),
        ];
        said.into_iter().filter(|(_, is_said)| !is_said).map(|(what, _)| what).collect()
    }

    fn fill(&mut self, other: &Self) {
        self.name = self.name.take().or_else(|| other.name.clone());
        self.owner = self.owner.take().or_else(|| other.owner.clone());
        self.period = self.period.or(other.period);
    }
}

/// The lines of a company by code: those that a sheet describes, and those that a process or an objective
/// only names. What several sheets say of one line is read in the order given, the first word holding.
pub fn strategic_lines(processes: &[Process]) -> BTreeMap<String, StrategicLine> {
    let mut lines: BTreeMap<String, StrategicLine> = BTreeMap::new();
    for process in processes {
        let named = process.objectives.iter().filter_map(|one| one.line.as_ref()).chain(&process.line);
        for code in named.chain(process.lines.iter().map(|line| &line.code)) {
            lines.entry(code.clone()).or_default().code.clone_from(code);
        }
        for line in &process.lines {
            lines.entry(line.code.clone()).or_default().fill(line);
        }
    }
    lines
}

impl Process {
    /// Code of the strategic line that an objective of this process serves: its own, else that of the process.
    pub fn line_of<'a>(&'a self, objective: &'a Objective) -> Option<&'a str> {
        objective.line.as_deref().or(self.line.as_deref())
    }
}

/// What is tied to nothing, both ways. The objectives of a process follow its line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Orphans {
    /// Codes of processes that serve no line, or a line that does not exist; in the order given.
    pub processes: Vec<String>,
    /// Codes of objectives of those processes, in the order given.
    pub objectives: Vec<String>,
    /// Codes of lines that no process serves, in the order given.
    pub lines: Vec<String>,
}

/// Processes and objectives without a strategic line, and lines without a process.
pub fn orphans(processes: &[Process], lines: &[StrategicLine]) -> Orphans {
    let serves = |process: &Process, line: &StrategicLine| process.line.as_ref() == Some(&line.code);
    let alone: Vec<_> =
        processes.iter().filter(|process| !lines.iter().any(|line| serves(process, line))).collect();
    let unserved = lines.iter().filter(|line| !processes.iter().any(|process| serves(process, line)));
    Orphans {
        processes: alone.iter().map(|process| process.code.clone()).collect(),
        objectives: alone.iter().flat_map(|process| &process.objectives).map(|it| it.code.clone()).collect(),
        lines: unserved.map(|line| line.code.clone()).collect(),
    }
}

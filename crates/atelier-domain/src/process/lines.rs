//! Strategic lines (*lignes stratégiques*), and what is tied to none.

use super::{Bilingual, Objective, Process};

/// A choice of the company that processes serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrategicLine {
    /// Unique in the company.
    pub code: String,
    /// Shown name.
    pub name: Bilingual,
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

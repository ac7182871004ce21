//! How far a process is filled, and what is missing before it is launched.

use super::{Level, Process, Workshop};
use crate::language::{Refusal, Refusals};

/// How far a level is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// Nothing in it; an empty list counts as nothing.
    Empty,
    /// Some of it: operations of level 4 that say how they are done, `filled` out of `total`.
    Partly {
        /// Items that are filled.
        filled: usize,
        /// Items there are.
        total: usize,
    },
    /// All of it.
    Full,
}

impl Filled {
    fn of(filled: usize, total: usize) -> Self {
        match filled {
            0 => Self::Empty,
            some if some < total => Self::Partly { filled, total },
            _ => Self::Full,
        }
    }
}

/// The levels in the order in which they can be filled: dates need people, figures need both.
const BATTLE_ORDER: [Level; 7] = [
    Level::Objective,
    Level::Target,
    Level::Bill,
    Level::OperatingMode,
    Level::Resources,
    Level::Planning,
    Level::Indicators,
];

impl Level {
    /// The message that names it, in the catalogues.
    pub fn message(self) -> &'static str {
        match self {
            Self::Objective => "process-level-objective",
            Self::Target => "process-level-target",
            Self::Bill => "process-level-bill",
            Self::OperatingMode => "process-level-operating-mode",
            Self::Planning => "process-level-planning",
            Self::Indicators => "process-level-indicators",
            Self::Resources => "process-level-resources",
        }
    }
}

impl Process {
    /// The seven levels in their order, with how far each is filled. Source: GPAC, the seven levels.
    pub fn levels(&self) -> [(Level, Filled); 7] {
        [
            Level::Objective,
            Level::Target,
            Level::Bill,
            Level::OperatingMode,
            Level::Planning,
            Level::Indicators,
            Level::Resources,
        ]
        .map(|level| (level, self.filled(level)))
    }

    /// Whether the process can be launched.
    ///
    /// # Errors
    /// One refusal for each empty level, in the order of the levels.
    pub fn launch(&self) -> Result<(), Refusals> {
        let empty = self.levels().into_iter().filter(|(_, filled)| *filled == Filled::Empty);
        let refusal = |(level, _)| empty_level(level).with("process", self.code.as_str());
        Refusals(empty.map(refusal).collect()).or(())
    }

    fn filled(&self, level: Level) -> Filled {
        let operations = || self.steps.iter().flat_map(|step| &step.operations);
        match level {
            Level::Objective => whole(self.objectives.len()),
            Level::Target => whole(self.target.iter().filter(|segment| !segment.values.is_empty()).count()),
            Level::Bill => whole(operations().count()),
            Level::OperatingMode => {
                let told = operations().filter(|operation| operation.is_told()).count();
                Filled::of(told, operations().count())
            }
            Level::Planning => whole(usize::from(self.planning.is_some())),
            Level::Indicators => whole(self.indicators.len()),
            Level::Resources => whole(self.kinds.len()),
        }
    }
}

impl super::Operation {
    /// Whether it says how it is done: a playbook or a checklist; automated work needs neither.
    pub(super) fn is_told(&self) -> bool {
        self.automated || !self.playbook.fr.is_empty() || !self.checklist.is_empty()
    }
}

fn whole(count: usize) -> Filled {
    Filled::of(count, count)
}

fn empty_level(level: Level) -> Refusal {
    Refusal::new(match level {
        Level::Objective => "process/objective-empty",
        Level::Target => "process/target-empty",
        Level::Bill => "process/bill-empty",
        Level::OperatingMode => "process/operating-mode-empty",
        Level::Planning => "process/planning-empty",
        Level::Indicators => "process/indicators-empty",
        Level::Resources => "process/resources-empty",
    })
}

/// Battle order (*mise en ordre de bataille*): what is missing before a function is launched, in the
/// order in which to do it. Empty: ready.
///
/// For each process of the function: its empty levels, a strategic line, then people of each kind it
/// needs in the workshop, with a calendar.
pub fn battle_order(function: &str, processes: &[Process], workshop: &Workshop) -> Vec<Refusal> {
    let serving: Vec<_> = processes.iter().filter(|process| process.function == function).collect();
    if serving.is_empty() {
        return vec![Refusal::new("process/function-without-process").with("function", function)];
    }
    serving.into_iter().flat_map(|process| missing(process, workshop)).collect()
}

fn missing(process: &Process, workshop: &Workshop) -> Vec<Refusal> {
    let mut missing = Vec::new();
    if process.line.is_none() {
        missing.push(Refusal::new("process/process-without-line"));
    }
    for level in BATTLE_ORDER {
        if process.filled(level) == Filled::Empty {
            missing.push(empty_level(level));
        }
        if level == Level::Resources {
            missing.extend(process.kinds.iter().filter_map(|kind| unmanned(kind, workshop)));
        }
    }
    missing.into_iter().map(|refusal| refusal.with("process", process.code.as_str())).collect()
}

/// A kind that nobody with a calendar belongs to.
fn unmanned(kind: &str, workshop: &Workshop) -> Option<Refusal> {
    let mut people = workshop.resources.iter().filter(|person| person.kind == kind);
    let manned = people.any(|person| person.calendar.is_some());
    (!manned).then(|| Refusal::new("process/kind-without-people").with("kind", kind))
}

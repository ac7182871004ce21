//! What can be wrong with a project file, and where.

use std::fmt;

/// A fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// From one.
    pub line: u32,
    /// From one, in characters.
    pub column: u32,
    /// What is wrong there.
    pub what: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The file ends before this was read.
    Cut {
        /// What was expected.
        expected: &'static str,
    },
    /// A word that is no whole number.
    NotANumber {
        /// The word, cut to forty characters.
        found: String,
        /// What was expected.
        expected: &'static str,
    },
    /// A number below zero.
    Negative {
        /// The number.
        given: i64,
        /// What it was read as.
        expected: &'static str,
    },
    /// A number above what is accepted.
    TooLarge {
        /// The number.
        given: i64,
        /// The most accepted.
        most: i64,
        /// What it was read as.
        expected: &'static str,
    },
    /// A successor that is no activity of the file.
    UnknownSuccessor {
        /// The number given.
        given: i64,
        /// Activities of the file.
        activities: usize,
    },
    /// Activities that wait for each other.
    Circle {
        /// Their numbers from one, in the order of the arcs.
        through: Vec<usize>,
    },
    /// No mode of the activity fits the renewable capacity of a resource.
    AboveCapacity {
        /// Number of the activity, from one.
        activity: usize,
        /// Number of the resource, from one.
        resource: usize,
        /// Units it takes at least.
        need: u32,
        /// Units there are.
        capacity: u32,
    },
    /// No mode of the activity fits all renewable capacities together.
    NoModeFits {
        /// Number of the activity, from one.
        activity: usize,
    },
    /// The durations add up to more periods than are accepted.
    TooLong {
        /// Periods, each activity in its longest mode.
        periods: i64,
        /// The most accepted.
        most: i64,
    },
    /// Words after the end.
    Extra {
        /// The first of them.
        found: String,
    },
    /// A row that is not the one expected.
    OutOfOrder {
        /// The number given.
        given: i64,
        /// The number that should stand there.
        expected: i64,
    },
    /// A row with another count of numbers than its section asks for.
    RowLength {
        /// Numbers of the row.
        found: usize,
        /// Numbers expected.
        expected: usize,
    },
    /// A section is missing.
    NoSection {
        /// Its title.
        title: &'static str,
    },
    /// Something the format allows and this reader does not.
    Unsupported {
        /// What it is.
        what: &'static str,
    },
    /// More faults were found than are listed.
    More,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.line, self.column, self.what)
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut { expected } => write!(out, "the file ends where {expected} was expected"),
            Self::NotANumber { found, expected } => {
                write!(out, "“{found}” is no whole number; {expected} was expected")
            }
            Self::Negative { given, expected } => write!(out, "{expected} is negative: {given}"),
            Self::TooLarge { given, most, expected } => {
                write!(out, "{expected} is too large: {given}, at most {most}")
            }
            Self::UnknownSuccessor { given, activities } => {
                write!(out, "successor {given} is no activity: they go from 1 to {activities}")
            }
            Self::Circle { through } => {
                write!(out, "activities wait for each other:")?;
                through.iter().chain(through.first()).try_for_each(|one| write!(out, " {one}"))
            }
            Self::AboveCapacity { activity, resource, need, capacity } => {
                write!(out, "activity {activity} takes {need} of resource {resource}, which has {capacity}")
            }
            Self::NoModeFits { activity } => {
                write!(out, "no mode of activity {activity} fits all renewable capacities")
            }
            Self::TooLong { periods, most } => {
                write!(out, "durations add up to {periods} periods, at most {most}")
            }
            Self::Extra { found } => write!(out, "“{found}” stands after the end of the project"),
            Self::OutOfOrder { given, expected } => {
                write!(out, "row {given} stands where row {expected} was expected")
            }
            Self::RowLength { found, expected } => {
                write!(out, "{found} numbers in a row of {expected}")
            }
            Self::NoSection { title } => write!(out, "section “{title}” is missing"),
            Self::Unsupported { what } => write!(out, "{what} are not supported"),
            Self::More => write!(out, "and more faults from here on"),
        }
    }
}

/// Most faults listed of one file.
const MOST_LISTED: usize = 1_000;

/// Faults found so far.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, (line, column): (u32, u32), what: Wrong) {
        if self.0.len() < MOST_LISTED {
            self.0.push(Fault { line, column, what });
        } else if self.0.len() == MOST_LISTED {
            self.0.push(Fault { line, column, what: Wrong::More });
        }
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn none(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn sorted(mut self) -> Vec<Fault> {
        self.0.sort_by_key(|fault| (fault.line, fault.column));
        self.0
    }
}

//! Stays of cases in steps: from the stage history, or what the dates of the case allow.

use super::importer::ended;
use super::mapping::{Kind, Mapping};
use crate::execution::{Case, Passage, Standing};
use crate::language::CaseId;
use jiff::civil::Date;

struct Stay<'m> {
    case: CaseId,
    entered: Date,
    row: u32,
    left: Option<Date>,
    step: Option<&'m str>,
}

/// Collects stays until each can be given its end.
pub(super) struct Stays<'m> {
    mapping: &'m Mapping,
    history: bool,
    met: Vec<Stay<'m>>,
}

impl<'m> Stays<'m> {
    pub fn new(mapping: &'m Mapping) -> Self {
        Self { mapping, history: mapping.table(Kind::Passages).is_some(), met: Vec::new() }
    }

    /// Whether the source has a stage history.
    pub fn has_history(&self) -> bool {
        self.history
    }

    pub fn add(&mut self, case: CaseId, step: Option<&'m str>, entered: Date, left: Option<Date>, row: u32) {
        self.met.push(Stay { case, entered, row, left, step });
    }

    /// Gives the stays in order of case and day; one without an end leaves when the next is entered.
    /// A stage without a step (such as lost) ends the stay before it and gives none.
    pub fn finish(&mut self, mut out: impl FnMut(Passage)) {
        let mut stays = std::mem::take(&mut self.met);
        stays.sort_by_key(|stay| (stay.case, stay.entered, stay.row));
        for (index, stay) in stays.iter().enumerate() {
            let next = stays.get(index + 1).filter(|next| next.case == stay.case).map(|next| next.entered);
            if let Some(step) = stay.step {
                let left_on = stay.left.or(next);
                out(Passage { case: stay.case, step: step.to_owned(), entered_on: stay.entered, left_on });
            }
        }
    }

    /// What the dates of a case allow: the stay that its engagement opens and its closing ends, when
    /// the mapping names that step, and the entry of a won case into its last step.
    pub fn dated(&self, case: &Case, mut out: impl FnMut(Passage)) {
        let closed = case.closed_on.filter(|_| ended(case.standing));
        if let (Some(step), Some(entered_on)) = (&self.mapping.engaged_step, case.engaged_on)
            && closed.is_some() == ended(case.standing)
        {
            out(Passage { case: case.id, step: step.clone(), entered_on, left_on: closed });
        }
        if let (Some(step), Some(entered_on), Standing::Won) = (&case.step, closed, case.standing) {
            out(Passage { case: case.id, step: step.clone(), entered_on, left_on: None });
        }
    }
}

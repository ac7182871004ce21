//! Room to manoeuvre (*marge de manœuvre*): how many operations bind, advise, or leave free.

use super::{Bilingual, Process, Strength};
use crate::language::{Args, Catalogue};
use serde::Serialize;

/// Operations of a process by strength.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Leeway {
    /// That must be done as written.
    pub mandatory: usize,
    /// That may be done otherwise.
    pub recommended: usize,
    /// That need not be done.
    pub free: usize,
}

impl Process {
    /// Its operations by strength; what nobody does leaves nobody any room and is not counted.
    pub fn leeway(&self) -> Leeway {
        let mut leeway = Leeway::default();
        let operations = self.steps.iter().flat_map(|step| &step.operations);
        for operation in operations.filter(|operation| !operation.automated) {
            *match operation.strength {
                Strength::Mandatory(_) => &mut leeway.mandatory,
                Strength::Recommended => &mut leeway.recommended,
                Strength::Free => &mut leeway.free,
            } += 1;
        }
        leeway
    }
}

impl Leeway {
    /// Counts in parts of all: "2 opérations obligatoires (18 %), 6 recommandées (55 %), 3 libres (27 %)".
    pub fn sentence(self, words: &Catalogue) -> String {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let all = count(self.mandatory + self.recommended + self.free);
        let mut args = Args::new();
        for (name, part) in
            [("mandatory", self.mandatory), ("recommended", self.recommended), ("free", self.free)]
        {
            args.count(name, count(part));
            args.set(&format!("{name}_share"), words.show().percent(count(part), all, 0));
        }
        words.text("process-leeway", &args)
    }
}

impl Strength {
    /// Code, as in the file.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Mandatory(_) => "mandatory",
            Self::Recommended => "recommended",
            Self::Free => "free",
        }
    }

    /// Why it binds, when it does.
    pub fn reason(&self) -> Option<&Bilingual> {
        match self {
            Self::Mandatory(reason) => Some(reason),
            _ => None,
        }
    }
}

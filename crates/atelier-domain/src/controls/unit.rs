//! Units of the organisation (*unités*), each with somebody named to run it.

use super::{Role, Standing, User, UserId};
use crate::language::{Refusal, Refusals};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A unit; its code is the name of the team that its people have in the workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Unique in the company.
    pub code: String,
    /// The unit it belongs to.
    pub parent: Option<String>,
    /// The operational sales director of the unit.
    pub supervisor: Option<UserId>,
    /// Who stands in.
    pub deputy: Option<UserId>,
}

impl Unit {
    /// The unit, when it fits those `known` and names users that `exists` knows; its texts trimmed.
    ///
    /// # Errors
    /// All together: `controls/no-unit-name`, `controls/unknown-unit` for the one above,
    /// `controls/unit-circle`, `controls/unknown-user`.
    pub fn checked(mut self, known: &[Self], exists: impl Fn(UserId) -> bool) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        self.code = self.code.trim().into();
        self.parent = self.parent.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        if self.code.is_empty() || self.code.chars().count() > 80 {
            refused.push(Refusal::new("controls/no-unit-name").field("code"));
        }
        if let Some(parent) = &self.parent {
            let above = |code| Refusal::new(code).field("parent");
            if below(known, &[&self.code]).contains(parent) {
                refused.push(above("controls/unit-circle").with("given", self.code.as_str()));
            } else if !known.iter().any(|one| one.code == *parent) {
                refused.push(above("controls/unknown-unit").with("given", parent.as_str()));
            }
        }
        for (field, person) in [("supervisor", self.supervisor), ("deputy", self.deputy)] {
            if let Some(id) = person.filter(|id| !exists(*id)) {
                refused
                    .push(Refusal::new("controls/unknown-user").field(field).with("given", id.to_string()));
            }
        }
        refused.or(self)
    }
}

/// A unit that nobody runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// The unit.
    pub unit: String,
    /// Who is told: the nearest unit above that somebody runs, when there is one.
    pub told: Option<String>,
}

/// The codes of `roots` and of every unit below them.
pub fn below(units: &[Unit], roots: &[&str]) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = roots.iter().map(|code| (*code).to_owned()).collect();
    loop {
        let more: Vec<&Unit> = units
            .iter()
            .filter(|unit| unit.parent.as_ref().is_some_and(|parent| found.contains(parent)))
            .filter(|unit| !found.contains(&unit.code))
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more.into_iter().map(|unit| unit.code.clone()));
    }
}

/// Whether a user is told that somebody's week is too full: who is concerned, by the code of their person, and the
/// managers of their team, or of a unit above it. Source: row LEG-07, weekly overload notice.
pub fn hears_of_overload(user: &User, units: &[Unit], (person, team): (&str, &str)) -> bool {
    let is_theirs = user.person.as_deref() == Some(person);
    let runs = |unit: &str| !team.is_empty() && below(units, &[unit]).contains(team);
    let manages = user.roles.contains(&Role::Manager) && user.unit.as_deref().is_some_and(runs);
    user.standing == Standing::Active && (is_theirs || manages)
}

/// The units without an active supervisor or deputy, in the order given.
/// Source: row CTL-09, "each unit has a named operational sales director or deputy".
pub fn vacancies(units: &[Unit], is_active: impl Fn(UserId) -> bool) -> Vec<Vacancy> {
    let runs = |unit: &Unit| [unit.supervisor, unit.deputy].into_iter().flatten().any(&is_active);
    let above = |unit: &Unit| {
        let mut at = unit.parent.as_deref();
        // As many steps as there are units: a chart that turns in a circle ends too.
        for _ in units {
            let parent = units.iter().find(|one| Some(one.code.as_str()) == at)?;
            if runs(parent) {
                return Some(parent.code.clone());
            }
            at = parent.parent.as_deref();
        }
        None
    };
    units
        .iter()
        .filter(|unit| !runs(unit))
        .map(|unit| Vacancy { unit: unit.code.clone(), told: above(unit) })
        .collect()
}

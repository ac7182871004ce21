//! Scenarios kept from what was tried: written into their file after the others, or taken out of it again.

use super::Lever;
use super::scenario::{Change, OperationChange, Scenario};
use super::scenario_apply::kinds_of;
use crate::language::{Minutes, Refusal, Refusals};
use crate::process::write::{decimal, quoted};
use crate::process::{Bilingual, Process};
use toml_edit::{DocumentMut, Item, Table};

/// Most characters of a name and of a reason.
const NAME: usize = 80;
const REASON: usize = 500;

/// What somebody wants to keep of what was tried.
#[derive(Clone, Debug)]
pub struct Kept<'a> {
    /// As it is to be called.
    pub name: &'a str,
    /// Why it is kept.
    pub reason: &'a str,
    /// Levers pulled together.
    pub levers: &'a [Lever],
}

impl Scenario {
    /// Whether it is to be compared on a process: it was tried there, or names none.
    pub fn is_of(&self, process: &str) -> bool {
        self.process.as_deref().is_none_or(|code| code == process)
    }

    /// Levers pulled on a process as a scenario, under a code that none of `before` has.
    ///
    /// Volume is no change of the process nor of its people: it is the objective that changes.
    ///
    /// # Errors
    /// All together: `planning/scenario-name`, `planning/scenario-reason`, `planning/scenario-volume`, those of the levers.
    pub fn kept(process: &Process, before: &[Self], asked: &Kept<'_>) -> Result<Self, Refusals> {
        let mut refusals = Refusals::default();
        let (name, reason) = (asked.name.trim(), asked.reason.trim());
        if !(1..=NAME).contains(&name.chars().count()) {
            refusals.push(Refusal::new("planning/scenario-name").field("name").with("most", NAME));
        }
        if !(1..=REASON).contains(&reason.chars().count()) {
            refusals.push(Refusal::new("planning/scenario-reason").field("reason").with("most", REASON));
        }
        let mut changes = Vec::new();
        for (at, lever) in asked.levers.iter().enumerate() {
            let field = format!("levers[{at}]");
            match lever.changes(process).and_then(|found| known(process, found)) {
                _ if matches!(lever, Lever::Volume { .. }) => {
                    refusals.push(Refusal::new("planning/scenario-volume").field(&field));
                }
                Ok(found) => changes.extend(found.into_iter().map(Into::into)),
                Err(refusal) => refusals.push(refusal.field(&field)),
            }
        }
        let bilingual = Bilingual { fr: name.to_owned(), en: String::new() };
        let (process, reason) = (Some(process.code.clone()), reason.to_owned());
        refusals.or(Self { code: free_code(before), name: bilingual, process, reason, changes })
    }

    /// The text of a file of scenarios with this one after the others.
    pub fn after(&self, text: &str) -> String {
        let mut lines = vec!["[[scenario]]".to_owned(), format!("code = {}", quoted(&self.code))];
        lines.push(format!("name.fr = {}", quoted(&self.name.fr)));
        if !self.name.en.is_empty() {
            lines.push(format!("name.en = {}", quoted(&self.name.en)));
        }
        lines.extend(self.process.iter().map(|code| format!("process = {}", quoted(code))));
        if !self.reason.is_empty() {
            lines.push(format!("reason = {}", quoted(&self.reason)));
        }
        for placed in &self.changes {
            lines.push("[[scenario.change]]".to_owned());
            lines.extend(written(&placed.change));
        }
        let before = text.trim_end();
        let gap = if before.is_empty() { "" } else { "\n\n" };
        format!("{before}{gap}{}\n", lines.join("\n"))
    }

    /// The text of a file of scenarios without the one of this code, comments of the others kept.
    ///
    /// # Errors
    /// `planning/unknown-scenario`.
    pub fn without(text: &str, code: &str) -> Result<String, Refusal> {
        let unknown = || Refusal::new("planning/unknown-scenario").with("given", code);
        let mut file: DocumentMut = text.parse().map_err(|_| unknown())?;
        let scenarios =
            file.get_mut("scenario").and_then(Item::as_array_of_tables_mut).ok_or_else(unknown)?;
        let is_it = |table: &Table| table.get("code").and_then(Item::as_str) == Some(code);
        let at = scenarios.iter().position(is_it).ok_or_else(unknown)?;
        // What stands right above a scenario goes with it; what an empty line parts from it stays.
        let above = prefix(scenarios.get(at)).to_owned();
        let stays = above.rfind("\n\n").map_or("", |end| &above[..=end]);
        scenarios.remove(at);
        match scenarios.get_mut(at) {
            Some(next) => {
                let own = format!("{stays}{}", prefix(Some(next)));
                next.decor_mut().set_prefix(own);
            }
            None => file.set_trailing(format!("{stays}{}", file.trailing().as_str().unwrap_or_default())),
        }
        let kept = file.to_string();
        Ok(if kept.trim().is_empty() { String::new() } else { format!("{}\n", kept.trim()) })
    }
}

/// What stands above a table.
fn prefix(table: Option<&Table>) -> &str {
    table.and_then(|one| one.decor().prefix()?.as_str()).unwrap_or_default()
}

/// The changes, when the process has what they name.
fn known(process: &Process, changes: Vec<Change>) -> Result<Vec<Change>, Refusal> {
    let operations = || process.steps.iter().flat_map(|step| &step.operations);
    for change in &changes {
        let (code, given, there) = match change {
            Change::Operation(code, _) => {
                ("planning/scenario-unknown-operation", code, operations().any(|one| one.code == *code))
            }
            Change::Capacity { kind, .. } => {
                ("planning/scenario-unknown-kind", kind, kinds_of(process).any(|one| one == kind))
            }
            Change::Step { .. } => continue,
        };
        if !there {
            return Err(Refusal::new(code).with("code", given.as_str()).with("scenario", "–"));
        }
    }
    Ok(changes)
}

/// `K1`, `K2` and so on.
fn free_code(before: &[Scenario]) -> String {
    let mut codes = (1..).map(|number| format!("K{number}"));
    codes.find(|code| before.iter().all(|one| one.code != *code)).unwrap_or_default()
}

/// The lines of a change, as the reader takes them.
fn written(change: &Change) -> Vec<String> {
    match change {
        Change::Step { code, yields, lead_days } => {
            let mut lines = vec![format!("step = {}", quoted(code))];
            lines.extend(yields.map(|one| format!("yield = {}", decimal(one.millionths(), 6))));
            lines.extend(lead_days.map(|days| format!("lead_days = {days}")));
            lines
        }
        Change::Operation(code, what) => {
            let mut lines = vec![format!("operation = {}", quoted(code))];
            lines.extend(of_operation(what));
            lines
        }
        Change::Capacity { kind, people, minutes_per_week, from, to } => {
            let mut lines = vec![format!("kind = {}", quoted(kind)), format!("people = {people}")];
            if *minutes_per_week > Minutes(0) {
                lines.push(format!("minutes_per_week = {}", minutes_per_week.0));
            }
            lines.extend(from.map(|week| format!("from = \"{week}\"")));
            lines.extend(to.map(|week| format!("to = \"{week}\"")));
            lines
        }
    }
}

fn of_operation(what: &OperationChange) -> Vec<String> {
    let times = [("prepare_min", what.prepare), ("run_min", what.run), ("travel_min", what.travel)];
    let mut lines: Vec<String> =
        times.iter().filter_map(|(key, minutes)| minutes.map(|one| format!("{key} = {}", one.0))).collect();
    lines.extend(what.automated.map(|yes| format!("automated = {yes}")));
    let percent = |share: crate::language::Share| decimal(u32::from(share.basis_points()), 2);
    lines.extend(what.remote.map(|share| format!("remote_percent = {}", percent(share))));
    if let Some(kinds) = &what.kinds {
        let kinds: Vec<_> = kinds.iter().map(|kind| quoted(kind)).collect();
        lines.push(format!("kinds = [{}]", kinds.join(", ")));
    }
    if let Some((share, kind)) = &what.subcontract {
        lines.push(format!("subcontract_percent = {}", percent(*share)));
        lines.push(format!("subcontract_to = {}", quoted(kind)));
    }
    lines
}

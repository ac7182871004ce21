//! A plan of a folder of people, calendars and actions, judged by the rules that such folders state.

mod instance;
mod rules;

use super::rows::Faults;
use instance::Instance;
use std::path::Path;

/// What is to be said of a plan.
#[derive(Debug)]
pub struct Verdict {
    /// Rules broken, each with its action.
    pub breaches: Vec<String>,
    pub unplanned: u64,
    pub late: u64,
    pub weighted_tardiness: i128,
    pub switches: u64,
    pub objective: i128,
}

impl Verdict {
    /// One line of JSON.
    pub fn figures(&self) -> String {
        format!(
            "{{\"valid\": {}, \"violations\": {}, \"unplanned\": {}, \"late\": {}, \
             \"weighted_tardiness\": {}, \"switches\": {}, \"objective\": {}}}",
            self.breaches.is_empty(),
            self.breaches.len(),
            self.unplanned,
            self.late,
            self.weighted_tardiness,
            self.switches,
            self.objective
        )
    }
}

/// # Errors
/// Every fault of the files, with line and column.
pub fn check(dir: &Path, plan: &Path) -> Result<Verdict, Faults> {
    let mut faults = Faults::default();
    let instance = Instance::read(dir, &mut faults);
    let plan = instance::read_plan(plan, &mut faults);
    match instance {
        Some(instance) if faults.none() => Ok(rules::judge(&instance, &plan)),
        _ => Err(faults),
    }
}

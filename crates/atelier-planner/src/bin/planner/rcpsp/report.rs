//! What is printed: a line per instance, then the summary.

use super::files::{self, Refused};
use atelier_planner::rcpsp::Found;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

/// One instance solved.
#[derive(Debug)]
pub struct Line {
    pub name: String,
    pub found: Found,
    pub best_known: Option<u32>,
    pub time: Duration,
}

impl Line {
    /// Percent above the critical path.
    fn above_path(&self) -> f64 {
        percent_above(self.found.makespan, self.found.critical_path)
    }

    /// Percent above the best known makespan.
    fn above_known(&self) -> Option<f64> {
        self.best_known.map(|known| percent_above(self.found.makespan, known))
    }

    fn row(&self) -> String {
        let found = &self.found;
        let known = self.best_known.map_or_else(|| "-".to_owned(), |known| known.to_string());
        let gap = self.above_known().map_or_else(|| "-".to_owned(), |gap| format!("{gap:.2}"));
        let proven = if found.optimal() { "optimal" } else { "open" };
        format!(
            "{:<16}{:>8}{:>8}{:>9}{:>9.2}{:>8}{:>8}  {:<8}{:>8.3}",
            self.name,
            found.critical_path,
            found.lower_bound,
            found.makespan,
            self.above_path(),
            known,
            gap,
            proven,
            self.time.as_secs_f64(),
        )
    }

    fn json(&self) -> Value {
        let found = &self.found;
        json!({
            "instance": self.name,
            "critical_path": found.critical_path,
            "lower_bound": found.lower_bound,
            "makespan": found.makespan,
            "percent_above_critical_path": self.above_path(),
            "best_known": self.best_known,
            "percent_above_best_known": self.above_known(),
            "optimal": found.optimal(),
            "schedules": found.schedules,
            "seconds": self.time.as_secs_f64(),
        })
    }
}

fn percent_above(value: u32, base: u32) -> f64 {
    if base == 0 { 0.0 } else { (f64::from(value) - f64::from(base)) / f64::from(base) * 100.0 }
}

/// The lines so far.
#[derive(Debug)]
pub struct Report {
    json: bool,
    lines: Vec<Line>,
    refused: Vec<String>,
}

impl Report {
    /// Prints the title unless all is to be one document.
    pub fn new(json: bool) -> Self {
        if !json {
            println!(
                "{:<16}{:>8}{:>8}{:>9}{:>9}{:>8}{:>8}  {:<8}{:>8}",
                "instance", "path", "bound", "makespan", "% path", "known", "% known", "proof", "s"
            );
        }
        Self { json, lines: Vec::new(), refused: Vec::new() }
    }

    pub fn add(&mut self, line: Line) {
        if !self.json {
            println!("{}", line.row());
        }
        self.lines.push(line);
    }

    pub fn refuse(&mut self, path: &Path, refused: &Refused) {
        let told = files::told(path, refused);
        eprintln!("{told}");
        self.refused.push(told);
    }

    /// Prints the summary; whether no file was refused.
    pub fn close(self) -> bool {
        let summary = self.summary();
        if self.json {
            let lines: Vec<Value> = self.lines.iter().map(Line::json).collect();
            println!("{:#}", json!({ "instances": lines, "refused": self.refused, "summary": summary }));
        } else {
            println!();
            for (title, value) in summary.as_object().into_iter().flatten() {
                println!("{:<34}{value}", title.replace('_', " "));
            }
        }
        self.refused.is_empty()
    }

    fn summary(&self) -> Value {
        let mean = |values: Vec<f64>| {
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            (!values.is_empty()).then_some((mean * 1_000.0).round() / 1_000.0)
        };
        let equal = |line: &&Line| line.best_known.is_some_and(|known| line.found.makespan <= known);
        json!({
            "instances": self.lines.len(),
            "refused": self.refused.len(),
            "percent_above_critical_path": mean(self.lines.iter().map(Line::above_path).collect()),
            "percent_above_best_known": mean(self.lines.iter().filter_map(Line::above_known).collect()),
            "equal_to_best_known": self.lines.iter().filter(equal).count(),
            "proven_optimal": self.lines.iter().filter(|line| line.found.optimal()).count(),
            "schedules": self.lines.iter().map(|line| line.found.schedules).sum::<u64>(),
            "seconds": self.lines.iter().map(|line| line.time.as_secs_f64()).sum::<f64>(),
        })
    }
}

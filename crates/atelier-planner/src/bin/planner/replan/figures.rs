//! What was measured, in words or as JSON.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use atelier_planner::board::Objective;
use atelier_planner::repair::Change;
use serde_json::{Value, json};

/// Durations of one kind of thing.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    pub fn add(&mut self, took: Duration) {
        self.0.push(took);
    }

    /// Microseconds that `per_cent` of them do not pass (nearest rank); 0 when there are none.
    fn rank(&self, per_cent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = (sorted.len() * per_cent).div_ceil(100).saturating_sub(1);
        sorted.get(at).map_or(0.0, |took| took.as_secs_f64() * 1e6)
    }

    fn json(&self) -> Value {
        json!({ "n": self.0.len(), "p50_us": self.rank(50), "p90_us": self.rank(90), "p99_us": self.rank(99), "max_us": self.rank(100) })
    }

    fn text(&self) -> String {
        let ranks = [50, 90, 99, 100].map(|per_cent| self.rank(per_cent));
        format!("{:>9.1} {:>9.1} {:>9.1} {:>9.1}", ranks[0], ranks[1], ranks[2], ranks[3])
    }
}

/// Events of one type.
#[derive(Default)]
struct Kind {
    times: Times,
    refused: usize,
    hit: usize,
    affected: usize,
    moved: usize,
    late: usize,
    freed: usize,
    placed: usize,
    unplaced: usize,
    untried: usize,
}

/// Events by type.
#[derive(Default)]
pub struct Tally(BTreeMap<&'static str, Kind>);

impl Tally {
    /// Counts an accepted event, under its own type and under all.
    pub fn add(&mut self, word: &'static str, took: Duration, change: &Change, tolerance: u32) {
        for word in [word, "all"] {
            let kind = self.0.entry(word).or_default();
            kind.times.add(took);
            kind.hit += change.hit.len();
            kind.affected += change.affected.len();
            kind.moved += change.moves(tolerance);
            kind.late += change.late.len();
            kind.freed += change.freed.len();
            kind.placed += change.placed.len();
            kind.unplaced += change.unplaced.len();
            kind.untried += change.untried.len();
        }
    }

    /// Counts a refused event.
    pub fn refuse(&mut self, word: &'static str, took: Duration) {
        for word in [word, "all"] {
            let kind = self.0.entry(word).or_default();
            kind.times.add(took);
            kind.refused += 1;
        }
    }
}

/// All that was measured.
pub struct Figures {
    pub events: Tally,
    /// Events that changed nothing, with their reason.
    pub refused: Vec<String>,
    /// Actions that stand elsewhere than in the plan given, in the end.
    pub elsewhere: usize,
    pub before: Objective,
    pub after: Objective,
    /// The objective after, computed anew from the places.
    pub recount: Objective,
    pub scratch: Option<Objective>,
    pub questions: Times,
    pub wide_questions: Times,
}

fn ratio(moved: usize, affected: usize) -> f64 {
    if affected == 0 { 0.0 } else { moved as f64 / affected as f64 }
}

impl Figures {
    /// How much more the plan costs than one from scratch, in per cent.
    fn excess(&self) -> Option<f64> {
        let scratch = self.scratch?.total;
        (scratch > 0).then(|| (self.after.total - scratch) as f64 * 100.0 / scratch as f64)
    }

    pub fn text(&self) -> String {
        let mut text = String::from(
            "event        n  refused       p50       p90       p99       max µs       hit  affected  moved  moved/affected  late  freed  placed  unplaced  untried\n",
        );
        for (word, kind) in &self.events.0 {
            let _ = writeln!(
                text,
                "{word:<9} {:>4} {:>8} {}  {:>8} {:>9} {:>6} {:>15.2} {:>5} {:>6} {:>7} {:>9} {:>8}",
                kind.times.0.len(),
                kind.refused,
                kind.times.text(),
                kind.hit,
                kind.affected,
                kind.moved,
                ratio(kind.moved, kind.affected),
                kind.late,
                kind.freed,
                kind.placed,
                kind.unplaced,
                kind.untried,
            );
        }
        for (name, times) in
            [("best five times", &self.questions), ("  pools of 1,000 and more", &self.wide_questions)]
        {
            if !times.0.is_empty() {
                let _ = writeln!(
                    text,
                    "{name}: {} questions, p50 p90 p99 max µs {}",
                    times.0.len(),
                    times.text()
                );
            }
        }
        let told = |name: &str, objective: &Objective| {
            format!(
                "{name}: {} (not placed {}, tardiness {}, switches {})\n",
                objective.total, objective.left_out, objective.tardiness, objective.switches
            )
        };
        text += &told("plan given", &self.before);
        text += &told("after the events", &self.after);
        if let Some(scratch) = &self.scratch {
            text += &told("from scratch", scratch);
        }
        if let Some(excess) = self.excess() {
            let _ = writeln!(text, "after the events against from scratch: {excess:+.2} %");
        }
        let _ = writeln!(text, "actions elsewhere than in the plan given: {}", self.elsewhere);
        if self.recount != self.after {
            let _ = writeln!(text, "COUNTED ANEW: {:?}", self.recount);
        }
        for refused in &self.refused {
            let _ = writeln!(text, "refused: {refused}");
        }
        text
    }

    pub fn json(&self) -> String {
        let kinds = self.events.0.iter().map(|(word, kind)| {
            let value = json!({
                "times": kind.times.json(), "refused": kind.refused, "hit": kind.hit, "affected": kind.affected, "moved": kind.moved,
                "moved_per_affected": ratio(kind.moved, kind.affected), "late": kind.late, "freed": kind.freed,
                "placed": kind.placed, "unplaced": kind.unplaced, "untried": kind.untried,
            });
            ((*word).to_string(), value)
        });
        let objective = |objective: &Objective| {
            json!({
                "total": objective.total, "left_out": objective.left_out,
                "tardiness": objective.tardiness, "switches": objective.switches,
            })
        };
        let value = json!({
            "events": kinds.collect::<serde_json::Map<_, _>>(),
            "refused": self.refused,
            "elsewhere": self.elsewhere,
            "before": objective(&self.before),
            "after": objective(&self.after),
            "scratch": self.scratch.as_ref().map(objective),
            "excess_pct": self.excess(),
            "slots": self.questions.json(),
            "slots_wide": self.wide_questions.json(),
        });
        format!("{value:#}\n")
    }
}

/// Numbers that look drawn; the same seed gives the same (`SplitMix64`).
pub struct Draw(pub u64);

impl Draw {
    /// From 0 to `limit` - 1; 0 when the limit is 0.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let high = (z ^ (z >> 31)) >> 32;
        ((high * u64::from(limit)) >> 32) as u32
    }
}

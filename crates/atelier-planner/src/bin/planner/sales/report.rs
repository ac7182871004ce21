//! What a plan is worth, in words or as JSON.

use std::collections::BTreeMap;
use std::time::Duration;

use atelier_planner::board::{Board, Held, Objective, Out};
use atelier_planner::bound::Bound;
use atelier_planner::construct::Rule;

/// What the work took.
pub struct Times {
    pub read: Duration,
    pub construct: Duration,
    pub plan: Duration,
    pub read_kb: Option<u64>,
    pub construct_kb: Option<u64>,
    pub plan_kb: Option<u64>,
}

/// Figures of a plan.
pub struct Report {
    tasks: u32,
    late: u32,
    cases: u32,
    late_cases: u32,
    short_cases: u32,
    out: BTreeMap<&'static str, u32>,
    held: BTreeMap<&'static str, u32>,
    rule: Rule,
    first: Objective,
    objective: Objective,
    bound: Option<Bound>,
    rounds: u64,
    times: Times,
}

impl Report {
    pub fn new(
        board: &Board,
        rule: Rule,
        first: Objective,
        rounds: u64,
        bound: Option<Bound>,
        times: Times,
    ) -> Self {
        let model = board.model();
        let late =
            |task: u32| board.seat(task).placed() && board.seat(task).end > model.tasks[task as usize].due;
        let cases = model.cases.lists();
        let count = |any: &dyn Fn(u32) -> bool| {
            (0..cases).filter(|&case| model.cases.of(case).iter().any(|&task| any(task))).count() as u32
        };
        Self {
            tasks: model.len(),
            late: (0..model.len()).filter(|&task| late(task)).count() as u32,
            cases,
            late_cases: count(&late),
            short_cases: count(&|task| !board.seat(task).placed()),
            out: counted(
                (0..model.len())
                    .filter(|&task| !board.seat(task).placed())
                    .map(|task| out(board.why_out(task))),
            ),
            held: counted((0..model.len()).filter(|&task| late(task)).map(|task| held(board.held(task)))),
            rule,
            first,
            objective: board.objective(),
            bound,
            rounds,
            times,
        }
    }

    /// Share of the objective above the bound, in per cent.
    fn gap(&self, bound: &Bound) -> f64 {
        100.0 * (self.objective.total - bound.total) as f64 / (self.objective.total as f64).max(1.0)
    }

    pub fn json(&self) -> String {
        let ms = |time: Duration| (time.as_secs_f64() * 1e4).round() / 10.0;
        let parts = |objective: &Objective| {
            serde_json::json!({
                "total": objective.total, "not_placed": objective.left_out, "weighted_tardiness": objective.tardiness,
                "switches": objective.switches,
            })
        };
        let value = serde_json::json!({
            "actions": self.tasks, "late": self.late, "deals": self.cases, "late_deals": self.late_cases,
            "deals_not_whole": self.short_cases, "not_placed_causes": self.out, "late_held_by": self.held, "rule": self.rule.name(),
            "first": parts(&self.first), "objective": parts(&self.objective), "rounds": self.rounds,
            "bound": self.bound.map(|bound| serde_json::json!({"total": bound.total, "not_placed": bound.left_out,
                "weighted_tardiness": bound.tardiness, "switches": bound.switches, "gap_pct": self.gap(&bound)})),
            "read_ms": ms(self.times.read), "construct_ms": ms(self.times.construct), "plan_ms": ms(self.times.plan),
            "read_peak_kb": self.times.read_kb, "construct_peak_kb": self.times.construct_kb, "plan_peak_kb": self.times.plan_kb,
        });
        format!("{value}\n")
    }

    pub fn text(&self) -> String {
        let kb = |kb: Option<u64>| kb.map_or("?".into(), |kb| format!("{} MB", kb / 1024));
        let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1e3);
        let on_time =
            100.0 * f64::from(self.cases - self.late_cases.min(self.cases)) / f64::from(self.cases.max(1));
        let mut lines = vec![
            format!("read        {} (peak {})", ms(self.times.read), kb(self.times.read_kb)),
            format!(
                "first plan  {} (peak {}), rule {}",
                ms(self.times.construct),
                kb(self.times.construct_kb),
                self.rule.name()
            ),
            format!("            {}", told(&self.first)),
        ];
        if self.rounds > 0 {
            let better =
                100.0 * (self.first.total - self.objective.total) as f64 / (self.first.total as f64).max(1.0);
            lines.push(format!(
                "improved    {} in all (peak {}), {} rounds, {better:.2} % better",
                ms(self.times.plan),
                kb(self.times.plan_kb),
                self.rounds
            ));
            lines.push(format!("            {}", told(&self.objective)));
        }
        lines.push(format!(
            "late        {} of {} actions; {} of {} deals ({on_time:.2} % on time), {} not whole",
            self.late, self.tasks, self.late_cases, self.cases, self.short_cases
        ));
        let counts = |causes: &BTreeMap<_, _>| {
            causes.iter().map(|(cause, count)| format!("{count} {cause}")).collect::<Vec<_>>().join("; ")
        };
        if !self.held.is_empty() {
            lines.push(format!("late ones   start when they do because of: {}", counts(&self.held)));
        }
        if !self.out.is_empty() {
            lines.push(format!("not placed  {}", counts(&self.out)));
        }
        if let Some(bound) = &self.bound {
            lines.push(format!(
                "at least    {}: {} not placed, tardiness {}, switches {}; gap {:.2} %",
                bound.total,
                bound.left_out,
                bound.tardiness,
                bound.switches,
                self.gap(bound)
            ));
        }
        lines.join("\n") + "\n"
    }
}

fn told(objective: &Objective) -> String {
    format!(
        "objective {}: {} not placed, tardiness {}, switches {}",
        objective.total, objective.left_out, objective.tardiness, objective.switches
    )
}

fn counted(causes: impl Iterator<Item = &'static str>) -> BTreeMap<&'static str, u32> {
    let mut counts = BTreeMap::new();
    for cause in causes {
        *counts.entry(cause).or_default() += 1;
    }
    counts
}

/// Why an action is not planned, in words.
pub fn out(out: Out) -> &'static str {
    match out {
        Out::NobodyCapable => "nobody is capable",
        Out::Predecessor(_) => "a predecessor is not planned",
        Out::NoTime => "release, predecessors and waits leave no time",
        Out::NoWork => "nobody works long enough in its time",
        Out::NoRoom(_) => "everybody capable is taken",
        Out::Room => "there is room now",
    }
}

/// What fixed a start, in words.
pub fn held(held: Held) -> &'static str {
    match held {
        Held::Pinned => "its given place",
        Held::Release => "its release",
        Held::Window => "its window",
        Held::After(_) => "a predecessor",
        Held::Busy(_) => "a seller busy",
        Held::Calendar => "a seller's calendar",
        Held::Nothing => "the plan as a whole",
    }
}

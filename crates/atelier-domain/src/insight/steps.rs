//! Real yield and time of each step, from the stage history.

use super::diagnosis::{History, Missing, Unmeasured};
use super::stats::{Delay, MEDIANS_NEEDED, Measure, Rate, SHARES_NEEDED};
use crate::execution::{Passage, Standing};
use crate::language::CaseId;
use crate::process::Process;
use serde::Serialize;
use std::collections::HashMap;

/// What really happens in a step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepFigures {
    /// Its code.
    pub step: String,
    /// Cases that entered it at least once.
    pub entered: usize,
    /// Cases in it whose fate there is not known yet.
    pub pending: usize,
    /// Cases that went further, or were won ÷ those and the ones lost. A case counts once, however
    /// often it came back: this is the process's "units out ÷ units in".
    pub yields: Measure<Rate>,
    /// Days of each completed stay.
    pub stay_days: Measure<Delay>,
    /// Times a case left it for an earlier step.
    pub back: usize,
}

#[derive(Default)]
struct Count {
    entered: usize,
    through: usize,
    fallen: usize,
    stays: Vec<i32>,
    back: usize,
}

/// One line per step of the process, and what the history does not tell. Empty without a process or passages.
pub(super) fn step_figures(history: &History<'_>) -> (Vec<StepFigures>, Vec<Unmeasured>) {
    let (Some(process), false) = (history.process, history.passages.is_empty()) else {
        return (Vec::new(), Vec::new());
    };
    let fates: HashMap<_, _> = history.cases.iter().map(|case| (case.id, case.standing)).collect();
    let (visits, foreign) = visits(process, history.passages, &fates);
    let mut counts: Vec<Count> = process.steps.iter().map(|_| Count::default()).collect();
    for of_case in visits.chunk_by(|a, b| a.case == b.case) {
        count_case(of_case, fates.get(&of_case[0].case).copied(), &mut counts);
    }
    let mut reversed = 0;
    for visit in &visits {
        match visit.days() {
            Some(days) if days >= 0 => counts[visit.step].stays.push(days),
            Some(_) => reversed += 1,
            None => {}
        }
    }
    let missing = [(Missing::ForeignPassages, foreign), (Missing::ReversedPassages, reversed)];
    let missing = missing.into_iter().filter(|(_, count)| *count > 0);
    let unmeasured = missing.map(|(why, count)| Unmeasured { why, count }).collect();
    let lines = process.steps.iter().zip(counts).map(|(step, count)| figures(&step.code, count));
    (lines.collect(), unmeasured)
}

/// A passage with its step as a position in the process.
struct Visit<'a> {
    case: CaseId,
    step: usize,
    passage: &'a Passage,
}

impl Visit<'_> {
    fn days(&self) -> Option<i32> {
        Some((self.passage.left_on? - self.passage.entered_on).get_days())
    }
}

/// Passages of known cases through known steps, case by case in order of entry, and how many others.
///
/// Two entries on one day are read in the order of the process: exports keep days, not hours.
fn visits<'a>(
    process: &Process,
    passages: &'a [Passage],
    fates: &HashMap<CaseId, Standing>,
) -> (Vec<Visit<'a>>, usize) {
    let at: HashMap<_, _> =
        process.steps.iter().enumerate().map(|(at, step)| (step.code.as_str(), at)).collect();
    let known = passages.iter().filter(|passage| fates.contains_key(&passage.case));
    let mut visits: Vec<_> = known
        .filter_map(|passage| {
            let step = *at.get(passage.step.as_str())?;
            Some(Visit { case: passage.case, step, passage })
        })
        .collect();
    visits.sort_by_key(|visit| (visit.case, visit.passage.entered_on, visit.step));
    let foreign = passages.len() - visits.len();
    (visits, foreign)
}

fn count_case(visits: &[Visit<'_>], fate: Option<Standing>, counts: &mut [Count]) {
    for pair in visits.windows(2) {
        if pair[1].step < pair[0].step {
            counts[pair[0].step].back += 1;
        }
    }
    for (step, through) in outcomes(visits, fate) {
        let count = &mut counts[step];
        count.entered += 1;
        match through {
            Some(true) => count.through += 1,
            Some(false) => count.fallen += 1,
            None => {}
        }
    }
}

/// What became of a case in each step that it entered, once each: it went further or was won, it was lost,
/// or it is not known yet.
fn outcomes<'v>(
    visits: &'v [Visit<'_>],
    fate: Option<Standing>,
) -> impl Iterator<Item = (usize, Option<bool>)> + 'v {
    let is_first = |at: usize| visits[..at].iter().all(|before| before.step != visits[at].step);
    (0..visits.len()).filter(move |&at| is_first(at)).map(move |at| {
        let step = visits[at].step;
        let went_further = visits[at + 1..].iter().any(|after| after.step > step);
        let through = match fate {
            _ if went_further => Some(true),
            Some(Standing::Won) => Some(true),
            Some(Standing::Lost) => Some(false),
            Some(Standing::Open) | None => None,
        };
        (step, through)
    })
}

/// Each decided outcome of a case in a step of the process: the case, the position of the step, and whether
/// it went through. Nothing without a process or a history of it.
pub(super) fn decided(history: &History<'_>) -> Vec<(CaseId, usize, bool)> {
    let Some(process) = history.process else { return Vec::new() };
    let fates: HashMap<_, _> = history.cases.iter().map(|case| (case.id, case.standing)).collect();
    let (visits, _) = visits(process, history.passages, &fates);
    let of_cases = visits.chunk_by(|a, b| a.case == b.case);
    let all = of_cases.flat_map(|of_case| {
        let case = of_case[0].case;
        outcomes(of_case, fates.get(&case).copied())
            .filter_map(move |(step, through)| Some((case, step, through?)))
    });
    all.collect()
}

fn figures(step: &str, mut count: Count) -> StepFigures {
    let known = count.through + count.fallen;
    StepFigures {
        step: step.to_owned(),
        entered: count.entered,
        pending: count.entered - known,
        yields: Rate::measure(count.through, known, SHARES_NEEDED),
        stay_days: Delay::measure(&mut count.stays, MEDIANS_NEEDED),
        back: count.back,
    }
}

//! A process as its page shows it: the seven levels, the steps and their work. Read from the text, which stays the truth.

use super::objectives::ObjectiveTold;
use super::process_design::{DesignTold, Let, design};
use super::process_talk::{TalkTold, talk_told};
use super::processes::{Warning, warnings};
use atelier_domain::language::{Catalogue, Lang, Yield};
use atelier_domain::process::{Alternative, Bilingual, Evidence, Filled, Level, Operation, Process, Step};
use serde::Serialize;
use utoipa::ToSchema;

/// A text in both languages; the English one may be empty.
#[derive(Serialize, ToSchema)]
pub struct InBoth {
    pub(super) fr: String,
    pub(super) en: String,
}

/// One of the seven levels, and how far it is filled.
#[derive(Serialize, ToSchema)]
pub struct LevelTold {
    /// `objective`, `target`, `bill`, `operating-mode`, `planning`, `indicators`, `resources`.
    code: &'static str,
    name: String,
    /// `empty`, `partly` or `full`.
    state: &'static str,
    /// Items that are filled; null when nothing is counted in this level.
    filled: Option<usize>,
    total: Option<usize>,
}

/// Another way to do an operation.
#[derive(Serialize, ToSchema)]
pub struct WayTold {
    channel: &'static str,
    kinds: Vec<String>,
    minutes: i64,
}

/// A piece of work of a step.
#[derive(Serialize, ToSchema)]
pub struct OperationTold {
    code: String,
    name: InBoth,
    /// Codes of the kinds of resources that do it together.
    kinds: Vec<String>,
    channel: &'static str,
    prepare_minutes: i64,
    run_minutes: i64,
    travel_minutes: i64,
    /// Work of one unit alone, of each kind.
    minutes: i64,
    lot: i64,
    wait_days: u32,
    skill: Option<String>,
    room: Option<String>,
    automated: bool,
    /// `mandatory`, `recommended` or `free`.
    strength: &'static str,
    reason: Option<InBoth>,
    playbook: InBoth,
    checklist: Vec<InBoth>,
    ways: Vec<WayTold>,
    /// With whom, on what, to see which use; null when it is not written down, or for desk work.
    conversation: Option<TalkTold>,
}

/// Proof from the customer.
#[derive(Serialize, ToSchema)]
pub struct StepProof {
    code: String,
    name: InBoth,
    valid_days: Option<u32>,
}

/// A step that feeds another one.
#[derive(Serialize, ToSchema)]
pub struct InputTold {
    step: String,
    quantity: i64,
}

/// A customer's progress, with the work that produces it.
#[derive(Serialize, ToSchema)]
pub struct StepTold {
    code: String,
    name: InBoth,
    /// Units out of a million units in; null on the last step.
    yield_millionths: Option<u32>,
    lead_days: u32,
    after: Vec<InputTold>,
    evidence: Vec<StepProof>,
    operations: Vec<OperationTold>,
    /// Work of one unit entering, all kinds together.
    minutes: i64,
    /// Units that must enter for one unit out of the process, before rounding.
    units_for_one: f64,
}

/// A process, valid.
#[derive(Serialize, ToSchema)]
#[schema(as = Process)]
pub struct ProcessTold {
    code: String,
    name: InBoth,
    function: String,
    owner: String,
    line: Option<String>,
    valid_from: Option<String>,
    kinds: Vec<String>,
    levels: Vec<LevelTold>,
    /// The levels that are empty: what keeps it from being launched.
    launch: Vec<Warning>,
    /// Room to manoeuvre, in a sentence.
    leeway: String,
    /// What the design-linter finds in it.
    design: DesignTold,
    /// Level 1: what is to be produced.
    objectives: Vec<ObjectiveTold>,
    steps: Vec<StepTold>,
}

/// The process of a text, as a reader of `lang` sees it.
pub fn shape(process: &Process, said: Let<'_>, lang: Lang) -> ProcessTold {
    let units = units_for_one(process);
    let launch = process.launch().err().map_or_else(Vec::new, |missing| warnings(&missing.0, lang));
    ProcessTold {
        code: process.code.clone(),
        name: both(&process.name),
        function: process.function.clone(),
        owner: process.owner.clone(),
        line: process.line.clone(),
        valid_from: process.valid_from.map(|day| day.to_string()),
        kinds: process.kinds.clone(),
        levels: levels(process, lang),
        launch,
        leeway: process.leeway().sentence(Catalogue::of(lang)),
        design: design(process, said, lang),
        objectives: process
            .objectives
            .iter()
            .map(|one| ObjectiveTold::of(&process.code, one, lang))
            .collect(),
        steps: process.steps.iter().zip(units).map(|(step, units)| step_told(step, units)).collect(),
    }
}

/// How far each level is filled, in their order.
pub fn levels(process: &Process, lang: Lang) -> Vec<LevelTold> {
    let words = Catalogue::of(lang);
    let told = process.levels().map(|(level, filled)| {
        let (state, counts) = match filled {
            Filled::Empty => ("empty", None),
            Filled::Partly { filled, total } => ("partly", Some((filled, total))),
            Filled::Full => ("full", None),
        };
        let (filled, total) = counts.unzip();
        LevelTold { code: level_code(level), name: words.plain(level.message()), state, filled, total }
    });
    told.into_iter().collect()
}

fn level_code(level: Level) -> &'static str {
    let message = level.message();
    message.strip_prefix("process-level-").unwrap_or(message)
}

/// A text as both languages say it.
pub(super) fn both(text: &Bilingual) -> InBoth {
    InBoth { fr: text.fr.clone(), en: text.en.clone() }
}

fn step_told(step: &Step, units_for_one: f64) -> StepTold {
    let input = |input: &atelier_domain::process::Input| InputTold {
        step: input.step.clone(),
        quantity: input.quantity,
    };
    let kinds = |one: &Operation| i64::try_from(one.kinds.len()).unwrap_or(1);
    StepTold {
        code: step.code.clone(),
        name: both(&step.name),
        yield_millionths: step.yields.map(Yield::millionths),
        lead_days: step.lead_days,
        after: step.after.iter().map(input).collect(),
        evidence: step.evidence.iter().map(evidence_told).collect(),
        operations: step.operations.iter().map(operation_told).collect(),
        minutes: step.operations.iter().map(|one| one.work(1).0 * kinds(one)).sum(),
        units_for_one,
    }
}

fn evidence_told(evidence: &Evidence) -> StepProof {
    StepProof { code: evidence.code.clone(), name: both(&evidence.name), valid_days: evidence.valid_days }
}

fn operation_told(one: &Operation) -> OperationTold {
    OperationTold {
        code: one.code.clone(),
        name: both(&one.name),
        kinds: one.kinds.clone(),
        channel: one.channel.code(),
        prepare_minutes: one.prepare.0,
        run_minutes: one.run.0,
        travel_minutes: one.travel.0,
        minutes: one.work(1).0,
        lot: one.lot,
        wait_days: one.wait_days,
        skill: one.skill.clone(),
        room: one.room.clone(),
        automated: one.automated,
        strength: one.strength.code(),
        reason: one.strength.reason().map(both),
        playbook: both(&one.playbook),
        checklist: one.checklist.iter().map(both).collect(),
        ways: one.alternatives.iter().map(way_told).collect(),
        conversation: one.conversation.as_ref().map(talk_told),
    }
}

fn way_told(way: &Alternative) -> WayTold {
    WayTold { channel: way.channel.code(), kinds: way.kinds.clone(), minutes: way.work(1).0 }
}

/// Units entering each step for one unit out of the last, by the yields alone: gross, not rounded, no work in
/// progress. The steps are in feeding order, so what a step feeds is known before it.
fn units_for_one(process: &Process) -> Vec<f64> {
    let steps = &process.steps;
    let mut units = vec![0.0; steps.len()];
    for (index, step) in steps.iter().enumerate().rev() {
        let is_last = index + 1 == steps.len();
        let feeds = steps.iter().zip(&units).flat_map(|(fed, entering)| {
            let inputs = fed.after.iter().filter(|input| input.step == step.code);
            inputs.map(move |input| f64::from(u32::try_from(input.quantity).unwrap_or(u32::MAX)) * entering)
        });
        let out = if is_last { 1.0 } else { feeds.sum::<f64>() };
        let part = step.yields.map_or(1.0, |yields| f64::from(yields.millionths()) / 1_000_000.0);
        units[index] = out / part;
    }
    units
}

//! Capturing a conversation: four fields, one fact. What is wrong with them is told at once, each at its place.

use super::{Change, Conversation, Promise, PromiseState, Side};
use crate::execution::order::{ActionOrder, Backing, Outcome, Phase, State};
use crate::language::{AccountId, ContactId, ConversationId, FileId, PromiseId, Refusal, Refusals};
use crate::process::Channel;
use jiff::civil::Date;
use uuid::Uuid;

/// Most characters of a goal.
const GOAL: usize = 500;
/// Most characters of a note.
const NOTE: usize = 1_000;
/// Most characters of a promise.
const WHAT: usize = 200;
/// Most promises of a side: beyond, nobody keeps them.
const PROMISES: usize = 5;
/// Most files of a conversation.
const FILES: usize = 10;

/// A promise as it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PromiseSaid {
    /// What.
    pub what: String,
    /// By when.
    pub due_on: Option<Date>,
}

/// What is said of a conversation, beside what it changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// With whom.
    pub person: Option<ContactId>,
    /// How, when nothing had planned it.
    pub channel: Option<Channel>,
    /// The goal, in the customer's words.
    pub goal: String,
    /// A note to oneself.
    pub note: String,
    /// What we promised.
    pub ours: Vec<PromiseSaid>,
    /// What the customer promised.
    pub theirs: Vec<PromiseSaid>,
    /// Day agreed for the next one.
    pub next_on: Option<Date>,
    /// Files that prove it.
    pub files: Vec<FileId>,
    /// Time it took to write it down, in seconds, when that was measured.
    pub entry_seconds: Option<i64>,
}

/// Where and when it was held.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Identity of the conversation.
    pub id: ConversationId,
    /// Today, in the company's zone.
    pub today: Date,
    /// The day it was held.
    pub held_on: Date,
    /// The firm.
    pub account: Option<AccountId>,
    /// Login of who captures it.
    pub by: &'a str,
    /// When, microseconds UTC.
    pub at_us: i64,
}

/// A conversation with the promises made in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// It.
    pub conversation: Conversation,
    /// Ours first, each in the order said.
    pub promises: Vec<Promise>,
}

impl Talk {
    /// Texts without the blanks around them.
    fn trimmed(mut self) -> Self {
        for text in [&mut self.goal, &mut self.note] {
            *text = text.trim().to_owned();
        }
        for promise in self.ours.iter_mut().chain(&mut self.theirs) {
            promise.what = promise.what.trim().to_owned();
        }
        self
    }

    /// Everything wrong with it.
    ///
    /// # Errors
    /// `execution/conversation-in-the-future`, `execution/conversation-too-long`,
    /// `execution/promise-empty`, `execution/promises-too-many`, `execution/next-in-the-past`,
    /// `execution/files-too-many`; all together.
    pub fn checked(self, held_on: Date, today: Date) -> Result<Self, Refusals> {
        let said = self.trimmed();
        let mut refused = Refusals::default();
        if held_on > today {
            let refusal = Refusal::new("execution/conversation-in-the-future").field("held_on");
            refused.push(refusal.with("on", held_on).with("today", today));
        }
        for (field, text, most) in [("goal", &said.goal, GOAL), ("note", &said.note, NOTE)] {
            too_long(&mut refused, field, text, most);
        }
        for (side, promises) in [("ours", &said.ours), ("theirs", &said.theirs)] {
            refuse_promises(&mut refused, side, promises);
        }
        if said.next_on.is_some_and(|next| next < held_on) {
            let refusal = Refusal::new("execution/next-in-the-past").field("next_on");
            refused.push(refusal.with("on", held_on));
        }
        if said.files.len() > FILES {
            refused.push(Refusal::new("execution/files-too-many").field("files").with("most", FILES));
        }
        refused.or(said)
    }
}

fn too_long(refused: &mut Refusals, field: &str, text: &str, most: usize) {
    if text.chars().count() > most {
        refused.push(Refusal::new("execution/conversation-too-long").field(field).with("most", most));
    }
}

fn refuse_promises(refused: &mut Refusals, side: &str, promises: &[PromiseSaid]) {
    if promises.len() > PROMISES {
        refused.push(Refusal::new("execution/promises-too-many").field(side).with("most", PROMISES));
    }
    for (at, promise) in promises.iter().enumerate() {
        let field = format!("{side}[{at}].what");
        if promise.what.is_empty() {
            refused.push(Refusal::new("execution/promise-empty").field(&field));
        }
        too_long(refused, &field, &promise.what, WHAT);
    }
}

/// The order as it is captured: doing it gives it to those who did it, even before anybody released it.
pub fn given_to(order: &ActionOrder, person: Option<&str>) -> ActionOrder {
    let mut given = order.clone();
    if matches!(order.phase(), Phase::Suggested | Phase::Firm) {
        given.state = State::Released;
    }
    if given.people.is_empty() {
        given.people = person.map(str::to_owned).into_iter().collect();
    }
    given
}

/// The conversation that a done order was.
///
/// # Errors
/// As [`Talk::checked`]; `execution/impossible-transition` for an order that is not done.
pub fn capture(order: &ActionOrder, talk: Talk, scene: &Scene<'_>) -> Result<Captured, Refusals> {
    let talk = talk.checked(scene.held_on, scene.today)?;
    let Some(report) = order.report() else {
        let refusal = Refusal::new("execution/impossible-transition").field("result");
        let refusal = refusal.with("from", order.phase().code()).with("to", "done");
        return Err(refusal.with("allowed", "–").into());
    };
    let (change, evidence) = match &report.outcome {
        Outcome::Progress(Backing::Proof(proof)) => (Change::Progress, Some(proof.clone())),
        Outcome::Progress(Backing::WithoutEvidence) => (Change::Progress, None),
        Outcome::NoProgress => (Change::NoProgress, None),
        Outcome::Disqualified => (Change::Disqualified, None),
    };
    let sides = [(Side::Ours, &talk.ours), (Side::Theirs, &talk.theirs)];
    let promises = sides.into_iter().flat_map(|(side, said)| {
        said.iter().enumerate().map(move |(at, one)| Promise {
            id: PromiseId(Uuid::new_v5(&scene.id.0, format!("{}/{at}", side.code()).as_bytes())),
            conversation: scene.id,
            order: order.id,
            case: order.case,
            account: scene.account,
            person: talk.person,
            sellers: order.people.clone(),
            side,
            what: one.what.clone(),
            made_on: scene.held_on,
            due_on: one.due_on,
            state: PromiseState::Open,
            settled_on: None,
            reason: String::new(),
        })
    });
    let promises = promises.collect();
    let conversation = Conversation {
        id: scene.id,
        order: order.id,
        case: order.case,
        account: scene.account,
        person: talk.person,
        process: order.process.clone(),
        step: order.step.clone(),
        operation: order.operation.clone(),
        channel: talk.channel,
        sellers: order.people.clone(),
        captured_us: scene.at_us,
        entry_seconds: talk.entry_seconds,
        held_on: scene.held_on,
        change,
        goal: talk.goal,
        note: talk.note,
        next_on: talk.next_on,
        evidence,
        files: talk.files,
        by: scene.by.to_owned(),
    };
    Ok(Captured { conversation, promises })
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;

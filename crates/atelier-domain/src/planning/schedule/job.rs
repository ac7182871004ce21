//! A job: one action order as the schedule sees it.

use super::frame::Frame;
use super::reason::Words;
use super::{Incident, Request, needs};
use crate::language::{CaseId, Minutes, Money, OrderId};
use crate::process::Bilingual;
use atelier_planner::{Link, Minute, Need, Placement, Span, Task, TaskId, Wait};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What must pass between the end of a job and the start of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delay {
    /// Open days, to the same clock time.
    OpenDays(u32),
    /// Elapsed minutes, nights included.
    Elapsed(Minutes),
}

impl Delay {
    /// Nothing has to pass.
    pub fn is_none(self) -> bool {
        matches!(self, Self::OpenDays(0) | Self::Elapsed(Minutes(0)))
    }
}

/// A job that must end first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// It.
    pub order: OrderId,
    /// And the delay after its end.
    pub delay: Delay,
}

/// A date already decided, by a person or because the action has started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Start.
    pub start: DateTime,
    /// End, after the start.
    pub end: DateTime,
    /// Codes of those who do it.
    pub people: Vec<String>,
}

/// An action order to be scheduled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Which order.
    pub order: OrderId,
    /// Of which case.
    pub case: CaseId,
    /// Customer's name as shown; may be empty.
    pub customer: String,
    /// Code of the process.
    pub process: String,
    /// Code of the step.
    pub step: String,
    /// Code of the operation.
    pub operation: String,
    /// Name of the operation as shown.
    #[serde(with = "Words")]
    pub action: Bilingual,
    /// Kinds of resources: one person of each, all together.
    pub kinds: Vec<String>,
    /// Skill asked of the kinds in which somebody has it.
    pub skill: Option<String>,
    /// Codes of people decided beforehand, such as the owner of the case: each takes the seat of
    /// their kind, or one more when that kind is not asked for.
    pub people: Vec<String>,
    /// Work, in one go; above zero.
    pub minutes: Minutes,
    /// Not before.
    pub release: DateTime,
    /// Should end by then. The earliest one of a case is the due date of the case.
    pub due: Option<DateTime>,
    /// When the customer is available; `None`: whenever the people are.
    pub windows: Option<Vec<(DateTime, DateTime)>>,
    /// Jobs that must end first.
    pub after: Vec<After>,
    /// Margin expected of the case.
    pub margin: Option<Money>,
    /// Already decided: it does not move.
    pub pinned: Option<Pin>,
}

/// One task per job, at the same position.
pub(super) fn tasks(request: &Request, frame: &Frame) -> Result<Vec<Task>, Incident> {
    let ids: BTreeMap<OrderId, TaskId> =
        request.jobs.iter().zip(0..).map(|(job, index)| (job.order, TaskId(index))).collect();
    request.jobs.iter().map(|job| task(job, request, frame, &ids)).collect()
}

fn task(
    job: &Job,
    request: &Request,
    frame: &Frame,
    ids: &BTreeMap<OrderId, TaskId>,
) -> Result<Task, Incident> {
    let duration = u32::try_from(job.minutes.0).unwrap_or(0);
    if duration == 0 {
        return Err(Incident::NoDuration(job.order));
    }
    let link = |after: &After| {
        let task = *ids.get(&after.order).ok_or(Incident::UnknownPredecessor(job.order, after.order))?;
        Ok(Link { task, wait: wait(after.delay), at_most: None })
    };
    let pinned = job.pinned.as_ref().map(|pin| placement(pin, ids[&job.order], request, frame));
    let needs = match &pinned {
        Some(placement) => placement.who.iter().map(|&who| Need { candidates: vec![who] }).collect(),
        None => needs::of(job, request.workshop),
    };
    Ok(Task {
        duration,
        needs,
        // Days before the period are there for pinned actions only.
        release: frame.minute(job.release).max(frame.first()),
        due: job.due.map(|due| frame.minute(due)),
        windows: job.windows.as_ref().map(|windows| merged(windows, frame)),
        // What is decided waits for nobody.
        after: job.after.iter().filter(|_| pinned.is_none()).map(link).collect::<Result<_, Incident>>()?,
        pinned,
        ..Task::default()
    })
}

fn wait(delay: Delay) -> Wait {
    match delay {
        Delay::OpenDays(days) => Wait::OpenDays(days),
        Delay::Elapsed(minutes) => Wait::Elapsed(minutes.0.clamp(0, i64::from(Minute::MAX)) as Minute),
    }
}

/// Somebody who has left the workshop holds no time in it.
fn placement(pin: &Pin, task: TaskId, request: &Request, frame: &Frame) -> Placement {
    let span = Span { start: frame.minute(pin.start), end: frame.minute(pin.end) };
    let who = pin.people.iter().filter_map(|code| needs::position(request.workshop, code)).collect();
    Placement { task, span, who, mode: 0 }
}

/// Windows in minutes, sorted, those that touch made one.
fn merged(windows: &[(DateTime, DateTime)], frame: &Frame) -> Vec<Span> {
    let mut spans: Vec<Span> = windows
        .iter()
        .map(|&(from, to)| Span { start: frame.minute(from), end: frame.minute(to) })
        .filter(|span| span.start < span.end)
        .collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => apart.push(span),
        }
    }
    apart
}

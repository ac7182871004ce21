//! A job: one action order as the schedule sees it.

use super::cast::{Cast, Numbers};
use super::frame::Frame;
use super::reason::Words;
use super::{Incident, Request, is_first, needs};
use crate::language::{AccountId, CaseId, Minutes, Money, OrderId};
use crate::process::Bilingual;
use atelier_planner::{Link, Minute, Mode, Need, Placement, Span, StockId, Task, TaskId, Use, Wait};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

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
    /// At most so many elapsed minutes after that end; `None`: any time later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Minutes>,
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
    /// By which way: 0 as the operation says, `n` by its `n`th alternative.
    #[serde(default, skip_serializing_if = "is_first")]
    pub way: u32,
}

/// Another way to do a job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// Kinds of resources.
    pub kinds: Vec<String>,
    /// Skill asked.
    pub skill: Option<String>,
    /// Work; above zero.
    pub minutes: Minutes,
    /// What choosing it costs, in minutes of delay of one action.
    pub price: u32,
    /// Where somebody goes for it this way; nobody does for a call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<AccountId>,
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
    /// Work, in one go unless it may be split; above zero.
    pub minutes: Minutes,
    /// May stop at a break and go on after it; for one seat only.
    pub split: bool,
    /// Other ways to do it, in order of preference.
    pub alternatives: Vec<Alternative>,
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
    /// Where somebody goes for it the first way; visits of one site on one day are one trip.
    pub site: Option<AccountId>,
    /// Whom it solicits.
    pub contact: Option<AccountId>,
    /// Code of the room, or of what else is shared, that it holds.
    pub room: Option<String>,
    /// Already decided: it does not move.
    pub pinned: Option<Pin>,
}

/// One task per job, at the same position.
pub(super) fn tasks(request: &Request, frame: &Frame) -> Result<Vec<Task>, Incident> {
    let ids: HashMap<OrderId, TaskId> =
        request.jobs.iter().zip(0..).map(|(job, index)| (job.order, TaskId(index))).collect();
    let mut bench = Bench {
        request,
        frame,
        ids,
        cast: Cast::of(request),
        cases: Numbers::default(),
        accounts: Numbers::default(),
    };
    request.jobs.iter().map(|job| bench.task(job)).collect()
}

/// What the tasks made so far have in common.
struct Bench<'a> {
    request: &'a Request<'a>,
    frame: &'a Frame,
    ids: HashMap<OrderId, TaskId>,
    cast: Cast<'a>,
    cases: Numbers<CaseId>,
    accounts: Numbers<AccountId>,
}

impl<'a> Bench<'a> {
    fn task(&mut self, job: &'a Job) -> Result<Task, Incident> {
        let duration = u32::try_from(job.minutes.0).unwrap_or(0);
        if duration == 0 {
            return Err(Incident::NoDuration(job.order));
        }
        let pinned =
            job.pinned.as_ref().map(|pin| placement(pin, self.ids[&job.order], self.request, self.frame));
        let needs = match &pinned {
            Some(placement) => placement.who.iter().map(|&who| Need { candidates: vec![who] }).collect(),
            None => self.cast.needs(&job.kinds, job.skill.as_ref(), &job.people),
        };
        // What is decided waits for nobody, and has one way.
        let (after, modes) = if pinned.is_some() {
            (Vec::new(), Vec::new())
        } else {
            (self.links(job)?, job.alternatives.iter().map(|way| self.mode(job, way)).collect())
        };
        Ok(Task {
            duration,
            // Days before the period are there for pinned actions only.
            release: self.frame.minute(job.release).max(self.frame.first()),
            due: job.due.map(|due| self.frame.minute(due)),
            windows: job.windows.as_ref().map(|windows| merged(windows, self.frame)),
            after,
            split: job.split && needs.len() == 1 && pinned.is_none(),
            needs,
            pinned,
            modes,
            weight: u32::from(job.due.is_some()),
            case: Some(self.cases.of(job.case)),
            site: site(job).map(|site| self.accounts.of(site)),
            contact: job.contact.map(|contact| self.accounts.of(contact)),
            uses: self.uses(job),
        })
    }

    fn links(&self, job: &Job) -> Result<Vec<Link>, Incident> {
        let link = |after: &After| {
            let known = self.ids.get(&after.order);
            let task = *known.ok_or(Incident::UnknownPredecessor(job.order, after.order))?;
            let at_most = after.at_most.map(|most| most.0.clamp(0, i64::from(Minute::MAX)) as Minute);
            Ok(Link { task, wait: wait(after.delay), at_most })
        };
        job.after.iter().map(link).collect()
    }

    /// The people decided beforehand keep their seats, whatever the way.
    fn mode(&mut self, job: &'a Job, way: &'a Alternative) -> Mode {
        let duration = u32::try_from(way.minutes.0).unwrap_or(0).max(1);
        Mode {
            duration,
            needs: self.cast.needs(&way.kinds, way.skill.as_ref(), &job.people),
            cost: way.price,
            site: way.site.map(|site| self.accounts.of(site)),
        }
    }

    fn uses(&self, job: &Job) -> Vec<Use> {
        let rooms = &self.request.workshop.policy.rooms;
        let at = job.room.as_ref().and_then(|code| rooms.iter().position(|room| room.code == *code));
        let used = |at: usize| Use { stock: StockId(u32::try_from(at).unwrap_or(u32::MAX)), amount: 1 };
        at.map(used).into_iter().collect()
    }
}

/// Where somebody goes: the first way, or the way decided.
fn site(job: &Job) -> Option<AccountId> {
    let way = job.pinned.as_ref().and_then(|pin| pin.way.checked_sub(1));
    way.map_or(job.site, |way| job.alternatives.get(way as usize).and_then(|way| way.site))
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

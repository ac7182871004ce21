//! Serial placement: each task, in the order given, at its earliest feasible time.

mod diary;
mod ready;
mod reasons;
mod search;
mod seats;

use crate::shape;
use crate::{Fault, Minute, Placement, Problem, ResourceId, Span, StockId, TaskId};
use diary::Diary;
use ready::Ready;

/// What kept a task from starting during a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// The task was decided by a person or had started: nothing earlier was looked for.
    Pinned,
    /// Its own release.
    Release,
    /// A predecessor, and the wait after it.
    After(TaskId),
    /// The other party is not available, or not for long enough.
    Window,
    /// The resource does not work then.
    Away(ResourceId),
    /// The resource works then, but the stretch left before its break is shorter than the task.
    TooShort(ResourceId),
    /// The resource is busy with another task.
    Busy(ResourceId, TaskId),
    /// The resource has reached its allowance of the day.
    DayFull(ResourceId),
    /// The contact is solicited as often as [`crate::Problem::pressure`] allows; one of the tasks that do it.
    Solicited(TaskId),
    /// The stock is taken by other tasks.
    Taken(StockId),
    /// Later than its predecessor allows ([`crate::Link::at_most`]).
    TooLongAfter(TaskId),
}

/// A stretch of possible starts and the first thing that forbids them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Starts in this stretch are forbidden.
    pub span: Span,
    /// By this.
    pub what: What,
}

/// A task placed, and why not earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Where it lies.
    pub placement: Placement,
    /// From minute 0 to the start, what forbade each stretch, in time order and without gap; for a
    /// task with several candidates, as seen by those that were chosen. Where several things forbid
    /// the same minute, the task's own limits come first, then the one that lasts longest.
    /// Empty when the task starts at minute 0. The last one is the binding reason.
    pub reasons: Vec<Obstacle>,
}

/// Why a task has no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The need at this position has no candidate, or none that the needs before it leave free.
    NobodyCapable(usize),
    /// A predecessor has no date.
    PredecessorRefused(TaskId),
    /// A task bound to this one by a maximum wait finds no place, and they are placed together or not at all.
    Bound(TaskId),
    /// The release or the predecessors leave no time before the horizon.
    BeyondHorizon,
    /// Not enough room before the horizon; what forbade the starts, most minutes first.
    NoRoom(Vec<(What, Minute)>),
}

/// A task left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The task.
    pub task: TaskId,
    /// Its cause.
    pub cause: Cause,
}

/// Every task exactly once: placed or refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// In the order of placement: pinned tasks first.
    pub placed: Vec<Placed>,
    /// In the order met.
    pub refused: Vec<Refused>,
}

/// Gives each task, in `order`, the earliest start feasible for its people and for the other party.
///
/// Out: every task exactly once, placed or refused, with what stood in the way.
/// Same input, same output: no clock, no random draw. At equal start the first candidate of each
/// need wins. Cost: one walk from obstacle to obstacle per task and candidate.
///
/// # Errors
/// [`Fault`] when the problem or the order cannot be read; never because there is too little room.
pub fn place(problem: &Problem, order: &[TaskId]) -> Result<Draft, Fault> {
    shape::read(problem)?;
    shape::read_order(problem, order)?;
    let mut desk = Desk::open(problem);
    let mut draft = Draft::default();
    let pin = |task: TaskId| problem.tasks[task.0 as usize].pinned.as_ref();
    for placement in order.iter().filter_map(|&task| pin(task)) {
        desk.book(placement);
        draft.placed.push(pinned(placement));
    }
    for &task in order.iter().filter(|&&task| pin(task).is_none()) {
        match desk.seat(task) {
            Ok(placed) => {
                desk.book(&placed.placement);
                draft.placed.push(placed);
            }
            Err(cause) => draft.refused.push(Refused { task, cause }),
        }
    }
    assert_eq!(draft.placed.len() + draft.refused.len(), order.len(), "a task was lost");
    Ok(draft)
}

fn pinned(placement: &Placement) -> Placed {
    let before = Span { start: 0, end: placement.span.start };
    let reasons = if before.end == 0 { vec![] } else { vec![Obstacle { span: before, what: What::Pinned }] };
    Placed { placement: placement.clone(), reasons }
}

/// The state of a placement under way: a diary per resource and the ends already known.
struct Desk<'a> {
    problem: &'a Problem,
    diaries: Vec<Diary<'a>>,
    ends: Vec<Option<Minute>>,
}

impl<'a> Desk<'a> {
    fn open(problem: &'a Problem) -> Self {
        let diaries = (0..).map(ResourceId).zip(&problem.resources);
        Self {
            problem,
            diaries: diaries.map(|(who, resource)| Diary::open(who, resource)).collect(),
            ends: vec![None; problem.tasks.len()],
        }
    }

    fn book(&mut self, placement: &Placement) {
        for (index, who) in placement.who.iter().enumerate() {
            // A pin may name somebody twice: their time is taken once.
            if !placement.who[..index].contains(who) {
                self.diaries[who.0 as usize].book(placement.span, placement.task);
            }
        }
        self.ends[placement.task.0 as usize] = Some(placement.span.end);
    }

    fn seat(&self, id: TaskId) -> Result<Placed, Cause> {
        let task = &self.problem.tasks[id.0 as usize];
        if let Some(need) = seats::impossible(&task.needs) {
            return Err(Cause::NobodyCapable(need));
        }
        let ready =
            Ready::of(task, &self.ends, &self.problem.open_days).map_err(Cause::PredecessorRefused)?;
        let search = search::Search { task, problem: self.problem, diaries: &self.diaries };
        let last = search.last_start(ready.at()).ok_or(Cause::BeyondHorizon)?;
        let obstacles = reasons::Obstacles { search: &search, ready };
        let Some((start, who)) = search.earliest(ready.at(), last) else {
            return Err(Cause::NoRoom(obstacles.against_everybody(last)));
        };
        let span = Span { start, end: start + task.duration };
        let reasons = obstacles.before(start, &who);
        Ok(Placed { placement: Placement { task: id, span, who, mode: 0 }, reasons })
    }
}

//! Work to be done later, by whichever server is free.
//!
//! ```text
//! Tx::enqueue ── waiting ──Store::lease──> running ──Tx::finish──> done
//!                   ^  ^                    │ │ │
//!                   │  └─── its lease ends ─┘ │ └─Store::fail──> failed
//!                   └── Store::give_back, ────┘      waiting and running ──Tx::cancel──> cancelled
//!                       Store::fail to try again
//! ```
//! A job is put down in the transaction of what asked for it, and ends in the transaction of its effect:
//! whatever dies in between, there is one effect. Each taking of a job has a number, its fence; only
//! the last one may write, so that a worker which was thought dead cannot end what another goes on with.
//!
//! What a job was given to read (`files`) goes in the transaction that ends it.
//!
//! Jobs are no facts: nothing is remade from them, the digest does not see them, a backup does not
//! carry them.

mod change;
mod files;
mod lease;
mod read;
mod schedule;

use crate::error::{Incident, StoreError};
use atelier_domain::controls::UserId;
use atelier_domain::language::TenantId;
use jiff::{SignedDuration, Timestamp};
use sqlx::Row as _;
use sqlx::any::AnyRow;
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

pub use files::{JOB_PART, JobPart};
pub use schedule::Timetable;

/// Identity of a job, in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub Uuid);

impl JobId {
    /// A new one.
    pub fn make() -> Self {
        Self(Uuid::now_v7())
    }
}

impl fmt::Display for JobId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for JobId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(Self)
    }
}

/// Where a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// For a worker, maybe not before a time.
    Waiting,
    /// At a worker; or it was, and its lease ended.
    Running,
    /// Its effect is written.
    Done,
    /// Given up, with the reason.
    Failed,
    /// Somebody no longer wanted it.
    Cancelled,
}

impl JobState {
    /// As it is kept and shown.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether nothing more will happen to it.
    pub fn is_end(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }

    fn read(code: &str) -> Option<Self> {
        [Self::Waiting, Self::Running, Self::Done, Self::Failed, Self::Cancelled]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// A job to be put down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// Identity.
    pub id: JobId,
    /// What kind of work, for the one who runs it.
    pub kind: String,
    /// What it needs to know, as text of its kind.
    pub payload: String,
    /// With whose rights it acts; nobody's for the upkeep of the installation.
    pub requester: Option<UserId>,
    /// When it was asked.
    pub made: Timestamp,
    /// From when on it may be done.
    pub due: Timestamp,
}

/// A job as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Identity.
    pub id: JobId,
    /// What kind of work.
    pub kind: String,
    /// What it needs to know.
    pub payload: String,
    /// With whose rights it acts.
    pub requester: Option<UserId>,
    /// Where it is.
    pub state: JobState,
    /// Steps whose effect is written.
    pub step: i64,
    /// What the last step left for the next one.
    pub kept: String,
    /// Progress: how much is done, of how much, in a unit of its kind. Nothing known yet: 0 of 0.
    pub done: i64,
    /// Progress: of how much.
    pub total: i64,
    /// Who took it last.
    pub worker: Option<String>,
    /// From when on it may be taken; of a running one, when its lease ends.
    pub due: Timestamp,
    /// How often it was taken: the number that its worker has to show.
    pub fence: i64,
    /// How often it was begun since its last step.
    pub attempts: i64,
    /// What it found or made, as JSON.
    pub result: Option<String>,
    /// Why it did not do it the last time, as JSON.
    pub refusals: Option<String>,
    /// When it was asked.
    pub made: Timestamp,
    /// When it ended.
    pub ended: Option<Timestamp>,
}

/// A job in the hands of one worker, until [`Job::due`] or longer if it renews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Company.
    pub tenant: TenantId,
    /// The job, as it was taken.
    pub job: Job,
}

/// How long to wait before the attempt after this one (the first is 1): ten seconds, doubled each time,
/// an hour at most.
pub fn backoff(attempts: i64) -> SignedDuration {
    let doubled = 10_i64 << (attempts.clamp(1, 10) - 1);
    SignedDuration::from_secs(doubled.min(3_600))
}

/// Reads a job from the columns `id, kind, payload, requester, state, step, kept, done, total, worker,
/// due_us, fence, attempts, result, refusals, made_us, ended_us`.
fn job(row: &AnyRow) -> Result<Job, StoreError> {
    let id: String = row.try_get(0)?;
    let wrong = |why: &str| Incident::unreadable("jobs", &id, why);
    let instant = |us: i64| Timestamp::from_microsecond(us).map_err(|_| wrong("time"));
    let requester: Option<String> = row.try_get(3)?;
    let state: String = row.try_get(4)?;
    Ok(Job {
        id: id.parse().map_err(|_| wrong("id"))?,
        kind: row.try_get(1)?,
        payload: row.try_get(2)?,
        requester: requester.map(|user| user.parse()).transpose().map_err(|_| wrong("requester"))?,
        state: JobState::read(&state).ok_or_else(|| wrong("state"))?,
        step: row.try_get(5)?,
        kept: row.try_get(6)?,
        done: row.try_get(7)?,
        total: row.try_get(8)?,
        worker: row.try_get(9)?,
        due: instant(row.try_get(10)?)?,
        fence: row.try_get(11)?,
        attempts: row.try_get(12)?,
        result: row.try_get(13)?,
        refusals: row.try_get(14)?,
        made: instant(row.try_get(15)?)?,
        ended: row.try_get::<Option<i64>, _>(16)?.map(instant).transpose()?,
    })
}

/// The statements of these files, for the test that prepares them all.
pub(crate) fn statements() -> Vec<&'static str> {
    [change::STATEMENTS, files::STATEMENTS, lease::STATEMENTS, read::STATEMENTS, schedule::STATEMENTS]
        .concat()
}

//! Takes jobs one after the other, keeps the lease of the one it has, and lets go of it when it must.

use super::hand::{After, Became, Hand};
use super::{Kind, Pulse, told};
use crate::fault::Fault;
use crate::rights::{scope_of, still_may};
use crate::traces;
use crate::workbench::Workbench;
use atelier_domain::language::{Refusal, Refusals};
use atelier_store::{Lease, backoff};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// How long a job is held without news: after a crash, the time until another goes on with it.
const LEASE: SignedDuration = SignedDuration::from_secs(30);
/// Between two signs of life, which also carry progress and bring the news of a cancellation.
const RENEWED: Duration = Duration::from_secs(2);
/// Between two looks when nothing was due.
const IDLE: Duration = Duration::from_millis(500);
/// After the database did not answer.
const TROUBLED: Duration = Duration::from_secs(5);
/// How often a job is begun without a step forward.
const ATTEMPTS: i64 = 5;

/// A worker: one job at a time.
pub struct Runner {
    /// The journeys.
    pub bench: Workbench,
    /// Where the signing key is.
    pub key: PathBuf,
    /// Under which name it takes jobs.
    pub name: String,
    /// Turns true when it should end.
    pub stop: watch::Receiver<bool>,
}

impl Runner {
    /// Works until it is told to stop, and gives back what it then has.
    pub async fn run(mut self) {
        while !*self.stop.borrow() {
            let pause = match self.next().await {
                Ok(true) => continue,
                Ok(false) => IDLE,
                Err(why) => {
                    tracing::error!(error = %why, worker = self.name, "no job could be taken or ended");
                    TROUBLED
                }
            };
            let _ = tokio::time::timeout(pause, told_to_stop(&mut self.stop)).await;
        }
    }

    /// Takes the next job and does it. Whether there was one.
    async fn next(&mut self) -> Result<bool, Fault> {
        let lease = self.bench.store.lease(&self.name, Timestamp::now(), LEASE).await?;
        let Some(lease) = lease else { return Ok(false) };
        let Some(kind) = Kind::read(&lease.job.kind) else {
            // A newer program among these servers knows what to do.
            tracing::warn!(kind = lease.job.kind, "a job of an unknown kind is left to others");
            self.bench.store.give_back(&lease, Timestamp::now() + SignedDuration::from_mins(1)).await?;
            return Ok(true);
        };
        let job = lease.job.clone();
        traces::of_job(&job, self.hold(lease, kind)).await?;
        Ok(true)
    }

    /// Does a job while its lease is kept; lets go when it is lost, or when the worker should end.
    async fn hold(&mut self, lease: Lease, kind: Kind) -> Result<(), Fault> {
        if lease.job.attempts > ATTEMPTS {
            return self.give_up(&lease).await;
        }
        let pulse = Arc::new(Pulse::default());
        // On a task of its own: a bug in it ends the job, not the worker.
        let mut work = JoinSet::new();
        let (bench, key) = (self.bench.clone(), self.key.clone());
        work.spawn(worked(bench, key, lease.clone(), kind, Arc::clone(&pulse)));
        let ended = tokio::select! {
            ended = work.join_next() => ended,
            () = kept(&self.bench, &lease, &pulse) => None,
            () = told_to_stop(&mut self.stop) => {
                pulse.stop();
                work.shutdown().await;
                self.bench.store.give_back(&lease, Timestamp::now()).await?;
                return Ok(());
            }
        };
        pulse.stop();
        match ended {
            // Cancelled, or gone to another.
            None | Some(Ok(Ok(None))) => Ok(()),
            Some(Ok(Ok(Some(reasons)))) => self.failed(&lease, &reasons).await,
            Some(Ok(Err(Fault::Refused(refusals)))) if is_lost(&refusals) => Ok(()),
            Some(Ok(Err(Fault::Refused(refusals)))) => self.failed(&lease, &told(&refusals)).await,
            Some(Ok(Err(Fault::Incident(why)))) => self.again(&lease, &format!("{why:#}")).await,
            Some(Err(bug)) => self.again(&lease, &bug.to_string()).await,
        }
    }

    async fn failed(&self, lease: &Lease, reasons: &[Value]) -> Result<(), Fault> {
        traces::job_ended("refused");
        let reasons = Value::from(reasons.to_vec()).to_string();
        self.bench.store.fail(lease, &reasons, Timestamp::now(), None).await?;
        Ok(())
    }

    /// Something of ours broke: later is better than never, but not for ever.
    async fn again(&self, lease: &Lease, why: &str) -> Result<(), Fault> {
        let job = &lease.job;
        traces::job_ended("broken");
        tracing::error!(error = why, job = %job.id, kind = job.kind, attempt = job.attempts, "a job broke off");
        if job.attempts >= ATTEMPTS {
            return self.give_up(lease).await;
        }
        let reasons = Value::from(told(&Refusal::new("app/incident").into())).to_string();
        let (now, wait) = (Timestamp::now(), backoff(job.attempts));
        self.bench.store.fail(lease, &reasons, now, Some(now + wait)).await?;
        Ok(())
    }

    async fn give_up(&self, lease: &Lease) -> Result<(), Fault> {
        let refusal = Refusal::new("app/job-given-up").with("job", lease.job.id.to_string());
        self.failed(lease, &told(&refusal.with("attempts", ATTEMPTS).into())).await
    }
}

/// Until the worker should end.
pub(super) async fn told_to_stop(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Tells that the job is still in hand, until it no longer is.
async fn kept(bench: &Workbench, lease: &Lease, pulse: &Pulse) {
    loop {
        tokio::time::sleep(RENEWED).await;
        match bench.store.renew(lease, Timestamp::now() + LEASE, pulse.told()).await {
            Ok(true) => {}
            Ok(false) => return,
            // The lease lasts for several signs of life; the end of the job finds out by itself.
            Err(error) => tracing::warn!(error = %error, "a lease could not be renewed"),
        }
    }
}

/// Step after step. The reasons, when it gives up.
async fn worked(
    bench: Workbench,
    key: PathBuf,
    mut lease: Lease,
    kind: Kind,
    pulse: Arc<Pulse>,
) -> Result<Option<Vec<Value>>, Fault> {
    loop {
        match next_step(&bench, &key, &lease, kind, &pulse).await? {
            After(Became::Step { step, kept }) => {
                lease.job.step = step;
                lease.job.kept = kept;
            }
            After(Became::End) => return Ok(None),
            After(Became::GivenUp(reasons)) => return Ok(Some(reasons)),
        }
    }
}

async fn next_step(
    bench: &Workbench,
    key: &Path,
    lease: &Lease,
    kind: Kind,
    pulse: &Arc<Pulse>,
) -> Result<After, Fault> {
    let scope = scope_of(lease);
    let mut user = None;
    if let (Some(id), Some(permission)) = (lease.job.requester, kind.permission()) {
        user = Some(still_may(&mut bench.store.read(scope).await?, id, permission).await?);
    }
    let (bench, lease, key, pulse) = (bench.clone(), lease.clone(), key.to_owned(), Arc::clone(pulse));
    let hand = Hand { bench, lease, scope, user, pulse, key, now: Timestamp::now(), kind };
    kind.step(&hand).await
}

/// Does one step of a job that was taken, and nothing after it: whether there is another.
///
/// # Errors
/// What its step refuses.
pub async fn one_step(bench: &Workbench, key: &Path, lease: &Lease) -> Result<bool, Fault> {
    let Some(kind) = Kind::read(&lease.job.kind) else { return Ok(false) };
    let after = next_step(bench, key, lease, kind, &Arc::default()).await?;
    Ok(matches!(after, After(Became::Step { .. })))
}

fn is_lost(refusals: &Refusals) -> bool {
    refusals.codes() == ["app/job-lost"]
}

//! What comes back by itself. However many servers run, each due time is taken by one of them.

use super::runner::told_to_stop;
use super::{Kind, Letter};
use crate::fault::Fault;
use crate::workbench::{Workbench, can_seal, seal_all};
use atelier_domain::controls::{Kept, Retention};
use atelier_store::proofs::Exposure;
use atelier_store::{JobId, NewJob, Scope, Timetable};
use jiff::civil::{Date, Weekday, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use std::path::PathBuf;
use std::time::Duration;
use tokio::sync::watch;

/// Between two looks at the timetable.
const LOOK: Duration = Duration::from_secs(5);
/// How often what was said since is sealed: the time for which a change could go unnoticed.
const SEALED: SignedDuration = SignedDuration::from_mins(1);
/// For how long, and for how many entries, what was said may stand in no checkpoint outside, once somebody outside is
/// named. Source: note on controls and the ledger, section 4.2 ("the exposure window: default one hour, or 10,000 rows").
const EXPOSED: Exposure = Exposure { time: SignedDuration::from_hours(1), entries: 10_000 };
/// How often it is looked whether a checkpoint is due: as often as there may be a new one.
const LOOKED: SignedDuration = SEALED;
/// How often what ended is forgotten.
const SWEPT: SignedDuration = SignedDuration::from_hours(24);
/// Jobs that ended are shown for three months.
const JOBS: SignedDuration = SignedDuration::from_hours(92 * 24);
/// How long imports that ended are kept: rows that they set aside are shown with them, as they stood in the files.
const IMPORTS: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Answers are kept seven days beside the key of their request. Source: promise D3.
const ANSWERS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The timetable of the installation.
pub struct Clock {
    /// The journeys.
    pub bench: Workbench,
    /// Where the signing key is.
    pub key: PathBuf,
    /// Turns true when it should end.
    pub stop: watch::Receiver<bool>,
}

impl Clock {
    /// Looks at the timetable until it is told to stop.
    pub async fn run(mut self) {
        while !*self.stop.borrow() {
            self.look(Timestamp::now()).await;
            let _ = tokio::time::timeout(LOOK, told_to_stop(&mut self.stop)).await;
        }
    }

    /// Does what is due now, unless another server does. What fails is told, and comes back.
    pub async fn look(&self, now: Timestamp) {
        for (what, done) in [
            ("the ledger was not sealed", self.seal(now).await),
            ("what ended was not forgotten", self.sweep(now).await),
            ("the nightly verification was not asked for", self.verify(now).await),
            ("the checkpoint was not sent", self.checkpoint(now).await),
            ("the notice of overload was not asked for", self.overload(now).await),
        ] {
            if let Err(why) = done {
                tracing::error!(error = %why, "{what}");
            }
        }
    }

    /// A server without the key leaves the seal to those that have it.
    async fn seal(&self, now: Timestamp) -> Result<(), Fault> {
        let table = Timetable { name: "seal", first: now, next: now + SEALED };
        let store = &self.bench.store;
        if can_seal(store, &self.key).await? && store.claim(table, now, &[]).await? {
            seal_all(store, &self.key, false).await?;
        }
        Ok(())
    }

    async fn sweep(&self, now: Timestamp) -> Result<(), Fault> {
        let table = Timetable { name: "sweep", first: now, next: now + SWEPT };
        if self.bench.store.claim(table, now, &[]).await? {
            self.bench.store.forget_jobs(now - JOBS).await?;
            self.bench.store.forget_jobs_of(Kind::Import.code(), now - IMPORTS).await?;
            self.bench.store.forget_answers(now - ANSWERS).await?;
            let oldest = |kept| Retention::shipped().oldest(kept, now);
            self.bench.store.forget_uses(oldest(Kept::Uses).to_zoned(TimeZone::UTC).date()).await?;
            self.bench.store.sweep_access(now, oldest(Kept::AccessJournal)).await?;
        }
        Ok(())
    }

    /// What was said goes within [`EXPOSED`] to those outside who are named, as a checkpoint, so that the past cannot
    /// be changed in silence; where nothing was said, nothing goes.
    async fn checkpoint(&self, now: Timestamp) -> Result<(), Fault> {
        let (store, named) = (&self.bench.store, &self.bench.outside.checkpoints);
        let table = Timetable { name: "checkpoints", first: now, next: now + LOOKED };
        if named.is_empty() || !store.claim(table, now, &[]).await? {
            return Ok(());
        }
        for tenant in store.tenants().await? {
            let mut tx = store.begin(Scope::of_company(tenant)).await?;
            if tx.checkpoint_due(EXPOSED, now).await? {
                for to in named {
                    tx.enqueue(&Letter::Checkpoint { to: to.clone() }.job(now)?).await?;
                }
                tx.commit().await?;
            }
        }
        Ok(())
    }

    async fn verify(&self, now: Timestamp) -> Result<(), Fault> {
        let night = night_after(now);
        self.of_each_company(Kind::Verify, Timetable { name: "verify", first: night, next: night }, now).await
    }

    /// Each Thursday before the day begins: time is left to move what does not fit in the week after.
    async fn overload(&self, now: Timestamp) -> Result<(), Fault> {
        let next = thursday_after(now);
        self.of_each_company(Kind::Overload, Timetable { name: "overload", first: next, next }, now).await
    }

    /// One job for each company.
    async fn of_each_company(&self, kind: Kind, table: Timetable<'_>, now: Timestamp) -> Result<(), Fault> {
        let mut jobs = Vec::new();
        for tenant in self.bench.store.tenants().await? {
            let (kind, payload) = (kind.code().to_owned(), "{}".to_owned());
            let id = JobId::make();
            jobs.push((tenant, NewJob { id, kind, payload, requester: None, made: now, due: now }));
        }
        self.bench.store.claim(table, now, &jobs).await?;
        Ok(())
    }
}

/// The next half past one at night, UTC.
fn night_after(now: Timestamp) -> Timestamp {
    let today = now.to_zoned(TimeZone::UTC).date();
    let at =
        |day: Date| day.to_datetime(time(1, 30, 0, 0)).to_zoned(TimeZone::UTC).map(|at| at.timestamp()).ok();
    let tomorrow = today.checked_add(1.day()).ok();
    let nights = [Some(today), tomorrow].into_iter().flatten().filter_map(at);
    nights.into_iter().find(|night| *night > now).unwrap_or(now + SWEPT)
}

/// The next Thursday at five in the morning, UTC.
fn thursday_after(now: Timestamp) -> Timestamp {
    let five = |day: Date| day.to_datetime(time(5, 0, 0, 0)).to_zoned(TimeZone::UTC).ok();
    let days = now.to_zoned(TimeZone::UTC).date().series(1.day()).take(8);
    let mornings = days.filter(|day| day.weekday() == Weekday::Thursday).filter_map(five);
    mornings.map(|at| at.timestamp()).find(|at| *at > now).unwrap_or(now + SWEPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_night_is_later_than_now_and_within_a_day() {
        for (now, night) in [
            ("2027-01-04T01:29:59Z", "2027-01-04T01:30:00Z"),
            ("2027-01-04T01:30:00Z", "2027-01-05T01:30:00Z"),
            ("2027-12-31T23:00:00Z", "2028-01-01T01:30:00Z"),
        ] {
            assert_eq!(night_after(now.parse().unwrap()).to_string(), night);
        }
    }

    #[test]
    fn the_notice_of_overload_comes_on_thursday_morning() {
        for (now, next) in [
            ("2027-01-14T04:59:59Z", "2027-01-14T05:00:00Z"),
            ("2027-01-14T05:00:00Z", "2027-01-21T05:00:00Z"),
            ("2027-01-15T12:00:00Z", "2027-01-21T05:00:00Z"),
        ] {
            assert_eq!(thursday_after(now.parse().unwrap()).to_string(), next);
        }
    }
}

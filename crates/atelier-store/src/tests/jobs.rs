//! Jobs: put down once, done once, whoever dies in between.

use super::fixture::*;
use crate::{Content, Job, JobId, JobState, Lease, NewJob, Store, StoreError, Timetable, backoff};
use atelier_domain::controls::UserId;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use uuid::Uuid;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

fn asked(by: Option<UserId>) -> NewJob {
    let (id, kind, payload) = (JobId::make(), "count".to_owned(), "{}".to_owned());
    NewJob { id, kind, payload, requester: by, made: now(), due: now() }
}

fn ana() -> UserId {
    UserId(Uuid::from_u128(7))
}

fn later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

async fn put_down(store: &Store, jobs: &[NewJob]) {
    let mut tx = store.begin(scope()).await.unwrap();
    for job in jobs {
        tx.enqueue(job).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn one(store: &Store, id: JobId) -> Job {
    store.read(scope()).await.unwrap().job(id).await.unwrap().unwrap()
}

async fn facts(store: &Store) -> i64 {
    store.read(scope()).await.unwrap().count_facts().await.unwrap().facts
}

async fn taken(store: &Store, worker: &str, at: Timestamp) -> Lease {
    store.lease(worker, at, MINUTE).await.unwrap().unwrap()
}

/// The effect of a job and its end, in one transaction.
async fn effect(store: &Store, lease: &Lease, name: &str) -> Result<(), StoreError> {
    let mut tx = store.begin(scope()).await?;
    tx.append(&fact("planning/publish", &[Content::Order(order(name, 1, "firm", "2027-01-05T09:00"))]))
        .await?;
    tx.finish(lease, "{\"made\":1}", now()).await?;
    tx.commit().await
}

fn lost(result: &Result<(), StoreError>) -> bool {
    match result {
        Err(StoreError::Refused(refusals)) => codes(refusals) == ["app/job-lost"],
        _ => false,
    }
}

on_each_engine!(eight_workers_do_two_hundred_jobs_once_each, async |store: Store| {
    let jobs: Vec<NewJob> = (0..200).map(|_| asked(None)).collect();
    put_down(&store, &jobs).await;
    let mut workers = Vec::new();
    for worker in 0..8 {
        let store = store.clone();
        workers.push(tokio::spawn(async move {
            let mut done = Vec::new();
            while let Some(lease) = store.lease(&format!("w{worker}"), now(), MINUTE).await.unwrap() {
                assert_eq!(lease.job.worker.as_deref(), Some(format!("w{worker}").as_str()));
                effect(&store, &lease, &lease.job.id.to_string()).await.unwrap();
                done.push(lease.job.id);
            }
            done
        }));
    }
    let mut times: BTreeMap<JobId, usize> = BTreeMap::new();
    for worker in workers {
        for id in worker.await.unwrap() {
            *times.entry(id).or_default() += 1;
        }
    }
    assert_eq!(times.len(), 200);
    assert!(times.values().all(|times| *times == 1));
    assert_eq!(facts(&store).await, 200);
});

on_each_engine!(a_job_is_there_with_what_asked_for_it_or_not_at_all, async |store: Store| {
    let job = asked(Some(ana()));
    let mut tx = store.begin(scope()).await.unwrap();
    tx.enqueue(&job).await.unwrap();
    tx.rollback().await.unwrap();
    assert_eq!(store.lease("w", now(), MINUTE).await.unwrap(), None);
    put_down(&store, std::slice::from_ref(&job)).await;
    let lease = taken(&store, "w", now()).await;
    assert_eq!((lease.tenant, lease.job.id, lease.job.requester), (tenant(), job.id, Some(ana())));
});

on_each_engine!(a_worker_that_lost_its_lease_writes_nothing, async |store: Store| {
    put_down(&store, &[asked(None)]).await;
    let slow = taken(&store, "slow", now()).await;
    assert_eq!(store.lease("other", now(), MINUTE).await.unwrap(), None);
    let other = taken(&store, "other", later(2)).await;
    assert_eq!((other.job.id, other.job.fence, other.job.attempts), (slow.job.id, 2, 2));
    let before = store.digests().await.unwrap();
    assert!(lost(&effect(&store, &slow, "slow").await));
    assert!(!store.renew(&slow, later(9), (1, 2)).await.unwrap());
    assert!(!store.give_back(&slow, now()).await.unwrap());
    assert!(!store.fail(&slow, "[]", now(), None).await.unwrap());
    assert_eq!(store.digests().await.unwrap(), before);
    effect(&store, &other, "other").await.unwrap();
    let job = one(&store, other.job.id).await;
    assert_eq!((job.state, job.result.as_deref()), (JobState::Done, Some("{\"made\":1}")));
    assert_eq!(job.ended, Some(now()));
});

on_each_engine!(a_lease_that_is_renewed_is_kept, async |store: Store| {
    put_down(&store, &[asked(None)]).await;
    let lease = taken(&store, "w", now()).await;
    assert!(store.renew(&lease, later(5), (3, 10)).await.unwrap());
    assert_eq!(store.lease("other", later(4), MINUTE).await.unwrap(), None);
    let job = one(&store, lease.job.id).await;
    assert_eq!((job.done, job.total, job.due), (3, 10, later(5)));
});

on_each_engine!(what_died_between_two_steps_goes_on_and_its_effect_is_one, async |store: Store| {
    put_down(&store, &[asked(None)]).await;
    let step = async |lease: &Lease, step: i64, commits: bool| {
        let mut tx = store.begin(scope()).await.unwrap();
        let name = format!("step {step}");
        let order = Content::Order(order(&name, 1, "firm", "2027-01-05T09:00"));
        tx.append(&fact("planning/publish", &[order])).await.unwrap();
        tx.advance(lease, step, &name).await.unwrap();
        if commits {
            tx.commit().await.unwrap();
        }
    };
    let (mut at, mut deaths) = (0, 0);
    loop {
        // Whoever takes it dies: before the first step's end, then after it, then before the second's…
        let lease = taken(&store, "w", later(at)).await;
        at += 2;
        if lease.job.step == 3 {
            assert_eq!(lease.job.kept, "step 3");
            effect(&store, &lease, "end").await.unwrap();
            break;
        }
        step(&lease, lease.job.step + 1, deaths % 2 == 1).await;
        deaths += 1;
    }
    assert_eq!(deaths, 6);
    assert_eq!(facts(&store).await, 4);
    assert_eq!(store.lease("w", later(at), MINUTE).await.unwrap(), None);
});

on_each_engine!(a_cancelled_job_has_no_effect, async |store: Store| {
    let (waiting, running) = (asked(None), asked(Some(ana())));
    put_down(&store, &[running.clone(), waiting.clone()]).await;
    let lease = taken(&store, "w", now()).await;
    let mut tx = store.begin(scope()).await.unwrap();
    for id in [waiting.id, running.id] {
        assert!(tx.cancel(id, now()).await.unwrap());
        assert!(!tx.cancel(id, now()).await.unwrap());
    }
    assert!(!tx.cancel(JobId::make(), now()).await.unwrap());
    tx.commit().await.unwrap();
    assert!(!store.renew(&lease, later(1), (0, 0)).await.unwrap());
    assert!(lost(&effect(&store, &lease, "gone").await));
    assert_eq!(store.lease("w", later(60), MINUTE).await.unwrap(), None);
    assert_eq!(one(&store, running.id).await.state, JobState::Cancelled);
});

on_each_engine!(what_fails_is_tried_again_later_or_given_up, async |store: Store| {
    put_down(&store, &[asked(None)]).await;
    let lease = taken(&store, "w", now()).await;
    assert!(store.fail(&lease, "[1]", now(), Some(later(3))).await.unwrap());
    assert_eq!(store.lease("w", later(2), MINUTE).await.unwrap(), None);
    let again = taken(&store, "w", later(3)).await;
    assert_eq!((again.job.attempts, again.job.refusals.as_deref()), (2, Some("[1]")));
    assert!(store.give_back(&again, later(4)).await.unwrap());
    let again = taken(&store, "w", later(4)).await;
    assert_eq!(again.job.attempts, 2, "giving back is no attempt");
    assert!(store.fail(&again, "[2]", later(4), None).await.unwrap());
    let job = one(&store, again.job.id).await;
    assert_eq!((job.state, job.ended), (JobState::Failed, Some(later(4))));
    assert_eq!(store.lease("w", later(60), MINUTE).await.unwrap(), None);
    assert_eq!(store.forget_jobs(later(4)).await.unwrap(), 0);
    assert_eq!(store.forget_jobs(later(5)).await.unwrap(), 1);
});

on_each_engine!(a_list_shows_ones_own_or_all_newest_first_by_pages, async |store: Store| {
    let jobs: Vec<NewJob> = (0..5).map(|n| asked((n % 2 == 0).then(ana))).collect();
    put_down(&store, &jobs).await;
    let mut reader = store.read(scope()).await.unwrap();
    let own = reader.jobs(Some(ana()), None, 10).await.unwrap();
    let ids: Vec<JobId> = own.items.iter().map(|job| job.id).collect();
    assert_eq!((ids, own.next), (vec![jobs[4].id, jobs[2].id, jobs[0].id], None));
    let first = reader.jobs(None, None, 3).await.unwrap();
    let rest = reader.jobs(None, first.next.as_deref(), 3).await.unwrap();
    let ids: Vec<JobId> = first.items.iter().chain(&rest.items).map(|job| job.id).collect();
    assert_eq!(ids, jobs.iter().rev().map(|job| job.id).collect::<Vec<_>>());
    let stranger = crate::Scope::of_company(atelier_domain::language::TenantId::of("dordogne"));
    assert_eq!(store.read(stranger).await.unwrap().job(jobs[0].id).await.unwrap(), None);
});

on_each_engine!(each_due_time_is_given_to_one_server, async |store: Store| {
    say(&store, "execution/found", &[company()]).await;
    let mut claims = 0;
    for round in 0..5_i64 {
        let servers = (0..8).map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                let table = Timetable { name: "night", first: later(10), next: later(10 * (round + 2)) };
                store.claim(table, later(10 * (round + 1)), &[(tenant(), asked(None))]).await.unwrap()
            })
        });
        for server in servers.collect::<Vec<_>>() {
            claims += i64::from(server.await.unwrap());
        }
        assert_eq!(claims, round + 1);
    }
    let jobs = store.read(scope()).await.unwrap().jobs(None, None, 100).await.unwrap();
    assert_eq!(jobs.items.len(), 5);
    let early = Timetable { name: "other", first: later(10), next: later(20) };
    assert!(!store.claim(early, later(9), &[]).await.unwrap());
});

on_each_engine!(jobs_leave_no_trace_in_the_digest, async |store: Store| {
    busy(&store).await;
    let before = store.digests().await.unwrap();
    put_down(&store, &[asked(None)]).await;
    taken(&store, "w", now()).await;
    assert_eq!(store.digests().await.unwrap(), before);
    store.rebuild(scope(), |_, _| ()).await.unwrap();
    assert_eq!(store.read(scope()).await.unwrap().jobs(None, None, 9).await.unwrap().items.len(), 1);
});

#[test]
fn waits_grow_to_an_hour() {
    let seconds: Vec<i64> = [0, 1, 2, 3, 9, 10, 60].map(|attempt| backoff(attempt).as_secs()).into();
    assert_eq!(seconds, [10, 10, 20, 40, 2560, 3600, 3600]);
}

//! What a job does, and what it does not once it may not.

use super::*;
use atelier_server::jobs::one_step;
use atelier_server::workbench::{Aimed, Pursuit, made, span_of_years};
use jiff::SignedDuration;

on_each_engine!(a_plan_made_as_a_job_is_the_plan_made_at_the_keyboard, async |shop: Shop| {
    let id = shop.ask(Kind::Plan, plan(20)).await;
    let job = shop.ended(id).await;
    assert_eq!((job.state, job.attempts), (JobState::Done, 1), "{job:?}");
    let by_job = shop.orders().await;
    let direct = Shop::on(None).await;
    let read = direct.bench.shop(&direct.office, span_of_years(TODAY, None), true).await.unwrap();
    let effort = atelier_domain::planning::schedule::Effort { rounds: 20, seed: 1, threads: 2 };
    let pursuit = Pursuit { effort, ..Pursuit::default() };
    let planned = made(&read, &Aimed::default(), TODAY, &pursuit).unwrap();
    direct.bench.publish(&direct.office, &planned, &ACT()).await.unwrap();
    assert!(by_job.len() > 100, "{}", by_job.len());
    assert_eq!(by_job, direct.orders().await);
    let result: Value = serde_json::from_str(job.result.as_deref().unwrap()).unwrap();
    assert_eq!((&result["version"], &result["placed"]), (&1.into(), &planned.summary.placed.into()));
    let plans =
        shop.bench.store.read(shop.office.scope).await.unwrap().plan_versions("company").await.unwrap();
    assert_eq!(plans.len(), 1);
});

on_each_engine!(whoever_dies_between_two_steps_the_end_is_the_same, async |shop: Shop| {
    atelier_server::workbench::seal_all(&shop.bench.store, &shop.key(), false).await.unwrap();
    let calm = shop.ask(Kind::Verify, "{}".into()).await;
    let calm = shop.ended(calm).await;
    assert_eq!((calm.state, calm.step), (JobState::Done, 1), "{calm:?}");
    let id = shop.ask(Kind::Verify, "{}".into()).await;
    let (mut at, mut deaths) = (Timestamp::now(), 0);
    loop {
        // Taken, done for one step, and never heard of again.
        let lease = shop.bench.store.lease("w", at, SignedDuration::from_mins(1)).await.unwrap().unwrap();
        assert_eq!(lease.job.id, id);
        at += SignedDuration::from_mins(2);
        if !one_step(&shop.bench, &shop.key(), &lease).await.unwrap() {
            break;
        }
        deaths += 1;
    }
    let job = shop.job(id).await;
    assert_eq!((deaths, job.state, &job.result), (1, JobState::Done, &calm.result));
    assert!(shop.bench.store.lease("w", at, SignedDuration::from_mins(1)).await.unwrap().is_none());
});

on_each_engine!(a_worker_that_comes_back_too_late_publishes_nothing, async |shop: Shop| {
    let id = shop.ask(Kind::Plan, plan(0)).await;
    let (at, minute) = (Timestamp::now(), SignedDuration::from_mins(1));
    let late = shop.bench.store.lease("late", at, minute).await.unwrap().unwrap();
    let other = shop.bench.store.lease("other", at + minute * 2, minute).await.unwrap().unwrap();
    assert!(!one_step(&shop.bench, &shop.key(), &other).await.unwrap());
    let before = shop.bench.store.digests().await.unwrap();
    assert!(one_step(&shop.bench, &shop.key(), &late).await.unwrap_err().to_string().contains("job-lost"));
    assert_eq!(shop.bench.store.digests().await.unwrap(), before);
    assert_eq!(shop.job(id).await.state, JobState::Done);
});

on_each_engine!(a_job_has_the_rights_that_its_requester_has_when_it_acts, async |shop: Shop| {
    for (say, code) in [
        ((|user| user.roles = vec![Role::Seller]) as fn(&mut User), "controls/not-allowed"),
        (disabled, "app/requester-gone"),
    ] {
        let id = shop.ask(Kind::Plan, plan(0)).await;
        changed(&shop, say).await;
        let job = shop.ended(id).await;
        assert_eq!((job.state, codes(&job)), (JobState::Failed, vec![code.to_owned()]));
        assert_eq!(shop.orders().await, []);
    }
});

on_each_engine!(a_right_lost_while_the_plan_is_made_counts, async |shop: Shop| {
    // Far more rounds than there is time for: the right is lost while it searches.
    let id = shop.ask(Kind::Plan, plan(3_000)).await;
    let crew = Crew::start(&shop.bench, &shop.key(), 1);
    shop.until(id, |job| job.state == JobState::Running).await;
    changed(&shop, disabled).await;
    let job = shop.until(id, |job| job.state.is_end()).await;
    crew.end().await;
    assert_eq!((job.state, codes(&job)), (JobState::Failed, vec!["app/requester-gone".to_owned()]));
    assert_eq!(shop.orders().await, []);
});

on_each_engine!(a_cancelled_job_frees_its_worker, async |shop: Shop| {
    let endless = shop.ask(Kind::Plan, plan(1 << 40)).await;
    let crew = Crew::start(&shop.bench, &shop.key(), 1);
    let shown = shop.until(endless, is_running).await;
    assert!(shown.total > shown.done, "{shown:?}");
    let next = shop.ask(Kind::Plan, plan(0)).await;
    let mut tx = shop.bench.store.begin(shop.office.scope).await.unwrap();
    assert!(tx.cancel(endless, Timestamp::now()).await.unwrap());
    tx.commit().await.unwrap();
    let next = shop.until(next, |job| job.state.is_end()).await;
    crew.end().await;
    assert_eq!((next.state, shop.job(endless).await.state), (JobState::Done, JobState::Cancelled));
    let plans =
        shop.bench.store.read(shop.office.scope).await.unwrap().plan_versions("company").await.unwrap();
    assert_eq!(plans.len(), 1);
});

on_each_engine!(a_worker_told_to_stop_gives_back_what_it_has, async |shop: Shop| {
    let id = shop.ask(Kind::Plan, plan(1 << 40)).await;
    let crew = Crew::start(&shop.bench, &shop.key(), 1);
    shop.until(id, is_running).await;
    let began = Instant::now();
    crew.end().await;
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    let job = shop.job(id).await;
    assert_eq!((job.state, job.attempts), (JobState::Waiting, 0));
});

on_each_engine!(what_cannot_be_planned_is_refused_in_words, async |shop: Shop| {
    let ask = PlanAsk { process: Some("inconnu".into()), ..PlanAsk::default() };
    let asked = PlanJob { ask, today: TODAY, rounds: 0, seed: 1, by_margin: false };
    let id = shop.ask(Kind::Plan, serde_json::to_string(&asked).unwrap()).await;
    let job = shop.ended(id).await;
    assert_eq!((job.state, codes(&job)), (JobState::Failed, vec!["app/unknown-process".to_owned()]));
    let broken = shop.ask(Kind::Plan, "{".into()).await;
    let crew = Crew::start(&shop.bench, &shop.key(), 1);
    // Ours to mend: tried again later rather than lost.
    let job = shop.until(broken, |job| job.refusals.is_some()).await;
    crew.end().await;
    assert_eq!((job.state, codes(&job)), (JobState::Waiting, vec!["app/incident".to_owned()]));
    assert!(job.due > job.made);
});

on_each_engine!(what_nobody_ends_is_given_up, async |shop: Shop| {
    let id = shop.ask(Kind::Plan, plan(0)).await;
    let mut at = Timestamp::now() - SignedDuration::from_hours(1);
    let (made, minute) = (at, SignedDuration::from_mins(1));
    let mut tx = shop.bench.store.begin(shop.office.scope).await.unwrap();
    let dying = JobId::make();
    tx.cancel(id, made).await.unwrap();
    let kind = Kind::Plan.code().to_owned();
    let requester = Some(shop.director.id);
    tx.enqueue(&NewJob { id: dying, kind, payload: plan(0), requester, made, due: made }).await.unwrap();
    tx.commit().await.unwrap();
    for _ in 0..5 {
        shop.bench.store.lease("dies", at, minute).await.unwrap().unwrap();
        at += minute * 2;
    }
    let job = shop.ended(dying).await;
    assert_eq!((job.state, codes(&job)), (JobState::Failed, vec!["app/job-given-up".to_owned()]));
});

//! Messages to subscriptions: signed, tried again, never sent elsewhere.

use crate::receiver::{Answer, Came, Receiver};
use atelier_domain::language::Currency;
use atelier_domain::ledger::Purpose;
use atelier_server::fault::Fault;
use atelier_server::jobs::one_step;
use atelier_server::outbound::{Outside, Own, signature};
use atelier_server::rights::Office;
use atelier_server::workbench::{
    Act, Workbench, add_webhook, find_webhook, remove_webhook, rotate_webhook, test_webhook, webhooks,
};
use atelier_store::{Company, Content, JobState, Sheet, Store, Target};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

const NOW: &str = "2027-01-04T07:00:00Z";

pub fn act() -> Act<'static> {
    Act { actor: "test", now: Timestamp::now(), source: "test" }
}

/// A company whose own network holds the receiver.
pub async fn house(origin: &str) -> (Workbench, Office, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    let outside = Outside { own: Own::read(origin).unwrap(), ..Outside::default() };
    let bench = Workbench::new(store).with_outside(outside);
    let company = Company {
        code: "north".into(),
        name: "Société du Nord".into(),
        currency: Currency::EUR,
        zone: "Europe/Paris".into(),
    };
    let office = bench.found(company, &act()).await.unwrap();
    (bench, office, folder)
}

/// Something happens in the company.
pub async fn happens(bench: &Workbench, office: &Office) {
    let sheet =
        Sheet { kind: "workshop".into(), code: "workshop".into(), version: 1, text: "secret text".into() };
    let said = vec![Content::Sheet(sheet)];
    bench.say(office, "process/keep", Purpose::Performance, &act(), said).await.unwrap();
}

/// Does the next job that is due some seconds from now; its end, or nothing when none was due.
pub async fn next(bench: &Workbench, office: &Office, seconds: i64) -> Option<(JobState, String)> {
    let then = Timestamp::now() + SignedDuration::from_secs(seconds);
    let lease = bench.store.lease("test", then, SignedDuration::from_mins(1)).await.unwrap()?;
    let _ = one_step(bench, std::path::Path::new("none"), &lease).await.unwrap();
    let job = bench.store.read(office.scope).await.unwrap().job(lease.job.id).await.unwrap().unwrap();
    Some((job.state, job.result.unwrap_or_default()))
}

fn signed_by(came: &Came, secrets: &[&str]) -> bool {
    let secrets: Vec<String> = secrets.iter().map(|secret| (*secret).to_owned()).collect();
    let second: i64 = came.headers["webhook-timestamp"].parse().unwrap();
    assert!((Timestamp::now().as_second() - second).abs() < 300, "receivers refuse what is old");
    signature(&secrets, &came.headers["webhook-id"], second, &came.body).as_ref()
        == came.headers.get("webhook-signature")
}

#[tokio::test]
async fn what_happens_is_told_signed_and_tried_again_until_it_is_taken() {
    let receiver = Receiver::answering(&[Answer::Status(500), Answer::Redirect, Answer::Status(404)]).await;
    let (bench, office, _folder) = house(&receiver.origin).await;
    let url = format!("{}/hook?a=b", receiver.origin);
    let (webhook, secret) =
        add_webhook(&bench, &office, &url, vec!["process.*".into()], &act()).await.unwrap();
    assert!(secret.starts_with("whsec_"));
    assert_eq!(next(&bench, &office, 0).await, None, "nothing happened yet");
    happens(&bench, &office).await;

    let mut ids = Vec::new();
    for (due, wait) in [(0, 5), (6, 300), (301, 1_800), (1_801, 0)] {
        let (state, result) = next(&bench, &office, due).await.expect("a job is due");
        assert_eq!(state, JobState::Done, "{result}");
        assert_eq!(result.contains("\"again\""), wait > 0, "{result}");
        let came = receiver.came();
        let [one] = came.as_slice() else { panic!("{came:?}") };
        assert_eq!(one.line, "POST /hook?a=b HTTP/1.1");
        assert_eq!(one.headers["content-type"], "application/json");
        assert!(signed_by(one, &[&secret]), "{one:?}");
        assert!(
            one.body.contains("\"type\":\"process.keep\"") && !one.body.contains("secret text"),
            "{one:?}"
        );
        ids.push(one.headers["webhook-id"].clone());
        assert_eq!(next(&bench, &office, wait - 2).await, None, "not before its time");
    }
    ids.dedup();
    assert_eq!(ids.len(), 1, "one identity for one message: {ids:?}");

    // A rotation loses nobody: both sign for a day.
    let (_, newer) = rotate_webhook(&bench, &office, webhook.id, &act()).await.unwrap();
    assert_eq!(test_webhook(&bench, &office, &webhook, Timestamp::now()).await.unwrap(), 204);
    let came = receiver.came();
    assert!(signed_by(&came[0], &[&newer, &secret]) && came[0].body.contains("atelier.test"), "{came:?}");

    // What was removed is told nothing, not even what waits.
    happens(&bench, &office).await;
    remove_webhook(&bench, &office, webhook.id, &act()).await.unwrap();
    let (_, result) = next(&bench, &office, 0).await.unwrap();
    assert_eq!(result, "{\"removed\":true}");
    happens(&bench, &office).await;
    assert_eq!(next(&bench, &office, 0).await, None);
    assert!(receiver.came().is_empty() && webhooks(&bench, &office).await.unwrap().is_empty());
    let refused = find_webhook(&bench, &office, &url).await.unwrap_err();
    assert!(matches!(refused, Fault::Refused(it) if it.codes() == ["controls/unknown-webhook"]));
}

#[tokio::test]
async fn after_three_days_a_message_is_given_up() {
    let receiver = Receiver::answering(&[Answer::Status(503); 10]).await;
    let (bench, office, _folder) = house(&receiver.origin).await;
    add_webhook(&bench, &office, &receiver.origin, vec!["process.keep".into()], &act()).await.unwrap();
    happens(&bench, &office).await;
    let mut attempts = 0;
    while next(&bench, &office, 200_000).await.is_some_and(|(state, _)| state == JobState::Done) {
        attempts += 1;
    }
    // The last attempt gives up: the worker then writes that it failed, which one step does not.
    assert_eq!((attempts, receiver.came().len()), (9, 10));
    receiver.then(Answer::Status(200));
    assert!(receiver.came().is_empty(), "nothing more is sent");
}

#[tokio::test]
async fn an_address_inside_is_refused_when_it_is_given_and_when_it_is_called() {
    let receiver = Receiver::answering(&[]).await;
    let (bench, office, _folder) = house(&receiver.origin).await;
    for (url, code) in [
        ("https://169.254.169.254/", "integration/address-inside"),
        ("http://example.com/", "integration/address-scheme"),
        ("https://hooks.example.com:8443/", "integration/address-port"),
    ] {
        let refused = add_webhook(&bench, &office, url, Vec::new(), &act()).await.unwrap_err();
        let Fault::Refused(refused) = refused else { panic!("{refused}") };
        assert_eq!((refused.codes(), refused.0[0].place.field.as_deref()), (vec![code], Some("url")));
    }
    let (webhook, _) = add_webhook(&bench, &office, &receiver.origin, Vec::new(), &act()).await.unwrap();
    // The operator no longer says that this network is theirs.
    let strict = Workbench::new(bench.store.clone());
    let refused = test_webhook(&strict, &office, &webhook, NOW.parse().unwrap()).await.unwrap_err();
    assert!(matches!(refused, Fault::Refused(it) if it.codes() == ["integration/address-scheme"]));
    assert!(receiver.came().is_empty());
}

#[tokio::test]
async fn who_says_nothing_is_not_waited_for() {
    let receiver = Receiver::answering(&[Answer::Silence]).await;
    let (bench, office, _folder) = house(&receiver.origin).await;
    let (webhook, _) = add_webhook(&bench, &office, &receiver.origin, Vec::new(), &act()).await.unwrap();
    let began = std::time::Instant::now();
    let refused = test_webhook(&bench, &office, &webhook, Timestamp::now()).await.unwrap_err();
    assert!(matches!(refused, Fault::Refused(it) if it.codes() == ["integration/too-slow"]));
    assert!((14..25).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
}

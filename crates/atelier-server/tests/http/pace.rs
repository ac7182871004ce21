//! One caller who asks too fast is told to wait; the others are served.

use atelier_domain::language::Currency;
use atelier_server::http::{Service, Site, service};
use atelier_server::rights::{self, Coming, Draft};
use atelier_server::workbench::{Act, Workbench};
use atelier_store::{Company, Store, Target};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, Response};
use http_body_util::BodyExt;
use jiff::Timestamp;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use tower::ServiceExt;

/// A company of one, served at one request a second, and the secret of a session of theirs.
struct Paced {
    service: Router,
    session: String,
    _folder: tempfile::TempDir,
}

impl Paced {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let bench = Workbench::new(Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap());
        let act = Act { actor: "tests", now: Timestamp::now(), source: "tests" };
        let company = Company {
            code: "garonne".into(),
            name: "Garonne".into(),
            currency: Currency::EUR,
            zone: "Europe/Paris".into(),
        };
        let office = bench.found(company, &act).await.unwrap();
        let (login, roles) = ("lea@garonne.example".to_owned(), vec!["finance".to_owned()]);
        let draft = Draft { name: "Léa".into(), login, roles, ..Draft::default() };
        let (_, invitation) = rights::add(&bench, &office, draft, &act).await.unwrap();
        let coming = Coming { now: act.now, browser: "" };
        let password = crate::rights::PASSWORD;
        let entered = rights::accept(&bench, invitation.reveal(), password, &coming).await.unwrap();
        let session = entered.whole().unwrap().secret.reveal().to_owned();
        let service = service(Service::paced(bench, Site::Loopback, NonZeroU32::MIN));
        Self { service, session, _folder: folder }
    }

    /// Asks from an address, showing something.
    async fn ask(&self, from: [u8; 4], path: &str, shown: Option<(&str, &str)>) -> Response<Body> {
        let mut request = Request::builder().uri(path).header("host", "localhost:4310");
        if let Some((name, value)) = shown {
            request = request.header(name, value);
        }
        let from = ConnectInfo(SocketAddr::from((from, 50_000)));
        let request = request.extension(from).body(Body::empty()).unwrap();
        self.service.clone().oneshot(request).await.unwrap()
    }

    async fn status(&self, from: [u8; 4], path: &str, shown: Option<(&str, &str)>) -> u16 {
        self.ask(from, path, shown).await.status().as_u16()
    }
}

const HERE: [u8; 4] = [10, 0, 0, 1];
const LIVE: &str = "/health/live?lang=en";

#[tokio::test]
async fn one_caller_who_asks_too_fast_waits_alone() {
    let paced = Paced::open().await;
    // Five seconds' worth at once.
    for _ in 0..5 {
        let answer = paced.ask(HERE, LIVE, None).await;
        assert_eq!(
            (answer.status().as_u16(), &answer.headers()["ratelimit-policy"]),
            (200, &"\"caller\";q=5;w=5".parse().unwrap())
        );
    }
    let refused = paced.ask(HERE, LIVE, None).await;
    assert_eq!(refused.status(), 429);
    let wait: u32 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=2).contains(&wait), "{wait}");
    let body = refused.into_body().collect().await.unwrap().to_bytes();
    let problem: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(problem["code"], "controls/too-fast");
    assert_eq!(paced.status([10, 0, 0, 2], LIVE, None).await, 200, "another address");
    // A browser takes every file of the pages at its first visit.
    assert_eq!(paced.status(HERE, "/index.html", None).await, 200);
}

/// Nothing that somebody adds to their requests gives them a bucket of their own.
#[tokio::test]
async fn what_is_made_up_is_paced_by_address() {
    let paced = Paced::open().await;
    // What is no pass of ours is as if nothing was shown.
    let mut given = 0;
    for at in 0..40 {
        let (cookie, other) = (format!("x={at}"), format!("Basic {at}"));
        for (name, value) in [("cookie", &cookie), ("authorization", &other)] {
            given += u16::from(paced.status(HERE, LIVE, Some((name, value.as_str()))).await == 200);
        }
    }
    assert!((5..20).contains(&given), "{given} of 80");
    // What has the form of one is a caller of that address, however many are made up.
    let mut asked = 0;
    for at in 0..40 {
        let (cookie, key) = (format!("atelier={at:043}"), format!("Bearer atl_{at:043}"));
        for (name, value) in [("cookie", &cookie), ("authorization", &key)] {
            asked += u16::from(paced.status(HERE, "/api/session", Some((name, value.as_str()))).await == 401);
        }
    }
    assert!((5..20).contains(&asked), "{asked} of 80");
}

/// A live session is one caller wherever it comes from and whatever is added to it, and asks while others wait.
#[tokio::test]
async fn a_live_session_has_a_bucket_of_its_own() {
    let paced = Paced::open().await;
    while paced.status(HERE, LIVE, None).await == 200 {}
    let mut given = 0;
    for at in 0..40 {
        let cookie = format!("j={at}; atelier={}; k={at}", paced.session);
        let from = [10, 0, 0, at];
        given += u16::from(paced.status(from, "/api/session", Some(("cookie", &cookie))).await == 200);
    }
    assert!((5..20).contains(&given), "{given} of 40");
}

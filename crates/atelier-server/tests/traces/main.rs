//! Spans as a collector receives them: of a request and of a job, under the caller's own, all of them there
//! when the program has ended, and nobody's name in them.
#![allow(clippy::unwrap_used, clippy::expect_used)] // helpers of tests: a failure must stop the test

mod collector;

use atelier_domain::language::TenantId;
use atelier_store::{JobId, JobState, NewJob, Scope, Store, Target};
use collector::Collector;
use jiff::Timestamp;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const LOGIN: &str = "lea.martin@maison.example";
const OBJECT: &str = "0199f2d4-0000-7000-8000-00000000c0de";
const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

fn program(folder: &Path, line: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atelier"));
    command.env_remove("ATELIER_DATABASE").arg("--data").arg(folder).args(line);
    command
}

/// A server that sends spans at its end only, and its address.
fn serve(folder: &Path, collector: &Collector) -> (Child, String) {
    let mut command = program(folder, &["serve", "--port", "0", "--json"]);
    command.env("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address()).env("OTEL_BSP_SCHEDULE_DELAY", "600000");
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let mut told = String::new();
    while serde_json::from_str::<serde_json::Value>(&told).is_err() {
        assert!(said.read_line(&mut told).unwrap() > 0, "{told}");
    }
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let url = told["url"].as_str().unwrap();
    (child, url.trim_start_matches("http://").trim_end_matches('/').to_owned())
}

/// The status of an answer.
fn ask(address: &str, head: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    let request = format!(
        "{head} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\ntraceparent: 00-{TRACE}-00f067aa0ba902b7-01\r\n\
         tracestate: vendor=martin\r\nbaggage: name=martin\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.split(' ').nth(1).unwrap().to_owned()
}

/// Puts a verification down, and says when it is done.
async fn verification(store: &Store) -> JobId {
    let (id, now) = (JobId::make(), Timestamp::now());
    let job =
        NewJob { id, kind: "verify".into(), payload: "{}".into(), requester: None, made: now, due: now };
    let mut tx = store.begin(Scope::of_company(TenantId::of("maison"))).await.unwrap();
    tx.enqueue(&job).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn done(store: &Store, id: JobId) {
    let began = Instant::now();
    loop {
        let mut reader = store.read(Scope::of_company(TenantId::of("maison"))).await.unwrap();
        let job = reader.job(id).await.unwrap().unwrap();
        if job.state == JobState::Done {
            return;
        }
        assert!(began.elapsed() < Duration::from_mins(1), "{job:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn spans_of_requests_and_jobs_reach_the_collector_without_personal_data() {
    let folder = tempfile::TempDir::new().unwrap();
    let made = program(folder.path(), &["init", "--company", "maison", "--name", "Maison Durand"]).status();
    assert!(made.unwrap().success());
    let store = Store::open(&Target::Sqlite(folder.path().to_owned())).await.unwrap();
    let job = verification(&store).await;

    let collector = Collector::start();
    let (mut server, address) = serve(folder.path(), &collector);
    let body = format!(r#"{{"login":"{LOGIN}","password":"correct horse battery"}}"#);
    assert_eq!(ask(&address, "POST /api/session", &body), "401");
    assert_eq!(ask(&address, &format!("GET /api/orders/{OBJECT}?lang=fr"), ""), "401");
    assert_eq!(ask(&address, "MARTIN /api/load?person=martin", ""), "405");
    done(&store, job).await;
    assert!(collector.received().is_empty(), "nothing is sent before its time");
    let asked = Command::new("kill").args(["-TERM", &server.id().to_string()]).status();
    assert!(asked.unwrap().success());
    assert!(server.wait().unwrap().success());

    let received = collector.received();
    for wanted in ["POST /api/session", "GET /api/orders/{id}", "_OTHER /api/load", "job verify", "atelier"] {
        assert!(holds(&received, wanted.as_bytes()), "{wanted} in {}", String::from_utf8_lossy(&received));
    }
    assert!(holds(&received, job.to_string().as_bytes()), "the job is named by its id");
    let trace: Vec<u8> =
        (0..TRACE.len()).step_by(2).map(|at| u8::from_str_radix(&TRACE[at..at + 2], 16).unwrap()).collect();
    assert!(holds(&received, &trace), "a request is under the span of its caller");
    let low = received.to_ascii_lowercase();
    for personal in ["martin", "maison", "correct horse", OBJECT, "127.0.0.1", "lang=fr"] {
        assert!(!holds(&low, personal.as_bytes()), "{personal} is in {}", String::from_utf8_lossy(&received));
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

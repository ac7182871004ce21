//! `cargo xtask load`: requests at a fixed rate on a server that runs, and how long each waits.
//!
//! The rate is kept whatever the answers do (an open loop): what comes late waits, and its wait counts
//! from the moment it should have left. So a server that stops for a second is seen to.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const USAGE: &str = "cargo xtask load --at HOST:PORT --key KEY [--rate 300] [--seconds 60] REQUEST…
  REQUEST   /api/day?person=nord-01          read
            'PATCH /api/users/ID {\"name\":…}'  written, each time under an Idempotency-Key of its own
  --first N                           number of the first request, so that another run writes elsewhere
  --requests FILE                     one request a line, beside those given
  each request of the list is sent in its turn: say one nine times to have it nine times as often;
  {n} stands for the number of the request, {x} for it as twelve hexadecimal digits";

/// Connections: more than can be busy at once, unless the server stands still.
const CONNECTIONS: usize = 64;

struct Plan {
    at: String,
    key: String,
    rate: u32,
    seconds: u32,
    first: usize,
    requests: Vec<Asked>,
}

struct Asked {
    method: String,
    path: String,
    body: String,
}

/// A wait that is told with the second it began in, milliseconds: what hundreds of requests wait for together is
/// seen by its moments.
const LONG: f64 = 150.0;

/// What a request became: which, when it was due, how long, status (0 when it broke).
type Told = (usize, Duration, Duration, u16);

/// Drives and prints.
pub fn run(line: &[String]) -> Result<()> {
    let plan = Arc::new(read(line)?);
    let total = (plan.rate * plan.seconds) as usize;
    let (next, start) = (Arc::new(AtomicUsize::new(0)), Instant::now());
    let worker = |_| {
        let (plan, next) = (Arc::clone(&plan), Arc::clone(&next));
        std::thread::spawn(move || work(&plan, &next, total, start))
    };
    let workers: Vec<_> = (0..CONNECTIONS).map(worker).collect();
    let mut told = Vec::with_capacity(total);
    for one in workers {
        told.extend(one.join().map_err(|_| anyhow::anyhow!("a connection ended before its time"))?);
    }
    print(&plan, &told, start.elapsed());
    Ok(())
}

fn read(line: &[String]) -> Result<Plan> {
    let mut plan = Plan {
        at: String::new(),
        key: String::new(),
        rate: 300,
        seconds: 60,
        first: 0,
        requests: Vec::new(),
    };
    let mut words = line.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().cloned().context(USAGE);
        match word.as_str() {
            "--at" => plan.at = value()?,
            "--key" => plan.key = value()?,
            "--rate" => plan.rate = value()?.parse()?,
            "--seconds" => plan.seconds = value()?.parse()?,
            "--first" => plan.first = value()?.parse()?,
            "--requests" => {
                let text = std::fs::read_to_string(value()?)?;
                for line in text.lines().filter(|line| !line.is_empty()) {
                    plan.requests.push(request(line)?);
                }
            }
            given => plan.requests.push(request(given)?),
        }
    }
    if plan.at.is_empty() || plan.key.is_empty() || plan.requests.is_empty() || plan.rate == 0 {
        bail!(USAGE);
    }
    Ok(plan)
}

fn request(line: &str) -> Result<Asked> {
    if line.starts_with('/') {
        return Ok(asked("GET", line, ""));
    }
    let mut parts = line.splitn(3, ' ');
    let (Some(method), Some(path)) = (parts.next(), parts.next()) else { bail!(USAGE) };
    Ok(asked(method, path, parts.next().unwrap_or("")))
}

fn asked(method: &str, path: &str, body: &str) -> Asked {
    Asked { method: method.to_owned(), path: path.to_owned(), body: body.to_owned() }
}

/// Takes the next request that is due, waits for its moment, sends it, reads its answer.
fn work(plan: &Plan, next: &AtomicUsize, total: usize, start: Instant) -> Vec<Told> {
    let (mut told, mut open) = (Vec::new(), None);
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= total {
            return told;
        }
        let due = start + Duration::from_secs_f64(number as f64 / f64::from(plan.rate));
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        let which = number % plan.requests.len();
        let status = send(plan, &plan.requests[which], plan.first + number, &mut open).unwrap_or_else(|_| {
            open = None;
            0
        });
        told.push((which, due - start, due.elapsed(), status));
    }
}

fn send(plan: &Plan, asked: &Asked, number: usize, open: &mut Option<BufReader<TcpStream>>) -> Result<u16> {
    if open.is_none() {
        let stream = TcpStream::connect(&plan.at)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        *open = Some(BufReader::new(stream));
    }
    let stream = open.as_mut().context("no connection")?;
    let filled =
        |text: &str| text.replace("{n}", &number.to_string()).replace("{x}", &format!("{number:012x}"));
    let (path, body) = (filled(&asked.path), filled(&asked.body));
    let (method, at, key) = (&asked.method, &plan.at, &plan.key);
    let head = format!("{method} {path} HTTP/1.1\r\nhost: {at}\r\nauthorization: Bearer {key}\r\n");
    let (length, process) = (body.len(), std::process::id());
    let written = format!(
        "idempotency-key: load-{process}-{number}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n"
    );
    let more = if method == "GET" { "" } else { &written };
    let text = [&head, more, "\r\n", &body].concat();
    stream.get_mut().write_all(text.as_bytes())?;
    answer(stream)
}

/// Reads an answer to its end, so that the next one begins where it should.
fn answer(stream: &mut impl BufRead) -> Result<u16> {
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).context("no status")?.parse()?;
    let (mut length, mut chunked) = (0, false);
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 {
            bail!("the connection ended");
        }
        let header = line.trim_end().to_ascii_lowercase();
        match header.split_once(':') {
            None => break,
            Some(("content-length", value)) => length = value.trim().parse()?,
            Some(("transfer-encoding", value)) => chunked = value.contains("chunked"),
            Some(_) => {}
        }
    }
    if !chunked {
        stream.read_exact(&mut vec![0; length])?;
        return Ok(status);
    }
    loop {
        line.clear();
        stream.read_line(&mut line)?;
        let size = usize::from_str_radix(line.trim(), 16)?;
        stream.read_exact(&mut vec![0; size + 2])?;
        if size == 0 {
            return Ok(status);
        }
    }
}

fn print(plan: &Plan, told: &[Told], lasted: Duration) {
    let mut sets: BTreeMap<String, (Vec<f64>, usize)> = BTreeMap::new();
    for (which, _, wait, status) in told {
        let asked = &plan.requests[*which];
        let path = asked.path.split('?').next().unwrap_or("");
        let known =
            path.split('/').map(|part| if part.len() >= 27 && part.contains('-') { "{id}" } else { part });
        let path = known.collect::<Vec<_>>().join("/");
        for name in [format!("{} {path}", asked.method), "all".to_owned()] {
            let set = sets.entry(name).or_default();
            set.0.push(wait.as_secs_f64() * 1000.0);
            set.1 += usize::from(!(200..300).contains(status));
        }
    }
    println!(
        "{:44} {:>7} {:>8} {:>8} {:>8} {:>8} {:>6}",
        "ms", "times", "p50", "p95", "p99", "max", "failed"
    );
    for (name, (mut waits, failed)) in sets {
        waits.sort_by(f64::total_cmp);
        let at = |share: f64| waits[((waits.len() as f64 * share) as usize).min(waits.len() - 1)];
        let (p50, p95, p99, max) = (at(0.50), at(0.95), at(0.99), at(1.0));
        println!("{name:44} {:7} {p50:8.1} {p95:8.1} {p99:8.1} {max:8.1} {failed:6}", waits.len());
    }
    println!("{:.0} requests a second, {} asked", told.len() as f64 / lasted.as_secs_f64(), plan.rate);
    println!("waited beyond {LONG:.0} ms, by the second they were due: {}", long_waits(told));
}

/// `12: 40 (812 ms)`: forty requests due in the twelfth second waited long, the longest 812 ms.
fn long_waits(told: &[Told]) -> String {
    let mut seconds: BTreeMap<u64, (usize, f64)> = BTreeMap::new();
    for (_, due, wait, _) in told {
        let wait = wait.as_secs_f64() * 1000.0;
        if wait > LONG {
            let second = seconds.entry(due.as_secs()).or_default();
            *second = (second.0 + 1, second.1.max(wait));
        }
    }
    let told = seconds.iter().map(|(at, (times, longest))| format!("{at}: {times} ({longest:.0} ms)"));
    let told: Vec<String> = told.collect();
    if told.is_empty() { "none".to_owned() } else { told.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn an_answer_is_read_to_its_end_whatever_its_length_is_told_by() {
        let whole = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc".as_slice();
        let parts = b"HTTP/1.1 404 No\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n".as_slice();
        let mut both = BufReader::new(whole.chain(parts).chain(whole));
        let read: Vec<u16> = (0..3).map(|_| answer(&mut both).unwrap_or(0)).collect();
        assert_eq!(read, [200, 404, 200]);
        assert!(answer(&mut both).is_err());
    }

    #[test]
    fn long_waits_are_told_by_the_second_they_were_due_in() {
        let told = |at: u64, wait| (0, Duration::from_millis(at), Duration::from_millis(wait), 200);
        assert_eq!(long_waits(&[told(0, 150), told(900, 3)]), "none");
        let late = [told(2_100, 151), told(2_900, 400), told(3_000, 200)];
        assert_eq!(long_waits(&late), "2: 2 (400 ms), 3: 1 (200 ms)");
    }

    #[test]
    fn requests_are_read_with_what_they_write() -> Result<()> {
        let line = ["--at", "h:1", "--key", "k", "/api/day?person=a", "PATCH /api/x {\"a\": 1}"];
        let plan = read(&line.map(str::to_owned))?;
        let told: Vec<_> = plan.requests.iter().map(|one| [&*one.method, &*one.path, &*one.body]).collect();
        assert_eq!(told, [["GET", "/api/day?person=a", ""], ["PATCH", "/api/x", "{\"a\": 1}"]]);
        assert!(read(&["--at".to_owned()]).is_err() && read(&[]).is_err());
        Ok(())
    }
}

//! Clients that write, each request under a key of its own, and what each was told.

use super::house::House;
use super::wire::{Answer, Caller};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

/// Clients at once.
const CLIENTS: u32 = 4;
/// How long a client rests when it was told nothing.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(20);
/// One write in so many is one that must be refused.
const BAD: u32 = 5;

/// What a client knows of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// Told that it is done.
    Kept,
    /// Told that it is not.
    Refused,
    /// Told nothing: the connection ended.
    Unknown,
}

#[derive(Clone, Debug)]
struct Write {
    name: String,
    good: bool,
    fate: Fate,
}

impl Write {
    fn ask(&self, caller: &Caller) -> Result<Answer> {
        let role = if self.good { "finance" } else { "nobody" };
        let login = login_of(&self.name);
        let body = serde_json::json!({ "login": login, "name": self.name, "roles": [role] }).to_string();
        caller.ask("POST", "/api/users", &[("idempotency-key", &self.name)], &body)
    }
}

fn login_of(name: &str) -> String {
    format!("{name}@soak.example")
}

/// Clients at work.
pub struct Crowd {
    stop: Arc<AtomicBool>,
    clients: Vec<JoinHandle<Vec<Write>>>,
    given: Arc<Mutex<u64>>,
}

impl Crowd {
    /// They write until they are told to stop; each keeps to itself when nobody answers.
    pub fn start(callers: &[Caller], round: &str) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let given = Arc::new(Mutex::new(0));
        let clients = (0..CLIENTS).map(|client| {
            let caller = callers[client as usize % callers.len()].clone();
            let (stop, given, round) = (stop.clone(), given.clone(), round.to_owned());
            std::thread::spawn(move || write(&caller, &stop, &given, &format!("{round}-{client}")))
        });
        Self { clients: clients.collect(), stop, given }
    }

    /// Answers given so far.
    pub fn given(&self) -> u64 {
        self.given.lock().map_or(0, |given| *given)
    }

    /// Ends them, and notes what each was told.
    ///
    /// # Errors
    /// When a client broke.
    pub fn end(self, book: &mut Book) -> Result<()> {
        self.stop.store(true, Ordering::Relaxed);
        for client in self.clients {
            let writes = client.join().map_err(|_| anyhow::anyhow!("a client broke"))?;
            book.writes.extend(writes.into_iter().map(|write| (write.name.clone(), write)));
        }
        Ok(())
    }
}

fn write(caller: &Caller, stop: &AtomicBool, given: &Mutex<u64>, of: &str) -> Vec<Write> {
    let mut done = Vec::new();
    for number in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let mut write =
            Write { name: format!("{of}-{number}"), good: number % BAD != BAD - 1, fate: Fate::Unknown };
        match write.ask(caller) {
            Ok(answer) => {
                write.fate = fate(&answer);
                if write.fate == Fate::Unknown {
                    std::thread::sleep(PAUSE);
                }
                if let Ok(mut given) = given.lock() {
                    *given += 1;
                }
            }
            // A server that is not there yet, or no more: not too often.
            Err(_) => std::thread::sleep(PAUSE),
        }
        done.push(write);
    }
    done
}

/// Of a failure of the server nobody knows whether the write was done.
fn fate(answer: &Answer) -> Fate {
    match answer.status {
        200..300 => Fate::Kept,
        500.. => Fate::Unknown,
        _ => Fate::Refused,
    }
}

/// Everything written so far, and what its writers were told.
#[derive(Default)]
pub struct Book {
    writes: BTreeMap<String, Write>,
    /// Outcomes that were not known, then asked again under the same key.
    pub asked_again: u64,
    /// Answers that were given twice, the same, to the same key.
    pub replayed: u64,
}

/// Most finished writes sent again after a fall.
const REPLAYS: usize = 3;

impl Book {
    /// Asks again, under the same key, what has no known outcome, and some of what is done.
    ///
    /// # Errors
    /// When the second answer is not the one of a first time.
    pub fn settle(&mut self, caller: &Caller, round: &str) -> Result<()> {
        let mut replays = 0;
        for write in self.writes.values_mut().filter(|write| write.name.starts_with(round)) {
            match write.fate {
                Fate::Unknown => self.asked_again += 1,
                Fate::Kept if replays < REPLAYS => {
                    replays += 1;
                    self.replayed += 1;
                }
                _ => continue,
            }
            let answer = write.ask(caller).with_context(|| format!("asking {} again", write.name))?;
            let expected = if write.good { Fate::Kept } else { Fate::Refused };
            ensure!(
                fate(&answer) == expected,
                "{} asked again: {} {}",
                write.name,
                answer.status,
                answer.body
            );
            write.fate = expected;
        }
        Ok(())
    }

    /// Every acknowledged write is there once, and nothing refused is there.
    ///
    /// # Errors
    /// The writes lost, doubled, or written though refused.
    pub fn check(&self, house: &House) -> Result<()> {
        let mut found: BTreeMap<String, u32> = BTreeMap::new();
        let users = house.json(&["user", "list", "--company", "metrios"])?;
        for user in users.as_array().context("users are a list")? {
            *found.entry(user["login"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
        }
        let times = |write: &Write| found.get(&login_of(&write.name)).copied().unwrap_or(0);
        let faults: Vec<String> = self
            .writes
            .values()
            .filter_map(|write| match (write.fate, times(write)) {
                (Fate::Kept, 1) | (Fate::Refused, 0) => None,
                (Fate::Unknown, 0 | 1) if write.good => None,
                (fate, times) => Some(format!("{}: told {fate:?}, there {times} times", write.name)),
            })
            .collect();
        if !faults.is_empty() {
            bail!("{} promises broken:\n{}", faults.len(), faults.join("\n"));
        }
        let known = |login: &str| self.writes.values().any(|write| login_of(&write.name) == login);
        let strange = found.keys().filter(|login| login.ends_with("@soak.example") && !known(login));
        let strange: Vec<_> = strange.collect();
        ensure!(strange.is_empty(), "written by nobody: {strange:?}");
        Ok(())
    }

    /// How many were told each: done, refused, unknown.
    pub fn told(&self) -> [usize; 3] {
        let count = |fate| self.writes.values().filter(|write| write.fate == fate).count();
        [count(Fate::Kept), count(Fate::Refused), count(Fate::Unknown)]
    }
}

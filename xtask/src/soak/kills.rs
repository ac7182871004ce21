//! `soak kills`: the server, an import, a plan making, killed at random and at aimed moments.

use super::export::Export;
use super::house::{House, Server};
use super::options::{Options, fresh};
use super::wire::Caller;
use super::writer::{Book, Crowd};
use crate::postgres;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// What is killed; of ten kills, six, two and two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Victim {
    Server,
    Import,
    Plan,
}

const VICTIMS: [Victim; 10] = {
    use Victim::{Import, Plan, Server};
    [Server, Server, Import, Server, Plan, Server, Server, Import, Server, Plan]
};

/// What was found.
#[derive(Default)]
struct Tally {
    kills: u32,
    aimed: u32,
    imports_whole: u32,
    imports_absent: u32,
    plans_whole: u32,
    plans_absent: u32,
}

/// Runs it.
///
/// # Errors
/// The first kill after which a promise is broken.
pub fn run(options: &Options) -> Result<()> {
    let folder = fresh("kills")?;
    let program = options.program()?;
    if options.postgres {
        return postgres::with_postgres(|url| {
            trial(&House::furnished(program, folder.join("house"), Some(url.to_owned()))?, &folder, options)
        });
    }
    trial(&House::furnished(program, folder.join("house"), None)?, &folder, options)
}

fn trial(house: &House, folder: &Path, options: &Options) -> Result<()> {
    std::fs::create_dir_all(house.data())?;
    let mut chance = options.chance();
    let mut server = house.serve()?;
    let admin = server.admin()?;
    let (mut book, mut tally) = (Book::default(), Tally::default());
    // Undisturbed ones first: what a whole plan holds, and how long each takes here.
    let planning = lasts(|| house.ok(&PLAN).map(drop))?;
    let importing = lasts(|| Export::of("first", folder)?.import(house).map(drop))?;
    for number in 0..options.count.unwrap_or(200) {
        let round = format!("k{number}");
        let victim = VICTIMS[number as usize % VICTIMS.len()];
        let aimed = chance.below(2) == 0;
        (tally.kills, tally.aimed) = (tally.kills + 1, tally.aimed + u32::from(aimed));
        // Somewhere in its course, now and then after its end.
        let most_ms = match victim {
            Victim::Server => 250,
            Victim::Import => importing,
            Victim::Plan => planning,
        };
        let moment = Moment { aimed, wait: chance.wait(most_ms), wal: house.data().join("atelier.db-wal") };
        match victim {
            Victim::Server => {
                let crowd = Crowd::start(&[admin.at(server.port)], &round);
                moment.come(|| crowd.given());
                server.kill()?;
                crowd.end(&mut book)?;
                server = house.serve()?;
            }
            Victim::Import => import(house, folder, &round, &moment, &mut tally)?,
            Victim::Plan => plan(house, &moment, &mut tally)?,
        }
        after(house, &server, &admin, &mut book, &round)
            .with_context(|| format!("kill {number}: {victim:?}"))?;
    }
    told(&tally, &book);
    last(house)
}

/// Milliseconds, and half as many more.
fn lasts(work: impl FnOnce() -> Result<()>) -> Result<u64> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed().as_millis() as u64 * 3 / 2 + 1)
}

/// When to strike.
struct Moment {
    aimed: bool,
    wait: Duration,
    wal: std::path::PathBuf,
}

impl Moment {
    /// Waits for it: somewhere in the wait, and when aimed at the next page that reaches the log of
    /// SQLite, or the next answer.
    fn come(&self, given: impl Fn() -> u64) {
        std::thread::sleep(self.wait);
        if !self.aimed {
            return;
        }
        let size = || std::fs::metadata(&self.wal).map_or(0, |file| file.len());
        let touched = || std::fs::metadata(&self.wal).and_then(|file| file.modified()).ok();
        let (before, at, answers, start) = (size(), touched(), given(), Instant::now());
        while start.elapsed() < Duration::from_secs(1) {
            if size() != before || touched() != at || given() != answers {
                return;
            }
        }
    }
}

/// What must hold after each.
fn after(house: &House, server: &Server, admin: &Caller, book: &mut Book, round: &str) -> Result<()> {
    book.settle(&admin.at(server.port), round)?;
    book.check(house)?;
    house.verify()
}

/// Kills it in its course; whether it had ended by itself before.
fn strike(mut child: Child, moment: &Moment) -> Result<bool> {
    moment.come(|| 0);
    let ended = child.try_wait()?.is_some_and(|status| status.success());
    child.kill().ok();
    child.wait()?;
    Ok(ended)
}

fn import(house: &House, folder: &Path, round: &str, moment: &Moment, tally: &mut Tally) -> Result<()> {
    let export = Export::of(round, folder)?;
    let ended = strike(export.command(house).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?, moment)?;
    house.verify()?;
    let new = export.import(house)?;
    ensure!(new == 0 || new == Export::RECORDS, "half an import: {new} of {} were missing", Export::RECORDS);
    ensure!(!ended || new == 0, "an import that had ended was lost");
    let count = if new == 0 { &mut tally.imports_whole } else { &mut tally.imports_absent };
    *count += 1;
    ensure!(export.import(house)? == 0, "an import made twice wrote twice");
    Ok(())
}

const PLAN: [&str; 9] =
    ["--company", "metrios", "plan", "make", "--today", "2027-01-04", "--rounds", "100", "--json"];

fn plan(house: &House, moment: &Moment, tally: &mut Tally) -> Result<()> {
    let (before, digest) = (orders(house)?, house.digest()?);
    let ended = strike(house.command(&PLAN).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?, moment)?;
    let (after, written) = (orders(house)?, house.digest()? != digest);
    ensure!(before == after && before > 0, "half a plan: {after} orders of {before}");
    ensure!(!ended || written, "a plan that had been made was lost");
    let count = if written { &mut tally.plans_whole } else { &mut tally.plans_absent };
    *count += 1;
    Ok(())
}

/// Orders of the newest plan: as many each time, since nothing it is made from changes.
fn orders(house: &House) -> Result<usize> {
    let plan = house.json(&["--company", "metrios", "plan", "show"])?;
    Ok(plan.as_array().map_or(0, Vec::len))
}

/// The read tables, made again from the facts, say the same.
fn last(house: &House) -> Result<()> {
    let before = house.digest()?;
    house.ok(&["rebuild"])?;
    ensure!(house.digest()? == before, "made again from the facts, the tables say something else");
    println!("digest after a rebuild: the same");
    Ok(())
}

fn told(tally: &Tally, book: &Book) {
    let [kept, refused, unknown] = book.told();
    println!(
        "{} kills ({} aimed): {kept} writes acknowledged, {refused} refused, {unknown} unknown; \
         {} asked again and {} replayed under their key",
        tally.kills, tally.aimed, book.asked_again, book.replayed
    );
    println!(
        "imports killed: {} whole, {} absent; plans killed: {} whole, {} absent",
        tally.imports_whole, tally.imports_absent, tally.plans_whole, tally.plans_absent
    );
    println!("lost 0, doubled 0, torn 0, refused but written 0");
}

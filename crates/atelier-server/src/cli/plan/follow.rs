//! Looking for a better schedule while somebody watches: a line of progress, a time limit, and Ctrl-C.

use super::super::session::Session;
use super::asked::{Priority, Search};
use crate::fault::Fault;
use crate::workbench::{Pursuit, Ranked};
use atelier_domain::language::Args;
use atelier_domain::planning::schedule::{Effort, Price, Progress, Watch};
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Exit code of a command stopped at the keyboard.
const INTERRUPTED: i32 = 130;
/// Between two lines of progress.
const PAUSE: Duration = Duration::from_millis(200);

/// What was made, and whether somebody stopped the search at the keyboard: it is then the best so far, to
/// be shown and not to be published.
pub struct Pursued<T> {
    /// The plan.
    pub made: T,
    /// Stopped by Ctrl-C.
    pub stopped: bool,
}

/// Makes a plan as `search` asks. Ctrl-C stops the improvement at the best plan so far; before there is any
/// plan to improve, or pressed twice, it ends the program. Nothing is written either way.
pub fn pursued<T>(
    session: &Session,
    search: &Search,
    make: impl FnOnce(&Pursuit<'_>) -> Result<T, Fault>,
) -> Result<Pursued<T>, Fault> {
    let effort = effort(search);
    let limit = search.improve.map(Duration::from_secs);
    let follow = Follow { session, limit, stopped: Arc::default(), seen: Mutex::default() };
    let over = Arc::new(AtomicBool::new(false));
    let told = Told {
        improves: effort.rounds > 0,
        stopping: session.words.plain("cli-stopping"),
        abandoned: session.words.plain("cli-abandoned"),
    };
    tokio::spawn(listen(Arc::clone(&follow.stopped), Arc::clone(&over), told));
    let rule = match search.rule {
        Priority::DueDate => Ranked::DueDate,
        Priority::Margin => Ranked::Margin,
    };
    let made = make(&Pursuit { rule, effort, watch: &follow });
    over.store(true, Ordering::Relaxed);
    session.progress_end();
    Ok(Pursued { made: made?, stopped: follow.stopped.load(Ordering::Relaxed) })
}

/// Ends the program after a plan that was stopped has been shown.
pub fn interrupted(session: &Session) -> Result<(), Fault> {
    session.say("cli-plan-stopped", &Args::new())?;
    std::io::stdout().flush()?;
    std::process::exit(INTERRUPTED)
}

/// Seconds are the watch's business: the engine is told to go on until it is stopped.
fn effort(search: &Search) -> Effort {
    let rounds = match search.improve {
        Some(_) => u64::MAX,
        None => search.rounds.unwrap_or(0),
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    Effort { rounds, seed: search.seed, threads }
}

/// What the keyboard is answered.
struct Told {
    /// Whether there is an improvement to stop.
    improves: bool,
    stopping: String,
    abandoned: String,
}

/// First press: the improvement stops, as long as there is one. Then, the program. Once the plan is made
/// it is being written: what was written then is not said here.
async fn listen(stopped: Arc<AtomicBool>, over: Arc<AtomicBool>, told: Told) {
    while tokio::signal::ctrl_c().await.is_ok() {
        let is_over = over.load(Ordering::Relaxed);
        if is_over || !told.improves || stopped.swap(true, Ordering::Relaxed) {
            if !is_over {
                let _ = writeln!(std::io::stderr(), "\n{}", told.abandoned);
            }
            std::process::exit(INTERRUPTED);
        }
        let _ = writeln!(std::io::stderr(), "\n{}", told.stopping);
    }
}

/// The clock and the eyes of the search.
struct Follow<'a> {
    session: &'a Session,
    /// Time given to the improvement, counted from its beginning.
    limit: Option<Duration>,
    stopped: Arc<AtomicBool>,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    /// When the first price was known.
    began: Option<Instant>,
    /// When the last line was written.
    told: Option<Instant>,
}

impl Watch for Follow<'_> {
    fn go_on(&self, progress: &Progress) -> bool {
        let now = Instant::now();
        let Ok(mut seen) = self.seen.lock() else { return false };
        if seen.told.is_none_or(|told| now.duration_since(told) >= PAUSE) {
            seen.told = Some(now);
            self.tell(progress);
        }
        if progress.price.is_some() {
            seen.began.get_or_insert(now);
        }
        let spent = seen.began.map(|began| now.duration_since(began));
        let in_time = self.limit.is_none_or(|limit| spent.is_none_or(|spent| spent < limit));
        in_time && !self.stopped.load(Ordering::Relaxed)
    }
}

impl Follow<'_> {
    /// Tasks settled, rounds, price and gap, over the line before.
    fn tell(&self, progress: &Progress) {
        if self.session.common.json || !std::io::stderr().is_terminal() {
            return;
        }
        let show = self.session.words.show();
        let count = |number: u64| show.count(i64::try_from(number).unwrap_or(i64::MAX));
        let args = Args::new()
            .with("settled", count(progress.settled as u64))
            .with("tasks", count(progress.tasks as u64));
        let line = match progress.price {
            None => self.session.words.text("cli-placing", &args),
            Some(paid) => {
                let price = Price { paid, least: progress.bound.unwrap_or(0), effort: true };
                let args = args
                    .with("rounds", count(progress.rounds))
                    .with("price", count(paid))
                    .with("gap", show.percent(price.gap_bp(), 10_000, 1));
                self.session.words.text("cli-improving", &args)
            }
        };
        let _ = write!(std::io::stderr(), "\r\x1b[2K{line}");
    }
}

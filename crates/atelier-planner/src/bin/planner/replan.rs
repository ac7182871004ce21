//! `planner replan`: a plan in force, the events that upset it, and what absorbing them costs.

mod bills;
mod changes;
mod dump;
mod figures;
mod plan;
mod scratch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use atelier_planner::board::Objective;
use atelier_planner::repair::{Ask, Desk, Event, Notice, Terms, has_moved};

use crate::folder::{self, Faults, Folder};
use bills::{Bills, Maker, Opened};
use changes::{Change, What};
use figures::{Figures, Tally};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder of sellers.csv, calendars.csv, actions.csv and the others.
    dir: PathBuf,
    /// The plan in force: `action_id,seller_id,start_slot,end_slot`.
    #[arg(long)]
    plan: PathBuf,
    /// The events, in order of time; the folder's own when absent.
    #[arg(long)]
    changes: Option<PathBuf>,
    /// Where to write the plan after the events.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Where to write the folder as the events leave it.
    #[arg(long)]
    dump: Option<PathBuf>,
    /// Slots after each event in which nothing moves unless it must.
    #[arg(long, default_value_t = 0)]
    fence: u32,
    /// Nothing more moves by choice once so many per cent of the actions an event affects have moved.
    #[arg(long, default_value_t = 150)]
    moves: u32,
    /// Ways of making room that are tried for one action.
    #[arg(long, default_value_t = 24)]
    trials: u32,
    /// Looks at somebody's hours after which one event tries nothing more.
    #[arg(long, default_value_t = 2_000)]
    probes: u32,
    /// Rounds in which one event wins back what it broke.
    #[arg(long, default_value_t = 16)]
    rounds: u32,
    /// Ask for the best five times of so many new actions.
    #[arg(long, default_value_t = 0)]
    slots: u32,
    /// At most one of the five times in each stretch of so many slots.
    #[arg(long, default_value_t = 1)]
    apart: u32,
    /// Seconds to improve the plan from scratch for, as the plan in force was.
    #[arg(long, default_value_t = 0.0)]
    seconds: f64,
    /// Rounds of improvement of the plan from scratch.
    #[arg(long)]
    iterations: Option<u64>,
    /// Threads of the plan from scratch.
    #[arg(long, default_value_t = 2)]
    threads: usize,
    /// Seed of the plan from scratch and of the questions.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Leave the plan from scratch out.
    #[arg(long)]
    no_scratch: bool,
    /// Figures as JSON.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode> {
    let refused =
        |what: &Path, faults: &Faults| format!("{} cannot be read:\n{}", what.display(), faults.text());
    let folder = match folder::read(&args.dir, 0) {
        Ok(folder) => folder,
        Err(faults) => bail!(refused(&args.dir, &faults)),
    };
    let mut faults = Faults::default();
    let bills = bills::read(&args.dir, &folder, &mut faults);
    let path = args.changes.clone().unwrap_or_else(|| args.dir.join("changes.csv"));
    let changes = changes::read(&path, &folder, &bills, &mut faults);
    if !faults.is_empty() {
        bail!(refused(&path, &faults));
    }
    let terms = Terms {
        fence: args.fence,
        moves_pct: args.moves,
        trials: args.trials,
        probes: args.probes,
        rounds: args.rounds,
        ..Terms::daily(folder.meta.slots_per_day)
    };
    let desk = match plan::in_force(&folder, &args.plan, terms) {
        Ok(desk) => desk,
        Err(faults) => bail!(refused(&args.plan, &faults)),
    };

    let mut replay = Replay::new(&folder, &bills, desk);
    for change in &changes {
        replay.absorb(change);
    }
    replay.ask(args);
    let since = changes.last().map_or(0, |last| last.at);
    let scratch =
        (!args.no_scratch).then(|| scratch::plan(&replay.desk.rest(since + args.fence), args.effort()));
    replay.write(args)?;
    let figures = replay.figures(scratch);
    print!("{}", if args.json { figures.json() } else { figures.text() });
    Ok(ExitCode::SUCCESS)
}

impl Args {
    fn effort(&self) -> scratch::Effort {
        scratch::Effort {
            seconds: self.seconds,
            rounds: self.iterations,
            threads: self.threads,
            seed: self.seed,
        }
    }
}

/// The events, one after the other.
struct Replay<'a> {
    folder: &'a Folder,
    bills: &'a Bills,
    desk: Desk,
    maker: Maker,
    opened: Vec<Opened>,
    away: Vec<(u32, u32, u32)>,
    first: Vec<atelier_planner::board::Seat>,
    before: Objective,
    events: Tally,
    refused: Vec<String>,
    questions: figures::Times,
    wide_questions: figures::Times,
    /// First id free for new actions, and for new deals.
    free: (u32, u32),
}

impl<'a> Replay<'a> {
    fn new(folder: &'a Folder, bills: &'a Bills, desk: Desk) -> Self {
        let first = (0..folder.model.len()).map(|task| desk.seat(task)).collect();
        let after = |ids: &folder::Ids| (0..ids.len()).map(|at| ids.id(at) + 1).max().unwrap_or(0);
        Self {
            folder,
            bills,
            before: desk.objective(),
            desk,
            maker: Maker::default(),
            opened: Vec::new(),
            away: Vec::new(),
            first,
            events: Tally::default(),
            refused: Vec::new(),
            questions: figures::Times::default(),
            wide_questions: figures::Times::default(),
            free: (after(&folder.actions), after(&folder.deals)),
        }
    }

    /// Proposes an event and accepts what it does; what is refused is kept with its reason.
    fn absorb(&mut self, change: &Change) {
        let event = self.event(change);
        let notice = Notice { at: change.at, event };
        let began = Instant::now();
        let done = self.desk.propose(&notice).map(atelier_planner::repair::Proposal::accept);
        let took = began.elapsed();
        let word = change.what.word();
        match done {
            Ok(done) => {
                if let What::Absence { seller, from, to } = change.what {
                    self.away.push((seller, from.max(change.at), to));
                }
                self.events.add(word, took, &done, self.desk.terms().tolerance);
            }
            Err(why) => {
                if matches!(change.what, What::NewDeal { .. }) {
                    self.opened.pop();
                }
                self.events.refuse(word, took);
                self.refused.push(format!("change {} ({word} at {}): {why}", change.id, change.at));
            }
        }
    }

    fn event(&mut self, change: &Change) -> Event {
        match change.what {
            What::Absence { seller, from, to } => Event::Absence { person: seller, from, to },
            What::Cancel { deal } => Event::Lost { case: deal },
            What::Urgent { deal, weight } => Event::Urgent { case: deal, weight },
            What::Late { action, slots } => Event::Overrun { task: action, by: slots },
            What::NewDeal { bill, owner, weight } => {
                let deal = self.free.1 + self.opened.len() as u32;
                let mut opened =
                    Opened { deal, bill, owner, at: change.at, due: 0, weight, fixed: Vec::new() };
                let case = self.maker.case(self.folder, &mut self.desk, &self.bills[&bill], &mut opened);
                self.opened.push(opened);
                Event::Opened(case)
            }
        }
    }

    /// Asks for five times of new actions like those of the folder, at random moments of the plan.
    fn ask(&mut self, args: &Args) {
        let mut draw = figures::Draw(args.seed);
        let horizon = self.folder.meta.horizon;
        for _ in 0..args.slots {
            let like = draw.below(self.folder.model.len());
            let record = &self.folder.model.tasks[like as usize];
            let pool = record.pool;
            if pool == atelier_planner::model::NONE {
                continue;
            }
            let at = horizon / 8 + draw.below(horizon / 2 - horizon / 8);
            let ask =
                Ask { splits: record.splits(), apart: args.apart, ..Ask::new(record.duration, pool, at) };
            let began = Instant::now();
            let found = self.desk.slots(at, &ask, 5);
            let took = began.elapsed();
            std::hint::black_box(found);
            self.questions.add(took);
            if self.folder.model.pools[pool as usize].len() >= 1_000 {
                self.wide_questions.add(took);
            }
        }
    }

    fn write(&self, args: &Args) -> Result<()> {
        let known = self.folder.model.len();
        let action = |task: u32| {
            if task < known { self.folder.actions.id(task) } else { self.free.0 + (task - known) }
        };
        if let Some(out) = &args.out {
            plan::write(&self.desk, out, action, |person| self.folder.sellers.id(person))
                .with_context(|| out.display().to_string())?;
        }
        if let Some(to) = &args.dump {
            let log = dump::Log { opened: &self.opened, away: &self.away, action: &action };
            dump::write(&args.dir, to, self.folder, self.bills, &self.desk, &log)?;
        }
        Ok(())
    }

    fn figures(self, scratch: Option<Objective>) -> Figures {
        let tolerance = self.desk.terms().tolerance;
        let elsewhere = self.first.iter().enumerate().filter(|&(task, &seat)| {
            let now = self.desk.seat(task as u32);
            seat.placed() && now.placed() && has_moved(seat, now, tolerance)
        });
        Figures {
            elsewhere: elsewhere.count(),
            before: self.before,
            after: self.desk.objective(),
            recount: self.desk.recount(),
            scratch,
            events: self.events,
            refused: self.refused,
            questions: self.questions,
            wide_questions: self.wide_questions,
        }
    }
}

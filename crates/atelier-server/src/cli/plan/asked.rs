//! What `atelier plan …` takes.

use super::super::out::Out;
use clap::{Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Plan {
    Make {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        search: Search,
        #[arg(long)]
        person: Option<String>,
        #[arg(long)]
        out: Option<PathBuf>,
    },
    Explode {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Load {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Bottlenecks {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Promise {
        #[command(flatten)]
        asked: Asked,
    },
    Costs {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Weeks {
        #[command(flatten)]
        out: Out,
    },
    Release {
        #[command(flatten)]
        asked: Asked,
        #[arg(long, allow_hyphen_values = true)]
        buffer_days: Option<i64>,
        #[command(flatten)]
        out: Out,
    },
    Level {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        out: Out,
    },
    Scenarios {
        #[command(flatten)]
        asked: Asked,
        file: Option<PathBuf>,
        #[command(flatten)]
        out: Out,
    },
    Schedule {
        #[command(flatten)]
        asked: Asked,
        #[command(flatten)]
        search: Search,
        #[command(flatten)]
        out: Out,
    },
    Show {
        #[arg(long)]
        version: Option<i64>,
        #[command(flatten)]
        out: Out,
    },
    Compare {
        old: i64,
        new: i64,
    },
    Replan {
        #[command(flatten)]
        upset: Upset,
        #[arg(long = "reason", id = "replan_reason")]
        reason: Option<String>,
        #[arg(long)]
        accept: bool,
    },
    Slots {
        #[command(flatten)]
        asked: Opening,
    },
    Why {
        order: String,
    },
    WhereUsed {
        code: String,
    },
}

/// What is asked of the plan.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Asked {
    #[arg(long)]
    pub process: Option<String>,
    #[arg(long, conflicts_with_all = ["deals", "margin"])]
    pub revenue: Option<String>,
    #[arg(long, conflicts_with = "deals")]
    pub margin: Option<String>,
    #[arg(long)]
    pub deals: Option<i64>,
    #[arg(long)]
    pub from: Option<Date>,
    #[arg(long)]
    pub to: Option<Date>,
    #[arg(long)]
    pub service: Option<i64>,
}

/// How the schedule is looked for.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Search {
    #[arg(long, value_enum, default_value_t = Priority::DueDate)]
    pub rule: Priority,
    #[arg(long, conflicts_with = "rounds", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub improve: Option<u64>,
    #[arg(long)]
    pub rounds: Option<u64>,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// Who comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Priority {
    /// Earliest due date.
    #[default]
    DueDate,
    /// Highest margin per hour of the bottleneck.
    Margin,
}

/// What upsets the plan: one event at a time.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(required = true, multiple = false)]
pub struct Upset {
    #[arg(long)]
    pub absence: Option<String>,
    #[arg(long)]
    pub lost: Option<String>,
    #[arg(long)]
    pub urgent: Option<String>,
    #[arg(long = "move")]
    pub shift: Option<String>,
    #[arg(long)]
    pub overrun: Option<String>,
    #[arg(long)]
    pub cancel: Option<String>,
}

/// For what a time is looked for: an order, or a new action of a case.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Opening {
    #[arg(conflicts_with_all = ["operation", "case"], required_unless_present = "operation")]
    pub order: Option<String>,
    #[arg(long, requires = "case")]
    pub operation: Option<String>,
    #[arg(long, requires = "operation")]
    pub case: Option<String>,
}

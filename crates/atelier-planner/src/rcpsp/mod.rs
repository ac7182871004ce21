//! Standard project scheduling: activities, precedence, resources, the shortest project.
//!
//! Independent of the rest of the crate but for its random draws. A text is read into a [`Project`] or refused with every
//! fault; [`solve`] looks for the shortest [`Schedule`]; [`check`] reads the rules again.

mod bounds;
mod breed;
mod check;
mod evolve;
mod island;
mod learn;
mod menu;
mod modes;
mod net;
mod plan;
mod project;
mod read;
mod serial;
mod solve;

pub use check::{Violation, check};
pub use plan::{read_schedule, write_schedule};
pub use project::{Activity, Mode, Project, Schedule, Supply};
pub use read::{Fault, Format, Wrong, read, read_mm, read_patterson, read_sm};
pub use solve::{Effort, Found, justified, solve};

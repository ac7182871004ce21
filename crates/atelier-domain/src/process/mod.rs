//! The workshop as designed: processes of seven levels, and the people and calendars that run them.
//!
//! Files are read by [`Process::read`] and [`Workshop::read`], every fault at once with its line and
//! column; their keys are described in `docs/process.md`.

mod against;
mod bill;
mod calendar;
mod conversation;
mod draft;
mod evidence;
mod fields;
mod holidays;
mod leeway;
mod levels;
mod lines;
mod lint;
mod model;
mod objective;
mod policy;
mod read;
mod read_objective;
mod read_people;
mod read_policy;
mod read_steps;
mod read_ways;
mod read_workshop;
mod resources;
mod rest;
mod source;
pub(crate) mod write;

pub use conversation::{ConversationType, Part, Scenario};
pub use draft::{FormerStage, draft};
pub use evidence::{Gate, Proof, Reopened, Stood, takes_back};
pub use holidays::{Holidays, holidays};
pub use leeway::Leeway;
pub use levels::{Filled, battle_order};
pub use lines::{Orphans, StrategicLine, orphans, strategic_lines};
pub use lint::{DesignRecord, Finding, Published, Rule, Said, Severity, UNJUDGED, Waiver};
pub use model::{
    Alternative, Bilingual, Channel, Evidence, Indicator, Input, Level, Objective, Operation, Planning,
    Process, Segment, Step, Strength, Unit,
};
pub use objective::{due_by_week, implied_deals};
pub use policy::{CustomerHours, Policy, Prices, Room, Solicitation};
pub use read::Reading;
pub use resources::{Absence, Calendar, Exception, Hours, Kind, Resource, Workshop};
pub use rest::heard_from;

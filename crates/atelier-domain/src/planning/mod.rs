//! From the objective to the date: net needs, load against capacity, schedule and its reasons.
//!
//! Formulas and sources: docs/method.md. Everything here is exact in integers; only the service
//! level, a statistic, uses floats.

pub mod schedule;

mod at_level;
mod balance;
mod bill;
mod bottleneck;
mod capacity;
mod compare;
mod costs;
mod left;
mod level;
mod lever;
mod load;
mod needs;
mod objective;
mod people;
mod promise;
mod release;
mod rolling;
mod rough_cut;
mod scenario;
mod scenario_apply;
mod scenario_file;
mod scenario_value;
mod scenario_write;
mod service;
mod sizing;
mod sweep;
mod sweep_bill;

pub use at_level::{AtLevel, Service, explode_at, with_chances};
pub use balance::{Balance, KindBalance, Shortage, balance};
pub use bill::{UsedBy, lead_weeks, where_used, yields};
pub use bottleneck::{
    Basis, Bottleneck, Bottlenecks, Facts, Gap, Limit, Looked, Names, Pressed, Saturation, Stake, Stay,
    Stream, Wait, Whose, bottlenecks,
};
pub use capacity::{Capacity, CapacityRow, WithoutCalendar};
pub use compare::{Compared, compare_scenarios};
pub use costs::{Costs, Hourly, OperationCost, Return, costs, margin_per_hour};
pub use level::{LevelledKind, Spread, level, level_units};
pub use lever::{Column, Lever, compare_levers};
pub use load::{KindLoad, Line, Load, load};
pub use needs::{Needs, StepNeeds, Wip, explode};
pub use objective::{deals, due};
pub use people::{Held, PersonLoad, Shared, Sharing, per_person};
pub use promise::{Demand, Plan, Promise, Room, of_kind, promise};
pub use release::{Colour, Release, Rope, Trend, WeekRelease, Weights, buffer_days, release};
pub use rolling::{Zone, rolling};
pub use rough_cut::{Asked, Overload, asked_by_needs, missing, rough_cut, weeks_in_words};
pub use scenario::{Change, OperationChange, PlacedChange, Scenario, Subcontract, Variant};
pub use scenario_write::Kept;
pub use service::{InProgress, Starts, onward, starts, starts_for};
pub use sizing::{Class, Sizing, by_calls, by_workload};
pub use sweep::{ManyObjectives, Swept, explode_many};

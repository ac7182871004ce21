//! The workshop as designed: processes of seven levels, and the people and calendars that run them.

mod model;
mod resources;

pub use model::{
    Bilingual, Channel, Evidence, Indicator, Input, Level, Objective, Operation, Planning, Process, Segment,
    Step, Unit,
};
pub use resources::{Absence, Calendar, Exception, Hours, Kind, Resource, Workshop};

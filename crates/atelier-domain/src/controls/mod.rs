//! Who may do what, and who may not do two things: roles, policy, separation of duties.
//!
//! ```text
//! User (roles, unit, person) ──Policy──▶ Reach of a permission: nobody, own, team, all
//!        └──────── duties of the roles ──▶ what one person may not hold together
//! ```
//! The policy is a table read by people (`policy.csv`); a role or a permission without its cell is a
//! fault found when the program is tested, never a silent yes.

mod confirmation;
mod duty;
mod gate;
mod leaving;
mod permission;
mod policy;
mod register;
mod retention;
mod role;
mod unit;
mod user;
mod webhook;

pub use confirmation::{
    Changed, Confirmation, Confirmer, Deal, Ground, OWN_DEAL, Progress, Sold, Stake, Telling, Verdict,
};
pub use duty::{Conflict, Duty, conflicts};
pub use gate::{Gate, Watch, pass};
pub use leaving::{Due, Ending, Leaving};
pub use permission::{Permission, Space};
pub use policy::{Policy, Reach};
pub use register::{About, Entry, Register, Stay};
pub use retention::{Clock, History, Kept, Retention, Sign, Stage};
pub use role::Role;
pub use unit::{Unit, Vacancy, below, hears_of_overload, vacancies};
pub use user::{Standing, User, UserId};
pub use webhook::{Webhook, WebhookId, event_of};

#[cfg(test)]
mod tests;

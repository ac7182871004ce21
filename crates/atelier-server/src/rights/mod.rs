//! Who is asking, and how far they may go.
//!
//! ```text
//! secret (cookie or key) ─▶ Principal ─▶ Access<P> ─▶ handler
//!                         the user as of now   permission, reach, company; a refusal is written down
//! ```
//! A handler gets its principal from [`Access`] only, which names the permission: without one it
//! cannot be put in the table of addresses. Scopes of a company are made here alone.

mod access;
mod codes;
mod office;
mod password;
mod principal;
mod requester;
mod second;
mod secret;
mod sign;
mod tokens;
mod units;
mod users;

pub use access::{Access, Permit, permit};
pub use codes::code_at;
pub use office::{Office, scope_of};
pub use principal::{Principal, Way};
pub use requester::{still_may, still_reads};
pub use second::{Enrolment, Entered, confirm, give_up, has_second, propose, reset_second, second_step};
pub use secret::Secret;
pub use sign::{ABSOLUTE, IDLE, Opened, accept, change_password, invited, sign_in, sign_out};
pub use tokens::{TokenAsked, make_token, withdraw_token};
pub use units::{UnitAsked, keep_unit, keep_unit_in, units};
pub use users::{Change, Draft, add, add_in, change, change_in, find, invite, invite_in, list, set_password};

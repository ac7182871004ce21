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
mod feeds;
mod journal;
mod office;
mod password;
mod principal;
mod provider;
mod requester;
mod second;
mod secret;
mod sessions;
mod sign;
mod tokens;
mod units;
mod users;

pub use access::{Access, Permit, cookie, permit, shown};
pub use codes::code_at;
pub use feeds::{feed_of, make_feed, reader_of, withdraw_feed};
pub use journal::right_told;
pub use office::{Office, scope_of};
pub use principal::{Principal, Way};
pub use provider::{
    Brought, Identity, Provider, ProviderAsked, ProviderSettings, ProviderWay, WAY_SECONDS, sign_in_by,
    untie, untie_in,
};
pub use requester::still_may;
pub use second::{
    Enrolment, Entered, confirm, give_up, has_second, propose, reset_second, reset_second_in, second_step,
};
pub use secret::Secret;
pub use sessions::{end_other_sessions, end_session, end_sessions_in, sessions, somebody_else};
pub use sign::{ABSOLUTE, Coming, IDLE, Opened, accept, change_password, invited, sign_in, sign_out};
pub use tokens::{TokenAsked, make_token, withdraw_token};
pub use units::{UnitAsked, keep_unit, keep_unit_in, units};
pub use users::{
    Change, Draft, add, add_in, change, change_in, find, invite, invite_by_mail_in, invite_in, is_grab, list,
    set_password,
};

//! Everything that the program asks of others over HTTP goes out here, and nowhere else.
//!
//! ```text
//! text ─▶ Destination ─▶ every address of the host checked ─▶ connection to one of those very addresses ─▶ Answer
//!         https, port 443, no user        is_public                  TLS, time, size, no redirect, no proxy
//! ```
//! An address given by a user could otherwise make the server ask its own network in the user's place.
//! What an installation has on its own network is reached by naming its origin in [`Own`].

mod address;
mod client;
mod mail;
mod public;
mod resolve;
mod settings;
mod signed;
#[cfg(test)]
mod tests;

pub use address::{Destination, Own};
pub use client::{Answer, Limits, Outbound, Sent};
pub use mail::{Mail, Relay, addresses};
pub use public::is_public;
pub use resolve::{Resolve, System};
pub use settings::Outside;
pub use signed::{new_secret, signature};

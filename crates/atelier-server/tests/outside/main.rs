//! What goes out, as the one who receives it sees it.
#![allow(clippy::unwrap_used, clippy::expect_used)] // helpers of tests: a failure must stop the test

mod mail;
mod postgres;
mod receiver;
mod webhooks;

//! Checks, offline and with a public key only, what a ledger of Atelier is said to hold.
//!
//! Written from RFC 9162, the C2SP pages (signed-note, tlog-checkpoint, tlog-proof) and the layout in
//! docs/ledger.md. It shares no line with the program that makes the proofs.

pub mod merkle;
pub mod note;
pub mod proof;

//! The same tests run on both engines.

mod backup;
mod fixture;
mod ledger;
mod market;
mod orders;
mod replay;
mod sql;
mod undo;
mod upgrade;
mod verify;

//! The same tests run on both engines: `on_each_engine` makes two of each.

mod access;
mod archive;
mod backup;
mod confirmations;
mod contacts;
mod conversations;
mod doubt;
mod erase;
mod fixture;
mod full;
mod jobs;
mod ledger;
mod lists;
mod market;
mod merge;
mod orders;
mod proofs;
mod register;
mod replay;
mod sql;
mod undo;
mod upgrade;
mod verify;
mod webhooks;

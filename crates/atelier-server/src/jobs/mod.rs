//! Work that goes on without anybody waiting for it, and what comes back by itself.
//!
//! ```text
//! asked ─ Tx::enqueue ─> jobs table ─ Runner: takes one, keeps its lease, does step after step
//! Clock: seal each minute, sweep each day, verify each night, tell overloads each week; one server for each due time
//! ```
//! A step does its work outside any transaction, then writes its effect and the step itself in one
//! ([`Hand::begin`], then [`Hand::advance`] or [`Hand::finish`]). Whoever dies, another goes on from the
//! last step written, and each effect is there once. A job acts with the rights that its requester has
//! when it writes, read in the transaction that writes.

mod clock;
mod crew;
mod hand;
mod import;
mod mail;
mod overload;
mod plan;
mod pulse;
mod rest;
mod runner;
mod told;
mod verify;
mod webhook;

use crate::fault::Fault;
use atelier_domain::controls::Permission;
use atelier_store::DELIVERY;

pub use clock::Clock;
pub use crew::Crew;
pub use hand::{After, Hand};
pub use import::ImportJob;
pub use mail::Letter;
pub(crate) use mail::in_both;
pub use plan::PlanJob;
pub use pulse::Pulse;
pub use runner::{Runner, one_step};
pub use told::told;

/// The kinds of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Making and publishing a plan of the whole company.
    Plan,
    /// Bringing in the files of a former system.
    Import,
    /// Comparing the read tables with the facts, and the facts with the signed tree.
    Verify,
    /// Sending a message to a subscription.
    Webhook,
    /// Sending a letter.
    Mail,
    /// Telling those whose next week is too full.
    Overload,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Plan, Self::Import, Self::Verify, Self::Webhook, Self::Mail, Self::Overload];

    /// As it is kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Import => "import",
            Self::Verify => "verify",
            Self::Webhook => DELIVERY,
            Self::Mail => "mail",
            Self::Overload => "overload",
        }
    }

    fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What its requester must be allowed to do; the upkeep of the installation asks nobody.
    fn permission(self) -> Option<Permission> {
        match self {
            Self::Plan => Some(Permission::WritePlan),
            Self::Import => Some(Permission::WriteImports),
            Self::Verify | Self::Webhook | Self::Mail | Self::Overload => None,
        }
    }

    /// What one must be allowed to read to see what a job of this kind is about; nothing for upkeep.
    pub fn shown_by(code: &str) -> Option<Permission> {
        match Self::read(code)? {
            Self::Plan => Some(Permission::ReadPlan),
            Self::Import => Some(Permission::ReadImports),
            Self::Verify | Self::Webhook | Self::Mail | Self::Overload => None,
        }
    }

    /// Does the next step.
    async fn step(self, hand: &Hand) -> Result<After, Fault> {
        match self {
            Self::Plan => plan::step(hand).await,
            Self::Import => import::step(hand).await,
            Self::Verify => verify::step(hand).await,
            Self::Webhook => webhook::step(hand).await,
            Self::Mail => mail::step(hand).await,
            Self::Overload => overload::step(hand).await,
        }
    }
}

//! What can go wrong in the program: refusals, which the user can mend, and incidents, which we must.

use atelier_domain::language::{Refusal, Refusals};
use atelier_store::StoreError;

/// A refusal or an incident.
#[derive(Debug)]
pub enum Fault {
    /// The user can mend it; nothing was written.
    Refused(Refusals),
    /// We must.
    Incident(anyhow::Error),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(refusals) => write!(out, "{refusals}"),
            Self::Incident(incident) => write!(out, "{incident:#}"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<Refusals> for Fault {
    fn from(refusals: Refusals) -> Self {
        Self::Refused(refusals)
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<anyhow::Error> for Fault {
    fn from(incident: anyhow::Error) -> Self {
        Self::Incident(incident)
    }
}

impl From<std::io::Error> for Fault {
    fn from(incident: std::io::Error) -> Self {
        Self::Incident(incident.into())
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(refusals) => Self::Refused(refusals),
            StoreError::Incident(incident) => Self::Incident(anyhow::anyhow!("{incident}")),
        }
    }
}

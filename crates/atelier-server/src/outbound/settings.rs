//! What an installation says about the world outside.

use super::{Outbound, Own};
use atelier_domain::language::Refusal;
use std::path::PathBuf;

/// Settings of whoever runs the installation, never of its users.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    /// What of its own network may be called.
    pub own: Own,
    /// Authorities trusted besides the usual ones.
    pub authorities: Option<PathBuf>,
}

impl Outside {
    /// The client under these settings.
    ///
    /// # Errors
    /// `integration/authorities`.
    pub fn client(&self) -> Result<Outbound, Refusal> {
        Outbound::new(self.own.clone(), self.authorities.as_deref())
    }
}

//! What an installation says about the world outside.

use super::{Outbound, Own, Relay};
use atelier_domain::language::Refusal;
use std::path::PathBuf;

/// Settings of whoever runs the installation, never of its users.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    /// What of its own network may be called.
    pub own: Own,
    /// Authorities trusted besides the usual ones.
    pub authorities: Option<PathBuf>,
    /// Who carries its mail.
    pub relay: Option<Relay>,
    /// Its own origin, `https://atelier.example`: the only one that a letter leads to.
    pub address: Option<String>,
    /// Who is sent the signed checkpoints, an address each: nobody, unless somebody is named.
    pub checkpoints: Vec<String>,
}

impl Outside {
    /// The client under these settings.
    ///
    /// # Errors
    /// `integration/authorities`.
    pub fn client(&self) -> Result<Outbound, Refusal> {
        Outbound::new(self.own.clone(), self.authorities.as_deref())
    }

    /// Who carries mail.
    ///
    /// # Errors
    /// `integration/no-mail`.
    pub fn relay(&self) -> Result<&Relay, Refusal> {
        self.relay.as_ref().ok_or_else(|| Refusal::new("integration/no-mail"))
    }

    /// Whether an invitation can leave by mail: there is who carries it, and where its link leads.
    ///
    /// # Errors
    /// `integration/no-mail`, `integration/no-origin`.
    pub fn mails_invitations(&self) -> Result<(), Refusal> {
        self.relay()?;
        self.address()?;
        Ok(())
    }

    /// The origin that a letter leads to.
    ///
    /// # Errors
    /// `integration/no-origin`.
    pub fn address(&self) -> Result<&str, Refusal> {
        self.address.as_deref().ok_or_else(|| Refusal::new("integration/no-origin"))
    }
}

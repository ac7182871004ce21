//! Sign-in by somebody else who knows who people are: a provider of identities (`OpenID` Connect).
//!
//! ```text
//! Way (a secret of this browser) ─▶ address of the provider ─▶ code ─▶ Identity ─▶ a user that exists ─▶ session
//!      state, nonce, PKCE from it        its own page                  signed, ours, now      tied once by a verified mail
//! ```
//! Nobody is made from what a provider says: it only says which of our users is there.

mod enter;
#[cfg(feature = "oidc")]
mod openid;
#[cfg(not(feature = "oidc"))]
#[path = "without.rs"]
mod openid;
mod settings;
mod way;

pub use enter::{sign_in_by, untie, untie_in};
pub use settings::{ProviderAsked, ProviderSettings};
pub use way::{WAY_SECONDS, Way as ProviderWay};

use crate::fault::Fault;
use crate::outbound::Outbound;
use atelier_domain::language::Refusal;
use jiff::Timestamp;
use std::sync::Arc;
use url::Url;

/// Who somebody is there, once everything that can be wrong with it was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Its name for them, for ever.
    pub subject: String,
    /// Their mail address, if it verified one.
    pub mail: Option<String>,
}

/// What a browser brings back from the provider.
#[derive(Clone, Debug)]
pub struct Brought {
    /// As it was sent there.
    pub state: String,
    /// What the identity is asked for with.
    pub code: Option<String>,
    /// Why there is none.
    pub error: Option<String>,
    /// Who says so (RFC 9207).
    pub issuer: Option<String>,
}

/// The provider of this installation.
pub struct Provider {
    settings: Arc<ProviderSettings>,
    protocol: openid::Protocol,
}

impl Provider {
    /// Under these settings; everything asked of it goes through `client`.
    ///
    /// # Errors
    /// `controls/provider-settings` for an address that may not be asked; `controls/provider-missing` in a program built
    /// without it.
    pub fn new(settings: ProviderSettings, client: Outbound) -> Result<Self, Refusal> {
        let settings = Arc::new(settings);
        let protocol = openid::Protocol::new(settings.clone(), client)?;
        Ok(Self { settings, protocol })
    }

    /// What it is called on the sign-in page.
    pub fn label(&self) -> &str {
        &self.settings.label
    }

    /// Where a browser is sent on this way.
    ///
    /// # Errors
    /// `controls/provider-silent`.
    pub async fn address(&self, way: &ProviderWay, now: Timestamp) -> Result<Url, Fault> {
        Ok(self.protocol.address(way, now).await?)
    }

    /// Who came back on it.
    ///
    /// # Errors
    /// `controls/provider-state` when it is not the way that this browser set out on, `controls/provider-declined`,
    /// `controls/provider-answer` for what the provider did not say, or not to us, or not now;
    /// `controls/provider-silent`.
    async fn identity(
        &self,
        way: Option<&ProviderWay>,
        brought: &Brought,
        now: Timestamp,
    ) -> Result<Identity, Fault> {
        let way = way.filter(|way| way.state() == brought.state);
        let way = way.ok_or_else(|| Refusal::new("controls/provider-state"))?;
        if brought.issuer.as_ref().is_some_and(|issuer| *issuer != self.settings.issuer) {
            return Err(answer("issuer").into());
        }
        let declined = |cause: &str| Refusal::new("controls/provider-declined").with("cause", short(cause));
        match (&brought.code, &brought.error) {
            (Some(code), None) => Ok(self.protocol.identity(way, code, now).await?),
            (_, error) => Err(declined(error.as_deref().unwrap_or("code")).into()),
        }
    }
}

/// What the provider said does not hold; `cause` is for whoever runs the installation.
fn answer(cause: &str) -> Refusal {
    tracing::warn!(cause, "an answer of the provider of identities was refused");
    Refusal::new("controls/provider-answer").with("cause", short(cause))
}

/// What others say, to be shown: short, on one line.
fn short(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(200).collect()
}

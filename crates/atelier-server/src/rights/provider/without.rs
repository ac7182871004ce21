//! A program built without `oidc` knows no provider.

use super::{Identity, ProviderSettings, ProviderWay};
use crate::outbound::Outbound;
use atelier_domain::language::Refusal;
use jiff::Timestamp;
use std::sync::Arc;
use url::Url;

/// Never made.
pub(super) enum Protocol {}

impl Protocol {
    pub(super) fn new(_: Arc<ProviderSettings>, _: Outbound) -> Result<Self, Refusal> {
        Err(Refusal::new("controls/provider-missing"))
    }

    #[allow(clippy::unused_async)] // as the one that exists
    pub(super) async fn address(&self, _: &ProviderWay, _: Timestamp) -> Result<Url, Refusal> {
        match *self {}
    }

    #[allow(clippy::unused_async)] // as the one that exists
    pub(super) async fn identity(&self, _: &ProviderWay, _: &str, _: Timestamp) -> Result<Identity, Refusal> {
        match *self {}
    }
}

//! The provider of identities, as the command line and the environment name it.

use super::args::Provider as Asked;
use super::session::Session;
use crate::fault::Fault;
use crate::http::Site;
use crate::rights::{Provider, ProviderAsked, ProviderSettings};
use crate::workbench::Workbench;

/// The page that browsers come back to.
const BACK: &str = "/provider";

/// The bench with the provider that was asked for, if one was.
///
/// # Errors
/// `controls/provider-settings`, `controls/provider-missing`, `integration/authorities`.
pub fn offered(
    session: &Session,
    bench: Workbench,
    asked: Asked,
    site: &Site,
    port: u16,
) -> Result<Workbench, Fault> {
    let Some(issuer) = asked.oidc_issuer else { return Ok(bench) };
    // A secret on the command line would stand in the list of processes.
    let secret = std::env::var("ATELIER_OIDC_SECRET").ok().filter(|secret| !secret.is_empty());
    let asked = ProviderAsked {
        issuer,
        client: asked.oidc_client,
        secret,
        secret_file: asked.oidc_secret_file,
        label: asked.oidc_label,
        domains: asked.oidc_domain,
        trusts_second: asked.oidc_trust_second_factor,
    };
    let settings = ProviderSettings::read(asked, site.page(BACK, port))?;
    let provider = Provider::new(settings, session.outside()?.client()?)?;
    Ok(bench.with_provider(provider))
}

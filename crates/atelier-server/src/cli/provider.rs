//! The provider of identities, as the command line and the environment name it.

use super::session::Session;
use crate::fault::Fault;
use crate::http::Site;
use crate::rights::{self, ProviderAsked, ProviderSettings};
use crate::workbench::Workbench;
use std::path::PathBuf;

/// The page that browsers come back to.
const BACK: &str = "/provider";

/// The provider of identities by which people may sign in too.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_field_names)] // the names of the options
pub struct Provider {
    #[arg(long, env = "ATELIER_OIDC_ISSUER")]
    pub oidc_issuer: Option<String>,
    #[arg(long, env = "ATELIER_OIDC_CLIENT", requires = "oidc_issuer")]
    pub oidc_client: Option<String>,
    #[arg(long, env = "ATELIER_OIDC_SECRET_FILE", requires = "oidc_issuer")]
    pub oidc_secret_file: Option<PathBuf>,
    #[arg(long, env = "ATELIER_OIDC_LABEL", requires = "oidc_issuer")]
    pub oidc_label: Option<String>,
    #[arg(long, env = "ATELIER_OIDC_DOMAIN", requires = "oidc_issuer", value_delimiter = ',')]
    pub oidc_domain: Vec<String>,
    #[arg(long, env = "ATELIER_OIDC_TRUST_SECOND_FACTOR", requires = "oidc_issuer")]
    pub oidc_trust_second_factor: bool,
}

/// The bench with the provider that was asked for, if one was.
///
/// # Errors
/// `controls/provider-settings`, `controls/provider-missing`, `integration/authorities`.
pub fn offered(
    session: &Session,
    bench: Workbench,
    asked: Provider,
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
    let provider = rights::Provider::new(settings, session.outside()?.client()?)?;
    Ok(bench.with_provider(provider))
}

//! An address that the program may be sent to, as far as can be said before asking for its host.

use super::public::is_public;
use atelier_domain::language::Refusal;
use std::net::IpAddr;
use url::{Host, Origin, Position, Url};

/// Longest address, in bytes.
const LONGEST: usize = 2_048;

/// Origins of the installation's own network, which its operator names: `https://crm.lan`,
/// `http://10.0.0.5:8080`. For them alone the private addresses, plain HTTP and other ports are open.
#[derive(Clone, Debug, Default)]
pub struct Own(Vec<Origin>);

impl Own {
    /// Reads origins with commas between.
    ///
    /// # Errors
    /// `integration/own-origin` for what is not an origin.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(origin).collect::<Result<_, _>>().map(Self)
    }

    fn holds(&self, url: &Url) -> bool {
        self.0.contains(&url.origin())
    }
}

fn origin(text: &str) -> Result<Origin, Refusal> {
    let refused = || Refusal::new("integration/own-origin").with("given", text);
    let url = Url::parse(text).map_err(|_| refused())?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && !has_user(&url);
    if bare && matches!(url.scheme(), "http" | "https") { Ok(url.origin()) } else { Err(refused()) }
}

/// Somewhere outside: `https`, port 443, no user, no address that is known to be inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    url: Url,
    port: u16,
    own: bool,
}

impl Destination {
    /// Reads an address as browsers do, then refuses what must not be asked.
    ///
    /// # Errors
    /// `integration/address-unreadable`, `-scheme`, `-user`, `-port`, `-inside`.
    pub fn read(text: &str, own: &Own) -> Result<Self, Refusal> {
        let url = parsed(text)?;
        let refused = |code| Err(Refusal::new(code).with("given", text));
        let mine = own.holds(&url);
        if url.scheme() != "https" && !mine {
            return refused("integration/address-scheme");
        }
        if has_user(&url) {
            return refused("integration/address-user");
        }
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else {
            return refused("integration/address-unreadable");
        };
        if port != 443 && !mine {
            return refused("integration/address-port");
        }
        if !mine && is_inside(&host) {
            return refused("integration/address-inside");
        }
        Ok(Self { url, port, own: mine })
    }

    /// The address itself, as it is asked.
    pub fn text(&self) -> &str {
        self.url.as_str()
    }

    /// The host, without the brackets of IPv6.
    pub fn host(&self) -> String {
        match self.url.host() {
            Some(Host::Domain(name)) => name.to_owned(),
            Some(Host::Ipv4(address)) => address.to_string(),
            Some(Host::Ipv6(address)) => address.to_string(),
            None => String::new(),
        }
    }

    /// The address that stands there instead of a name.
    pub(super) fn literal(&self) -> Option<IpAddr> {
        match self.url.host()? {
            Host::Domain(_) => None,
            Host::Ipv4(address) => Some(address.into()),
            Host::Ipv6(address) => Some(address.into()),
        }
    }

    /// Whether the host may have this address.
    pub(super) fn may_be_at(&self, address: IpAddr) -> bool {
        self.own || is_public(address)
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    pub(super) fn is_tls(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// For the header `Host`: the port only when it is not the usual one.
    pub(super) fn authority(&self) -> &str {
        &self.url[Position::BeforeHost..Position::AfterPort]
    }

    /// What is asked of the host.
    pub(super) fn path(&self) -> &str {
        &self.url[Position::BeforePath..Position::AfterQuery]
    }
}

fn parsed(text: &str) -> Result<Url, Refusal> {
    let refused = || Refusal::new("integration/address-unreadable").with("given", text);
    // Browsers drop line ends and take `\` for `/`: two readers would see two addresses.
    let odd = text.contains(|letter: char| letter.is_control() || letter.is_whitespace() || letter == '\\');
    if odd || text.len() > LONGEST {
        return Err(refused());
    }
    Url::parse(text).map_err(|_| refused())
}

fn has_user(url: &Url) -> bool {
    !url.username().is_empty() || url.password().is_some()
}

/// An address that is not public, or a name that only means something inside: one word, a dot at the
/// end, a top that is kept for that.
fn is_inside(host: &Host<&str>) -> bool {
    const TOPS: [&str; 8] = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa"];
    match host {
        Host::Domain(name) => match name.rsplit_once('.') {
            Some((_, top)) => top.is_empty() || TOPS.contains(&top),
            None => true,
        },
        Host::Ipv4(address) => !is_public((*address).into()),
        Host::Ipv6(address) => !is_public((*address).into()),
    }
}

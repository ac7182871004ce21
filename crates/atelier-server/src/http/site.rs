//! Under which address the pages are served, and what that means for cookies and foreign pages.

use crate::rights::{self, Secret};
use atelier_domain::language::Refusal;
use axum::http::{HeaderMap, HeaderValue, Method, header};

/// Where the service is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Site {
    /// On this machine only, without TLS.
    Loopback,
    /// Behind a TLS proxy, under this origin and no other (`https://atelier.example`).
    Public(String),
}

impl Site {
    /// From the public address, as browsers see it.
    ///
    /// # Errors
    /// `controls/no-address` unless it is `https://`, a name, and maybe a port.
    pub fn read(address: &str) -> Result<Self, Refusal> {
        let host = address.strip_prefix("https://").map(|rest| rest.strip_suffix('/').unwrap_or(rest));
        let plain = |host: &str| {
            !host.is_empty()
                && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':'))
        };
        match host.filter(|host| plain(host)) {
            Some(host) => Ok(Self::Public(format!("https://{}", host.to_ascii_lowercase()))),
            None => Err(Refusal::new("controls/no-address").with("given", address)),
        }
    }

    /// Whether a request for this host is for us. Otherwise a page elsewhere could point its own name
    /// at our address and read through the browser (DNS rebinding).
    pub fn answers(&self, host: &str) -> bool {
        match self {
            Self::Loopback => {
                let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
                ["localhost", "127.0.0.1"].contains(&name)
            }
            Self::Public(origin) => {
                origin.strip_prefix("https://") == Some(host.to_ascii_lowercase().as_str())
            }
        }
    }

    /// Whether a request that changes something comes from another page than ours. Programs say
    /// neither header; browsers say at least one.
    pub fn is_foreign(&self, method: &Method, headers: &HeaderMap) -> bool {
        if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
            return false;
        }
        let text = |name: header::HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
        let site = headers.get("sec-fetch-site").map(|value| value.to_str().unwrap_or("?"));
        if site.is_some_and(|site| !["same-origin", "none"].contains(&site)) {
            return true;
        }
        let own = match self {
            Self::Public(origin) => origin.clone(),
            Self::Loopback => format!("http://{}", text(header::HOST).unwrap_or_default()),
        };
        text(header::ORIGIN).is_some_and(|origin| origin != own)
    }

    /// The name of the session's cookie. `__Host-` binds it to this very host and needs TLS, which the
    /// loopback address does not have.
    pub fn cookie_name(&self) -> &'static str {
        match self {
            Self::Loopback => "atelier",
            Self::Public(_) => "__Host-atelier",
        }
    }

    /// The name of the cookie of a browser on its way to a provider of identities and back.
    pub fn way_name(&self) -> &'static str {
        match self {
            Self::Loopback => "atelier-way",
            Self::Public(_) => "__Host-atelier-way",
        }
    }

    /// Sets the cookie, or, without a secret, removes it.
    pub fn cookie(&self, secret: Option<&Secret>) -> HeaderValue {
        self.set(self.cookie_name(), secret, rights::ABSOLUTE * 3_600)
    }

    /// The same for the cookie of the way.
    pub fn way_cookie(&self, secret: Option<&Secret>) -> HeaderValue {
        self.set(self.way_name(), secret, rights::WAY_SECONDS)
    }

    fn set(&self, name: &str, secret: Option<&Secret>, seconds: i64) -> HeaderValue {
        let (value, age) = secret.map_or(("", 0), |secret| (secret.reveal(), seconds));
        let secure = if *self == Self::Loopback { "" } else { "; Secure" };
        let text = format!("{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Strict{secure}");
        // Letters of our own alphabet and digits: always a header.
        HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
    }

    /// The address that opens a page of ours.
    pub fn page(&self, path: &str, port: u16) -> String {
        match self {
            Self::Loopback => format!("http://localhost:{port}{path}"),
            Self::Public(origin) => format!("{origin}{path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_public_address_is_https_and_a_name() {
        assert_eq!(
            Site::read("https://Atelier.Example/").unwrap(),
            Site::Public("https://atelier.example".into())
        );
        for wrong in [
            "http://atelier.example",
            "https://",
            "https://a/b",
            "https://a@b",
            "atelier.example",
            "https://a b",
        ] {
            assert!(Site::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_our_own_name_is_answered() {
        let public = Site::read("https://atelier.example").unwrap();
        assert!(public.answers("atelier.example") && public.answers("ATELIER.example"));
        for host in ["", "localhost", "atelier.example.evil", "evil", "atelier.example:8443"] {
            assert!(!public.answers(host), "{host}");
        }
        assert!(Site::Loopback.answers("localhost:4310") && !Site::Loopback.answers("atelier.example"));
    }

    #[test]
    fn a_change_asked_by_another_page_is_foreign() {
        let site = Site::read("https://atelier.example").unwrap();
        let foreign = |pairs: &[_]| site.is_foreign(&Method::POST, &headers(pairs));
        assert!(!foreign(&[]));
        assert!(!foreign(&[("origin", "https://atelier.example"), ("sec-fetch-site", "same-origin")]));
        for pairs in [
            [("origin", "https://evil.example")],
            [("origin", "null")],
            [("origin", "http://atelier.example")],
            [("sec-fetch-site", "cross-site")],
            [("sec-fetch-site", "same-site")],
        ] {
            assert!(foreign(&pairs), "{pairs:?}");
        }
        assert!(!site.is_foreign(&Method::GET, &headers(&[("origin", "https://evil.example")])));
        let local = headers(&[("host", "localhost:4310"), ("origin", "http://localhost:4310")]);
        assert!(!Site::Loopback.is_foreign(&Method::POST, &local));
        let other = headers(&[("host", "localhost:4310"), ("origin", "http://localhost:5000")]);
        assert!(Site::Loopback.is_foreign(&Method::POST, &other));
    }

    #[test]
    fn the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        let secret = Secret::new().unwrap();
        let cookie = Site::read("https://a.example").unwrap().cookie(Some(&secret));
        let cookie = cookie.to_str().unwrap();
        for part in
            ["__Host-atelier=", "Path=/", "HttpOnly", "SameSite=Strict", "; Secure", "Max-Age=1209600"]
        {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(Site::Loopback.cookie(None).to_str().unwrap().contains("Max-Age=0"));
    }
}

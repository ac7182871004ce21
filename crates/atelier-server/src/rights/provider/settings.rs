//! What whoever runs the installation says of its provider of identities.

use atelier_domain::language::Refusal;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// As it is said, on the command line and in the environment.
#[derive(Clone, Debug, Default)]
pub struct ProviderAsked {
    /// Its issuer, as it says it itself.
    pub issuer: String,
    /// Our name there.
    pub client: Option<String>,
    /// Our secret there.
    pub secret: Option<String>,
    /// A file that holds it instead.
    pub secret_file: Option<PathBuf>,
    /// What it is called on the sign-in page.
    pub label: Option<String>,
    /// Domains of mail whose users it may name.
    pub domains: Vec<String>,
    /// Whether its second factor stands for ours.
    pub trusts_second: bool,
}

/// As it holds.
#[derive(Clone)]
pub struct ProviderSettings {
    /// Its issuer, to the letter.
    pub issuer: String,
    /// Our name there.
    pub client: String,
    /// Our secret there.
    pub secret: String,
    /// What it is called on the sign-in page.
    pub label: String,
    /// Domains of mail whose users it may name; at least one.
    pub domains: BTreeSet<String>,
    /// Whether its second factor stands for ours.
    pub trusts_second: bool,
    /// The one address that browsers are sent back to.
    pub back: String,
}

impl ProviderSettings {
    /// Reads what was said; `back` is our own address that browsers come back to.
    ///
    /// # Errors
    /// `controls/provider-settings`, with the option that is missing or wrong.
    pub fn read(asked: ProviderAsked, back: String) -> Result<Self, Refusal> {
        let secret = match (asked.secret, &asked.secret_file) {
            (Some(secret), None) => Some(secret),
            (None, Some(file)) => {
                let read = std::fs::read_to_string(file);
                Some(read.map_err(|error| wrong("oidc-secret-file", &error.to_string()))?)
            }
            _ => None,
        };
        let filled =
            |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let client = filled(asked.client).ok_or_else(|| wrong("oidc-client", "–"))?;
        let secret = filled(secret).ok_or_else(|| wrong("oidc-secret-file", "–"))?;
        let label = filled(asked.label).unwrap_or_else(|| "OpenID Connect".to_owned());
        if label.chars().count() > 60 {
            return Err(wrong("oidc-label", &label));
        }
        let domains = asked.domains.iter().map(|domain| self::domain(domain)).collect::<Result<_, _>>()?;
        if asked.domains.is_empty() {
            return Err(wrong("oidc-domain", "–"));
        }
        let (issuer, trusts_second) = (asked.issuer, asked.trusts_second);
        Ok(Self { issuer, client, secret, label, domains, trusts_second, back })
    }

    /// Whether it may name the user of this mail address.
    pub(super) fn takes(&self, mail: &str) -> bool {
        mail.rsplit_once('@').is_some_and(|(_, domain)| self.domains.contains(domain))
    }
}

/// `garonne.example`, in whatever letters.
fn domain(text: &str) -> Result<String, Refusal> {
    let domain = text.trim().to_lowercase();
    let plain = domain.contains('.')
        && domain.chars().all(|letter| letter.is_alphanumeric() || ".-".contains(letter));
    if plain { Ok(domain) } else { Err(wrong("oidc-domain", text)) }
}

pub(super) fn wrong(option: &str, given: &str) -> Refusal {
    Refusal::new("controls/provider-settings").with("option", option).with("given", given)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> ProviderAsked {
        ProviderAsked {
            issuer: "https://id.example".to_owned(),
            client: Some("atelier".to_owned()),
            secret: Some(" s3cret\n".to_owned()),
            domains: vec!["Garonne.Example".to_owned()],
            ..ProviderAsked::default()
        }
    }

    fn read(asked: ProviderAsked) -> Result<ProviderSettings, String> {
        let read = ProviderSettings::read(asked, "https://atelier.example/provider".to_owned());
        read.map_err(|refusal| {
            assert_eq!(refusal.code, "controls/provider-settings");
            format!("{:?}", refusal.values)
        })
    }

    #[test]
    fn a_provider_is_named_whole_or_not_at_all() {
        let whole = read(asked()).unwrap_or_else(|told| panic!("{told}"));
        assert_eq!((whole.secret.as_str(), whole.label.as_str()), ("s3cret", "OpenID Connect"));
        assert!(whole.takes("lea@garonne.example") && !whole.takes("lea@sub.garonne.example"));
        assert!(!whole.takes("lea@garonne.example@evil.example") && !whole.takes("garonne.example"));
        let both = Some(PathBuf::from("/nowhere"));
        for (wrong, option) in [
            (ProviderAsked { client: None, ..asked() }, "oidc-client"),
            (ProviderAsked { secret: Some(" ".into()), ..asked() }, "oidc-secret-file"),
            (ProviderAsked { secret_file: both.clone(), ..asked() }, "oidc-secret-file"),
            (ProviderAsked { secret: None, secret_file: both, ..asked() }, "oidc-secret-file"),
            (ProviderAsked { domains: vec![], ..asked() }, "oidc-domain"),
            (ProviderAsked { domains: vec!["a@garonne.example".into()], ..asked() }, "oidc-domain"),
            (ProviderAsked { label: Some("x".repeat(61)), ..asked() }, "oidc-label"),
        ] {
            let told = read(wrong).err().unwrap_or_else(|| panic!("{option} was taken"));
            assert!(told.contains(option), "{option}: {told}");
        }
    }
}

//! The way of one browser to the provider and back.

use crate::rights::Secret;
use crate::rights::secret::hash;

/// Seconds within which a browser has to come back.
pub const WAY_SECONDS: i64 = 10 * 60;

/// A secret that only this browser holds, in a cookie. What is sent to the provider is made from it and
/// does not tell it: nothing has to be kept here until the browser is back.
#[derive(Clone, Debug)]
pub struct Way(Secret);

impl Way {
    /// A new one.
    ///
    /// # Errors
    /// An incident when the system gives no randomness.
    pub fn new() -> anyhow::Result<Self> {
        Secret::new().map(Self)
    }

    /// The one of a cookie.
    pub fn read(text: &str) -> Option<Self> {
        Secret::read(text).map(Self)
    }

    /// For the cookie.
    pub fn secret(&self) -> &Secret {
        &self.0
    }

    /// Comes back with the browser: the answer is to a question that this browser asked.
    pub(super) fn state(&self) -> String {
        self.made("state")
    }

    /// Comes back inside the signed answer: it was made for this very way.
    pub(super) fn nonce(&self) -> String {
        self.made("nonce")
    }

    /// Shown with the code: whoever stole the code alone has nothing (RFC 7636).
    pub(super) fn verifier(&self) -> String {
        self.made("verifier")
    }

    fn made(&self, what: &str) -> String {
        hash([what, " ", self.0.reveal()].concat().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_is_of_one_way_only_and_does_not_tell_it() {
        let (one, other) = (Way::new().unwrap(), Way::new().unwrap());
        let again = Way::read(one.secret().reveal()).unwrap();
        assert_eq!(
            (one.state(), one.nonce(), one.verifier()),
            (again.state(), again.nonce(), again.verifier())
        );
        let all = [one.state(), one.nonce(), one.verifier(), other.state(), other.nonce(), other.verifier()];
        let different: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(different.len(), 6);
        // RFC 7636: 43 to 128 letters that stand unescaped in an address.
        assert!(
            all.iter().all(|text| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        );
        assert!(Way::read("short").is_none());
    }
}

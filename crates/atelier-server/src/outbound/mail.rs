//! Mail, by the relay that the installation names. Text only.

use atelier_domain::language::Refusal;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport as _, Tokio1Executor};
use std::net::IpAddr;
use std::time::Duration;
use url::Url;
use uuid::Uuid;

/// Longest that the relay may take.
const TIME: Duration = Duration::from_secs(30);

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// To whom, an address alone.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
}

/// The relay, and who writes. Its `Debug` shows no password.
#[derive(Clone)]
pub struct Relay {
    url: String,
    from: Mailbox,
}

impl std::fmt::Debug for Relay {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Relay from {}", self.from)
    }
}

impl Relay {
    /// `smtps://user:password@host` (TLS from the first byte), or `smtp://…?tls=required` (TLS before
    /// anything is said). Without TLS only a relay on this very machine.
    ///
    /// # Errors
    /// `integration/mail-relay`, `integration/mail-address` for the sender.
    pub fn read(url: &str, from: &str) -> Result<Self, Refusal> {
        let refused = || Refusal::new("integration/mail-relay");
        let parsed = Url::parse(url).map_err(|_| refused())?;
        let required = parsed.query_pairs().any(|(name, value)| name == "tls" && value == "required");
        let host = parsed.host_str().ok_or_else(refused)?.trim_matches(['[', ']']);
        let here = host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback());
        let safe = match parsed.scheme() {
            "smtps" => true,
            "smtp" => required || here,
            _ => false,
        };
        if !safe || AsyncSmtpTransport::<Tokio1Executor>::from_url(url).is_err() {
            return Err(refused());
        }
        Ok(Self { url: url.to_owned(), from: mailbox(from)? })
    }

    /// Hands a mail to the relay.
    ///
    /// # Errors
    /// `integration/mail-address` for the reader, `integration/mail-refused` when the relay does not take it.
    pub async fn send(&self, mail: Mail) -> Result<(), Refusal> {
        let refused = |cause: String| {
            Refusal::new("integration/mail-refused").with("to", mail.to.as_str()).with("cause", cause)
        };
        let domain = self.from.email.domain().to_owned();
        let message = Message::builder()
            .from(self.from.clone())
            .to(mailbox(&mail.to)?)
            .subject(mail.subject.clone())
            .message_id(Some(format!("<{}@{domain}>", Uuid::now_v7().simple())))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text.clone())
            .map_err(|error| refused(error.to_string()))?;
        let relay = AsyncSmtpTransport::<Tokio1Executor>::from_url(&self.url);
        let relay = relay.map_err(|error| refused(error.to_string()))?.timeout(Some(TIME)).build();
        relay.send(message).await.map_err(|error| refused(error.to_string()))?;
        Ok(())
    }
}

/// Addresses separated by commas, as they are written to; none in an empty text.
///
/// # Errors
/// `integration/mail-address` for the first that is none.
pub fn addresses(text: &str) -> Result<Vec<String>, Refusal> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    text.split(',').map(|one| mailbox(one).map(|_| one.trim().to_owned())).collect()
}

fn mailbox(text: &str) -> Result<Mailbox, Refusal> {
    text.trim().parse().map_err(|_| Refusal::new("integration/mail-address").with("given", text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checkpoints_go_to_several_addresses_each_of_them_one() {
        assert_eq!(addresses(" ").unwrap(), Vec::<String>::new());
        assert_eq!(addresses("a@x.example, Notaire <b@y.example>").unwrap().len(), 2);
        for (text, given) in [("a@x.example,", ""), ("a@x.example, nobody", " nobody")] {
            let refused = addresses(text).unwrap_err();
            assert_eq!(refused, Refusal::new("integration/mail-address").with("given", given), "{text}");
        }
    }

    #[test]
    fn a_relay_is_under_tls_or_on_this_machine() {
        for (url, taken) in [
            ("smtps://user:secret@mail.example.com", true),
            ("smtps://mail.example.com:465", true),
            ("smtp://mail.example.com:587?tls=required", true),
            ("smtp://127.0.0.1:2525", true),
            ("smtp://localhost:25", true),
            ("smtp://[::1]:25", true),
            ("smtp://mail.example.com", false),
            ("smtp://user:secret@mail.example.com:587?tls=opportunistic", false),
            ("smtp://127.0.0.1.example.com", false),
            ("https://mail.example.com", false),
            ("mail.example.com", false),
            ("", false),
        ] {
            assert_eq!(Relay::read(url, "atelier@example.com").is_ok(), taken, "{url}");
        }
        let wrong = Relay::read("smtps://mail.example.com", "nobody").unwrap_err();
        assert_eq!(wrong.code, "integration/mail-address");
        let shown = format!("{:?}", Relay::read("smtps://u:secret@m.example", "a@m.example").unwrap());
        assert!(!shown.contains("secret"), "{shown}");
    }
}

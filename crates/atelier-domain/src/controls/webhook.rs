//! Who outside is told what happened (*abonnement à des évènements*).

use crate::language::{Refusal, Refusals};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Most subscriptions of a company.
const MOST: usize = 20;
/// Most names of events in one subscription.
const EVENTS: usize = 50;

/// Identity of a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WebhookId(pub Uuid);

impl fmt::Display for WebhookId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl FromStr for WebhookId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(Self)
    }
}

/// A subscription. Its secrets are not here: facts are for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Webhook {
    /// Identity.
    pub id: WebhookId,
    /// Where events are sent.
    pub url: String,
    /// Names of events, `execution.declare`, or of a word, `execution.*`; none: every event.
    pub events: Vec<String>,
    /// Whether events are sent.
    pub on: bool,
}

impl Webhook {
    /// The subscription, when it is well formed and fits beside those `known`; each name once, in order.
    /// Whether its address may be called is for whoever calls.
    ///
    /// # Errors
    /// All together: `controls/wrong-event`, `controls/too-many-events`, `controls/too-many-webhooks`.
    pub fn checked(mut self, known: &[Self]) -> Result<Self, Refusals> {
        let mut refused = Refusals::default();
        self.url = self.url.trim().into();
        self.events = self.events.iter().map(|event| event.trim().to_owned()).collect();
        self.events.sort_unstable();
        self.events.dedup();
        for event in self.events.iter().filter(|event| !is_event(event)) {
            refused.push(Refusal::new("controls/wrong-event").field("events").with("given", event.as_str()));
        }
        if self.events.len() > EVENTS {
            refused.push(Refusal::new("controls/too-many-events").field("events").with("most", EVENTS));
        }
        if known.iter().filter(|one| one.id != self.id && one.on).count() >= MOST && self.on {
            refused.push(Refusal::new("controls/too-many-webhooks").with("most", MOST));
        }
        refused.or(self)
    }

    /// Whether it is told of an event.
    pub fn hears(&self, event: &str) -> bool {
        let meant = |asked: &String| match asked.strip_suffix('*') {
            Some(word) => event.starts_with(word),
            None => asked == event,
        };
        self.on && (self.events.is_empty() || self.events.iter().any(meant))
    }
}

/// The name of the event of an act: `execution/declare` is told as `execution.declare`.
pub fn event_of(act: &str) -> String {
    act.replace('/', ".")
}

/// `word.act` or `word.*`, in small letters and hyphens.
fn is_event(text: &str) -> bool {
    let is_word = |text: &str| {
        !text.is_empty()
            && text.len() <= 60
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    text.split_once('.').is_some_and(|(word, act)| is_word(word) && (act == "*" || is_word(act)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn webhook(number: u128, events: &[&str]) -> Webhook {
        Webhook {
            id: WebhookId(Uuid::from_u128(number)),
            url: " https://hooks.example.com/atelier ".to_owned(),
            events: events.iter().map(|event| (*event).to_owned()).collect(),
            on: true,
        }
    }

    #[test]
    fn a_subscription_hears_what_it_asked_for_and_nothing_else() {
        let some = webhook(1, &["execution.declare", "controls.*"]).checked(&[]).unwrap();
        assert_eq!(some.url, "https://hooks.example.com/atelier");
        for (event, heard) in [
            ("execution.declare", true),
            ("execution.declare-more", false),
            ("execution.import", false),
            ("controls.add-user", true),
            ("controlsx.add", false),
        ] {
            assert_eq!(some.hears(event), heard, "{event}");
        }
        assert!(webhook(2, &[]).hears("planning.publish"));
        assert!(!Webhook { on: false, ..webhook(3, &[]) }.hears("planning.publish"));
        assert_eq!(event_of("controls/add-user"), "controls.add-user");
    }

    #[test]
    fn what_is_not_the_name_of_an_event_is_refused_with_its_place() {
        for wrong in
            ["", "execution", "execution.", ".declare", "*", "a.b.c", "Execution.Declare", "a/b", "a.b*"]
        {
            let refused = webhook(1, &[wrong]).checked(&[]).unwrap_err();
            assert_eq!(refused.codes(), ["controls/wrong-event"], "{wrong}");
            assert_eq!(refused.0[0].place.field.as_deref(), Some("events"));
        }
    }

    #[test]
    fn a_company_has_so_many_and_no_more() {
        let twenty: Vec<Webhook> = (0..20).map(|number| webhook(number, &[])).collect();
        assert_eq!(webhook(30, &[]).checked(&twenty).unwrap_err().codes(), ["controls/too-many-webhooks"]);
        assert!(webhook(3, &["a.b"]).checked(&twenty).is_ok(), "one of them may change");
        assert!(Webhook { on: false, ..webhook(30, &[]) }.checked(&twenty).is_ok());
    }
}

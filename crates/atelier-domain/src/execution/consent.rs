//! What somebody at a customer agreed to or objects to, and whether they may be contacted.
//!
//! The ground of each channel and purpose is a table that people can read (`reachable.csv`).
//! Source: note on the law, "mail to professionals": no prior consent when the message relates to the
//! person's work, an objection at any time. A message goes to a mobile telephone, which may be private:
//! it needs consent.

use super::Standing;
use crate::language::{Args, Catalogue, ContactId, Refusal};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::str::FromStr;
use uuid::Uuid;

/// Makes an enumeration written as words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$each])* $variant),+ }

        impl $name {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// As written in facts, tables and on the command line.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                Self::ALL.iter().copied().find(|one| one.code() == text).ok_or(())
            }
        }
    };
}

words! {
    /// How somebody is reached.
    Channel {
        /// Mail over the network.
        Mail = "mail",
        /// Telephone.
        Phone = "phone",
        /// Short message to a telephone.
        Message = "message",
        /// Letter.
        Post = "post",
        /// A visit at their place.
        Visit = "visit",
    }
}
words! {
    /// What for.
    Aim {
        /// To sell what they have not asked for.
        Prospecting = "prospecting",
        /// To carry out what was agreed with their firm.
        Contract = "contract",
        /// To ask their opinion.
        Survey = "survey",
    }
}
words! {
    /// What they said.
    Choice {
        /// Yes.
        Agreed = "agreed",
        /// No (*opposition*).
        Objected = "objected",
    }
}

impl Channel {
    /// How somebody is reached through the medium of an action, by its code; nobody is at one's desk.
    pub fn of(medium: &str) -> Option<Self> {
        match medium {
            "visit" => Some(Self::Visit),
            "video" | "call" => Some(Self::Phone),
            "mail" => Some(Self::Mail),
            _ => None,
        }
    }
}

impl Aim {
    /// What somebody is contacted for about an opportunity: what is won is carried out, everything else is selling.
    pub fn about(standing: Option<Standing>) -> Self {
        if standing == Some(Standing::Won) { Self::Contract } else { Self::Prospecting }
    }
}

/// What somebody said of one channel for one purpose, and how we know. The last one said counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who.
    pub person: ContactId,
    /// How they are reached.
    pub channel: Channel,
    /// What for.
    pub aim: Aim,
    /// What they said.
    pub choice: Choice,
    /// The day they said it.
    pub on: Date,
    /// How it was said and where the proof is, in a few words.
    pub source: String,
}

impl Consent {
    /// The identity of what is said of this channel and purpose of this person.
    pub fn id(&self) -> Uuid {
        let name = ["consent", self.channel.code(), self.aim.code()].join("/");
        Uuid::new_v5(&self.person.0, name.as_bytes())
    }

    /// The consent when it can be kept as of `today`.
    ///
    /// # Errors
    /// `execution/consent-no-source`, `execution/consent-in-the-future`.
    pub fn checked(mut self, today: Date) -> Result<Self, Refusal> {
        self.source = self.source.trim().to_owned();
        if self.source.is_empty() || self.source.chars().count() > 200 {
            return Err(Refusal::new("execution/consent-no-source").field("source"));
        }
        if self.on > today {
            return Err(Refusal::new("execution/consent-in-the-future").field("on").with("day", self.on));
        }
        Ok(self)
    }
}

/// On what ground somebody may be reached when they said nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ground {
    Consent,
    Interest,
    Contract,
}

/// Whether somebody may be contacted, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// They said no on that day.
    Objected(Date),
    /// This channel needs a yes, and none is known.
    NeedsConsent,
    /// They said yes on that day.
    Agreed(Date),
    /// It concerns their work; they may object.
    Interest,
    /// It is needed for what was agreed with their firm.
    Contract,
}

impl Reach {
    /// Whether they may be contacted.
    pub fn allowed(self) -> bool {
        !matches!(self, Self::Objected(_) | Self::NeedsConsent)
    }

    /// In a word, for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Objected(_) => "objected",
            Self::NeedsConsent => "needs-consent",
            Self::Agreed(_) => "agreed",
            Self::Interest => "interest",
            Self::Contract => "contract",
        }
    }

    /// That somebody must not be contacted by this channel, and why, in a line.
    pub fn barring(self, name: &str, channel: Channel, words: &Catalogue) -> String {
        let id = match channel {
            Channel::Phone | Channel::Message => "execution-barred-phone",
            Channel::Mail | Channel::Post => "execution-barred-mail",
            Channel::Visit => "execution-barred-visit",
        };
        words.text(id, &Args::new().with("name", name).with("reason", self.words(words)))
    }

    /// In a sentence.
    pub fn words(self, words: &Catalogue) -> String {
        let (id, day) = match self {
            Self::Objected(day) => ("execution-may-objected", Some(day)),
            Self::NeedsConsent => ("execution-may-needs-consent", None),
            Self::Agreed(day) => ("execution-may-agreed", Some(day)),
            Self::Interest => ("execution-may-interest", None),
            Self::Contract => ("execution-may-contract", None),
        };
        let day = day.map(|day| words.show().day(day)).unwrap_or_default();
        words.text(id, &Args::new().with("day", day))
    }
}

/// Whether a person may be contacted by `channel` for `aim` on `day`, given all they said (of any
/// channel, in the order of the ledger). What was said after that day does not count yet.
pub fn may_contact(said: &[Consent], channel: Channel, aim: Aim, day: Date) -> Reach {
    let of_it = said.iter().filter(|one| one.channel == channel && one.aim == aim && one.on <= day);
    match (of_it.max_by_key(|one| one.on), ground(channel, aim)) {
        (Some(last), _) if last.choice == Choice::Objected => Reach::Objected(last.on),
        (Some(last), _) => Reach::Agreed(last.on),
        (None, Ground::Consent) => Reach::NeedsConsent,
        (None, Ground::Interest) => Reach::Interest,
        (None, Ground::Contract) => Reach::Contract,
    }
}

/// What the people of a list said, asked once for the whole list.
#[derive(Clone, Debug, Default)]
pub struct Sayings(HashMap<ContactId, Vec<Consent>>);

impl Sayings {
    /// By person.
    pub fn of(all: Vec<Consent>) -> Self {
        let mut by_person: HashMap<_, Vec<_>> = HashMap::new();
        for one in all {
            by_person.entry(one.person).or_default().push(one);
        }
        Self(by_person)
    }

    /// Why a person must not be contacted by `channel` for `aim` on `day`; nothing when they may be.
    pub fn barred(&self, person: ContactId, (channel, aim): (Channel, Aim), day: Date) -> Option<Reach> {
        let said = self.0.get(&person).map_or(&[][..], Vec::as_slice);
        Some(may_contact(said, channel, aim, day)).filter(|reach| !reach.allowed())
    }
}

/// Reads the shipped table; what it does not say needs consent.
fn ground(channel: Channel, aim: Aim) -> Ground {
    let column = 1 + Aim::ALL.iter().position(|one| *one == aim).unwrap_or(0);
    let row = include_str!("reachable.csv").lines().find_map(|line| {
        let cells: Vec<&str> = line.split(',').map(str::trim).collect();
        (cells.first() == Some(&channel.code())).then_some(cells)
    });
    match row.as_ref().and_then(|cells| cells.get(column)).copied() {
        Some("interest") => Ground::Interest,
        Some("contract") => Ground::Contract,
        _ => Ground::Consent,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::TenantId;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn said(channel: Channel, aim: Aim, choice: Choice, on: &str) -> Consent {
        let person = ContactId::of(TenantId::of("garonne"), "K1");
        Consent { person, channel, aim, choice, on: day(on), source: "appel".to_owned() }
    }

    #[test]
    fn whoever_objected_is_told_so_by_name_and_nobody_else_is_held_back() {
        let sayings =
            Sayings::of(vec![said(Channel::Phone, Aim::Prospecting, Choice::Objected, "2027-02-03")]);
        let zoe = ContactId::of(TenantId::of("garonne"), "K1");
        let luc = ContactId::of(TenantId::of("garonne"), "K2");
        let call = (Channel::Phone, Aim::about(None));
        assert_eq!(sayings.barred(zoe, call, day("2027-02-02")), None, "not said yet");
        let barred = sayings.barred(zoe, call, day("2027-02-03")).unwrap();
        let told = barred.barring("Zoé", Channel::Phone, Catalogue::of(crate::language::Lang::En));
        assert!(told.starts_with("Do not call Zoé.") && told.contains("2027"), "{told}");
        assert_eq!(sayings.barred(zoe, (Channel::Mail, Aim::Prospecting), day("2027-02-03")), None);
        assert_eq!(
            sayings.barred(zoe, (Channel::Phone, Aim::about(Some(Standing::Won))), day("2027-02-03")),
            None
        );
        assert_eq!(sayings.barred(luc, call, day("2027-02-03")), None);
    }

    #[test]
    fn the_table_says_every_channel_and_purpose() {
        let head: Vec<_> =
            include_str!("reachable.csv").lines().next().unwrap().split(',').map(str::trim).collect();
        assert_eq!(head[1..], Aim::ALL.iter().map(|aim| aim.code()).collect::<Vec<_>>());
        for line in include_str!("reachable.csv").lines().skip(1) {
            let cells: Vec<_> = line.split(',').map(str::trim).collect();
            assert!(cells[0].parse::<Channel>().is_ok() && cells.len() == 4, "{line}");
            assert!(
                cells[1..].iter().all(|cell| ["interest", "contract", "consent"].contains(cell)),
                "{line}"
            );
        }
        assert_eq!(include_str!("reachable.csv").lines().count(), Channel::ALL.len() + 1);
    }

    #[test]
    fn an_objection_holds_from_its_day_until_they_say_otherwise() {
        let no = said(Channel::Phone, Aim::Prospecting, Choice::Objected, "2027-01-05");
        let yes = said(Channel::Phone, Aim::Prospecting, Choice::Agreed, "2027-03-01");
        let ask = |said: &[Consent], on| may_contact(said, Channel::Phone, Aim::Prospecting, day(on));
        assert_eq!(ask(std::slice::from_ref(&no), "2027-01-04"), Reach::Interest);
        assert_eq!(ask(std::slice::from_ref(&no), "2027-01-05"), Reach::Objected(day("2027-01-05")));
        assert!(!ask(&[no.clone(), yes.clone()], "2027-02-28").allowed());
        assert_eq!(ask(&[yes.clone(), no.clone()], "2027-03-01"), Reach::Agreed(day("2027-03-01")));
        let same_day = said(Channel::Phone, Aim::Prospecting, Choice::Objected, "2027-03-01");
        assert!(!ask(&[yes, same_day], "2027-03-01").allowed(), "of one day, the last one said");
    }

    #[test]
    fn a_channel_and_a_purpose_are_spoken_of_apart() {
        let no = [said(Channel::Mail, Aim::Prospecting, Choice::Objected, "2027-01-05")];
        let ask = |channel, aim| may_contact(&no, channel, aim, day("2027-02-01"));
        assert_eq!(ask(Channel::Mail, Aim::Contract), Reach::Contract);
        assert_eq!(ask(Channel::Visit, Aim::Prospecting), Reach::Interest);
        assert_eq!(ask(Channel::Message, Aim::Prospecting), Reach::NeedsConsent);
    }

    #[test]
    fn what_cannot_be_proved_is_not_kept() {
        let today = day("2027-01-05");
        let one = || said(Channel::Mail, Aim::Survey, Choice::Agreed, "2027-01-05");
        assert!(one().checked(today).is_ok());
        let codes = [Consent { source: " ".to_owned(), ..one() }, Consent { on: day("2027-01-06"), ..one() }]
            .map(|wrong| wrong.checked(today).unwrap_err().code);
        assert_eq!(codes, ["execution/consent-no-source", "execution/consent-in-the-future"]);
    }
}

//! Two firms, or two people at customers, written down twice: one stays, the other is found under it.
//!
//! Nothing of what was said is touched: what refers to the one that is gone is read under the one that
//! stays, for as long as the merge holds.

use super::consent::{Choice, Consent};
use super::contact::Contact;
use super::market::Account;
use super::siren::{SIREN, SIRET};
use crate::language::{AccountId, ContactId};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::str::FromStr;
use uuid::Uuid;

/// What was written down twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MergeOf {
    /// A firm.
    Account,
    /// Somebody at a customer.
    Contact,
}

impl MergeOf {
    /// As written in facts, tables and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Contact => "contact",
        }
    }
}

impl FromStr for MergeOf {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Account, Self::Contact].into_iter().find(|one| one.code() == text).ok_or(())
    }
}

/// This one is the same as that one, which stays (*fusion*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// What they are.
    pub of: MergeOf,
    /// The one that is gone: no list shows it, and it may not be merged into.
    pub gone: Uuid,
    /// The one that stays: it is itself gone into no other.
    pub kept: Uuid,
}

/// Where what was merged is found: one step leads there, since what stays is gone into no other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged(HashMap<Uuid, Uuid>);

impl FromIterator<Merge> for Merged {
    fn from_iter<I: IntoIterator<Item = Merge>>(all: I) -> Self {
        Self(all.into_iter().map(|one| (one.gone, one.kept)).collect())
    }
}

impl Merged {
    /// One more.
    pub fn add(&mut self, merge: Merge) {
        self.0.insert(merge.gone, merge.kept);
    }

    /// Whether nothing is merged.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this firm or person is found under another.
    pub fn is_gone(&self, id: Uuid) -> bool {
        self.0.contains_key(&id)
    }

    /// The firm that stays.
    pub fn account(&self, id: AccountId) -> AccountId {
        AccountId(self.0.get(&id.0).copied().unwrap_or(id.0))
    }

    /// The person that stays.
    pub fn contact(&self, id: ContactId) -> ContactId {
        ContactId(self.0.get(&id.0).copied().unwrap_or(id.0))
    }
}

/// What a firm that stays takes from the one that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountField {
    /// Name.
    Name,
    /// Sector.
    Sector,
    /// Country.
    Country,
    /// Mother firm.
    Parent,
    /// Both numbers of the register.
    Siren,
    /// Every other column of the source that it does not have itself.
    Facets,
}

impl AccountField {
    /// Every one of them.
    pub const ALL: &[Self] =
        &[Self::Name, Self::Sector, Self::Country, Self::Parent, Self::Siren, Self::Facets];

    /// As asked for.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Sector => "sector",
            Self::Country => "country",
            Self::Parent => "parent",
            Self::Siren => "siren",
            Self::Facets => "facets",
        }
    }
}

/// What somebody who stays takes from the card that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactField {
    /// Name.
    Name,
    /// Post.
    Function,
    /// Mail address.
    Mail,
    /// Telephone.
    Phone,
    /// Language.
    Language,
    /// Firm.
    Account,
}

impl ContactField {
    /// Every one of them.
    pub const ALL: &[Self] =
        &[Self::Name, Self::Function, Self::Mail, Self::Phone, Self::Language, Self::Account];

    /// As asked for.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Function => "function",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Language => "language",
            Self::Account => "account",
        }
    }
}

impl Account {
    /// This firm with the fields `take` of the one that goes. Neither is ever its own mother.
    #[must_use]
    pub fn taking(mut self, gone: &Self, take: &[AccountField]) -> Self {
        for field in take {
            match field {
                AccountField::Name => self.name.clone_from(&gone.name),
                AccountField::Sector => self.sector.clone_from(&gone.sector),
                AccountField::Country => self.country.clone_from(&gone.country),
                AccountField::Parent => self.parent = gone.parent,
                AccountField::Siren => {
                    for number in [SIREN, SIRET] {
                        self.facets.remove(number);
                        let theirs = gone.facets.get(number).cloned();
                        self.facets.extend(theirs.map(|digits| (number.to_owned(), digits)));
                    }
                }
                AccountField::Facets => {
                    for (name, value) in &gone.facets {
                        if ![SIREN, SIRET].contains(&name.as_str()) {
                            self.facets.entry(name.clone()).or_insert_with(|| value.clone());
                        }
                    }
                }
            }
        }
        self.parent = self.parent.filter(|parent| ![self.id, gone.id].contains(parent));
        self
    }
}

impl Contact {
    /// This card with the fields `take` of the one that goes.
    #[must_use]
    pub fn taking(mut self, gone: &Self, take: &[ContactField]) -> Self {
        for field in take {
            match field {
                ContactField::Name => self.name.clone_from(&gone.name),
                ContactField::Function => self.function.clone_from(&gone.function),
                ContactField::Mail => self.mail.clone_from(&gone.mail),
                ContactField::Phone => self.phone.clone_from(&gone.phone),
                ContactField::Language => self.language.clone_from(&gone.language),
                ContactField::Account => self.account = gone.account,
            }
        }
        self
    }
}

/// What somebody is taken to have said once two cards are one: what one card alone says holds, and where both
/// speak of one channel and purpose and contradict each other, the no holds. Only what changes for the card that
/// stays is given. Until they say something else: the last thing said of the card that stays counts.
pub fn strictest(kept: ContactId, of_kept: &[Consent], of_gone: &[Consent]) -> Vec<Consent> {
    let news = of_gone.iter().filter(|theirs| {
        let same = |one: &&Consent| (one.channel, one.aim) == (theirs.channel, theirs.aim);
        let own = of_kept.iter().find(same);
        own.is_none_or(|own| own.choice == Choice::Agreed && theirs.choice == Choice::Objected)
    });
    news.map(|theirs| Consent { person: kept, ..theirs.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::execution::{Channel, ContactAim};
    use crate::language::TenantId;
    use std::collections::BTreeMap;

    fn firm(key: &str, name: &str) -> Account {
        let id = AccountId::of(TenantId::of("garonne"), key);
        let (sector, country) = (String::new(), "FR".to_owned());
        Account {
            id,
            key: key.to_owned(),
            name: name.to_owned(),
            sector,
            country,
            parent: None,
            facets: BTreeMap::new(),
        }
    }

    fn said(person: ContactId, channel: Channel, choice: Choice) -> Consent {
        let on = "2027-01-04".parse().unwrap();
        Consent { person, channel, aim: ContactAim::Prospecting, choice, on, source: "lettre".to_owned() }
    }

    #[test]
    fn a_firm_takes_what_is_asked_and_keeps_the_rest() {
        let mut gone = firm("A2", "Écluse SA");
        gone.sector = "eau".to_owned();
        gone.parent = Some(AccountId::of(TenantId::of("garonne"), "A1"));
        gone.facets = [(SIREN, "552100554"), ("Taille", "9"), ("Âge", "3")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        let mut kept = firm("A1", "Écluse");
        kept.facets.insert("Taille".to_owned(), "250".to_owned());
        let after = kept.clone().taking(&gone, &[AccountField::Sector, AccountField::Facets]);
        assert_eq!((after.name.as_str(), after.sector.as_str(), after.siren()), ("Écluse", "eau", None));
        assert_eq!((&*after.facets["Taille"], &*after.facets["Âge"]), ("250", "3"));
        let all = kept.clone().taking(&gone, AccountField::ALL);
        assert_eq!((all.siren(), all.parent), (Some("552100554"), None), "it is not its own mother");
        let daughter = Account { parent: Some(gone.id), ..kept };
        assert_eq!(daughter.taking(&gone, &[]).parent, None, "nor is its mother the one that goes");
    }

    #[test]
    fn of_two_answers_the_no_holds() {
        let [kept, gone] = ["K1", "K2"].map(|key| ContactId::of(TenantId::of("garonne"), key));
        let of_kept = [
            said(kept, Channel::Mail, Choice::Agreed),
            said(kept, Channel::Phone, Choice::Objected),
            said(kept, Channel::Post, Choice::Agreed),
        ];
        let of_gone = [
            said(gone, Channel::Mail, Choice::Objected),
            said(gone, Channel::Phone, Choice::Agreed),
            said(gone, Channel::Post, Choice::Agreed),
            said(gone, Channel::Visit, Choice::Agreed),
        ];
        let news = strictest(kept, &of_kept, &of_gone);
        let told: Vec<_> = news.iter().map(|one| (one.person, one.channel, one.choice)).collect();
        assert_eq!(
            told,
            [(kept, Channel::Mail, Choice::Objected), (kept, Channel::Visit, Choice::Agreed)],
            "a no of the card that stays is not taken back by a yes of the other"
        );
    }

    #[test]
    fn one_step_leads_to_the_one_that_stays() {
        let [kept, gone] = ["K1", "K2"].map(|key| ContactId::of(TenantId::of("garonne"), key));
        let merged: Merged =
            [Merge { of: MergeOf::Contact, gone: gone.0, kept: kept.0 }].into_iter().collect();
        assert_eq!((merged.contact(gone), merged.contact(kept)), (kept, kept));
        assert!(merged.is_gone(gone.0) && !merged.is_gone(kept.0));
    }
}

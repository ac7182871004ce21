//! People at customers: who they are and how they are reached.

use crate::language::{AccountId, ContactId, Refusal, Refusals, folded, valid_mail};
use serde::{Deserialize, Serialize};

/// Longest name, function or key, in characters.
const LETTERS_MAX: usize = 120;

/// Somebody at a customer or prospect (*contact*): personal data, kept under a key of their own.
///
/// The identity is drawn from the source's key, and it stays in the ledger after an erasure; so the key
/// must tell nothing of the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Identity.
    pub id: ContactId,
    /// Key in the source it came from; empty for somebody written down here.
    pub key: String,
    /// The firm they work for.
    pub account: Option<AccountId>,
    /// Shown name.
    pub name: String,
    /// Post, such as "directrice des achats"; may be empty.
    pub function: String,
    /// Mail address.
    pub mail: Option<String>,
    /// Telephone as one dials it: digits, blanks, `.`, `-`, `/`, brackets, a `+` in front.
    pub phone: Option<String>,
    /// Language to speak to them, as two letters (ISO 639-1).
    pub language: Option<String>,
}

impl Contact {
    /// The contact when nothing is wrong with it: blanks around taken off, what is blank left out.
    ///
    /// # Errors
    /// Every fault: `execution/contact-no-name`, `execution/contact-too-long`,
    /// `execution/contact-key-tells`, `execution/contact-mail`, `execution/contact-phone`,
    /// `execution/contact-language`.
    pub fn checked(mut self) -> Result<Self, Refusals> {
        for text in [&mut self.key, &mut self.name, &mut self.function] {
            *text = text.trim().to_owned();
        }
        for text in [&mut self.mail, &mut self.phone, &mut self.language] {
            *text = text.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        }
        self.language = self.language.map(|language| language.to_lowercase());
        let mut refused = Refusals::default();
        if self.name.is_empty() {
            refused.push(Refusal::new("execution/contact-no-name").field("name"));
        }
        for (field, text) in [("key", &self.key), ("name", &self.name), ("function", &self.function)] {
            if text.chars().count() > LETTERS_MAX {
                let refusal = Refusal::new("execution/contact-too-long").field(field);
                refused.push(refusal.with("field", field).with("most", LETTERS_MAX));
            }
        }
        if self.key_tells() {
            refused.push(wrong("execution/contact-key-tells", "key", &self.key));
        }
        let mut rule = |code, field, given: &Option<String>, holds: fn(&str) -> bool| {
            if let Some(given) = given.as_deref().filter(|given| !holds(given)) {
                refused.push(wrong(code, field, given));
            }
        };
        rule("execution/contact-mail", "mail", &self.mail, is_mail);
        rule("execution/contact-phone", "phone", &self.phone, is_phone);
        rule("execution/contact-language", "language", &self.language, is_language);
        refused.or(self)
    }

    /// The name as it is put in order and looked for.
    pub fn sorted(&self) -> String {
        folded(&self.name)
    }

    /// A key that is a mail address, the name or the telephone could be guessed by whoever knows them.
    fn key_tells(&self) -> bool {
        let same_phone = self.phone.as_ref().is_some_and(|phone| digits(phone) == digits(&self.key));
        let bare = digits(&self.key).len() + 1 >= self.key.len();
        let same_name = !self.name.is_empty() && folded(&self.key) == self.sorted();
        self.key.contains('@') || same_name || (same_phone && bare)
    }
}

fn wrong(code: &'static str, field: &str, given: &str) -> Refusal {
    Refusal::new(code).field(field).with("given", given)
}

/// A mail address whose host has a dot: that of a customer stands on the network.
fn is_mail(mail: &str) -> bool {
    let host = mail.rsplit('@').next().unwrap_or("");
    valid_mail(mail) && host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty())
}

/// From 6 digits (short national numbers) to 15 (ITU-T E.164), and nothing but what one writes among them.
fn is_phone(phone: &str) -> bool {
    let rest = phone.strip_prefix('+').unwrap_or(phone);
    let known = rest.chars().all(|sign| sign.is_ascii_digit() || " .-/()\u{a0}\u{202f}".contains(sign));
    known && (6..=15).contains(&digits(rest).len())
}

fn is_language(language: &str) -> bool {
    language.len() == 2 && language.bytes().all(|letter| letter.is_ascii_lowercase())
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::TenantId;

    fn contact() -> Contact {
        let tenant = TenantId::of("garonne");
        Contact {
            id: ContactId::of(tenant, "K-17"),
            key: "K-17".to_owned(),
            account: Some(AccountId::of(tenant, "A1")),
            name: "  Élodie Martin ".to_owned(),
            function: "Directrice des achats".to_owned(),
            mail: Some("elodie.martin@client.example".to_owned()),
            phone: Some("+33 (0)5 61 00 00 17".to_owned()),
            language: Some("FR".to_owned()),
        }
    }

    #[test]
    fn what_is_right_is_taken_and_tidied() {
        let taken = Contact { phone: Some("  ".to_owned()), ..contact() }.checked().unwrap();
        assert_eq!(
            (taken.name.as_str(), taken.phone, taken.language),
            ("Élodie Martin", None, Some("fr".into()))
        );
        assert_eq!(contact().checked().unwrap().sorted(), "elodie martin");
    }

    #[test]
    fn every_fault_is_said_at_once() {
        let wrong = Contact {
            key: "elodie@client.example".to_owned(),
            name: " ".to_owned(),
            function: "x".repeat(121),
            mail: Some("elodie@client".to_owned()),
            phone: Some("12 34".to_owned()),
            language: Some("français".to_owned()),
            ..contact()
        };
        let mut codes = wrong.checked().unwrap_err().codes();
        codes.sort_unstable();
        assert_eq!(
            codes,
            [
                "execution/contact-key-tells",
                "execution/contact-language",
                "execution/contact-mail",
                "execution/contact-no-name",
                "execution/contact-phone",
                "execution/contact-too-long"
            ]
        );
    }

    #[test]
    fn addresses_and_numbers_are_taken_or_not() {
        for (mail, good) in
            [("a@b.fr", true), ("a@b", false), ("a@.fr", false), ("a b@c.fr", false), ("@b.fr", false)]
        {
            assert_eq!(is_mail(mail), good, "{mail}");
        }
        for (phone, good) in
            [("05 61 00 00 17", true), ("+33561000017", true), ("1+2345678", false), ("0561-poste 3", false)]
        {
            assert_eq!(is_phone(phone), good, "{phone}");
        }
    }

    #[test]
    fn a_key_that_says_who_it_is_is_refused() {
        for key in ["elodie martin", "ELODIE MARTIN", "+330561000017", "x@y"] {
            let told = Contact { key: key.to_owned(), ..contact() }.checked().unwrap_err().codes();
            assert_eq!(told, ["execution/contact-key-tells"], "{key}");
        }
    }
}

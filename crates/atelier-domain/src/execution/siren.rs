//! Numbers under which firms and their sites stand in the French register (SIRENE).

use super::market::Account;
use crate::language::Refusal;
use stdnum::Validator as _;
use stdnum::country::fr;

/// Name of the facet that holds the number of the firm, nine digits.
pub const SIREN: &str = "siren";
/// Name of the facet that holds the number of a site, fourteen digits, the firm's first.
pub const SIRET: &str = "siret";
/// Whether a column of this name holds one of both.
pub(super) fn is_number(name: &str) -> bool {
    [SIREN, SIRET].iter().any(|known| name.trim().eq_ignore_ascii_case(known))
}

/// Digits of a SIREN, and those that begin a SIRET.
pub const OF_FIRM: usize = 9;
/// Digits of a SIRET.
const OF_SITE: usize = 14;

/// A number of the register, as its digits: of a firm (SIREN) or of one of its sites (SIRET).
///
/// Its check digits hold; whether a firm has it, only the register knows.
/// Source: INSEE, the SIRENE register; its own checks read both numbers of a SIRET.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered(String);

/// Why a text is no number of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unregistered {
    /// Neither nine digits nor fourteen.
    Shape,
    /// Its last digit does not check the others.
    Key,
    /// That of the firm that begins a SIRET does not.
    Firm,
    /// Nothing but zeros: they fit any check, and no firm has them.
    Zeros,
    /// The site of another firm than the number beside it.
    OtherFirm,
}

impl Unregistered {
    /// As the messages choose by it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shape => "shape",
            Self::Key => "key",
            Self::Firm => "firm",
            Self::Zeros => "zeros",
            Self::OtherFirm => "other",
        }
    }
}

impl Registered {
    /// Reads a SIREN or a SIRET, whatever stands between its digits: blanks, dots, dashes, slashes.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(text: &str) -> Result<Self, Unregistered> {
        let between = |sign: char| sign.is_whitespace() || ".-/\u{2010}\u{2011}\u{2013}".contains(sign);
        let digits: String = text.chars().filter(|sign| !between(*sign)).collect();
        let is_number = digits.bytes().all(|sign| sign.is_ascii_digit());
        if !is_number || ![OF_FIRM, OF_SITE].contains(&digits.len()) {
            return Err(Unregistered::Shape);
        }
        let firm = &digits[..OF_FIRM];
        if firm.bytes().all(|digit| digit == b'0') {
            return Err(Unregistered::Zeros);
        }
        let is_site = digits.len() == OF_SITE;
        if fr::SIREN.validate(firm).is_err() {
            return Err(if is_site { Unregistered::Firm } else { Unregistered::Key });
        }
        if is_site && fr::SIRET.validate(&digits).is_err() {
            return Err(Unregistered::Key);
        }
        Ok(Self(digits))
    }

    /// The number of the firm, nine digits.
    pub fn siren(&self) -> &str {
        &self.0[..OF_FIRM]
    }

    /// The number of the site, fourteen digits, when one was given.
    pub fn siret(&self) -> Option<&str> {
        (self.0.len() == OF_SITE).then_some(self.0.as_str())
    }

    /// Both numbers as one: the site's, when either says it.
    ///
    /// # Errors
    /// [`Unregistered::OtherFirm`].
    pub fn with(self, other: Self) -> Result<Self, Unregistered> {
        let [short, long] = if self.0.len() < other.0.len() { [self, other] } else { [other, self] };
        if long.0.starts_with(&short.0) { Ok(long) } else { Err(Unregistered::OtherFirm) }
    }
}

impl Account {
    /// The number of the firm in the register, when it is known.
    pub fn siren(&self) -> Option<&str> {
        self.facets.get(SIREN).map(String::as_str)
    }

    /// The number of its site, when it is known.
    pub fn siret(&self) -> Option<&str> {
        self.facets.get(SIRET).map(String::as_str)
    }

    /// The account with a SIREN or a SIRET as somebody wrote it, in place of the one it had; an empty text: none.
    ///
    /// [`Account::checked`] says whether it may be kept.
    #[must_use]
    pub fn said_to_be(mut self, given: &str) -> Self {
        self.facets.remove(SIRET);
        self.facets.insert(SIREN.to_owned(), given.trim().to_owned());
        self
    }

    /// Keeps a number of the register with the account.
    pub fn register(&mut self, number: &Registered) {
        self.facets.insert(SIREN.to_owned(), number.siren().to_owned());
        if let Some(site) = number.siret() {
            self.facets.insert(SIRET.to_owned(), site.to_owned());
        }
    }

    /// Writes its number as digits; what is wrong with it, when it is none.
    pub(super) fn number_refused(&mut self) -> Option<Refusal> {
        let given = self.facets.remove(SIREN).filter(|given| !given.is_empty())?;
        match Registered::read(&given) {
            Ok(number) => {
                self.register(&number);
                None
            }
            Err(wrong) => {
                let refusal = Refusal::new("execution/wrong-siren").field(SIREN).with("wrong", wrong.code());
                Some(refusal.with("given", given.chars().take(60).collect::<String>()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Unregistered> {
        Registered::read(text).map(|number| number.0)
    }

    #[test]
    fn a_number_is_its_digits_however_it_is_written() {
        for text in ["552100554", "552 100 554", " 552.100.554", "552\u{202f}100\u{a0}554"] {
            assert_eq!(read(text).as_deref(), Ok("552100554"), "{text}");
        }
        let site = Registered::read("552 100 554 00013").unwrap();
        assert_eq!((site.siren(), site.siret()), ("552100554", Some("55210055400013")));
    }

    #[test]
    fn what_is_wrong_with_a_number_is_told_apart() {
        let wrong = [
            ("55210055", Unregistered::Shape),
            ("FR96552100554", Unregistered::Shape),
            ("٥٥٢١٠٠٥٥٤", Unregistered::Shape),
            ("", Unregistered::Shape),
            ("552100545", Unregistered::Key),
            ("55210055400014", Unregistered::Key),
            ("000000000", Unregistered::Zeros),
            ("00000000000000", Unregistered::Zeros),
        ];
        for (text, why) in wrong {
            assert_eq!(read(text), Err(why), "{text}");
        }
    }

    /// Its fourteen digits check, and the nine of the firm do not.
    #[test]
    fn the_firm_inside_a_site_is_checked_too() {
        let sites = (0..10).map(|last| format!("5521005550001{last}"));
        let refused: Vec<_> = sites.map(|text| read(&text).unwrap_err()).collect();
        assert!(refused.iter().all(|why| *why == Unregistered::Firm), "{refused:?}");
    }

    /// The sites of La Poste follow a rule of their own: the sum of their digits is a multiple of five.
    #[test]
    fn sites_of_the_post_are_read() {
        assert!(read("356 000 000 00048").is_ok());
        assert!(read("35600000049837").is_ok());
        assert_eq!(read("35600000049838"), Err(Unregistered::Key));
    }

    #[test]
    fn two_numbers_of_one_account_agree() {
        let [firm, site] = ["552100554", "55210055400013"].map(|text| Registered::read(text).unwrap());
        assert_eq!(firm.clone().with(site.clone()), Ok(site.clone()));
        assert_eq!(site.clone().with(firm), Ok(site.clone()));
        let other = Registered::read("732829320").unwrap();
        assert_eq!(site.with(other), Err(Unregistered::OtherFirm));
    }
}

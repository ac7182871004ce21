//! How an export writes a day and an amount.

use crate::language::Value;
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt;
use std::str::FromStr;

/// Which of day, month and year is written first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum First {
    Day,
    Month,
    Year,
}

/// How days are written in a column, such as `dd/mm/yyyy`.
///
/// Two-digit years from 69 to 99 are of the 1900s, others of the 2000s (POSIX `%y`).
/// A time of day after the date is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateForm {
    first: First,
    /// `None`: written in one block, `yyyymmdd`.
    separator: Option<u8>,
    year_digits: usize,
}

impl DateForm {
    /// `yyyy-mm-dd`.
    pub const ISO: Self = Self { first: First::Year, separator: Some(b'-'), year_digits: 4 };

    /// The forms looked for when none is declared, the surest first.
    ///
    /// `yy-mm-dd` is not among them: every `dd-mm-yy` of the years 2001 to 2031 would also be one.
    pub fn usual() -> Vec<Self> {
        let mut forms = vec![Self { separator: None, ..Self::ISO }];
        for separator in [b'-', b'/', b'.'] {
            let separator = Some(separator);
            forms.push(Self { first: First::Year, separator, year_digits: 4 });
            for first in [First::Day, First::Month] {
                forms.extend([4, 2].map(|year_digits| Self { first, separator, year_digits }));
            }
        }
        forms
    }

    /// The day written in `text`, or `None` when it is not written in this form or does not exist.
    pub fn day(self, text: &str) -> Option<Date> {
        let text = without_time(text.trim());
        let Some(separator) = self.separator else {
            let digits = (text.len() == 8 && text.is_ascii()).then_some(text)?;
            return date(&digits[..4], &digits[4..6], &digits[6..], 4);
        };
        let mut parts = text.split(separator as char);
        let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        match self.first {
            First::Day => date(third, second, first, self.year_digits),
            First::Month => date(third, first, second, self.year_digits),
            First::Year => date(first, second, third, self.year_digits),
        }
    }
}

fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => day,
        _ => text,
    }
}

fn date(year: &str, month: &str, day: &str, year_digits: usize) -> Option<Date> {
    if year.len() != year_digits {
        return None;
    }
    let year = digits(year)?;
    let year = match year_digits {
        2 if year >= 69 => 1900 + year,
        2 => 2000 + year,
        _ => year,
    };
    let (month, day) = (i8::try_from(digits(month)?).ok()?, i8::try_from(digits(day)?).ok()?);
    Date::new(year, month, day).ok()
}

fn digits(text: &str) -> Option<i16> {
    let short = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| text.bytes().fold(0, |sum, byte| sum * 10 + i16::from(byte - b'0')))
}

impl fmt::Display for DateForm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = if self.year_digits == 4 { "yyyy" } else { "yy" };
        let parts = match self.first {
            First::Day => ["dd", "mm", year],
            First::Month => ["mm", "dd", year],
            First::Year => [year, "mm", "dd"],
        };
        let separator = self.separator.map(|byte| (byte as char).to_string()).unwrap_or_default();
        out.write_str(&parts.join(&separator))
    }
}

impl From<DateForm> for Value {
    fn from(form: DateForm) -> Self {
        Self::DayForm(form.to_string())
    }
}

impl FromStr for DateForm {
    type Err = ();

    /// From `dd/mm/yyyy` and the like; French letters too (`jj/mm/aaaa`).
    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim().to_lowercase().replace('j', "d").replace('a', "y");
        let separator = text.bytes().find(|byte| !byte.is_ascii_alphabetic());
        if separator.is_some_and(|byte| !byte.is_ascii() || byte.is_ascii_digit()) {
            return Err(());
        }
        let year_digits = text.bytes().filter(|&byte| byte == b'y').count();
        [First::Day, First::Month, First::Year]
            .map(|first| Self { first, separator, year_digits })
            .into_iter()
            .find(|form| form.readable() && form.to_string() == text)
            .ok_or(())
    }
}

impl DateForm {
    fn readable(self) -> bool {
        let block = self.separator.is_none();
        matches!(self.year_digits, 2 | 4) && (!block || self.first == First::Year && self.year_digits == 4)
    }
}

/// What stands before the decimals of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `1,234.50`
    Dot,
    /// `1 234,50`
    Comma,
}

impl Mark {
    /// As written.
    pub fn character(self) -> char {
        if self == Self::Dot { '.' } else { ',' }
    }

    fn other(self) -> char {
        if self == Self::Dot { ',' } else { '.' }
    }

    /// The amount written in `text` in whole cents, or `None` when it is none.
    ///
    /// A single group of exactly three digits after a mark is thousands, never decimals: `1,234` is
    /// 1234 with [`Mark::Dot`] and nothing with [`Mark::Comma`]. Spaces of any width, a currency sign
    /// or a code of three letters are left out. More than two decimals are taken only when the others are 0.
    pub fn cents(self, text: &str) -> Option<i64> {
        let text = text.trim();
        if !text.is_empty() && text.len() < 16 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse::<i64>().ok()?.checked_mul(100);
        }
        let (negative, bare) = sign(without_currency(text));
        let (whole, decimals) = bare.split_once(self.character()).unwrap_or((bare, ""));
        let marked = bare.contains(self.character());
        if marked && (decimals.is_empty() || decimals.len() == 3) {
            return None;
        }
        let whole = ungrouped(whole, self.other())?;
        let cents = whole.checked_mul(100)?.checked_add(hundredths(decimals)?)?;
        Some(if negative { -cents } else { cents })
    }
}

/// The amount of a cell that a spreadsheet holds as a number, in whole cents.
/// Rounded half away from zero: a computed cell carries binary remainders.
pub fn typed_cents(text: &str) -> Option<i64> {
    let number: Decimal = text.parse().or_else(|_| Decimal::from_scientific(text)).ok()?;
    let cents = number.checked_mul(Decimal::ONE_HUNDRED)?;
    cents.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()
}

fn without_currency(text: &str) -> &str {
    let text = text.trim_matches(['€', '$', '£', '\u{a0}', '\u{202f}', ' ']);
    let letters = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    let head = text.get(..3).filter(|part| letters(part));
    let tail = text.len().checked_sub(3).and_then(|at| text.get(at..)).filter(|part| letters(part));
    let text = if head.is_some() { &text[3..] } else { text };
    let text = if tail.is_some() && head.is_none() { &text[..text.len() - 3] } else { text };
    text.trim()
}

fn sign(text: &str) -> (bool, &str) {
    text.strip_prefix(['-', '\u{2212}']).map_or((false, text), |rest| (true, rest.trim_start()))
}

fn ungrouped(whole: &str, group: char) -> Option<i64> {
    let mut groups = whole.split(|c: char| c == group || c == '\'' || c == '’' || c.is_whitespace());
    let first = groups.next().filter(|first| plain(first))?;
    let mut sum: i64 = first.parse().ok()?;
    for (index, digits) in groups.enumerate() {
        if digits.len() != 3 || !plain(digits) || (index == 0 && first.len() > 3) {
            return None;
        }
        sum = sum.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
    }
    Some(sum)
}

fn plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn hundredths(decimals: &str) -> Option<i64> {
    if !decimals.bytes().all(|byte| byte.is_ascii_digit())
        || decimals.bytes().skip(2).any(|byte| byte != b'0')
    {
        return None;
    }
    let digit = |index: usize| decimals.as_bytes().get(index).map_or(0, |byte| i64::from(byte - b'0'));
    Some(digit(0) * 10 + digit(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read(form: &str, text: &str) -> Option<Date> {
        form.parse::<DateForm>().unwrap().day(text)
    }

    #[test]
    fn a_day_is_read_in_its_declared_form_only() {
        assert_eq!(read("dd-mm-yy", "20-10-16"), Some(date(2016, 10, 20)));
        assert_eq!(read("mm-dd-yy", "20-10-16"), None);
        assert_eq!(read("jj/mm/aaaa", "1/3/2017"), Some(date(2017, 3, 1)));
        assert_eq!(read("dd-mm-yy", "31-02-17"), None);
        assert_eq!(read("yyyy-mm-dd", "2017-03-01T10:22:05"), Some(date(2017, 3, 1)));
        assert_eq!(read("yyyymmdd", "20170301"), Some(date(2017, 3, 1)));
        assert_eq!(read("dd.mm.yy", "01.03.99"), Some(date(1999, 3, 1)));
        assert!("dd-yy".parse::<DateForm>().is_err());
        assert!("ddmmyyyy".parse::<DateForm>().is_err());
    }

    #[test]
    fn an_amount_is_whole_cents_whatever_its_dress() {
        let comma = |text| Mark::Comma.cents(text);
        assert_eq!(comma("1\u{202f}234,50 €"), Some(123_450));
        assert_eq!(comma("1.234,5"), Some(123_450));
        assert_eq!(comma("EUR 12"), Some(1_200));
        assert_eq!(comma("1,234"), None);
        assert_eq!(comma("12,345,6"), None);
        assert_eq!(comma("\u{2212}3,10"), Some(-310));
        let dot = |text| Mark::Dot.cents(text);
        assert_eq!(dot("1,234"), Some(123_400));
        assert_eq!(dot("1100.04"), Some(110_004));
        assert_eq!(dot("10,05"), None);
        assert_eq!(dot("n/a"), None);
        assert_eq!(dot(""), None);
        assert_eq!(typed_cents("0.30000000000000004"), Some(30));
    }
}

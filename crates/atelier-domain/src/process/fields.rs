//! What a value of the file must be: a text, a number, a day, a name in both languages.

use super::source::{Field, Table, nearest};
use crate::language::{Currency, Refusal, Share};
use crate::process::Bilingual;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;
use std::str::FromStr;
use toml::de::DeValue;

impl Field<'_> {
    /// A text that is not empty.
    pub fn text(self) -> Option<String> {
        let Some(text) = self.value.as_str() else {
            self.refuse(Refusal::new("process/text-expected"));
            return None;
        };
        if text.trim().is_empty() {
            self.refuse(Refusal::new("process/empty-text"));
            return None;
        }
        Some(text.to_owned())
    }

    /// One of the words of a closed list.
    pub fn word<T: Copy>(self, words: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.refuse(
                Refusal::new("process/unknown-word")
                    .with("given", text.as_str())
                    .with("nearest", nearest(&text, known.iter().copied()))
                    .with("known", known.join(", ")),
            );
        }
        found
    }

    /// A whole number, within both ends.
    pub fn whole(self, within: RangeInclusive<i64>) -> Option<i64> {
        let read = |text: &str, radix| i64::from_str_radix(text, radix).ok();
        let number = self.value.as_integer().and_then(|number| read(number.as_str(), number.radix()));
        let Some(number) = number else {
            self.refuse(Refusal::new("process/whole-number-expected"));
            return None;
        };
        if !within.contains(&number) {
            self.refuse(
                Refusal::new("process/number-out-of-range")
                    .with("given", number)
                    .with("least", *within.start())
                    .with("most", *within.end()),
            );
            return None;
        }
        Some(number)
    }

    /// Whether a whole number below zero is written.
    pub fn is_negative(self) -> bool {
        self.value.as_integer().is_some_and(|number| number.as_str().starts_with('-'))
    }

    /// Whether the whole number zero is written.
    pub fn is_zero(self) -> bool {
        self.value.as_integer().is_some_and(|number| number.as_str().chars().all(|digit| digit == '0'))
    }

    /// A number as written, exact; refused with more than `decimals` decimals.
    pub fn decimal(self, decimals: u32) -> Option<Decimal> {
        let text = match self.value {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => "",
        };
        let number = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text));
        let Ok(number) = number.map(|number| number.normalize()) else {
            self.refuse(Refusal::new("process/number-expected"));
            return None;
        };
        if number.scale() > decimals {
            let fault = Refusal::new("process/too-many-decimals").with("given", number);
            self.refuse(fault.with("decimals", i64::from(decimals)));
            return None;
        }
        Some(number)
    }

    /// An amount in whole cents, from zero; written in units of money with at most two decimals.
    pub fn cents(self) -> Option<i64> {
        let amount = self.decimal(2)?;
        let cents = amount.checked_mul(Decimal::ONE_HUNDRED).and_then(|cents| i64::try_from(cents).ok());
        let cents = cents.filter(|cents| (0..=MOST_CENTS).contains(cents));
        if cents.is_none() {
            self.refuse(
                Refusal::new("process/number-out-of-range")
                    .with("given", amount)
                    .with("least", 0_i64)
                    .with("most", MOST_CENTS / 100),
            );
            return None;
        }
        cents
    }

    /// A share written from 0 to 1, exact to the basis point; outside, refused as `code`.
    pub fn share(self, code: &'static str) -> Option<Share> {
        let number = self.decimal(4)?;
        let share = number
            .checked_mul(Decimal::from(10_000))
            .and_then(|points| u16::try_from(points).ok())
            .and_then(Share::new);
        if share.is_none() {
            self.refuse(Refusal::new(code).with("given", number));
        }
        share
    }

    /// A day, as a TOML date or a text `2027-01-04`.
    pub fn day(self) -> Option<Date> {
        let text = match self.value {
            DeValue::Datetime(moment) if moment.time.is_none() => moment.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => String::new(),
        };
        let day = Date::from_str(&text).ok().filter(|_| text.len() == 10);
        if day.is_none() {
            self.refuse(Refusal::new("process/date-expected"));
        }
        day
    }

    /// `true` or `false`.
    pub fn flag(self) -> Option<bool> {
        if self.value.as_bool().is_none() {
            self.refuse(Refusal::new("process/true-or-false-expected"));
        }
        self.value.as_bool()
    }

    /// A currency code.
    pub fn currency(self) -> Option<Currency> {
        let text = self.text()?;
        let currency = text.parse().ok();
        if currency.is_none() {
            self.refuse(Refusal::new("process/unknown-currency").with("given", text));
        }
        currency
    }

    /// A name: a text, which is French, or `{ fr = "…", en = "…" }`.
    pub fn name(self) -> Option<Bilingual> {
        if self.value.is_str() {
            return self.text().map(|fr| Bilingual { fr, en: String::new() });
        }
        let Some(table) = self.value.is_table().then(|| self.table()).flatten() else {
            self.refuse(Refusal::new("process/text-expected"));
            return None;
        };
        table.only(&["fr", "en"]);
        let en = table.field("en").map_or(Some(String::new()), Field::text);
        let fr = table.required("fr").and_then(Field::text);
        Some(Bilingual { fr: fr?, en: en? })
    }

    /// A list of texts; one text alone is a list of one.
    pub fn texts(self) -> Option<Vec<String>> {
        if self.value.is_str() {
            return self.text().map(|text| vec![text]);
        }
        Some(self.list()?.into_iter().filter_map(Field::text).collect())
    }
}

/// Ten thousand million units of money: more is a slip of the keyboard, and sums must stay whole.
const MOST_CENTS: i64 = 1_000_000_000_000;

impl<'p> Table<'p> {
    /// A text; refused when absent.
    pub fn text(self, key: &'p str) -> Option<String> {
        self.required(key).and_then(Field::text)
    }

    /// A name; refused when absent.
    pub fn name(self, key: &'p str) -> Option<Bilingual> {
        self.required(key).and_then(Field::name)
    }

    /// A name that may be left out.
    pub fn some_name(self, key: &'p str) -> Bilingual {
        self.field(key).and_then(Field::name).unwrap_or_default()
    }

    /// A list of texts that may be left out.
    pub fn texts(self, key: &'p str) -> Vec<String> {
        self.field(key).and_then(Field::texts).unwrap_or_default()
    }

    /// A count of days or weeks that may be left out, up to ten years of days.
    pub fn days(self, key: &'p str) -> Option<u32> {
        let days = self.field(key)?.whole(0..=3_650)?;
        u32::try_from(days).ok()
    }
}

/// Refuses each code met twice, where it is written the second time.
pub(super) fn refuse_duplicates<'p>(tables: &[Table<'p>], key: &'p str) {
    let mut first: Vec<(&str, u32)> = Vec::new();
    for field in tables.iter().filter_map(|table| table.field(key)) {
        let Some(code) = field.value.as_str() else { continue };
        match first.iter().find(|(seen, _)| *seen == code) {
            Some((_, line)) => field.refuse(
                Refusal::new("process/duplicate-code").with("code", code).with("line", i64::from(*line)),
            ),
            None => first.push((code, field.spot().0)),
        }
    }
}

//! One table of a scenario file: typed fields, every fault noted with its line and column.

use crate::language::{Minutes, Place, Refusal, Refusals, Share, Week, Yield};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The text read, to turn positions into lines.
#[derive(Clone, Copy)]
pub(super) struct Source<'t> {
    /// File name as the user gave it.
    pub file: &'t str,
    /// All of it.
    pub text: &'t str,
}

impl Source<'_> {
    /// A refusal at this position.
    pub fn refuse(self, code: &'static str, span: &Range<usize>) -> Refusal {
        let mut refusal = Refusal::new(code);
        refusal.place = self.place(span);
        refusal
    }

    /// File, line and column (in characters) of a position.
    pub fn place(self, span: &Range<usize>) -> Place {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        Place {
            file: Some(self.file.to_owned()),
            line: u32::try_from(line).ok(),
            column: u32::try_from(column).ok(),
            field: None,
        }
    }
}

/// A table being read; [`Fields::end`] refuses the fields nobody asked for.
pub(super) struct Fields<'t> {
    pub source: Source<'t>,
    pub span: Range<usize>,
    pub refusals: Refusals,
    table: &'t DeTable<'t>,
    asked: BTreeSet<&'static str>,
}

impl<'t> Fields<'t> {
    pub fn new(source: Source<'t>, table: &'t DeTable<'t>, span: Range<usize>) -> Self {
        Self { source, span, refusals: Refusals::default(), table, asked: BTreeSet::new() }
    }

    /// The value of a field, when it is there.
    pub fn get(&mut self, name: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.insert(name);
        self.table.get(name)
    }

    /// A field read by `rule`; refused with an example when the rule does not take it.
    pub fn read<T>(
        &mut self,
        name: &'static str,
        example: &str,
        rule: impl Fn(&DeValue<'t>) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(name)?;
        let read = rule(value.get_ref());
        if read.is_none() {
            let given = self.source.text.get(value.span()).unwrap_or_default();
            let refusal = self.source.refuse("planning/scenario-value", &value.span());
            self.refusals
                .push(refusal.field(name).with("field", name).with("given", given).with("example", example));
        }
        read
    }

    /// A text that must be there and not be empty.
    pub fn required(&mut self, name: &'static str, example: &str) -> String {
        if self.get(name).is_none() {
            let refusal = self.source.refuse("planning/scenario-missing-field", &self.span);
            self.refusals.push(refusal.field(name).with("field", name).with("example", example));
        }
        self.text(name, example).unwrap_or_default()
    }

    pub fn text(&mut self, name: &'static str, example: &str) -> Option<String> {
        self.read(name, example, |value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned))
    }

    /// A list with at least one text.
    pub fn texts(&mut self, name: &'static str, example: &str) -> Option<Vec<String>> {
        let text = |value: &Spanned<DeValue<'_>>| value.get_ref().as_str().map(str::to_owned);
        self.read(name, example, |value| {
            value.as_array().filter(|all| !all.is_empty())?.iter().map(text).collect()
        })
    }

    pub fn truth(&mut self, name: &'static str) -> Option<bool> {
        self.read(name, &format!("{name} = true"), DeValue::as_bool)
    }

    /// A whole number up to `most`.
    pub fn whole(&mut self, name: &'static str, most: u32) -> Option<u32> {
        let whole = |value: &DeValue<'_>| number(value)?.to_u32_exactly().filter(|&whole| whole <= most);
        self.read(name, &format!("{name} = 5"), whole)
    }

    /// Minutes, up to a million: longer is a mistake, and products of it must not overflow.
    pub fn minutes(&mut self, name: &'static str) -> Option<Minutes> {
        self.whole(name, 1_000_000).map(|minutes| Minutes(i64::from(minutes)))
    }

    /// A percentage with at most two decimals.
    pub fn share(&mut self, name: &'static str) -> Option<Share> {
        let share = |value: &DeValue<'_>| {
            let hundredths = (number(value)? * Decimal::ONE_HUNDRED).to_u32_exactly()?;
            Share::new(u16::try_from(hundredths).ok()?)
        };
        self.read(name, &format!("{name} = 50"), share)
    }

    /// Above 0, at most 1, with at most six decimals.
    pub fn yields(&mut self, name: &'static str) -> Option<Yield> {
        let million = Decimal::from(1_000_000);
        let read = |value: &DeValue<'_>| Yield::new((number(value)?.checked_mul(million)?).to_u32_exactly()?);
        self.read(name, &format!("{name} = 0.60"), read)
    }

    pub fn week(&mut self, name: &'static str) -> Option<Week> {
        self.read(name, &format!("{name} = \"2027-W05\""), |value| value.as_str()?.parse().ok())
    }

    /// Refuses the fields that nobody asked for and gives back every refusal of the table.
    pub fn end(mut self) -> Refusals {
        for (key, _) in self.table.iter().filter(|(key, _)| !self.asked.contains(key.get_ref().as_ref())) {
            let refusal = self.source.refuse("planning/scenario-unknown-field", &key.span());
            let known: Vec<&str> = self.asked.iter().copied().collect();
            let refusal = refusal.field(key.get_ref()).with("field", key.get_ref().as_ref());
            self.refusals.push(refusal.with("known", known.join(", ")));
        }
        self.refusals
    }
}

/// A TOML number exactly as written.
fn number(value: &DeValue<'_>) -> Option<Decimal> {
    let text = match value {
        DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
        DeValue::Float(float) => float.as_str(),
        _ => return None,
    };
    text.parse().ok()
}

trait Exactly {
    /// `None` when it has decimals or does not fit.
    fn to_u32_exactly(self) -> Option<u32>;
}

impl Exactly for Decimal {
    fn to_u32_exactly(self) -> Option<u32> {
        self.is_integer().then(|| self.to_u32()).flatten()
    }
}

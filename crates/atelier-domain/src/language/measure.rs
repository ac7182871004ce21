//! Time, money and shares, in the units the trade counts in.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use serde::{Deserialize, Serialize};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};
use std::{fmt, str::FromStr};

/// A working duration in whole minutes; load and capacity are sums of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minutes(pub i64);

impl Add for Minutes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}
impl Sub for Minutes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}
impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}
impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        Self(items.map(|minutes| minutes.0).sum())
    }
}

/// A share in basis points: 10,000 is the whole, 5,000 is 50 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Share(u16);

impl Share {
    /// The whole.
    pub const WHOLE: Self = Self(10_000);

    /// `None` above the whole.
    pub fn new(basis_points: u16) -> Option<Self> {
        (basis_points <= 10_000).then_some(Self(basis_points))
    }

    /// In basis points.
    pub fn basis_points(self) -> u16 {
        self.0
    }

    /// This share of a duration, rounded down: capacity that is not whole is not promised.
    pub fn of(self, minutes: Minutes) -> Minutes {
        Minutes(minutes.0 * i64::from(self.0) / 10_000)
    }
}

/// Units out for units in (*rendement*), in millionths: 200,000 is 0.20. Never 0, never above 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Yield(u32);

impl Yield {
    /// Everything goes through.
    pub const WHOLE: Self = Self(1_000_000);

    /// `None` for 0 and above 1,000,000.
    pub fn new(millionths: u32) -> Option<Self> {
        (1..=1_000_000).contains(&millionths).then_some(Self(millionths))
    }

    /// In millionths.
    pub fn millionths(self) -> u32 {
        self.0
    }

    /// As a probability, for statistics only; quantities use [`Yield::units_in`].
    pub fn probability(self) -> f64 {
        f64::from(self.0) / 1e6
    }

    /// Units that must enter for `units_out` to leave, rounded up. Exact in integers.
    pub fn units_in(self, units_out: i64) -> i64 {
        let scaled = i128::from(units_out) * 1_000_000;
        i64::try_from((scaled + i128::from(self.0) - 1).div_euclid(i128::from(self.0))).unwrap_or(i64::MAX)
    }
}

/// ISO 4217 code, three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl FromStr for Currency {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text.as_bytes() {
            [a, b, c] if text.bytes().all(|byte| byte.is_ascii_uppercase()) => Ok(Self([*a, *b, *c])),
            _ => Err(()),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|()| format!("{text:?} is not a currency code"))
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

/// An amount in whole minor units (cents) of its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Whole minor units.
    pub cents: i64,
    /// Of this currency.
    pub currency: Currency,
}

/// An ISO week, such as 2027-W08. Ordered in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    year: i16,
    number: i8,
}

impl Week {
    /// The week that holds `date`.
    pub fn of(date: Date) -> Self {
        let iso = date.iso_week_date();
        Self { year: iso.year(), number: iso.week() }
    }

    /// Its Monday.
    pub fn monday(self) -> Date {
        ISOWeekDate::new(self.year, self.number, Weekday::Monday).map_or(Date::MIN, ISOWeekDate::date)
    }

    /// The week `count` weeks later (earlier when negative). Weeks 53 are handled.
    #[must_use]
    pub fn plus(self, count: i64) -> Self {
        self.monday().checked_add((count * 7).days()).map_or(self, Self::of)
    }

    /// Weeks from `self` to `other`, negative when `other` is earlier.
    pub fn until(self, other: Self) -> i64 {
        let days = (other.monday() - self.monday()).get_days();
        i64::from(days / 7)
    }

    /// ISO year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// 1 to 53.
    pub fn number(self) -> i8 {
        self.number
    }
}

impl fmt::Display for Week {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-W{:02}", self.year, self.number)
    }
}

impl FromStr for Week {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, number) = text.split_once("-W").ok_or(())?;
        let year: i16 = year.parse().map_err(|_| ())?;
        let number: i8 = number.parse().map_err(|_| ())?;
        ISOWeekDate::new(year, number, Weekday::Monday).map_err(|_| ())?;
        Ok(Self { year, number })
    }
}

impl Serialize for Week {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Week {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|()| serde::de::Error::custom(format!("{text:?} is not an ISO week")))
    }
}

/// Days from `first` (in) to `after` (out). Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// First day inside.
    pub first: Date,
    /// First day after.
    pub after: Date,
}

impl Period {
    /// From the first to the last day, both inside; `None` when `last` comes before `first`.
    pub fn through(first: Date, last: Date) -> Option<Self> {
        let after = last.tomorrow().ok()?;
        (first < after).then_some(Self { first, after })
    }

    /// The last day inside.
    pub fn last(self) -> Date {
        self.after.yesterday().unwrap_or(self.first)
    }

    /// Whether the day is inside.
    pub fn holds(self, date: Date) -> bool {
        self.first <= date && date < self.after
    }

    /// Every day inside, in order.
    pub fn days(self) -> impl Iterator<Item = Date> {
        self.first.series(1.day()).take_while(move |&date| date < self.after)
    }

    /// Whether it touches this many weeks or more; never lists them.
    pub fn weeks_at_least(self, count: i64) -> bool {
        Week::of(self.first).until(Week::of(self.last())) + 1 >= count
    }

    /// Every ISO week touched, in order.
    pub fn weeks(self) -> Vec<Week> {
        let first = Week::of(self.first);
        let last = Week::of(self.last());
        (0..=first.until(last)).map(|count| first.plus(count)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_year_2026_has_a_week_53() {
        let week: Week = "2026-W53".parse().unwrap();
        assert_eq!(week.monday(), date(2026, 12, 28));
        assert_eq!(week.plus(1).to_string(), "2027-W01");
        assert_eq!(week.until("2027-W08".parse().unwrap()), 8);
        assert!("2027-W53".parse::<Week>().is_err());
    }

    #[test]
    fn a_need_is_rounded_up_and_exact() {
        let three_fifths = Yield::new(600_000).unwrap();
        assert_eq!(three_fifths.units_in(40), 67);
        assert_eq!(Yield::new(200_000).unwrap().units_in(70), 350);
        assert_eq!(Yield::new(0), None);
        assert_eq!(Yield::new(1_000_001), None);
    }

    #[test]
    fn the_golden_quarter_has_thirteen_weeks() {
        let quarter = Period::through(date(2027, 1, 4), date(2027, 4, 2)).unwrap();
        assert_eq!(quarter.weeks().len(), 13);
        assert_eq!(quarter.days().count(), 89);
        assert_eq!(quarter.last(), date(2027, 4, 2));
    }
}

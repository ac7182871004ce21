//! How numbers, dates and amounts are written for a reader.

use super::{Lang, Minutes, Money, Value, Week};
use jiff::civil::{Date, Time, Weekday};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Narrow no-break space, between thousands and before a unit in French.
const THIN: char = '\u{202f}';

/// Days of the week and months, whole.
type Names = ([&'static str; 7], [&'static str; 12]);

const LONG_FR: Names = (
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
);

const LONG_EN: Names = (
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
);

/// Formats for one language.
#[derive(Clone, Copy, Debug)]
pub struct Show(pub Lang);

impl Show {
    /// A number with a fixed count of decimals, rounded half away from zero; `1 234,50` or `1,234.50`.
    pub fn number(self, number: Decimal, decimals: u32) -> String {
        let rounded =
            number.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        let text = format!("{:.*}", decimals as usize, rounded.abs());
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let (thousands, point) = if self.0 == Lang::Fr { (THIN, ',') } else { (',', '.') };
        let mut out = String::new();
        if rounded.is_sign_negative() && !rounded.is_zero() {
            out.push(if self.0 == Lang::Fr { '\u{2212}' } else { '-' });
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(thousands);
            }
            out.push(digit);
        }
        if !rest.is_empty() {
            out.push(point);
            out.push_str(rest);
        }
        out
    }

    /// A whole count.
    pub fn count(self, count: i64) -> String {
        self.number(Decimal::from(count), 0)
    }

    /// Hours with `decimals` decimals: `615,00 h`.
    pub fn hours(self, minutes: Minutes, decimals: u32) -> String {
        let hours = Decimal::from(minutes.0) / Decimal::from(60);
        format!("{}{}h", self.number(hours, decimals), self.unit_space())
    }

    /// A length one reads at a glance: `3 h`, `2 h 30`, `45 min`.
    pub fn duration(self, minutes: Minutes) -> String {
        match (minutes.0 / 60, minutes.0 % 60) {
            (0, rest) => format!("{rest}{THIN}min"),
            (hours, 0) => format!("{}{THIN}h", self.count(hours)),
            (hours, rest) => format!("{}{THIN}h{THIN}{rest:02}", self.count(hours)),
        }
    }

    /// A ratio given as numerator and denominator, in per cent; a dash when the denominator is zero.
    pub fn percent(self, part: i64, whole: i64, decimals: u32) -> String {
        if whole == 0 {
            return "–".to_owned();
        }
        let ratio = Decimal::from(part) * Decimal::from(100) / Decimal::from(whole);
        let space = if self.0 == Lang::Fr { "\u{202f}" } else { "" };
        format!("{}{space}%", self.number(ratio, decimals))
    }

    /// An amount with its currency; cents only when there are some.
    pub fn money(self, money: Money) -> String {
        let decimals = if money.cents % 100 == 0 { 0 } else { 2 };
        let amount = self.number(Decimal::new(money.cents, 2), decimals);
        match (self.0, money.currency.code()) {
            (Lang::Fr, "EUR") => format!("{amount}{THIN}€"),
            (Lang::En, "EUR") => format!("€{amount}"),
            (_, code) => format!("{amount}\u{a0}{code}"),
        }
    }

    /// `lun. 11 janv. 2027` or `Mon 11 Jan 2027`.
    pub fn day(self, day: Date) -> String {
        format!("{} {}", self.short_day(day), day.year())
    }

    /// `lundi 11 janvier 2027` or `Monday 11 January 2027`: as a letter says it.
    pub fn long_day(self, day: Date) -> String {
        let (weekdays, months) = if self.0 == Lang::Fr { LONG_FR } else { LONG_EN };
        let weekday = weekdays[usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0)];
        let month = months[usize::try_from(day.month() - 1).unwrap_or(0)];
        format!("{weekday} {} {month} {}", self.number_in_month(day), day.year())
    }

    /// `jj/mm/aaaa` or `dd/mm/yyyy`, from the second.
    pub fn day_form(self, form: &str) -> String {
        if self.0 == Lang::Fr { form.replace('d', "j").replace('y', "a") } else { form.to_owned() }
    }

    /// `lun. 11 janv.` or `Mon 11 Jan`.
    pub fn short_day(self, day: Date) -> String {
        let month = usize::try_from(day.month() - 1).unwrap_or(0);
        let names = if self.0 == Lang::Fr {
            [
                "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
                "déc.",
            ]
        } else {
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        };
        format!("{} {} {}", self.weekday(day.weekday()), self.number_in_month(day), names[month])
    }

    fn number_in_month(self, day: Date) -> String {
        if self.0 == Lang::Fr && day.day() == 1 { "1er".to_owned() } else { day.day().to_string() }
    }

    fn weekday(self, weekday: Weekday) -> &'static str {
        let names = if self.0 == Lang::Fr {
            ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
        } else {
            ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        };
        names[usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0)]
    }

    /// `09:00`.
    pub fn time(self, time: Time) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// `S08` or `W08`.
    pub fn week(self, week: Week) -> String {
        format!("{}{:02}", if self.0 == Lang::Fr { 'S' } else { 'W' }, week.number())
    }

    /// A value of a sentence.
    pub fn value(self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Count(count) => self.count(*count),
            Value::Number(number) => self.number(*number, number.normalize().scale().to_u32().unwrap_or(0)),
            Value::Day(day) => self.day(*day),
            Value::DayForm(form) => self.day_form(form),
        }
    }

    fn unit_space(self) -> char {
        if self.0 == Lang::Fr { THIN } else { '\u{a0}' }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Currency;
    use jiff::civil::date;

    #[test]
    fn french_and_english_write_the_same_figures_differently() {
        let (fr, en) = (Show(Lang::Fr), Show(Lang::En));
        assert_eq!(fr.hours(Minutes(36_900), 2), "615,00\u{202f}h");
        assert_eq!(en.hours(Minutes(36_900), 2), "615.00\u{a0}h");
        assert_eq!(fr.percent(36_900, 35_280, 2), "104,59\u{202f}%");
        let money = Money { cents: 18_000_000, currency: Currency::EUR };
        assert_eq!(fr.money(money), "180\u{202f}000\u{202f}€");
        assert_eq!(en.money(money), "€180,000");
        assert_eq!(fr.day(date(2027, 1, 11)), "lun. 11 janv. 2027");
        assert_eq!(en.short_day(date(2027, 1, 11)), "Mon 11 Jan");
        assert_eq!(fr.long_day(date(2027, 1, 11)), "lundi 11 janvier 2027");
        assert_eq!(fr.long_day(date(2027, 8, 1)), "dimanche 1er août 2027");
        assert_eq!(en.long_day(date(2027, 8, 1)), "Sunday 1 August 2027");
        assert_eq!(fr.percent(1, 0, 1), "–");
    }
}

//! French public holidays, computed for any year of the Gregorian calendar.

use super::Bilingual;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Which public holidays a company keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holidays {
    /// None: every day follows the calendar.
    Never,
    /// The eleven of France. Source: Code du travail, article L3133-1.
    France,
    /// Those of France, Good Friday and 26 December. Source: Code du travail, article L3134-13.
    AlsaceMoselle,
}

/// As they are written in the file: the three departments of Alsace-Moselle each have their code.
pub(super) const HOLIDAYS: [(&str, Holidays); 5] = [
    ("none", Holidays::Never),
    ("FR", Holidays::France),
    ("FR-57", Holidays::AlsaceMoselle),
    ("FR-67", Holidays::AlsaceMoselle),
    ("FR-68", Holidays::AlsaceMoselle),
];

/// Month, day, French and English name.
const FIXED: [(i8, i8, &str, &str); 8] = [
    (1, 1, "Jour de l’an", "New Year’s Day"),
    (5, 1, "Fête du Travail", "Labour Day"),
    (5, 8, "Victoire 1945", "Victory in Europe Day"),
    (7, 14, "Fête nationale", "Bastille Day"),
    (8, 15, "Assomption", "Assumption"),
    (11, 1, "Toussaint", "All Saints' Day"),
    (11, 11, "Armistice 1918", "Armistice Day"),
    (12, 25, "Noël", "Christmas Day"),
];
/// Days after Easter Sunday, French and English name.
const MOVING: [(i32, &str, &str); 3] = [
    (1, "Lundi de Pâques", "Easter Monday"),
    (39, "Ascension", "Ascension Day"),
    (50, "Lundi de Pentecôte", "Whit Monday"),
];
const GOOD_FRIDAY: (i32, &str, &str) = (-2, "Vendredi saint", "Good Friday");
const SAINT_STEPHEN: (i8, i8, &str, &str) = (12, 26, "Saint-Étienne", "Saint Stephen’s Day");

/// The public holidays of the years asked, by day. Two on the same day are named together.
pub fn holidays(which: Holidays, years: RangeInclusive<i16>) -> BTreeMap<Date, Bilingual> {
    let mut days = BTreeMap::new();
    if which == Holidays::Never {
        return days;
    }
    for year in years {
        let more = which == Holidays::AlsaceMoselle;
        for (month, day, fr, en) in FIXED.into_iter().chain(more.then_some(SAINT_STEPHEN)) {
            add(&mut days, Date::new(year, month, day).ok(), fr, en);
        }
        for (after, fr, en) in MOVING.into_iter().chain(more.then_some(GOOD_FRIDAY)) {
            let day = easter(year).and_then(|easter| easter.checked_add(after.days()).ok());
            add(&mut days, day, fr, en);
        }
    }
    days
}

fn add(days: &mut BTreeMap<Date, Bilingual>, day: Option<Date>, fr: &str, en: &str) {
    let Some(day) = day else { return };
    let name = days.entry(day).or_default();
    for (known, new) in [(&mut name.fr, fr), (&mut name.en, en)] {
        let both = if known.is_empty() { new.to_owned() } else { format!("{known}, {new}") };
        *known = both;
    }
}

/// Easter Sunday; `None` outside the calendar's years.
///
/// Source: the anonymous Gregorian computus (Nature, 20 April 1876), as in Meeus, *Astronomical Algorithms*.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (golden, century, of_century) = (year_number % 19, year_number / 100, year_number % 100);
    let lunar = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - lunar + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * late + 114;
    Date::new(year, i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_falls_where_almanacs_say() {
        for day in [
            date(1818, 3, 22),
            date(1943, 4, 25),
            date(2000, 4, 23),
            date(2008, 3, 23),
            date(2024, 3, 31),
            date(2026, 4, 5),
            date(2027, 3, 28),
            date(2038, 4, 25),
        ] {
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn france_has_eleven_days_and_alsace_moselle_thirteen() {
        assert_eq!(holidays(Holidays::France, 2027..=2027).len(), 11);
        let moselle = holidays(Holidays::AlsaceMoselle, 2027..=2027);
        assert_eq!(moselle.len(), 13);
        assert_eq!(moselle[&date(2027, 3, 26)].fr, "Vendredi saint");
        assert_eq!(moselle[&date(2027, 12, 26)].en, "Saint Stephen’s Day");
        assert!(holidays(Holidays::Never, 2027..=2027).is_empty());
    }

    #[test]
    fn two_holidays_on_one_day_keep_both_names() {
        let days = holidays(Holidays::France, 2008..=2008);
        assert_eq!(days[&date(2008, 5, 1)].fr, "Fête du Travail, Ascension");
        assert_eq!(days.len(), 10);
    }
}

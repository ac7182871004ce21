//! Finding out how a column writes its days or its amounts, from its values.

use super::forms::{DateForm, Mark};

/// What the values of a column say of its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<T> {
    /// No value: any form will do.
    Empty,
    /// One form reads more values than any other.
    One(T),
    /// Two forms read the values equally well, and differently: the example is read by both.
    Several(T, T, String),
    /// No form reads any value, of which this is one.
    Unreadable(String),
}

/// Counts, form by form, the values that it reads.
#[derive(Clone, Debug)]
pub struct Detector<T> {
    forms: Vec<(T, u64)>,
    values: u64,
    example: String,
    reads: fn(T, &str) -> bool,
}

impl Detector<DateForm> {
    /// For a column of days.
    pub fn of_days() -> Self {
        Self::new(DateForm::usual(), |form, text| form.day(text).is_some())
    }
}

impl Detector<Mark> {
    /// For a column of amounts. Values that both marks read alike say nothing and are not counted.
    pub fn of_amounts() -> Self {
        Self::new(vec![Mark::Dot, Mark::Comma], |mark, text| {
            let other = if mark == Mark::Dot { Mark::Comma } else { Mark::Dot };
            mark.cents(text).is_some() && other.cents(text).is_none()
        })
    }
}

impl<T: Copy + PartialEq> Detector<T> {
    fn new(forms: Vec<T>, reads: fn(T, &str) -> bool) -> Self {
        let forms = forms.into_iter().map(|form| (form, 0)).collect();
        Self { forms, values: 0, example: String::new(), reads }
    }

    /// Takes one value of the column into account.
    pub fn feed(&mut self, text: &str) {
        self.values += 1;
        if self.example.is_empty() {
            text.trim().chars().take(40).for_each(|c| self.example.push(c));
        }
        for (form, hits) in &mut self.forms {
            *hits += u64::from((self.reads)(*form, text));
        }
    }

    /// Whether one form already leads, so that reading on would change nothing for a sound file.
    pub fn settled(&self) -> bool {
        matches!(self.found(), Found::One(_))
    }

    /// What can be said so far.
    pub fn found(&self) -> Found<T> {
        let best = self.forms.iter().map(|(_, hits)| *hits).max().unwrap_or(0);
        let mut leaders = self.forms.iter().filter(|(_, hits)| *hits == best).map(|(form, _)| *form);
        match (self.values, best, leaders.next(), leaders.next()) {
            (0, ..) => Found::Empty,
            (_, 0, ..) | (_, _, None, _) => Found::Unreadable(self.example.clone()),
            (_, _, Some(form), None) => Found::One(form),
            (_, _, Some(first), Some(second)) => Found::Several(first, second, self.example.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(values: &[&str]) -> String {
        let mut detector = Detector::of_days();
        for value in values {
            detector.feed(value);
        }
        match detector.found() {
            Found::One(form) => form.to_string(),
            Found::Several(one, other, _) => format!("{one} or {other}"),
            Found::Empty => "empty".to_owned(),
            Found::Unreadable(example) => format!("unreadable {example}"),
        }
    }

    #[test]
    fn one_day_above_twelve_tells_the_order() {
        assert_eq!(days(&["01-03-17", "20-10-16"]), "dd-mm-yy");
        assert_eq!(days(&["01-03-17", "10-20-16"]), "mm-dd-yy");
        assert_eq!(days(&["2017-03-01"]), "yyyy-mm-dd");
        assert_eq!(days(&["01/03/2017", "31/12/2017"]), "dd/mm/yyyy");
        assert_eq!(days(&["01-03-17", "02-04-17"]), "dd-mm-yy or mm-dd-yy");
        assert_eq!(days(&["soon"]), "unreadable soon");
        assert_eq!(days(&[]), "empty");
        assert_eq!(days(&["20-10-16", "soon"]), "dd-mm-yy");
    }

    #[test]
    fn whole_amounts_leave_the_mark_open_and_one_decimal_settles_it() {
        let mut detector = Detector::of_amounts();
        detector.feed("1054");
        assert!(!detector.settled());
        detector.feed("12,50");
        assert_eq!(detector.found(), Found::One(Mark::Comma));
    }
}

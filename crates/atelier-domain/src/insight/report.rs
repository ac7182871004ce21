//! The diagnosis in words, in the reader's language.

use super::diagnosis::{Diagnosis, Figures, Group, Missing, Unmeasured, Worth};
use super::stats::{Delay, Measure, Rate};
use super::steps::StepFigures;
use crate::language::{Args, Catalogue, Money};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

impl Diagnosis {
    /// The report, a sentence a line: the whole, each step, then what could not be measured.
    pub fn words(&self, words: &Catalogue) -> Vec<String> {
        let title = words.text(
            "insight-diagnosis",
            &Args::new()
                .with("day", words.show().day(self.as_of))
                .with("cases", count(words, self.whole.cases())),
        );
        let steps = self.steps.iter().flat_map(|step| step.words(words));
        let unmeasured = self.unmeasured.iter().map(|missing| missing.words(words));
        [title].into_iter().chain(self.whole.words(words)).chain(steps).chain(unmeasured).collect()
    }
}

impl Figures {
    /// Yield, times, then values, a sentence each.
    pub fn words(&self, words: &Catalogue) -> Vec<String> {
        let mut lines = vec![
            rate("insight-yield", &self.yields, Args::new(), words),
            delay("insight-won-days", &self.won_days, Args::new(), words),
            delay("insight-lost-days", &self.lost_days, Args::new(), words),
            delay("insight-age-days", &self.age_days, Args::new(), words),
        ];
        lines.extend(self.values.iter().flat_map(|worth| worth.words(words)));
        lines
    }
}

impl Group {
    /// Its name, or "none named" for the cases counted apart.
    pub fn title(&self, words: &Catalogue) -> String {
        self.name.clone().unwrap_or_else(|| words.plain("insight-none-named"))
    }
}

impl Worth {
    /// What was won, with the average deal when there are enough of them; then what is expected, if any.
    pub fn words(&self, words: &Catalogue) -> Vec<String> {
        let money = |cents| words.show().money(Money { cents, currency: self.currency });
        let args = Args::new().with("won", money(self.won_cents)).with("deals", count(words, self.won));
        let won = match self.average {
            Measure::Known(average) => {
                let args = args.with("average", money(average.cents));
                let args = args.with("low", money(average.low_cents));
                words.text("insight-worth", &args.with("high", money(average.high_cents)))
            }
            Measure::Insufficient { needed, .. } => {
                words.text("insight-worth-insufficient", &args.with("needed", count(words, needed)))
            }
        };
        let args = Args::new().with("open", money(self.open_cents)).with("n", count(words, self.open));
        let expected = (self.open > 0).then(|| words.text("insight-worth-open", &args));
        [won].into_iter().chain(expected).collect()
    }
}

impl StepFigures {
    /// Its yield, its time, its returns.
    pub fn words(&self, words: &Catalogue) -> Vec<String> {
        let args = || Args::new().with("step", self.step.as_str());
        let mut lines = vec![
            rate("insight-step-yield", &self.yields, args(), words),
            delay("insight-step-days", &self.stay_days, args(), words),
        ];
        if self.back > 0 {
            lines.push(words.text("insight-step-back", &args().with("back", count(words, self.back))));
        }
        lines
    }
}

impl Unmeasured {
    /// What is missing and what it prevents.
    pub fn words(&self, words: &Catalogue) -> String {
        words.text(self.why.message(), &Args::new().with("count", count(words, self.count)))
    }
}

impl Missing {
    /// Every reason, for tests of the catalogues.
    pub const ALL: [Self; 14] = [
        Self::StageHistory,
        Self::Process,
        Self::WorkingTimes,
        Self::CycleDates,
        Self::ReversedDates,
        Self::FutureDates,
        Self::EntryDate,
        Self::WonValue,
        Self::OpenValue,
        Self::OpenAccount,
        Self::Owner,
        Self::Product,
        Self::ForeignPassages,
        Self::ReversedPassages,
    ];

    /// Its message in the catalogue.
    pub fn message(self) -> &'static str {
        match self {
            Self::StageHistory => "insight-missing-stage-history",
            Self::Process => "insight-missing-process",
            Self::WorkingTimes => "insight-missing-working-times",
            Self::CycleDates => "insight-missing-cycle-dates",
            Self::ReversedDates => "insight-missing-reversed-dates",
            Self::FutureDates => "insight-missing-future-dates",
            Self::EntryDate => "insight-missing-entry-date",
            Self::WonValue => "insight-missing-won-value",
            Self::OpenValue => "insight-missing-open-value",
            Self::OpenAccount => "insight-missing-open-account",
            Self::Owner => "insight-missing-owner",
            Self::Product => "insight-missing-product",
            Self::ForeignPassages => "insight-missing-foreign-passages",
            Self::ReversedPassages => "insight-missing-reversed-passages",
        }
    }
}

fn rate(id: &str, measure: &Measure<Rate>, args: Args, words: &Catalogue) -> String {
    match measure {
        Measure::Known(rate) => {
            let percent = |share: f64| words.show().percent((share * 1e6).round() as i64, 1_000_000, 1);
            let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            let share = words.show().percent(whole(rate.part), whole(rate.whole), 2);
            let args = args.with("part", count(words, rate.part)).with("n", count(words, rate.whole));
            let args = args.with("rest", count(words, rate.whole - rate.part)).with("share", share);
            words.text(id, &args.with("low", percent(rate.low)).with("high", percent(rate.high)))
        }
        Measure::Insufficient { n, needed } => insufficient(id, *n, *needed, args, words),
    }
}

fn delay(id: &str, measure: &Measure<Delay>, args: Args, words: &Catalogue) -> String {
    match measure {
        Measure::Known(delay) => {
            let days = |value: f64| {
                let number = Decimal::from_f64(value).unwrap_or_default();
                words.show().number(number, u32::from(value.fract() != 0.0))
            };
            let args = args.with("n", count(words, delay.n)).with("mean", days(delay.mean));
            let args = args.with("median", days(delay.median));
            let args = args.with("low", days(delay.low)).with("high", days(delay.high));
            words.text(id, &args.with("q1", days(delay.q1)).with("q3", days(delay.q3)))
        }
        Measure::Insufficient { n, needed } => insufficient(id, *n, *needed, args, words),
    }
}

fn insufficient(id: &str, n: usize, needed: usize, args: Args, words: &Catalogue) -> String {
    let args = args.with("n", count(words, n)).with("needed", count(words, needed));
    words.text(&format!("{id}-insufficient"), &args)
}

fn count(words: &Catalogue, count: usize) -> String {
    words.show().count(i64::try_from(count).unwrap_or(i64::MAX))
}

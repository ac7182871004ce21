//! A buffer and its rope in sentences.

use super::{Colour, Release, Trend};
use crate::language::{Args, Catalogue};

impl Colour {
    /// Code, as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Green => "green",
        }
    }
}

impl Trend {
    /// Code, as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rising => "rising",
            Self::Steady => "steady",
            Self::Falling => "falling",
        }
    }
}

impl Release {
    /// The buffer, then what this week may launch and why; `drum` is the kind as shown.
    pub fn sentences(&self, drum: &str, words: &Catalogue) -> Vec<String> {
        let show = words.show();
        let weeks = self.weeks_of_work().map_or_else(
            || "–".to_owned(),
            |hundredths| show.number(rust_decimal::Decimal::new(hundredths, 2), 1),
        );
        let args = Args::new()
            .with("drum", drum)
            .with("buffer", show.hours(self.buffer, 1))
            .with("target", show.hours(self.target, 1))
            .with("weeks", weeks)
            .with("weight", show.duration(self.weight))
            .with("colour", words.plain(&format!("planning-buffer-{}", self.colour.code())))
            .with("trend", words.plain(&format!("planning-buffer-{}", self.trend.code())));
        let mut said = vec![words.text("planning-buffer", &args)];
        if let Some(first) = self.weeks.first() {
            let args = args
                .with("week", show.week(first.week))
                .with("wanted", show.count(first.wanted))
                .with("allowed", show.count(first.allowed));
            said.push(words.text(self.reason(), &args.with_count("count", first.allowed)));
        }
        if self.held() > 0 {
            let args = Args::new().with("held", show.count(self.held()));
            said.push(words.text("planning-release-held", &args.with_count("count", self.held())));
        }
        said
    }

    /// Why this week launches less, more, or as much as wanted.
    fn reason(&self) -> &'static str {
        let Some(first) = self.weeks.first() else { return "planning-release-as-wanted" };
        match (first.allowed, first.wanted) {
            _ if self.week.0 == 0 && self.weight.0 > 0 => "planning-release-no-time",
            (0, _) => "planning-release-none",
            (allowed, wanted) if allowed < wanted => "planning-release-fewer",
            (allowed, wanted) if allowed > wanted => "planning-release-more",
            _ => "planning-release-as-wanted",
        }
    }
}

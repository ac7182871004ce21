//! What holds the plan back, in sentences.

use super::{Basis, Bottleneck, Bottlenecks, Gap, Limit, Saturation, Stake, Wait, Whose};
use crate::language::{Args, Catalogue, Money};
use crate::process::{Process, Workshop};

/// Where shown names are found.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// People and kinds.
    pub workshop: &'a Workshop,
    /// Processes; of several versions, the last one speaks.
    pub processes: &'a [Process],
}

/// Places named in the headline.
const FIRST: usize = 3;

impl Bottlenecks {
    /// "Ce qui freine le plus : vendeurs, puis avant-ventes", or that nothing does.
    pub fn headline(&self, names: &Names<'_>, words: &Catalogue) -> String {
        let first: Vec<String> = self.acute().take(FIRST).map(|one| one.place(names, words)).collect();
        if first.is_empty() {
            return words.plain("planning-bottlenecks-none");
        }
        let list = first.join(&words.plain("planning-bottlenecks-then"));
        words.text("planning-bottlenecks-first", &Args::new().with("list", list))
    }

    /// The processes that are in no stake, in one sentence.
    pub fn unvalued_told(&self, names: &Names<'_>, words: &Catalogue) -> Option<String> {
        let list: Vec<&str> = self.unvalued.iter().map(|code| names.process(code, words)).collect();
        let args = Args::new().with("list", list.join(", "));
        (!list.is_empty()).then(|| words.text("planning-bottlenecks-unvalued", &args))
    }
}

impl Bottleneck {
    /// Who or what: "vendeurs", "équipe Nord, étape « … »", "étape « … »".
    pub fn place(&self, names: &Names<'_>, words: &Catalogue) -> String {
        match &self.limit {
            Limit::Saturated(one) => names.who(one, words).to_owned(),
            Limit::Wait(one) => {
                words.text("planning-bottleneck-step", &names.located(&one.process, &one.step, words))
            }
            Limit::Yield(gap) => {
                let whose = match &gap.whose {
                    Whose::Team(team) => {
                        words.text("planning-bottleneck-team", &Args::new().with("team", team.as_str()))
                    }
                    Whose::Person(person) => person.clone(),
                };
                match &gap.step {
                    Some(step) => {
                        let args = names.located(&gap.process, step, words).with("whose", whose);
                        words.text("planning-bottleneck-yield-step", &args)
                    }
                    None => {
                        let args = Args::new().with("whose", whose);
                        let args = args.with("process", names.process(&gap.process, words));
                        words.text("planning-bottleneck-yield-whole", &args)
                    }
                }
            }
        }
    }

    /// What it is, with its figures, then what it costs.
    pub fn sentence(&self, names: &Names<'_>, words: &Catalogue) -> String {
        let what = match &self.limit {
            Limit::Saturated(one) => saturated(one, names, words),
            Limit::Wait(one) => waiting(one, words),
            Limit::Yield(one) => below(one, words),
        };
        let cost = self.stake.and_then(|stake| cost(stake, words));
        [Some(what), cost].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn saturated(one: &Saturation, names: &Names<'_>, words: &Catalogue) -> String {
    let show = words.show();
    let mut args = Args::new().with("load", show.hours(one.load, 1));
    let Some(capacity) = one.capacity else {
        return words.text("planning-bottleneck-no-capacity", &args);
    };
    args = args
        .with("capacity", show.hours(capacity, 1))
        .with("ratio", show.percent(one.load.0, capacity.0, 1))
        .with_count("waiting", one.left.0)
        .with("left", show.hours(one.left, 1));
    let mut told = vec![words.text("planning-bottleneck-load", &args)];
    if let Some((week, Some(ratio))) = one.worst {
        let args = Args::new().with("week", show.week(week)).with("ratio", show.percent(ratio, 10_000, 1));
        told.push(words.text("planning-bottleneck-worst", &args));
    }
    if let Some((missing, week)) = one.missing {
        let args = Args::new().with("missing", show.hours(missing, 1)).with("week", show.week(week));
        told.push(words.text("planning-bottleneck-missing", &args));
    }
    // One person alone is the kind, and was told with it.
    if one.people.len() > 1 {
        let person = |pressed: &super::Pressed| {
            let name = names.person(&pressed.person);
            let args = Args::new()
                .with("person", name)
                .with("missing", show.hours(pressed.missing, 1))
                .with("week", show.week(pressed.week));
            words.text("planning-bottleneck-person", &args)
        };
        let shown: Vec<String> = one.people.iter().take(FIRST).map(person).collect();
        let more = one.people.len().saturating_sub(FIRST);
        let args = Args::new().with("list", shown.join(", ")).with_count("more", more as i64);
        told.push(words.text("planning-bottleneck-people", &args));
    }
    told.join(" ")
}

fn waiting(one: &Wait, words: &Catalogue) -> String {
    let show = words.show();
    let args = Args::new()
        .with("days", show.count(one.days))
        .with("standard", show.count(one.standard))
        .with("cases", show.count(one.cases));
    match &one.measured {
        Some(stay) => {
            let args = args
                .with("low", show.count(stay.low))
                .with("high", show.count(stay.high))
                .with("count", show.count(stay.count));
            words.text("planning-bottleneck-wait-measured", &args)
        }
        None => words.text("planning-bottleneck-wait-standard", &args),
    }
}

fn below(one: &Gap, words: &Catalogue) -> String {
    let show = words.show();
    let args = Args::new()
        .with("share", show.percent(one.part, one.whole, 1))
        .with("part", show.count(one.part))
        .with("whole", show.count(one.whole))
        .with("others", show.percent(one.others_part, one.others_whole, 1))
        .with("others_part", show.count(one.others_part))
        .with("others_whole", show.count(one.others_whole));
    words.text("planning-bottleneck-yield", &args)
}

/// In whole units of money: the cents of a forecast say nothing.
fn cost(stake: Stake, words: &Catalogue) -> Option<String> {
    let show = words.show();
    let whole = |money: Money| show.money(Money { cents: (money.cents + 50).div_euclid(100) * 100, ..money });
    let args = Args::new().with("money", whole(stake.money)).with("least", whole(stake.at_least)).with(
        "basis",
        match stake.basis {
            Basis::Margin => "margin",
            Basis::Revenue => "revenue",
        },
    );
    match (stake.money.cents, stake.at_least.cents) {
        (0, _) => None,
        (_, 0) => Some(words.text("planning-bottleneck-stake", &args)),
        _ => Some(words.text("planning-bottleneck-stake-least", &args)),
    }
}

impl<'a> Names<'a> {
    fn who(&self, one: &'a Saturation, words: &Catalogue) -> &'a str {
        match &one.person {
            Some(person) => self.person(person),
            None => {
                let found = self.workshop.kinds.iter().find(|kind| kind.code == one.kind);
                found.map_or(one.kind.as_str(), |kind| kind.name.get(words.lang()))
            }
        }
    }

    fn person(&self, code: &'a str) -> &'a str {
        let found = self.workshop.resources.iter().find(|one| one.code == code);
        found.map_or(code, |one| one.name.as_str())
    }

    fn of(&self, code: &str) -> Option<&'a Process> {
        self.processes.iter().rfind(|one| one.code == code)
    }

    /// A step with its process, which is told when there are several.
    fn located(&self, process: &str, step: &str, words: &Catalogue) -> Args {
        let several = self.processes.iter().any(|one| one.code != process);
        let named = self.of(process).map_or(process, |one| one.name.get(words.lang()));
        let name = if several { named } else { "" };
        Args::new()
            .with("step", self.step(process, step, words))
            .with_count("several", i64::from(several))
            .with("process", name)
    }

    fn process(&self, code: &'a str, words: &Catalogue) -> &'a str {
        self.of(code).map_or(code, |process| process.name.get(words.lang()))
    }

    fn step<'s>(&self, process: &str, step: &'s str, words: &Catalogue) -> &'s str
    where
        'a: 's,
    {
        let found = self.of(process).and_then(|one| one.steps.iter().find(|known| known.code == step));
        found.map_or(step, |step| step.name.get(words.lang()))
    }
}

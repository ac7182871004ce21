//! An overload in one sentence.

use super::Overload;
use crate::language::{Args, Catalogue, Minutes, Week};
use crate::planning::schedule::Wanted;
use crate::process::Workshop;

/// Names said before "and n others".
const NAMES: usize = 4;

impl Overload {
    /// "Juristes, compétence « bail », équipe Nord, semaines S14 à S17 : il manque 46 h (120 h demandées,
    /// 74 h possibles)."
    pub fn sentence(&self, words: &Catalogue, workshop: &Workshop) -> String {
        let args = Args::new()
            .with("who", self.who(words, workshop))
            .with("weeks", weeks_in_words(&self.weeks, words))
            .with("missing", hours(self.missing(), words))
            .with("asked", hours(self.asked, words))
            .with("possible", hours(self.possible, words));
        let id = if self.people.is_empty() { "planning-rough-cut-nobody" } else { "planning-rough-cut" };
        words.text(id, &args)
    }

    /// Whether somebody able to do the work is of a kind of which anybody is wanted.
    fn is_of_a_kind_wanted(&self, code: &String, workshop: &Workshop) -> bool {
        let kind = workshop.resources.iter().find(|one| one.code == *code).map(|one| &one.kind);
        let theirs = |wanted: &Wanted| matches!(wanted, Wanted::Kind { kind: of, .. } if Some(of) == kind);
        self.people.contains(code) && self.wanted.iter().any(theirs)
    }

    /// The people, or the kinds with their skill and their people when these are few; then their teams.
    pub fn who(&self, words: &Catalogue, workshop: &Workshop) -> String {
        let person = |code: &String| {
            let found = workshop.resources.iter().find(|one| one.code == *code);
            found.map_or(code.as_str(), |one| one.name.as_str()).to_owned()
        };
        let by_name = self.wanted.iter().all(|wanted| matches!(wanted, Wanted::Person { .. }));
        // A leader is among the people of a kind that is wanted too, and is said with them.
        let is_said = |wanted: &&Wanted| match wanted {
            Wanted::Person { person } => self.is_of_a_kind_wanted(person, workshop),
            Wanted::Kind { .. } => false,
        };
        let wanted = self.wanted.iter().filter(|wanted| !is_said(wanted)).map(|wanted| match wanted {
            Wanted::Person { person: code } => person(code),
            Wanted::Kind { kind, skill } => kind_and_skill(kind, skill.as_ref(), words, workshop),
        });
        let mut who = capital(&listed(wanted.collect(), words));
        if !by_name && (1..=NAMES).contains(&self.people.len()) {
            let names = listed(self.people.iter().map(person).collect(), words);
            who = format!("{who} ({names})");
        }
        if !self.teams.is_empty() {
            let teams = listed(self.teams.clone(), words);
            let args = Args::new().with("who", who).with("teams", teams);
            who = words.text("planning-rough-cut-team", &args.with_count("count", self.teams.len() as i64));
        }
        who
    }
}

fn kind_and_skill(kind: &str, skill: Option<&String>, words: &Catalogue, workshop: &Workshop) -> String {
    let found = workshop.kinds.iter().find(|one| one.code == kind);
    let name = found.map_or(kind, |one| one.name.get(words.lang()));
    match skill {
        None => name.to_owned(),
        Some(skill) => {
            let args = Args::new().with("kind", name).with("skill", skill.as_str());
            words.text("planning-rough-cut-skill", &args)
        }
    }
}

/// "a, b et c", cut after a few.
fn listed(mut names: Vec<String>, words: &Catalogue) -> String {
    let more = names.len().saturating_sub(NAMES);
    names.truncate(NAMES);
    let list = names.join(", ");
    if more == 0 {
        return list;
    }
    words.text("planning-rough-cut-more", &Args::new().with("list", list).with_count("count", more as i64))
}

/// "semaines S3, S8 à S10".
pub fn weeks_in_words(weeks: &[Week], words: &Catalogue) -> String {
    let mut runs: Vec<(Week, Week)> = Vec::new();
    for &week in weeks {
        match runs.last_mut() {
            Some((_, last)) if last.plus(1) == week => *last = week,
            _ => runs.push((week, week)),
        }
    }
    let show = words.show();
    let run = |&(first, last): &(Week, Week)| match first.until(last) {
        0 => show.week(first),
        _ => {
            let args = Args::new().with("first", show.week(first)).with("last", show.week(last));
            words.text("planning-rough-cut-run", &args)
        }
    };
    let list: Vec<String> = runs.iter().map(run).collect();
    let args = Args::new().with("list", list.join(", ")).with_count("count", weeks.len() as i64);
    words.text("planning-rough-cut-weeks", &args)
}

/// Hours with as many decimals as it takes, two at most.
fn hours(minutes: Minutes, words: &Catalogue) -> String {
    let decimals = if minutes.0 % 60 == 0 { 0 } else { 1 + u32::from(minutes.0 % 6 != 0) };
    words.show().hours(minutes, decimals)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

//! The people whose name or code looks most like what was asked.

use atelier_domain::planning::schedule::Load;

/// How many are named.
const NAMED: usize = 3;

/// The three people nearest to `asked`, the nearest first, each with their code; `–` when there is nobody.
pub fn people(people: &[Load], asked: &str) -> String {
    ranked(asked, people.iter().map(|one| (one.person.as_str(), one.name.as_str())))
}

fn ranked<'a>(asked: &str, known: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut found: Vec<_> = known.map(|(code, name)| (likeness(asked, code, name), code, name)).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.2.cmp(b.2)));
    let told = found
        .into_iter()
        .take(NAMED)
        .map(|(_, code, name)| if code == name { name.to_owned() } else { format!("{name} ({code})") });
    let told: Vec<String> = told.collect();
    if told.is_empty() { "–".to_owned() } else { told.join(", ") }
}

/// From 0 to 1: the best among the code, the whole name and each word of it, so that a first name with a
/// slip finds its bearer.
fn likeness(asked: &str, code: &str, name: &str) -> f64 {
    let asked = asked.to_lowercase();
    let like = |text: &str| strsim::jaro_winkler(&asked, &text.to_lowercase());
    name.split_whitespace().chain([code, name]).map(like).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first() {
        let team =
            [("s1", "Anna Snelling"), ("s2", "Zane Levy"), ("s3", "Darcel Schlecht"), ("s4", "Zina Roth")];
        assert!(ranked("Darsel", team.into_iter()).starts_with("Darcel Schlecht (s3), "));
        assert!(ranked("Zan Levi", team.into_iter()).starts_with("Zane Levy (s2), "));
        assert!(ranked("S4", team.into_iter()).starts_with("Zina Roth (s4), "));
        assert_eq!(ranked("Darsel", team.into_iter()).matches('(').count(), 3);
        assert_eq!(ranked("Darsel", [].into_iter()), "–");
    }
}

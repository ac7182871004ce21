//! The nearest known name to one that is not known.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters and digits in lower case, without accents, spaces or punctuation: `GTX Pro` and `gtxpro` are the same.
pub fn bare(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c) && c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The candidate nearest to `text`: the same once [`bare`], otherwise at most one slip in four letters away.
/// Ties go to the first in alphabetical order.
pub fn nearest<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = bare(text);
    let slips_max = (wanted.chars().count() / 4).max(1);
    candidates
        .filter_map(|candidate| {
            let slips = strsim::osa_distance(&wanted, &bare(candidate));
            (slips <= slips_max && slips < wanted.chars().count()).then_some((slips, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Proposals already made, so that the same unknown name is looked for once.
#[derive(Debug, Default)]
pub struct Proposals {
    made: HashMap<String, Option<String>>,
}

/// Above this many distinct unknown names the file is foreign, not misspelt; no more are looked for.
const LOOKED_FOR_MAX: usize = 1_000;

impl Proposals {
    /// What `text` may have meant.
    pub fn propose<'a>(&mut self, text: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
        if let Some(made) = self.made.get(text) {
            return made.clone();
        }
        if self.made.len() >= LOOKED_FOR_MAX {
            return None;
        }
        let proposal = nearest(text, known).map(str::to_owned);
        self.made.insert(text.to_owned(), proposal.clone());
        proposal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_or_a_lost_space_is_recognised_and_a_stranger_is_not() {
        let known = ["GTX Plus Pro", "GTX Pro", "GTK 500", "Société générale"];
        let near = |text| nearest(text, known.into_iter());
        assert_eq!(near("GTXPro"), Some("GTX Pro"));
        assert_eq!(near("GTK-5O0"), Some("GTK 500"));
        assert_eq!(near("SOCIETE GENERALE"), Some("Société générale"));
        assert_eq!(near("Zebra"), None);
        assert_eq!(near("?"), None);
    }
}

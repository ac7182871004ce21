//! Why somebody moves an action: asked when the week is frozen, free elsewhere.

use crate::language::Refusal;
use std::ops::RangeInclusive;

/// Characters of a reason.
const LENGTH: RangeInclusive<usize> = 3..=500;

/// The reason as it is kept; nothing when none was given and the weeks touched are not frozen.
///
/// # Errors
/// `planning/reason-needed`: none for a frozen week, or one too short or too long.
pub fn reason_of(given: Option<&str>, is_frozen: bool) -> Result<Option<String>, Refusal> {
    let said = given.map(str::trim).filter(|text| !text.is_empty());
    if said.map_or(!is_frozen, |text| LENGTH.contains(&text.chars().count())) {
        return Ok(said.map(str::to_owned));
    }
    let refusal = Refusal::new("planning/reason-needed").field("reason");
    Err(refusal.with("least", *LENGTH.start()).with("most", *LENGTH.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frozen_week_asks_why_and_another_does_not() {
        let kept = |given, is_frozen| reason_of(given, is_frozen).map_err(|refusal| refusal.code);
        assert_eq!(kept(None, false), Ok(None));
        assert_eq!(kept(Some("  "), true), Err("planning/reason-needed"));
        assert_eq!(kept(Some("ok"), false), Err("planning/reason-needed"), "two letters say nothing");
        assert_eq!(kept(Some(" Le client l’a demandé "), true), Ok(Some("Le client l’a demandé".to_owned())));
    }
}

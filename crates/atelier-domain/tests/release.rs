//! Drum, buffer, rope, on the figures of Métrios with presales as the drum.
//!
//! A new case weighs 0.2 × 0.5 × (240 + 0.8 × 60) = 28.8 minutes of presales, three weeks away.
#![allow(clippy::unwrap_used)] // helpers of tests

mod support;

use atelier_domain::language::{Catalogue, Lang, Minutes, Week};
use atelier_domain::planning::{Colour, Release, Rope, Trend, Weights, buffer_days, release};
use support::process;

const WEEK: Minutes = Minutes(21 * 60);

fn rope(launched: [i64; 5], wanted: &[i64], week: Minutes, days: u32) -> Release {
    let weeks: Vec<Week> = support::weeks_to(wanted.len() as i64);
    let capacity = vec![week; wanted.len()];
    let weights = Weights::of(&process(), "presales").unwrap();
    let rope = Rope {
        drum: "presales",
        weights: &weights,
        launched: &launched,
        weeks: &weeks,
        capacity: &capacity,
        wanted,
    };
    release(&rope, days).unwrap()
}

fn allowed(found: &Release) -> Vec<i64> {
    found.weeks.iter().map(|week| week.allowed).collect()
}

#[test]
fn an_empty_buffer_lets_launches_grow() {
    let found = rope([0; 5], &[50, 50, 50, 50], WEEK, 5);
    // One week of buffer and three on the way: 84 h ÷ 28.8 min.
    assert_eq!((found.target, found.weight, found.weeks_away), (Minutes(4 * 1_260), Minutes(28), 3));
    assert_eq!(allowed(&found)[0], 175);
    assert_eq!((found.buffer, found.colour, found.trend), (Minutes(0), Colour::Red, Trend::Rising));
    // All four weeks wanted are launched as soon as they may, and never twice.
    let launched: Vec<i64> = found.weeks.iter().map(|week| week.launched).collect();
    assert_eq!((launched[0], launched.iter().sum::<i64>(), found.held()), (175, 200, 0));
    let said = found.sentences("avant-ventes", Catalogue::of(Lang::Fr));
    assert!(said[0].contains("rouge") && said[1].contains("augmentent"), "{said:?}");
}

#[test]
fn a_saturated_drum_stops_launches_and_says_why() {
    // Twenty cases in front of the justification: 20 × 288 min = 96 h, above the 84 h wanted.
    let found = rope([0, 0, 20, 0, 0], &[50, 50, 50, 0], WEEK, 5);
    assert_eq!((found.buffer, found.colour), (Minutes(5_760), Colour::Green));
    // The drum does 21 h a week: (84 − 75) h ÷ 28.8 min in the second week.
    assert_eq!(allowed(&found)[..2], [0, 18]);
    assert_eq!(found.weeks[1].wanted, 100);
    assert_eq!(found.weeks_of_work(), Some(457));
    assert!(found.held() > 0);
    let said = found.sentences("avant-ventes", Catalogue::of(Lang::Fr));
    assert!(said[1].starts_with("Semaine S01\u{202f}: aucun lancement permis sur 50 voulus"), "{said:?}");
    let said = found.sentences("presales", Catalogue::of(Lang::En));
    assert!(said[1].starts_with("Week W01: no launch allowed of 50 wanted"), "{said:?}");
    assert!(said[2].contains("held"), "{said:?}");
}

#[test]
fn between_the_two_the_rope_gives_what_brings_the_buffer_back() {
    let found = rope([0, 0, 10, 0, 0], &[100, 0], WEEK, 5);
    assert_eq!(allowed(&found)[0], (5_040 - 2_880) * 10 / 288);
    assert_eq!(found.colour, Colour::Yellow);
    let twice = rope([0, 0, 10, 0, 0], &[100, 0], WEEK, 10);
    assert_eq!(allowed(&twice)[0], (6_300 - 2_880) * 10 / 288, "a larger buffer asks for more");
}

#[test]
fn a_drum_without_time_left_lets_nothing_through() {
    let found = rope([0; 5], &[50], Minutes(0), 5);
    assert_eq!((allowed(&found), found.held(), found.weeks_of_work()), (vec![0], 50, None));
    assert!(found.sentences("presales", Catalogue::of(Lang::En))[1].contains("other work"));
}

#[test]
fn a_drum_that_new_cases_do_not_touch_holds_nothing() {
    let weeks = support::weeks_to(2);
    let weights = Weights::of(&process(), "nobody").unwrap();
    let rope = Rope {
        drum: "nobody",
        weights: &weights,
        launched: &[0; 5],
        weeks: &weeks,
        capacity: &[WEEK, WEEK],
        wanted: &[3, 4],
    };
    let found = release(&rope, 5).unwrap();
    assert_eq!(found.weeks.iter().map(|week| week.launched).collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn a_buffer_of_nought_or_less_is_refused() {
    for days in [0, -3, 3_651, i64::MAX] {
        let refused = buffer_days(days).unwrap_err();
        assert_eq!(refused.code, "planning/buffer-target", "{days}");
    }
    assert_eq!(buffer_days(1).unwrap(), 1);
}

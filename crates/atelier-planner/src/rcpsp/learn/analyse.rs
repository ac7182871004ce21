//! From a clash, the bounds that may never hold together again.

use super::choice::Questions;
use super::nogoods::Nogoods;
use super::trail::{Bound, Reason, Trail};

/// What a clash teaches: one of `bounds` holds.
///
/// Source: first unique implication points, Marques-Silva and Sakallah 1999.
#[derive(Debug, Default)]
pub(super) struct Lesson {
    /// The first one follows at `level`, where all others are denied.
    pub(super) bounds: Vec<Bound>,
    pub(super) level: u32,
    /// Distinct levels of the bounds.
    pub(super) levels: u32,
    /// Value needed of each entry of the trail that takes part.
    needed: Vec<i32>,
    /// Entries below the level of the clash that take part.
    below: Vec<u32>,
    causes: Vec<Bound>,
}

const NOT_NEEDED: i32 = i32::MIN;

impl Lesson {
    /// Reads the clash of a trail, whose latest bound is at the current level.
    pub(super) fn read(&mut self, trail: &Trail, nogoods: &Nogoods, questions: &mut Questions) {
        self.needed.resize(trail.entries.len(), NOT_NEEDED);
        self.below.clear();
        self.causes.clear();
        self.causes.extend_from_slice(&trail.clash);
        let mut open = self.take(trail, questions);
        let mut entry = trail.entries.len();
        let first = loop {
            entry -= 1;
            let value = std::mem::replace(&mut self.needed[entry], NOT_NEEDED);
            if value == NOT_NEEDED {
                continue;
            }
            let bound = Bound { side: trail.entries[entry].bound.side, value };
            if open == 1 {
                break bound;
            }
            self.causes.clear();
            causes_of(trail, nogoods, entry, value, &mut self.causes);
            open = open - 1 + self.take(trail, questions);
        };
        self.keep(trail, nogoods, first);
        for &entry in &self.below {
            self.needed[entry as usize] = NOT_NEEDED;
        }
    }

    /// Marks the entries behind the causes at hand; tells how many new ones are of the current level.
    fn take(&mut self, trail: &Trail, questions: &mut Questions) -> usize {
        let mut open = 0;
        for &bound in &self.causes {
            let entry = trail.origin(bound);
            let level = trail.entries[entry].level;
            if level == 0 {
                continue;
            }
            let needed = &mut self.needed[entry];
            if *needed == NOT_NEEDED {
                questions.heat(bound);
                if level == trail.level() {
                    open += 1;
                } else {
                    self.below.push(entry as u32);
                }
            }
            *needed = bound.value.max(*needed);
        }
        open
    }

    /// The lesson: `first` denied, or one of the bounds below that do not follow from the others.
    fn keep(&mut self, trail: &Trail, nogoods: &Nogoods, first: Bound) {
        self.bounds.clear();
        self.bounds.push(first.not());
        // Latest first, so that of two bounds of one side the stronger comes first.
        self.below.sort_unstable_by(|one, other| other.cmp(one));
        let (mut levels, mut last) = (1, u32::MAX);
        for &entry in &self.below {
            let entry = entry as usize;
            let bound = Bound { side: trail.entries[entry].bound.side, value: self.needed[entry] };
            let twice = self.bounds.iter().any(|kept| kept.not().side == bound.side);
            if twice || self.follows(trail, nogoods, entry, &mut Vec::new()) {
                continue;
            }
            self.bounds.push(bound.not());
            if trail.entries[entry].level != last {
                last = trail.entries[entry].level;
                levels += 1;
            }
        }
        self.levels = levels;
        self.level = match self.bounds.get(1) {
            Some(second) => trail.entries[trail.origin(second.not())].level,
            None => 0,
        };
    }

    /// Whether an entry follows from others that take part.
    fn follows(&self, trail: &Trail, nogoods: &Nogoods, entry: usize, causes: &mut Vec<Bound>) -> bool {
        if matches!(trail.entries[entry].reason, Reason::Free) {
            return false;
        }
        causes_of(trail, nogoods, entry, self.needed[entry], causes);
        causes.iter().all(|&cause| {
            let origin = trail.origin(cause);
            trail.entries[origin].level == 0 || self.needed[origin] >= cause.value
        })
    }
}

/// The bounds because of which the side of an entry reached `value`.
fn causes_of(trail: &Trail, nogoods: &Nogoods, entry: usize, value: i32, causes: &mut Vec<Bound>) {
    match trail.entries[entry].reason {
        Reason::Free => {}
        Reason::Arc { side, plus } => causes.push(Bound { side, value: value - plus }),
        Reason::Causes { first, after } => causes.extend_from_slice(trail.causes(first, after)),
        Reason::Shifted { first, after } => {
            causes.extend_from_slice(trail.causes(first, after));
            if let Some(last) = causes.last_mut() {
                last.value -= trail.entries[entry].bound.value - value;
            }
        }
        Reason::Nogood(clause) => causes.extend(nogoods.others(clause).iter().map(|bound| bound.not())),
    }
}

//! Free time as bits over the ranks of each person.

use super::Model;

/// One bit per worked slot of each person, set while it is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Free {
    words: Box<[u64]>,
    /// First word of each person, and the end of the last.
    heads: Box<[u32]>,
}

impl Free {
    /// Everybody free.
    pub fn new(model: &Model) -> Self {
        let mut heads = vec![0];
        let mut words = Vec::new();
        for person in 0..model.people.len() as u32 {
            let worked = model.calendar(person).worked();
            let full = (worked / 64) as usize;
            words.resize(words.len() + full, u64::MAX);
            if !worked.is_multiple_of(64) {
                words.push((1 << (worked % 64)) - 1);
            }
            heads.push(words.len() as u32);
        }
        Self { words: words.into(), heads: heads.into() }
    }

    /// Nobody.
    pub fn none() -> Self {
        Self { words: Box::default(), heads: Box::default() }
    }

    /// All of `worked` ranks of a person free, which are no more than there were.
    pub fn reset_person(&mut self, person: u32, worked: u32) {
        let words = self.of_mut(person);
        words.fill(0);
        each_word(0, worked, |word, mask| words[word] = mask);
    }

    /// Bits of one person.
    #[inline]
    pub fn of(&self, person: u32) -> &[u64] {
        let person = person as usize;
        &self.words[self.heads[person] as usize..self.heads[person + 1] as usize]
    }

    fn of_mut(&mut self, person: u32) -> &mut [u64] {
        let person = person as usize;
        &mut self.words[self.heads[person] as usize..self.heads[person + 1] as usize]
    }

    /// Marks the ranks `from..to` as taken.
    pub fn book(&mut self, person: u32, from: u32, to: u32) {
        each_word(from, to, |word, mask| self.of_mut(person)[word] &= !mask);
    }

    /// Marks the ranks `from..to` as free.
    pub fn release(&mut self, person: u32, from: u32, to: u32) {
        each_word(from, to, |word, mask| self.of_mut(person)[word] |= mask);
    }

    /// Are all the ranks `from..to` free?
    pub fn is_free(&self, person: u32, from: u32, to: u32) -> bool {
        let mut all = true;
        each_word(from, to, |word, mask| all &= self.of(person)[word] & mask == mask);
        all
    }

    /// Free ranks of `from..to`.
    pub fn count(&self, person: u32, from: u32, to: u32) -> u32 {
        let mut count = 0;
        each_word(from, to, |word, mask| count += (self.of(person)[word] & mask).count_ones());
        count
    }

    /// Takes the bits of `person` as they are in `other`.
    pub fn copy_person(&mut self, person: u32, other: &Self) {
        self.of_mut(person).copy_from_slice(other.of(person));
    }
}

/// Gives each word and mask of the bits `from..to`.
fn each_word(from: u32, to: u32, mut act: impl FnMut(usize, u64)) {
    let mut at = from;
    while at < to {
        let end = to.min((at / 64 + 1) * 64);
        let width = end - at;
        let mask = if width == 64 { u64::MAX } else { ((1 << width) - 1) << (at % 64) };
        act((at / 64) as usize, mask);
        at = end;
    }
}

/// First rank at or after `from` that begins `need` free ranks in a row, before rank `until`.
///
/// With `breaks`, no rank of the run but its first may begin a stretch.
#[inline]
pub(crate) fn first_run(
    free: &[u64],
    breaks: Option<&[u64]>,
    from: u32,
    until: u32,
    need: u32,
) -> Option<u32> {
    let mut start = next_set(free, from)?;
    loop {
        if start >= until {
            return None;
        }
        let end = run_end(free, breaks, start, start + need);
        if end - start >= need {
            return Some(start);
        }
        start = next_set(free, end)?;
    }
}

/// First set bit at or after `from`.
#[inline]
fn next_set(words: &[u64], from: u32) -> Option<u32> {
    let mut i = (from / 64) as usize;
    let mut word = *words.get(i)? & (u64::MAX << (from % 64));
    while word == 0 {
        i += 1;
        word = *words.get(i)?;
    }
    Some(i as u32 * 64 + word.trailing_zeros())
}

/// Where the run that begins at `start` ends: at the first taken rank or break after it, or at
/// `stop`. Bits beyond the last word count as taken.
#[inline]
fn run_end(free: &[u64], breaks: Option<&[u64]>, start: u32, stop: u32) -> u32 {
    let mut mask = (u64::MAX << (start % 64)) << 1;
    if start % 64 == 63 {
        mask = 0;
    }
    let mut i = (start / 64) as usize;
    while (i as u32) * 64 < stop {
        let Some(&word) = free.get(i) else { return (i as u32 * 64).min(stop) };
        let closed = (!word | breaks.and_then(|breaks| breaks.get(i)).copied().unwrap_or(0)) & mask;
        if closed != 0 {
            return (i as u32 * 64 + closed.trailing_zeros()).min(stop);
        }
        mask = u64::MAX;
        i += 1;
    }
    stop
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bits(words: &[u64], i: u32) -> bool {
        words.get((i / 64) as usize).is_some_and(|word| word >> (i % 64) & 1 == 1)
    }

    proptest! {
        #[test]
        fn the_first_run_is_the_one_a_slow_search_finds(
            free in proptest::collection::vec(prop_oneof![any::<u64>(), Just(u64::MAX), Just(0)], 1..5),
            breaks in proptest::collection::vec(any::<u64>(), 5),
            sparse in proptest::collection::vec(any::<u64>(), 5),
            from in 0_u32..330, need in 1_u32..150, within in any::<bool>(),
        ) {
            let breaks: Vec<u64> = breaks.iter().zip(&sparse).map(|(a, b)| a & b & (b >> 7)).collect();
            let within = within.then_some(breaks.as_slice());
            let fits = |start: u32| (start..start + need).all(|rank| {
                bits(&free, rank) && (rank == start || within.is_none_or(|breaks| !bits(breaks, rank)))
            });
            let until = free.len() as u32 * 64;
            let naive = (from..until).find(|&start| fits(start));
            prop_assert_eq!(first_run(&free, within, from, until, need), naive);
        }

        #[test]
        fn what_is_booked_is_released(a in 0_u32..256, b in 0_u32..256) {
            let mut free = Free { words: vec![u64::MAX; 4].into(), heads: vec![0, 4].into() };
            let whole = free.clone();
            free.book(0, a.min(b), a.max(b));
            let count: u32 = free.of(0).iter().map(|word| word.count_zeros()).sum();
            prop_assert_eq!(count, a.abs_diff(b));
            prop_assert_eq!(free.is_free(0, a.min(b), a.max(b)), a == b);
            free.release(0, a.min(b), a.max(b));
            prop_assert_eq!(free, whole);
        }
    }
}

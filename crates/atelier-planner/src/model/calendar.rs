//! Hours of work in rank space: only worked slots are numbered.

use super::Slot;

/// A stretch of work without a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First slot.
    pub start: Slot,
    /// First slot after.
    pub end: Slot,
    /// Worked slots before it.
    pub rank: u32,
}

/// Hours of work: sorted stretches, and indexes from slots to ranks and back.
///
/// The *rank* of a worked slot is the number of worked slots before it. Nights, absences and other
/// breaks have no rank, so a month of work is a few hundred consecutive numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    stretches: Box<[Stretch]>,
    /// For each day, the first stretch that ends after the day begins.
    day_first: Box<[u32]>,
    /// For each block of 64 ranks, the stretch of its first rank.
    word_first: Box<[u32]>,
    /// Bit `r` set: rank `r` begins a stretch.
    breaks: Box<[u64]>,
    slots_per_day: u32,
    worked: u32,
}

impl Calendar {
    /// From `(start, end)` pairs, sorted and disjoint; touching ones are joined.
    pub fn new(spans: &[(Slot, Slot)], slots_per_day: u32, horizon: Slot) -> Self {
        let mut stretches: Vec<Stretch> = Vec::with_capacity(spans.len());
        let mut worked = 0;
        for &(start, end) in spans {
            let end = end.min(horizon);
            if start >= end {
                continue;
            }
            match stretches.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => stretches.push(Stretch { start, end, rank: worked }),
            }
            worked += end - start;
        }
        Self {
            day_first: by_day(&stretches, slots_per_day, horizon),
            word_first: by_word(&stretches, worked),
            breaks: break_bits(&stretches, worked),
            stretches: stretches.into(),
            slots_per_day,
            worked,
        }
    }

    /// Number of worked slots.
    pub fn worked(&self) -> u32 {
        self.worked
    }

    /// The stretches, in time order.
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// Bits of the ranks that begin a stretch.
    pub fn breaks(&self) -> &[u64] {
        &self.breaks
    }

    /// Rank of the first worked slot at or after `slot`; [`Self::worked`] when there is none.
    #[inline]
    pub fn rank(&self, slot: Slot) -> u32 {
        let Some(&first) = self.day_first.get((slot / self.slots_per_day) as usize) else {
            return self.worked;
        };
        for stretch in &self.stretches[first as usize..] {
            if slot < stretch.end {
                return stretch.rank + slot.saturating_sub(stretch.start);
            }
        }
        self.worked
    }

    /// Slot of a rank below [`Self::worked`].
    #[inline]
    pub fn slot(&self, rank: u32) -> Slot {
        let mut i = self.word_first[(rank / 64) as usize] as usize;
        while self.stretches.get(i + 1).is_some_and(|next| next.rank <= rank) {
            i += 1;
        }
        let stretch = &self.stretches[i];
        stretch.start + (rank - stretch.rank)
    }

    /// Is `slot` worked?
    pub fn works(&self, slot: Slot) -> bool {
        let rank = self.rank(slot);
        rank < self.worked && self.slot(rank) == slot
    }
}

fn by_day(stretches: &[Stretch], slots_per_day: u32, horizon: Slot) -> Box<[u32]> {
    let mut i = 0;
    (0..horizon.div_ceil(slots_per_day))
        .map(|day| {
            while stretches.get(i).is_some_and(|stretch| stretch.end <= day * slots_per_day) {
                i += 1;
            }
            i as u32
        })
        .collect()
}

fn by_word(stretches: &[Stretch], worked: u32) -> Box<[u32]> {
    let mut i = 0;
    (0..worked.div_ceil(64))
        .map(|word| {
            while stretches.get(i + 1).is_some_and(|next| next.rank <= word * 64) {
                i += 1;
            }
            i as u32
        })
        .collect()
}

fn break_bits(stretches: &[Stretch], worked: u32) -> Box<[u64]> {
    let mut bits = vec![0_u64; worked.div_ceil(64) as usize];
    for stretch in stretches {
        bits[(stretch.rank / 64) as usize] |= 1 << (stretch.rank % 64);
    }
    bits.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ranks_number_the_worked_slots(bits in proptest::collection::vec(any::<bool>(), 0..400), day in 1_u32..50) {
            let spans: Vec<_> = (0..bits.len() as u32).filter(|&i| bits[i as usize]).map(|i| (i, i + 1)).collect();
            let calendar = Calendar::new(&spans, day, bits.len() as u32);
            let slots: Vec<u32> = spans.iter().map(|span| span.0).collect();
            prop_assert_eq!(calendar.worked() as usize, slots.len());
            for slot in 0..bits.len() as u32 + 10 {
                let naive = slots.iter().filter(|&&worked| worked < slot).count() as u32;
                prop_assert_eq!(calendar.rank(slot), naive);
                prop_assert_eq!(calendar.works(slot), slots.contains(&slot));
            }
            for (rank, &slot) in slots.iter().enumerate() {
                prop_assert_eq!(calendar.slot(rank as u32), slot);
                let begins = slot == 0 || !bits[slot as usize - 1];
                prop_assert_eq!(calendar.breaks()[rank / 64] >> (rank % 64) & 1 == 1, begins);
            }
        }
    }
}

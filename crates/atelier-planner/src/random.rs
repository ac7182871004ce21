//! Seeded draws: the same sequence on every machine and in every version.

use std::ops::Range;

/// `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    #[inline]
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From zero, below `sides`; 0 when there are none.
    #[inline]
    pub fn below(&mut self, sides: u32) -> u32 {
        ((u64::from(self.next() as u32) * u64::from(sides)) >> 32) as u32
    }

    /// A position in a list of `len` items, at least one.
    #[inline]
    pub fn place(&mut self, len: usize) -> usize {
        self.below(len as u32) as usize
    }

    /// From the start of `range`, below its end; the start when it is empty.
    #[inline]
    pub fn within(&mut self, range: Range<u32>) -> u32 {
        range.start + self.below(range.end.saturating_sub(range.start))
    }

    /// True once in `times`.
    #[inline]
    pub fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// At least 0, below 1.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

//! A small deterministic source of draws, so that the sample is the same on every machine.

/// `SplitMix64` (Steele, Lea and Flood, 2014): enough for made data, for nothing else.
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number in `low..=high`.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.next() % u64::try_from(high - low + 1).unwrap_or(1)).unwrap_or(0)
    }

    /// True `millionths` times in a million.
    pub fn happens(&mut self, millionths: u32) -> bool {
        self.next() % 1_000_000 < u64::from(millionths)
    }

    /// One of them.
    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        let last = i64::try_from(among.len()).unwrap_or(1) - 1;
        &among[usize::try_from(self.between(0, last)).unwrap_or(0)]
    }

    /// Days of a stay whose typical length is `typical`: from a third to nearly three times, the
    /// short ones more frequent (product of two draws).
    pub fn stay(&mut self, typical: i64) -> i64 {
        let factor = self.between(58, 170) * self.between(58, 170);
        (typical * factor / 10_000).max(1)
    }
}

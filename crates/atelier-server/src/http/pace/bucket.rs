//! Buckets that fill again drop by drop, one for each key; a drop can be given back.

use std::collections::HashMap;
use std::hash::Hash;
use std::num::NonZeroU32;
use std::time::{Duration, Instant};

/// Drops taken after which buckets that are full again are forgotten.
const SWEEP: u32 = 4_096;

/// Each holds the same number of drops, full at first. Of a bucket one instant is kept: when it will be full again.
pub(super) struct Buckets<K> {
    /// Time that one drop takes to come.
    drop: Duration,
    /// Time that an empty bucket takes to be full.
    whole: Duration,
    full_at: HashMap<K, Instant>,
    taken: u32,
}

impl<K: Eq + Hash + Clone> Buckets<K> {
    /// So many drops a second, and so many in a full bucket.
    pub(super) fn of(a_second: NonZeroU32, drops: u32) -> Self {
        let drop = Duration::from_secs(1) / a_second.get();
        Self { drop, whole: drop * drops, full_at: HashMap::new(), taken: 0 }
    }

    /// Takes a drop; else the whole seconds until there is one, rounded up and at least one.
    pub(super) fn take(&mut self, key: &K, now: Instant) -> Result<(), i64> {
        self.taken = self.taken.wrapping_add(1);
        if self.taken.is_multiple_of(SWEEP) {
            self.full_at.retain(|_, at| *at > now);
        }
        let at = self.full_at.get(key).map_or(now, |at| now.max(*at)) + self.drop;
        let over = at.duration_since(now).saturating_sub(self.whole);
        if !over.is_zero() {
            return Err(i64::try_from(over.as_secs()).unwrap_or(1).saturating_add(1));
        }
        self.full_at.insert(key.clone(), at);
        Ok(())
    }

    /// Puts back a drop that was taken.
    pub(super) fn give_back(&mut self, key: &K) {
        if let Some(at) = self.full_at.get_mut(key) {
            *at = at.checked_sub(self.drop).unwrap_or(*at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let mut buckets = Buckets::of(NonZeroU32::new(2).unwrap(), 3);
        let start = Instant::now();
        let after = |ms| start + Duration::from_millis(ms);
        for _ in 0..3 {
            assert_eq!(buckets.take(&"a", start), Ok(()));
        }
        assert_eq!(buckets.take(&"a", start), Err(1));
        assert_eq!(buckets.take(&"b", start), Ok(()), "another has its own");
        assert_eq!(buckets.take(&"a", after(499)), Err(1));
        assert_eq!(buckets.take(&"a", after(500)), Ok(()));
        assert_eq!(buckets.take(&"a", after(500)), Err(1));
        buckets.give_back(&"a");
        assert_eq!(buckets.take(&"a", after(500)), Ok(()));
        // Never more than it holds, however long nobody came.
        let late = after(60_000);
        assert_eq!((0..9).filter(|_| buckets.take(&"a", late).is_ok()).count(), 3);
    }

    #[test]
    fn a_full_bucket_is_forgotten() {
        let mut buckets = Buckets::of(NonZeroU32::new(100).unwrap(), 500);
        let start = Instant::now();
        for key in 0..100_000_u64 {
            buckets.take(&key, start + Duration::from_millis(key)).unwrap();
        }
        assert!(buckets.full_at.len() <= SWEEP as usize + 10, "{}", buckets.full_at.len());
    }
}

//! Companies as they were read, kept between the questions of a director: from one fact to the next, nothing of a
//! company changes.

use super::{Office, Shop, Workbench, span_of_years};
use crate::fault::Fault;
use atelier_domain::language::TenantId;
use jiff::civil::Date;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Objects kept of all companies together, at some hundreds of bytes each. A company of more is read each time.
const MOST: usize = 200_000;

/// What is read: of which company, with the holidays of which years, with or without its closed cases.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Of {
    tenant: TenantId,
    years: RangeInclusive<i16>,
    history: bool,
}

/// Something as of the last fact of its company.
struct Read<T> {
    of: Of,
    fact: i64,
    size: usize,
    kept: Arc<T>,
}

/// What was read, the last asked for at the end.
pub(super) struct Known<T>(Vec<Read<T>>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Known<T> {
    /// What was read as of this very fact; what is older is let go.
    fn find(&mut self, of: &Of, fact: i64) -> Option<Arc<T>> {
        let at = self.0.iter().position(|read| read.of == *of)?;
        let read = self.0.remove(at);
        if read.fact != fact {
            return None;
        }
        let kept = Arc::clone(&read.kept);
        self.0.push(read);
        Some(kept)
    }

    /// Keeps it as the last asked for; those asked for longest ago make room.
    fn keep(&mut self, of: Of, fact: i64, size: usize, kept: &Arc<T>) {
        self.0.retain(|read| read.of != of);
        if size > MOST {
            return;
        }
        self.0.push(Read { of, fact, size, kept: Arc::clone(kept) });
        while self.0.iter().map(|read| read.size).sum::<usize>() > MOST {
            self.0.remove(0);
        }
    }
}

impl Workbench {
    /// A company as of its last fact, for planning from `today` on; closed cases and their passages too when
    /// `history` is wanted. Read again only once something was said of it.
    ///
    /// # Errors
    /// As [`Workbench::shop`].
    pub async fn shop_now(&self, office: &Office, today: Date, history: bool) -> Result<Arc<Shop>, Fault> {
        let of = Of { tenant: office.tenant, years: span_of_years(today, None), history };
        let mut reader = self.store.read(office.scope).await?;
        let fact = reader.last_fact().await?;
        let kept = self.known.lock().ok().and_then(|mut known| known.find(&of, fact));
        if let Some(kept) = kept {
            return Ok(kept);
        }
        let shop = Arc::new(Shop::read(&mut reader, office, of.years.clone(), history).await?);
        if let Ok(mut known) = self.known.lock() {
            known.keep(of, fact, shop.size(), &shop);
        }
        Ok(shop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(company: &str, history: bool) -> Of {
        Of { tenant: TenantId::of(company), years: 2027..=2029, history }
    }

    #[test]
    fn what_was_read_holds_until_the_next_fact_of_its_company() {
        let mut known = Known::default();
        let (north, south) = (Arc::new("north"), Arc::new("south"));
        known.keep(of("north", false), 7, 1, &north);
        known.keep(of("south", false), 7, 1, &south);
        assert_eq!(known.find(&of("north", false), 7), Some(Arc::clone(&north)));
        assert_eq!(known.find(&of("south", false), 7), Some(south));
        assert_eq!(known.find(&of("north", true), 7), None, "its closed cases were not read");
        assert_eq!(known.find(&Of { years: 2028..=2030, ..of("north", false) }, 7), None, "other holidays");
        assert_eq!(known.find(&of("north", false), 8), None, "a fact was said since");
        assert_eq!(known.find(&of("north", false), 7), None, "what is older is gone");
    }

    #[test]
    fn those_asked_for_longest_ago_make_room() {
        let mut known = Known::default();
        let read = Arc::new(());
        for company in ["one", "two", "three"] {
            known.keep(of(company, false), 1, MOST / 3, &read);
        }
        assert!(known.find(&of("one", false), 1).is_some());
        known.keep(of("four", false), 1, MOST / 3, &read);
        assert!(known.find(&of("two", false), 1).is_none());
        assert!(known.find(&of("one", false), 1).is_some());
        known.keep(of("huge", false), 1, MOST + 1, &read);
        assert!(known.find(&of("huge", false), 1).is_none());
        assert!(known.find(&of("one", false), 1).is_some(), "what is never kept drives nothing out");
    }
}

//! A page of rows in one value.
//!
//! The driver hands a row over at a cost that exceeds what the database takes to find it: each value is
//! copied three times and each row passes from one thread to another. So long readings ask for a page
//! as one text, which the database puts together: for each row its numbers and the lengths of its texts
//! in bytes, a blank after each, a mark when a value is not of the type it should be, then the texts one
//! after the other. A null has an empty place. What does not read that way is read again row by row, so
//! that a value put there by a hand is named as it always was.

/// After every text, and before every value of SQLite that is neither text nor number.
macro_rules! last {
    () => {
        "'\u{10ffff}'"
    };
}
pub(crate) use last;

/// A page that does not read: it is to be read row by row.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Torn;

impl Torn {
    /// A reading falls back on rows: as right and slower, so that only a test sees it.
    pub(crate) fn fall_back() {
        #[cfg(test)]
        FALLEN.with(|fallen| fallen.set(fallen.get() + 1));
    }
}

#[cfg(test)]
thread_local! {
    /// Readings of this thread that fell back.
    pub(crate) static FALLEN: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// The rest of a page.
pub(crate) struct Packed<'a> {
    rest: &'a str,
}

impl<'a> Packed<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { rest: text }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next place: empty for a null.
    fn place(&mut self) -> Result<&'a str, Torn> {
        // Some digits: a plain loop is quicker than a search.
        let end = self.rest.bytes().position(|byte| byte == b' ').ok_or(Torn)?;
        let place = &self.rest[..end];
        self.rest = &self.rest[end + 1..];
        Ok(place)
    }

    /// The next number, or the null that stands there.
    pub(crate) fn maybe(&mut self) -> Result<Option<i64>, Torn> {
        let place = self.place()?;
        if place.is_empty() { Ok(None) } else { place.parse().map(Some).map_err(|_| Torn) }
    }

    pub(crate) fn number(&mut self) -> Result<i64, Torn> {
        self.maybe()?.ok_or(Torn)
    }

    /// Whether each value of the row is of its type.
    pub(crate) fn sound(&mut self) -> Result<(), Torn> {
        if self.place()?.is_empty() { Ok(()) } else { Err(Torn) }
    }

    /// The next text, of so many bytes.
    pub(crate) fn text(&mut self, length: i64) -> Result<&'a str, Torn> {
        let length = usize::try_from(length).map_err(|_| Torn)?;
        let (text, rest) = self.rest.split_at_checked(length).ok_or(Torn)?;
        self.rest = rest;
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_read_is_nothing() {
        let mut page = Packed::of("3  5 é12 ");
        assert_eq!((page.number(), page.maybe(), page.number()), (Ok(3), Ok(None), Ok(5)));
        assert_eq!(page.text(1), Err(Torn), "in the middle of a letter");
        assert_eq!(page.text(2), Ok("é"));
        assert_eq!(page.text(9), Err(Torn));
        assert_eq!(page.number(), Ok(12));
        assert!(page.is_empty() && page.sound().is_err() && page.number().is_err());
    }
}

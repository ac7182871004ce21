//! Import of a former system: rows of text in, records out, what is wrong set aside with its reason.
//!
//! The mapping says which file feeds what ([`read_mapping`]); a [`Layout`] finds the columns of a file
//! and a [`Detection`] how it writes days and amounts; the [`Importer`] takes rows one by one, so a
//! million cases need no more memory than their keys. Nothing here reads a file or knows a format.

mod detect;
mod forms;
mod history;
mod importer;
mod index;
mod layout;
mod listed;
mod mapping;
mod mapping_file;
mod references;
mod reject;
mod report;
mod row;
mod similar;
mod toml_read;

pub use forms::{DateForm, Mark};
pub use importer::{Importer, Record, Sink};
pub use layout::{Cells, Detection, Layout};
pub use mapping::{Aliases, Declared, Encoding, Field, Kind, Mapping, Spot, StageMap, TableMap};
pub use mapping_file::read_mapping;
pub use reject::{Fault, Referred, Reject};
pub use report::{Cycle, Report};
pub use similar::nearest;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_makes_the_readers_fail(text in "\\PC{0,40}", dated in "[0-9/.: T-]{0,20}", amount in "[-0-9., €A-Z\u{202f}']{0,20}") {
            for form in DateForm::usual() {
                let _ = (form.day(&text), form.day(&dated));
            }
            for mark in [Mark::Dot, Mark::Comma] {
                let _ = (mark.cents(&text), mark.cents(&amount));
            }
            prop_assert!(read_mapping("m.toml", &text).is_err());
            let _ = nearest(&text, [dated.as_str(), amount.as_str()].into_iter());
        }

        #[test]
        fn a_day_written_in_a_form_is_read_back(days in 0..20_000_i32) {
            let day = jiff::civil::date(1970, 1, 1).saturating_add(jiff::Span::new().days(days));
            let (d, m, y) = (day.day(), day.month(), day.year());
            for form in DateForm::usual() {
                let short = form.to_string().replace("yyyy", "").contains("yy");
                let year = if short { format!("{:02}", y % 100) } else { y.to_string() };
                let text = form.to_string().replace("yyyy", "yy").replace("yy", &year);
                let text = text.replace("dd", &format!("{d:02}")).replace("mm", &format!("{m:02}"));
                prop_assert_eq!(form.day(&text), Some(day), "{}", form);
            }
        }

        #[test]
        fn an_amount_written_either_way_is_the_same(cents in 0..10_000_000_000_i64) {
            let (whole, rest) = (cents / 100, cents % 100);
            prop_assert_eq!(Mark::Dot.cents(&format!("{whole}.{rest:02}")), Some(cents));
            prop_assert_eq!(Mark::Comma.cents(&format!("{whole},{rest:02} EUR")), Some(cents));
        }
    }
}

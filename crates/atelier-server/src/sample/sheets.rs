//! The sheets of a sample, published as those of any company are.

use super::TODAY;
use crate::fault::Fault;
use crate::workbench::{Act, KEPT, Publication, first_published};
use atelier_domain::language::Lang;
use atelier_domain::process::{Process, Reading};
use atelier_store::{Content, Sheet};

/// Why they are published with what the linter says of them.
const BECAUSE: &str = "Processus d’exemple : ce qui reste à revoir montre ce que la relecture voit.";

/// The first version of a workshop and of its processes, each under the code it declares.
///
/// # Errors
/// Every fault of a text; what its design refuses.
pub fn sheets<T: Into<String>>(
    workshop: String,
    processes: impl IntoIterator<Item = T>,
    act: &Act<'_>,
) -> Result<Vec<Content>, Fault> {
    let (kind, code) = ("workshop".to_owned(), "workshop".to_owned());
    let mut sheets = vec![Content::Sheet(Sheet { kind, code, version: 1, text: workshop })];
    for text in processes {
        let text = text.into();
        let (process, _) = Process::read("process", &text, &Reading { today: TODAY })?;
        let (reason, lang) = (BECAUSE, Lang::default());
        let publication = Publication { process: &process, text, reason, on: TODAY, lang, fact: KEPT };
        sheets.extend(first_published(publication, act)?);
    }
    Ok(sheets)
}

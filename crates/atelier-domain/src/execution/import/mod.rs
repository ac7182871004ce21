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
mod mapping;
mod mapping_file;
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

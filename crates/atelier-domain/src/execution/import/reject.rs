//! A row set aside: where, what, why, and what may have been meant.

use super::layout::Layout;
use super::mapping::{Field, Kind};
use crate::execution::Unregistered;
use crate::language::{Refusal, Value};
use jiff::civil::Date;
use std::sync::Arc;

/// What a row of the export refers to in another file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referred {
    /// A customer.
    Account,
    /// Somebody of the sales force.
    Person,
    /// Something sold.
    Product,
    /// An opportunity.
    Case,
}

/// Why a row cannot be taken. Kept small: a foreign file may give a million of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A required cell says nothing.
    Missing,
    /// Not a day in the form of the column.
    BadDay {
        /// The form expected.
        form: String,
    },
    /// Not an amount in whole cents.
    BadAmount {
        /// The form expected.
        form: String,
    },
    /// Not a number of the register.
    BadNumber(Unregistered),
    /// Closed before it was engaged.
    ClosedBeforeEngaged {
        /// The day of engagement.
        engaged: Date,
    },
    /// Left before it was entered.
    LeftBeforeEntered {
        /// The day of entry.
        entered: Date,
    },
    /// The key was already given in this file.
    Duplicate {
        /// By this row.
        first: u32,
    },
    /// Nothing is known under this key.
    Unknown {
        /// What was looked for.
        what: Referred,
        /// The nearest key known.
        proposal: Option<String>,
    },
    /// The row that it refers to was itself set aside.
    RejectedReference,
    /// The mapping does not say what the stage means.
    UnknownStage {
        /// The nearest stage of the mapping.
        proposal: Option<String>,
    },
    /// A cell longer than the limit.
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// A character that a database cannot keep (NUL).
    NulCharacter,
    /// More or fewer cells than the header.
    Width {
        /// In the row.
        cells: usize,
        /// In the header.
        expected: usize,
    },
}

/// One fault of one row; the row is not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// What the file feeds.
    pub kind: Kind,
    /// File name.
    pub file: Arc<str>,
    /// Row as a spreadsheet numbers it: the header is row 1.
    pub row: u32,
    /// Name of the column.
    pub column: Arc<str>,
    /// Column, from 1; 0 when the whole row is at fault.
    pub position: u32,
    /// The cell, cut at 200 characters.
    pub value: String,
    /// Why.
    pub fault: Fault,
}

impl Reject {
    pub(super) fn of(layout: &Layout, row: u32, field: Field, value: &str, fault: Fault) -> Self {
        let position = layout.column(field).map_or(0, |column| column + 1);
        Self::at(layout, row, layout.name(field), position, value, fault)
    }

    pub(super) fn at(
        layout: &Layout,
        row: u32,
        column: Arc<str>,
        position: usize,
        value: &str,
        fault: Fault,
    ) -> Self {
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        let value = value.chars().take(200).collect();
        Self { kind: layout.kind, file: layout.file.clone(), row, column, position, value, fault }
    }

    /// What may have been meant, when something near is known.
    pub fn proposal(&self) -> Option<&str> {
        match &self.fault {
            Fault::Unknown { proposal, .. } | Fault::UnknownStage { proposal } => proposal.as_deref(),
            _ => None,
        }
    }

    /// Said to a reader, with its place.
    pub fn refusal(&self) -> Refusal {
        let shown = self.value.chars().take(60).collect::<String>();
        let refusal = Refusal::new(self.code()).with("value", shown).with("column", &*self.column);
        let refusal = refusal.with("row", self.row.to_string()).with("table", self.kind.code());
        let refusal = match &self.fault {
            Fault::BadDay { form } => refusal.with("form", Value::DayForm(form.clone())),
            Fault::BadAmount { form } => refusal.with("form", form.as_str()),
            Fault::BadNumber(wrong) => refusal.with("wrong", wrong.code()),
            Fault::ClosedBeforeEngaged { engaged } => refusal.with("engaged", *engaged),
            Fault::LeftBeforeEntered { entered } => refusal.with("entered", *entered),
            Fault::Duplicate { first } => refusal.with("first", first.to_string()),
            Fault::TooLong { bytes } => refusal.with("bytes", *bytes),
            Fault::Width { cells, expected } => refusal.with("cells", *cells).with("expected", *expected),
            Fault::Unknown { .. } | Fault::UnknownStage { .. } => refusal
                .with("found", if self.proposal().is_some() { "yes" } else { "no" })
                .with("proposal", self.proposal().unwrap_or("")),
            Fault::Missing | Fault::RejectedReference | Fault::NulCharacter => refusal,
        };
        refusal.in_file(&self.file).at(self.row, self.position).field(&self.column)
    }

    /// Code of the refusal.
    pub fn code(&self) -> &'static str {
        match &self.fault {
            Fault::Missing => "import/missing-value",
            Fault::BadDay { .. } => "import/bad-date",
            Fault::BadAmount { .. } => "import/bad-amount",
            Fault::BadNumber(_) => "import/bad-siren",
            Fault::ClosedBeforeEngaged { .. } => "import/closed-before-engaged",
            Fault::LeftBeforeEntered { .. } => "import/left-before-entered",
            Fault::Duplicate { .. } => "import/duplicate-key",
            Fault::Unknown { what: Referred::Account, .. } => "import/unknown-account",
            Fault::Unknown { what: Referred::Person, .. } => "import/unknown-person",
            Fault::Unknown { what: Referred::Product, .. } => "import/unknown-product",
            Fault::Unknown { what: Referred::Case, .. } => "import/unknown-case",
            Fault::RejectedReference => "import/rejected-reference",
            Fault::UnknownStage { .. } => "import/unknown-stage",
            Fault::TooLong { .. } => "import/cell-too-long",
            Fault::NulCharacter => "import/nul-character",
            Fault::Width { .. } => "import/row-width",
        }
    }
}

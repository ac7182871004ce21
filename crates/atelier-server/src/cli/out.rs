//! Where and how a command writes its result.

use crate::documents::write::Format;
use clap::ValueEnum;
use std::path::PathBuf;

/// Where and how a result is written.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Out {
    #[arg(long, value_enum, default_value_t = Form::Text)]
    pub format: Form,
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// A form of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// Aligned columns.
    #[default]
    Text,
    /// JSON.
    Json,
    /// Comma-separated, semicolons in French.
    Csv,
    /// A workbook.
    Xlsx,
}

impl From<Form> for Format {
    fn from(form: Form) -> Self {
        match form {
            Form::Text => Self::Text,
            Form::Json => Self::Json,
            Form::Csv => Self::Csv,
            Form::Xlsx => Self::Xlsx,
        }
    }
}

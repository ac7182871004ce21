//! The program `atelier`: command line, pages, documents.

pub mod cli;
pub mod documents;
pub mod fault;
pub mod http;
pub mod import;
pub mod jobs;
pub mod made;
pub mod outbound;
pub mod persons;
pub mod rights;
pub mod sample;
pub mod traces;
pub mod workbench;

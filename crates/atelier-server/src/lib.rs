//! The program `atelier`.

pub mod documents;
pub mod import;
pub mod made;

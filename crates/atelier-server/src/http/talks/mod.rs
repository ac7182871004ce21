//! The seller's work over HTTP: the sheet before a conversation, its capture, promises, files, what is put off.

pub mod account;
pub mod capture;
pub mod conversation;
pub mod deferrals;
pub mod files;
pub mod flow;
pub mod give_back;
pub mod letter;
pub mod note;
pub mod promises;
pub mod sheet;
pub mod suggested;
mod told;

pub use told::{ContactBrief, Contacting, FileTold, PromiseTold};

use super::{App, Problem, day::reaches};
use crate::rights::{Access, Permit};
use crate::workbench::Frame;
use atelier_domain::language::{Lang, Refusal};

/// Whether something led by these people of ours is within reach; what nobody led is not.
fn reaches_any<P: Permit>(frame: &Frame, access: &Access<P>, sellers: &[String]) -> bool {
    access.reach == atelier_domain::controls::Reach::All
        || sellers.iter().any(|seller| reaches(frame, access, seller))
}

/// Something that is not there, or out of reach: told alike.
async fn hidden<P: Permit>(
    app: &App,
    access: &Access<P>,
    is_there: bool,
    (code, given): (&'static str, &str),
    lang: Lang,
) -> Problem {
    let unknown = Refusal::new(code).with("given", given);
    super::market::hidden(app, access, is_there, unknown, lang).await
}

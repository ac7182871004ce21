//! The seller's work: what is read before a conversation, what is captured after it, what is put off.

mod brief;
mod capture;
mod note;
mod put_off;

pub use brief::{Brief, is_conversation, place, title};
pub use capture::{Capturing, Written, capture_in};
pub use note::{noted, step_for, still_open};
pub use put_off::DayRead;

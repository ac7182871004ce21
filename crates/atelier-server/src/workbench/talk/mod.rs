//! The seller's work: what is read before a conversation, what is captured after it, what is put off.

mod brief;
mod capture;
mod put_off;

pub use brief::{Brief, is_conversation, place};
pub use capture::{Capturing, Written, capture_in};
pub use put_off::DayRead;

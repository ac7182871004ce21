//! The question at the end of the term of keeping: whether somebody wants to stay.

use super::Channel;
use crate::language::ContactId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// That somebody at a customer was asked whether they want to stay (*question de maintien*). The last one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// Who.
    pub person: ContactId,
    /// The day.
    pub on: Date,
    /// How they were asked.
    pub channel: Channel,
}

//! Replaced by the store engineer.

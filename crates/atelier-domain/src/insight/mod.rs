//! What the facts say: diagnosis, indicators.

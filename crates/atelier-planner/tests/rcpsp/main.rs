//! Standard project files: what is refused, what is found, and that it is valid.

mod fuzz;
mod golden;
mod random;
mod readers;
mod sample;

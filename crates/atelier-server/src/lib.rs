//! The program `atelier`.

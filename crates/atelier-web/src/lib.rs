//! The web interface, built by the build script and embedded.

//! Pages about the console itself.

#[cfg(feature = "gallery")]
pub mod gallery;
pub mod journal;

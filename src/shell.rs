//! What surrounds every page: rail, top bar, announcements, failures.

mod failure;

pub use failure::{Failure, brief};

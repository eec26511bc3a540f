//! Answers kept by request: see the module [`crate::data`].

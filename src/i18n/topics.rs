//! Texts of the topics pages.

crate::messages! {}

//! Texts of the instances pages.

crate::messages! {}

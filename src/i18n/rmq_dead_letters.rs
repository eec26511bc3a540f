//! Texts of the pages of dead letters.

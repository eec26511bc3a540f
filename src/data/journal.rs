//! The request journal: the last calls, with all secrets taken out.

//! JSON as it was written: for showing messages, which nobody promises to be small or tidy.
//!
//! `serde_json` sorts keys, drops repeated ones and rounds long numbers, and makes an allocation of each value. A
//! person who looks at a message wants what the producer sent, and at once when it has several megabytes. So a
//! [`Doc`] is a flat list of places in the text; nothing is copied until it is shown.

mod doc;
mod path;
mod pretty;
mod tree;

pub use doc::{Doc, Id, Kind, NotJson};
pub use path::{BadPath, Path, path_of};
pub use pretty::pretty;
pub use tree::{Line, Tree, What};

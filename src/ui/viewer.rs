//! Showing what somebody else has written: JSON as a tree, text as it is, bytes. Only the lines in sight are in the
//! document, so that a body of several megabytes opens like a small one.

mod body;
mod content;
mod hex;
mod lines;
mod raw;
mod tree;
mod wrap;

pub use body::{BodyView, BodyViewProps};
pub use content::{Content, Form, Remark};
pub use tree::{JsonTree, JsonTreeProps, ValueActions};

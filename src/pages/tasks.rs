//! Background tasks of an instance of either engine (K5.7): what the service does with it, and did.

mod delete;
mod follow;
mod list;
mod panel;
mod params;
mod source;
mod span;
mod table;
mod words;

pub use follow::TaskProgress;
pub use list::TasksPage;

//! Instances of both engines: the list, and the form that creates one.

mod actions;
mod batch;
pub mod create;
pub mod facts;
pub mod facts_view;
mod failed;
mod filters;
mod list;
mod panel;
mod rows;
mod source;
pub mod state;
mod table;
mod words;

pub use create::NewKafkaPage;
pub use list::InstancesPage;

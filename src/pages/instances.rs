//! Instances of both engines: the list, and the form that creates one.

mod actions;
mod batch;
mod chunk;
mod create;
mod cross_vpc;
mod detail;
mod facts;
mod facts_view;
mod failed;
mod filters;
mod focus;
mod list;
mod panel;
mod rows;
mod source;
pub mod state;
mod table;
pub mod words;

pub use chunk::{INSTANCE_LIST, INSTANCES};
pub use create::{Flavour, flavours, ids_of, known, range};
pub use cross_vpc::{Listener, listeners};
pub use detail::{Edit, EditDialog, InstanceDetail};
use focus::focus_first_error;
pub use rows::{addresses, split_addresses};
pub use source::{Instances, use_instances};

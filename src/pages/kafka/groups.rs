//! Consumer groups of a Kafka instance: `/kafka/{instance}/groups`, `…/{group}`, `…/{group}/reset`, and
//! `/kafka/{instance}/coordinators`.

mod columns;
mod coordinators;
mod create;
mod delete;
mod describe;
mod describe_many;
mod detail;
mod filter;
mod forget;
mod frame;
mod list;
mod members;
mod pages;
mod panel;
mod places;
mod reset;
mod samples;
mod source;
mod tables;
mod trend;
mod words;

pub use coordinators::CoordinatorsPage;
pub use detail::GroupPage;
pub use list::GroupsPage;
pub use reset::ResetGroupPage;
pub use source::use_groups;

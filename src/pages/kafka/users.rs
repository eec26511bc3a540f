//! Users of a Kafka instance and what they may do: `/kafka/{instance}/users`, `/kafka/{instance}/permissions`.

mod create;
mod delete;
mod edit;
mod frame;
mod list;
mod permissions;
mod source;

pub use list::UsersPage;
pub use permissions::{Grant, PermissionsPage, grant_word};
pub use source::use_users;

//! Users of a RocketMQ instance and what they may do: `/rocketmq/{instance}/users`, `/rocketmq/{instance}/permissions`.

mod dialog;
mod fields;
mod form;
mod frame;
mod lines;
mod list;
mod panel;
mod permissions;
mod rights;
mod source;
mod who;
mod words;

pub use list::UsersPage;
pub use permissions::PermissionsPage;
pub use source::{use_things, use_users};

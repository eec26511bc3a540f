//! Pages about one RocketMQ instance.

mod acl;
mod chunk;
mod dead_letters;
mod facts;
mod fresh;
mod groups;
mod jobs;
mod links;
mod list_actions;
mod messages;
mod migrations;
mod outcomes;
mod overview;
mod policies;
mod topics;
mod trace;
pub mod users;
mod verify;

pub use chunk::ROCKETMQ;
use fresh::fresh;
pub use overview::RocketMqOverviewPage;

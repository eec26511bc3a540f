//! Pages about one RocketMQ instance.

mod chunk;
mod dead_letters;
mod facts;
mod fresh;
mod groups;
mod jobs;
mod links;
mod messages;
mod overview;
mod policies;
mod topics;
mod trace;

pub use chunk::ROCKETMQ;
use fresh::fresh;
pub use overview::RocketMqOverviewPage;

//! Pages about one RocketMQ instance.

mod chunk;
mod overview;

pub use chunk::ROCKETMQ;
pub use overview::RocketMqOverviewPage;

//! Rules for RocketMQ's bodies (R5), one file per chapter.

mod codes;
mod group;
mod instance;
mod message;
mod migration;
mod topic;
mod user;
mod white_list;

pub use codes::rocketmq_code;
pub use group::{RETRY_MAX, RocketmqFacts, rocketmq_group_name};
pub use message::{MAX_BODY, MIGRATION_NAME, RESET_TIME};
pub use migration::{
    MIGRATION_FILE_BYTES, MigrationEntry, MigrationFate, MigrationThing, migration_body, migration_entries,
    migration_kind,
};
pub use topic::{QUEUES, RESERVED_TOPICS, ROCKETMQ_NAME, TOPIC_PERMISSIONS, rocketmq_topic_name};
pub use user::{ACCESS_KEY, GROUP_PERMISSIONS, PERMISSIONS};
pub use white_list::{white_list, white_list_has};

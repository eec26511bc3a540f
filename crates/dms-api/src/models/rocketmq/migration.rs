//! Tasks that bring another broker's topics and groups here (R5.6).

use crate::operation::QueryValue;
use crate::{open_enum, record};

record! {
    /// Answer of `rocketmq.CreateMigration` (R5.6.1). Newer editions answer with an object, older ones with a bare
    /// text that is not even JSON.
    pub struct CreatedMigration {
        /// The task's id: a UUID.
        pub task_id: String as "task_id" | "id" | "",
    }
}

record! {
    /// Answer of `rocketmq.ListMigrations` (R5.6.2).
    pub struct MigrationList {
        /// How many tasks there are in all.
        pub total: u64,
        /// The page.
        pub task: Vec<Migration> as "task" | "tasks",
    }
}

record! {
    /// A migration task.
    pub struct Migration {
        /// UUID.
        pub id: String,
        /// Its name.
        pub name: String,
        /// When it began, as the service prints it: `2023-03-13 19:43:32.12`.
        pub start_date: String,
        /// How far it is.
        pub status: MigrationStatus,
        /// What it reads.
        pub r#type: MigrationKind as "type",
        /// What became of each entry of the file. Only the local DMS says it, and only when one task is asked for.
        pub results: Option<Vec<MigrationResult>>,
        ..rest
    }
}

open_enum! {
    /// How far a migration task is.
    pub enum MigrationStatus {
        /// It is being set up.
        Creating = "creating",
        /// It is at work.
        Starting = "starting",
        /// At least one entry could not be brought over.
        Failed = "failed",
        /// Everything is there.
        Finished = "finished",
    }
}

impl MigrationStatus {
    /// Whether it will change by itself.
    pub const fn is_transient(&self) -> bool {
        matches!(self, Self::Creating | Self::Starting)
    }
}

open_enum! {
    /// What a migration task reads.
    pub enum MigrationKind {
        /// Metadata exported from RocketMQ: topics and subscription groups.
        RocketMq = "rocketmq",
        /// Definitions exported from RabbitMQ: exchanges become topics, queues become groups.
        RabbitMq = "rabbitToRocket",
    }
}

impl QueryValue for MigrationKind {
    fn query_value(&self) -> Option<String> {
        Some(self.as_str().to_owned())
    }
}

record! {
    /// What became of one entry of a migration file.
    pub struct MigrationResult {
        /// `topic` or `group`.
        pub kind: String,
        /// Its name here.
        pub name: String,
        /// Its name in the file.
        pub source: String,
        /// What was done.
        pub result: MigrationOutcome,
        /// Why it failed.
        pub error_code: Option<String>,
        /// The same in words.
        pub error_message: Option<String>,
    }
}

open_enum! {
    /// What was done with one entry of a migration file.
    pub enum MigrationOutcome {
        /// It was made.
        Created = "created",
        /// There was one of the same name, which was changed.
        Overwritten = "overwritten",
        /// The service has no use for it, for example a default exchange.
        Skipped = "skipped",
        /// It could not be made.
        Failed = "failed",
    }
}

record! {
    /// Answer of `rocketmq.BatchDeleteMigrations`; only the newer SDKs have it.
    pub struct DeletedMigrations {
        /// Ids of the tasks that are gone.
        pub success_task_list: Vec<String>,
    }
}

//! Bringing another broker's topics and groups here (R5.6).

use serde::{Deserialize, Serialize};

use crate::models::rocketmq::{CreatedMigration, DeletedMigrations, MigrationKind, MigrationList};
use crate::operation;
use crate::record::Json;

operation! {
    /// Begins a migration. The body is the file as RocketMQ or RabbitMQ exported it.
    pub CreateMigration -> CreatedMigration = "rocketmq.CreateMigration" "R5.6.1" "" 200,
    Post "/v2/{project_id}/instances/{instance_id}/metadata",
    path { instance_id: String }
    query {
        /// Whether topics and groups of the same name are changed. Otherwise they are failures.
        overwrite: bool,
        /// The task's name, 4-64 characters.
        name: String,
        kind: MigrationKind as "type",
    }
    body: Json
}

operation! {
    /// Lists migrations, or shows one.
    pub ListMigrations -> MigrationList = "rocketmq.ListMigrations" "R5.6.2" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/metadata",
    path { instance_id: String }
    query {
        /// One task.
        id: Option<String>,
        /// What to show of a task's file: `vhost`, `exchange`, `queue` or `all`.
        kind: Option<String> as "type",
        /// Number of the page, from 1.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Of which virtual host, or `host-exchange`.
        name: Option<String>,
    }
}

operation! {
    /// Forgets migrations; what they made stays. Newer editions have [`BatchDeleteMigrations`] instead.
    pub DeleteMigrations -> () = "rocketmq.DeleteMigrations" "R5.6.3" "" 200,
    Delete "/v2/{project_id}/instances/{instance_id}/metadata",
    path { instance_id: String }
    query {}
    body: DeleteMigrationsBody
}

operation! {
    /// Forgets migrations; what they made stays. Only the newer SDKs have it.
    pub BatchDeleteMigrations -> DeletedMigrations = "rocketmq.BatchDeleteMigrations" "SDK" "" 200,
    Post "/v2/{project_id}/instances/{instance_id}/metadata/batch-delete",
    path { instance_id: String }
    query {}
    body: BatchDeleteMigrationsBody
}

/// Body of [`DeleteMigrations`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteMigrationsBody {
    /// Ids of the tasks.
    #[serde(rename = "taskIds")]
    pub task_ids: Vec<String>,
}

/// Body of [`BatchDeleteMigrations`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BatchDeleteMigrationsBody {
    /// Ids of the tasks.
    pub task_ids: Vec<String>,
}

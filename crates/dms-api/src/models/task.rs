//! Background tasks of both engines (K5.7).

use crate::record::{IsoMillis, Json, TextNumber};
use crate::{open_enum, record};

open_enum! {
    /// How far a background task is. The references show two of the words; the rest are what editions answer.
    pub enum TaskStatus {
        /// Waits for its time or its turn.
        Created = "CREATED" | "WAITING" | "INIT",
        /// Under way.
        Executing = "EXECUTING" | "RUNNING",
        /// Done.
        Success = "SUCCESS" | "SUCCESSED" | "FINISHED",
        /// Given up.
        Failed = "FAILED" | "FAIL",
        /// Its record was deleted.
        Deleted = "DELETED",
    }
}

impl TaskStatus {
    /// Whether the task will go on by itself, so that asking again soon makes sense.
    pub const fn is_transient(&self) -> bool {
        matches!(self, Self::Created | Self::Executing)
    }
}

record! {
    /// Answer of `ListTasks` (K5.7.1), and of `ShowTask` (K5.7.2) with one task in it.
    pub struct TaskList {
        /// How many tasks match in all.
        pub task_count: TextNumber,
        /// The page.
        pub tasks: Vec<Task>,
    }
}

record! {
    /// A background task: something that takes time, or took it.
    pub struct Task {
        /// 32 hex digits.
        pub id: String,
        /// What it does: `extendInstance`, `modifyAutoTopic`, … in the service's own words.
        pub name: String,
        /// Who began it.
        pub user_name: String,
        /// That user's id.
        pub user_id: String,
        /// Its parameters as a JSON document inside a text; see [`Task::parameters`].
        pub params: String,
        /// How far it is.
        pub status: TaskStatus,
        /// When it began.
        pub created_at: Option<IsoMillis>,
        /// When it was last heard of; the end of one that has ended.
        pub updated_at: Option<IsoMillis>,
        ..rest
    }
}

impl Task {
    /// The parameters as JSON; `Null` where there are none or where they are no JSON.
    pub fn parameters(&self) -> Json {
        serde_json::from_str(&self.params).unwrap_or_default()
    }
}

record! {
    /// Answer of operations that only begin something.
    pub struct JobStarted {
        /// Id of the task that does it; see `ShowTask`. Some editions write it with hyphens.
        pub job_id: String,
    }
}

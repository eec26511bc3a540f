//! Background tasks (K5.7).

use crate::models::TaskList;
use crate::operation;

operation! {
    /// Lists what the service does and did with an instance, newest first.
    pub ListTasks -> TaskList = "kafka.ListTasks" "K5.7.1" "dms:instance:getBackgroundTask" 200,
    Get "/v2/{project_id}/instances/{instance_id}/tasks",
    path { instance_id: String }
    query {
        /// Number of the first task wanted; see [`FIRST_TASK`](crate::ops::shared::FIRST_TASK).
        start: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Only tasks that began at this time or later: `YYYYMMDDHHmmss`, UTC; see [`crate::time::compact`].
        begin_time: Option<String>,
        /// Only tasks that began at this time or before it.
        end_time: Option<String>,
    }
}

operation! {
    /// Shows one task, as a list of one.
    pub ShowTask -> TaskList = "kafka.ShowTask" "K5.7.2" "dms:instance:getBackgroundTask" 200,
    Get "/v2/{project_id}/instances/{instance_id}/tasks/{task_id}",
    path { instance_id: String, task_id: String }
    query {}
}

operation! {
    /// Deletes the record of a task; what it does goes on.
    pub DeleteTask -> () = "kafka.DeleteTask" "K5.7.3" "dms:instance:deleteBackgroundTask" 204,
    Delete "/v2/{project_id}/instances/{instance_id}/tasks/{task_id}",
    path { instance_id: String, task_id: String }
    query {}
}

//! Tasks as K5.7 shows them.

use dms_api::models::{Task, TaskStatus};
use dms_api::record::IsoMillis;

use crate::auth::identity;
use crate::store::TaskRow;

/// A task.
pub fn shown(row: TaskRow) -> Task {
    let user = identity::USERS.iter().find(|user| user.id == row.user_id);
    Task {
        id: row.id,
        name: row.name,
        user_name: user.map_or_else(String::new, |user| user.name.to_owned()),
        user_id: row.user_id,
        params: row.params,
        status: TaskStatus::from_word(&row.status),
        created_at: Some(IsoMillis(row.begun_at)),
        updated_at: Some(IsoMillis(row.updated_at)),
        ..Task::default()
    }
}

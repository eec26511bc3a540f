//! Background tasks of both engines (K5.7).

use std::sync::Arc;

use dms_api::models::TaskList;
use dms_api::record::TextNumber;
use dms_api::time;

use super::instances;
use crate::call::Call;
use crate::fail::{Code, Fail};
use crate::service::Service;
use crate::store::TaskFilter;
use crate::views;

/// `ListTasks`.
pub async fn list(service: Arc<Service>, call: Call) -> Result<TaskList, Fail> {
    let instance = instances::own(&service, &call).await?;
    let (_, limit) = call.page(10)?;
    let start: u64 = call.number("start")?.unwrap_or(1);
    let filter = TaskFilter {
        instance_id: instance.id,
        from: moment(&call, "begin_time")?,
        // A time to the second means all of that second.
        to: moment(&call, "end_time")?.map(|at| at.saturating_add(999)),
        id: None,
    };
    page(&service, filter, start.saturating_sub(1), limit).await
}

/// A time of the query, `YYYYMMDDHHmmss` in UTC.
fn moment(call: &Call, name: &str) -> Result<Option<i64>, Fail> {
    let Some(text) = call.query(name) else { return Ok(None) };
    // What is written back the same is a time; other digits may be milliseconds or the 40th of a month.
    let read = time::parse(text).filter(|ms| time::compact(*ms) == text);
    read.map(Some).ok_or_else(|| Code::TIMESTAMP.because(name))
}

async fn page(service: &Service, filter: TaskFilter, offset: u64, limit: u32) -> Result<TaskList, Fail> {
    let (rows, total) = service.store.tasks(filter, offset, limit).await?;
    let tasks = rows.into_iter().map(views::task::shown).collect();
    Ok(TaskList { task_count: TextNumber(total), tasks })
}

/// The path's task id.
fn task_id(call: &Call) -> Result<String, Fail> {
    // Editions write ids with hyphens or without.
    let id = call.param("task_id").replace('-', "").to_ascii_lowercase();
    let hex = id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit());
    if hex { Ok(id) } else { Err(Code::TASK_ID.into()) }
}

/// `ShowTask`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<TaskList, Fail> {
    let instance = instances::own(&service, &call).await?;
    let id = task_id(&call)?;
    let filter = TaskFilter { instance_id: instance.id, id: Some(id.clone()), ..TaskFilter::default() };
    let found = page(&service, filter, 0, 1).await?;
    if found.tasks.is_empty() { Err(Code::TASK_UNKNOWN.because(id)) } else { Ok(found) }
}

/// `DeleteTask`: the record goes, what it tells of goes on.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = instances::own(&service, &call).await?;
    let id = task_id(&call)?;
    let hidden = service.store.hide_task(instance.id, id.clone()).await?;
    if hidden { Ok(()) } else { Err(Code::TASK_UNKNOWN.because(id)) }
}

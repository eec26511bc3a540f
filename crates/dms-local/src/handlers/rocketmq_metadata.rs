//! Metadata migration (R5.6).

use std::sync::Arc;

use dms_api::models::rocketmq::{
    CreatedMigration, DeletedMigrations, Migration, MigrationKind, MigrationList, MigrationStatus,
};
use dms_api::ops::rocketmq::{BatchDeleteMigrationsBody, DeleteMigrationsBody};
use dms_api::record::Json;
use dms_api::rules::{MIGRATION_NAME, rocketmq_code};
use dms_api::time;

use super::rocketmq::{Asked, blocking};
use crate::call::Call;
use crate::fail::{Code, Fail, in_words};
use crate::rocketmq::migration::{self, Plan};
use crate::rocketmq::{Emulated, RocketmqError};
use crate::service::Service;

/// The instance and the store that keeps its migrations.
async fn keeper(service: &Service, call: &Call) -> Result<(Asked, Arc<Emulated>), Fail> {
    let asked = Asked::by(service, call).await?;
    let keeper = service.rocketmq.emulated(&asked.instance.id).ok_or(Code::CLUSTER_AWAY)?;
    Ok((asked, keeper))
}

async fn ask<T: Send + 'static>(
    keeper: Arc<Emulated>,
    question: impl FnOnce(&Emulated) -> Result<T, RocketmqError> + Send + 'static,
) -> Result<T, Fail> {
    Ok(blocking(move || question(&keeper)).await??)
}

/// `rocketmq.CreateMigration`.
pub async fn create(service: Arc<Service>, call: Call) -> Result<CreatedMigration, Fail> {
    let (asked, keeper) = keeper(&service, &call).await?;
    let name = call.query("name").unwrap_or_default().to_owned();
    MIGRATION_NAME.check(&name).map_err(|problem| {
        Code::named(rocketmq_code("name", &problem)).because(format_args!("name: {}", in_words(&problem)))
    })?;
    let overwrite = match call.query("overwrite") {
        Some("true") => true,
        Some("false") => false,
        _ => return Err(Code::PARAMETER.because("overwrite")),
    };
    let kind = MigrationKind::from_word(call.query("type").unwrap_or_default());
    if !MigrationKind::ALL.contains(&kind) {
        return Err(Code::PARAMETER.because("type"));
    }
    let file: Json = call.body()?;
    let steps = migration::read(&kind, &file, &asked.brokers())
        .ok_or_else(|| Code::BODY_NOT_JSON.because("It is no file of this kind."))?;
    let pace = i64::try_from(service.options.pace.as_millis()).unwrap_or(i64::MAX);
    let task = Migration {
        id: uuid::Uuid::new_v4().to_string(),
        name,
        start_date: time::iso(asked.now),
        status: MigrationStatus::Creating,
        r#type: kind,
        ..Migration::default()
    };
    let task_id = task.id.clone();
    let due_at = asked.now.saturating_add(pace);
    ask(keeper, move |keeper| keeper.add_migration(&task, &Plan { overwrite, steps }, due_at)).await?;
    Ok(CreatedMigration { task_id })
}

/// `rocketmq.ListMigrations`: all tasks, or one with what became of its entries. Pages count from 1 here.
pub async fn list(service: Arc<Service>, call: Call) -> Result<MigrationList, Fail> {
    let (asked, keeper) = keeper(&service, &call).await?;
    let now = asked.now;
    let mut tasks = ask(keeper, move |keeper| keeper.migrations(now)).await?;
    if let Some(id) = call.query("id") {
        tasks.retain(|task| task.id == id);
        let kind = match call.query("type") {
            Some("exchange") => Some("topic"),
            Some("queue") => Some("group"),
            None | Some("all" | "vhost") => None,
            Some(_) => return Err(Code::PARAMETER.because("type")),
        };
        for task in &mut tasks {
            task.results
                .iter_mut()
                .for_each(|all| all.retain(|one| kind.is_none_or(|kind| one.kind == kind)));
        }
        return Ok(MigrationList { total: tasks.len() as u64, task: tasks });
    }
    let (number, limit) = call.page(10)?;
    let total = tasks.len() as u64;
    let skip = usize::try_from(number.saturating_sub(1).saturating_mul(limit.into())).unwrap_or(usize::MAX);
    let short = |task: Migration| Migration { results: None, ..task };
    Ok(MigrationList { total, task: tasks.into_iter().skip(skip).take(limit as usize).map(short).collect() })
}

/// `rocketmq.DeleteMigrations`: tasks that are not there are passed over.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let body: DeleteMigrationsBody = call.body()?;
    forget(&service, &call, body.task_ids).await.map(drop)
}

/// `rocketmq.BatchDeleteMigrations`.
pub async fn batch_delete(service: Arc<Service>, call: Call) -> Result<DeletedMigrations, Fail> {
    let body: BatchDeleteMigrationsBody = call.body()?;
    Ok(DeletedMigrations { success_task_list: forget(&service, &call, body.task_ids).await? })
}

async fn forget(service: &Service, call: &Call, ids: Vec<String>) -> Result<Vec<String>, Fail> {
    let (_, keeper) = keeper(service, call).await?;
    if ids.is_empty() {
        return Err(Code::PARAMETER.because("task_ids"));
    }
    ask(keeper, move |keeper| keeper.delete_migrations(&ids)).await
}

//! Where the pages get tasks from, whatever the engine.

use dms_api::Engine;
use dms_api::models::{Task, TaskList};
use dms_api::ops::shared::FIRST_TASK;
use dms_api::ops::{kafka, rocketmq};

use super::span::Span;
use crate::data::{Page, PageAt, Paged, Paging, Query, mutate, use_paged, use_query};
use crate::pages::batch::Outcome;
use crate::prelude::*;

/// The tasks of an instance.
pub type Tasks = Paged<Task, TaskList>;

/// How often something under way is asked about.
const BUSY_MS: u32 = 3_000;

/// The tasks that began within `span`, newest first.
pub fn use_tasks(engine: Engine, instance: &str, span: Memo<Span>) -> Tasks {
    let instance_id = instance.to_owned();
    match engine {
        Engine::Kafka => use_paged(
            move || {
                let Span { begin_time, end_time } = span.get();
                let instance_id = instance_id.clone();
                Some(kafka::ListTasks { instance_id, begin_time, end_time, ..Default::default() })
            },
            Paging {
                at: |op: &mut kafka::ListTasks, page| (op.start, op.limit) = place(page),
                take,
                key: |task| &task.id,
            },
        ),
        Engine::RocketMq => use_paged(
            move || {
                let Span { begin_time, end_time } = span.get();
                let instance_id = instance_id.clone();
                Some(rocketmq::ListTasks { instance_id, begin_time, end_time, ..Default::default() })
            },
            Paging {
                at: |op: &mut rocketmq::ListTasks, page| (op.start, op.limit) = place(page),
                take,
                key: |task| &task.id,
            },
        ),
    }
}

fn place(page: PageAt) -> (Option<u64>, Option<u32>) {
    (Some(page.offset + FIRST_TASK), Some(page.limit))
}

fn take(answer: &mut TaskList) -> Page<Task> {
    let total = Some(answer.task_count.0).filter(|total| *total > 0);
    Page { items: std::mem::take(&mut answer.tasks), total }
}

/// One task, asked about again until it has ended. The answer is a list of one.
pub fn use_task(engine: Engine, instance: &str, task: &str) -> Query<TaskList> {
    let (instance_id, task_id) = (instance.to_owned(), task.to_owned());
    let query = match engine {
        Engine::Kafka => {
            let op = kafka::ShowTask { instance_id, task_id };
            use_query(move || Some(op.clone()))
        }
        Engine::RocketMq => {
            let op = rocketmq::ShowTask { instance_id, task_id };
            use_query(move || Some(op.clone()))
        }
    };
    query.poll_while(BUSY_MS, |list| list.tasks.iter().any(|task| task.status.is_transient()))
}

/// Deletes the record of a task.
pub async fn delete(engine: Engine, instance_id: String, task_id: String) -> Outcome {
    match engine {
        Engine::Kafka => Outcome::of_call(mutate(kafka::DeleteTask { instance_id, task_id }).await),
        Engine::RocketMq => Outcome::of_call(mutate(rocketmq::DeleteTask { instance_id, task_id }).await),
    }
}

//! Deleting records of migrations. One goes by the operation that older editions have, several by the newer one.

use std::sync::Arc;

use dms_api::models::rocketmq::Migration;
use dms_api::ops::rocketmq::{
    BatchDeleteMigrations, BatchDeleteMigrationsBody, DeleteMigrations, DeleteMigrationsBody,
};

use crate::data::mutate;
use crate::i18n::{number, rocketmq::migrations as text, tf};
use crate::pages::batch::{BatchWords, DeleteRecordsDialog, Item, Job, Outcome, RecordWords};
use crate::prelude::*;
use crate::ui::Bound;

const WORDS: RecordWords = RecordWords {
    action: text::DELETE,
    loss: text::DELETE_LOSS,
    list: text::DELETE_LIST,
    toast_one: text::DELETED_ONE,
    toast_other: text::DELETED_OTHER,
    results: BatchWords {
        title: text::RESULT_TITLE,
        done: text::DELETED,
        failed: text::NOT_DELETED,
        unexplained: text::DELETE_SILENT,
    },
};
/// Most tasks in one call.
const MOST: usize = 50;

/// Opens while `tasks` is not empty. Nothing has to be typed: what a migration made is not touched.
#[component]
pub fn DeleteMigrationsDialog(
    instance: String,
    tasks: RwSignal<Vec<Arc<Migration>>>,
    /// The dialogs are closed; the tasks of these ids are gone.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let item = |task: &Arc<Migration>| Item::new(&task.id, &task.name);
    let items = move || tasks.with(|tasks| tasks.iter().map(item).collect());
    let records = Bound::new(Signal::derive(items), move |_| tasks.set(Vec::new()));
    let title = Signal::derive(move || {
        tasks.with(|tasks| match tasks.as_slice() {
            [one] => tf(text::DELETE_TITLE_ONE, &[("name", &one.name)]),
            all => tf(text::DELETE_TITLE_OTHER, &[("n", &number(all.len() as u64))]),
        })
    });
    let job = Job::calls(MOST, move |ids| delete(instance.clone(), ids));
    view! { <DeleteRecordsDialog words=WORDS records title job on_done/> }.into_any()
}

async fn delete(instance_id: String, ids: Vec<String>) -> Vec<Outcome> {
    if ids.len() == 1 {
        let body = DeleteMigrationsBody { task_ids: ids };
        return vec![Outcome::of_call(mutate(DeleteMigrations { instance_id, body }).await)];
    }
    let body = BatchDeleteMigrationsBody { task_ids: ids.clone() };
    let result = mutate(BatchDeleteMigrations { instance_id, body }).await;
    Outcome::of_answer(&ids, result, |answer, id| {
        answer.success_task_list.iter().any(|gone| gone == id).then_some(true)
    })
}

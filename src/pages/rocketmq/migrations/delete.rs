//! Deleting records of migrations. One goes by the operation that older editions have, several by the newer one.

use std::sync::Arc;

use dms_api::models::rocketmq::Migration;
use dms_api::ops::rocketmq::{
    BatchDeleteMigrations, BatchDeleteMigrationsBody, DeleteMigrations, DeleteMigrationsBody,
};
use leptos::prelude::*;

use crate::data::mutate;
use crate::i18n::{number, rocketmq::migrations as text, t, tf};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item, Job, Outcome, done};
use crate::ui::{Bound, ConfirmDialog, use_toasts};

const WORDS: BatchWords = BatchWords {
    title: text::RESULT_TITLE,
    done: text::DELETED,
    failed: text::NOT_DELETED,
    unexplained: text::DELETE_SILENT,
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
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            toasts.ok(match items.as_slice() {
                [one] => tf(text::DELETED_ONE, &[("name", &one.name)]),
                all => tf(text::DELETED_OTHER, &[("n", &number(all.len() as u64))]),
            });
        }
        tasks.set(Vec::new());
        on_done.run(done(&items));
    });
    let asked = move || tasks.with(|tasks| !tasks.is_empty()) && !batch.shows_results();
    let open = Bound::new(Signal::derive(asked), move |open: bool| {
        if !open && untrack(asked) {
            tasks.set(Vec::new());
        }
    });
    let job = StoredValue::new_local(Job::calls(MOST, move |ids| delete(instance.clone(), ids)));
    let confirm = move |()| {
        let item = |task: &Arc<Migration>| Item::new(&task.id, &task.name);
        let items = tasks.with_untracked(|tasks| tasks.iter().map(item).collect());
        batch.start(items, job.get_value());
    };
    let title = move || {
        tasks.with(|tasks| match tasks.as_slice() {
            [one] => tf(text::DELETE_TITLE_ONE, &[("name", &one.name)]),
            all => tf(text::DELETE_TITLE_OTHER, &[("n", &number(all.len() as u64))]),
        })
    };
    let lines = move || tasks.get().iter().map(|task| view! { <li>{task.name.clone()}</li> }).collect_view();
    view! {
        <ConfirmDialog open title action=text::DELETE busy=batch.sending() on_confirm=Callback::new(confirm)>
            <p>{move || t(text::DELETE_LOSS)}</p>
            <ul class="name-list mono" aria-label=move || t(text::DELETE_LIST) tabindex="0">{lines}</ul>
        </ConfirmDialog>
        <BatchResults batch words=WORDS/>
    }
    .into_any()
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

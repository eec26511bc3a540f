//! Deleting records of tasks: asked, one call each, a result for each, failed ones again.

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::Task;

use super::{source, words};
use crate::i18n::{date_time, number, tasks as text, tf};
use crate::pages::batch::{BatchWords, DeleteRecordsDialog, Item, Job, RecordWords};
use crate::prelude::*;
use crate::ui::Bound;

const WORDS: RecordWords = RecordWords {
    action: text::DELETE,
    loss: text::DELETE_LOSS,
    list: text::DELETE_LIST,
    toast_one: text::DELETED_TOAST_ONE,
    toast_other: text::DELETED_TOAST_OTHER,
    results: BatchWords {
        title: text::RESULT_TITLE,
        done: text::DELETED,
        failed: text::NOT_DELETED,
        unexplained: crate::i18n::batch::UNEXPLAINED,
    },
};

/// Opens while `tasks` is not empty. Nothing has to be typed: what a task does is not touched.
#[component]
pub fn DeleteTasksDialog(
    engine: Engine,
    instance: String,
    tasks: RwSignal<Vec<Arc<Task>>>,
    /// The dialogs are closed; the records of these ids are gone.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let items = move || tasks.with(|tasks| tasks.iter().map(|task| item(task)).collect());
    let records = Bound::new(Signal::derive(items), move |_| tasks.set(Vec::new()));
    let title = Signal::derive(move || {
        tasks.with(|tasks| match tasks.as_slice() {
            [one] => tf(text::DELETE_TITLE_ONE, &[("name", &words::title(one))]),
            many => tf(text::DELETE_TITLE_OTHER, &[("n", &number(many.len() as u64))]),
        })
    });
    let job = Job::each(move |id| source::delete(engine, instance.clone(), id));
    view! { <DeleteRecordsDialog words=WORDS records title job on_done/> }.into_any()
}

fn item(task: &Task) -> Item {
    Item::new(&task.id, named(task))
}

/// Many tasks do the same: the time tells them apart.
fn named(task: &Task) -> String {
    match task.created_at {
        Some(at) => format!("{} · {}", words::title(task), date_time(at.ms())),
        None => words::title(task),
    }
}

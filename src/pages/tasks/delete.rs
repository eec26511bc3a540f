//! Deleting records of tasks: asked, one call each, a result for each, failed ones again.

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::Task;
use leptos::prelude::*;

use super::{source, words};
use crate::i18n::{date_time, number, t, tasks as text, tf};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item, Job, done};
use crate::ui::{Bound, ConfirmDialog, use_toasts};

const WORDS: BatchWords = BatchWords {
    title: text::RESULT_TITLE,
    done: text::DELETED,
    failed: text::NOT_DELETED,
    unexplained: crate::i18n::batch::UNEXPLAINED,
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
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            toasts.ok(match items.len() {
                1 => t(text::DELETED_TOAST_ONE).to_owned(),
                n => tf(text::DELETED_TOAST_OTHER, &[("n", &number(n as u64))]),
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
    let job = StoredValue::new_local(Job::each(move |id| source::delete(engine, instance.clone(), id)));
    let delete = move |()| {
        let items = tasks.with_untracked(|tasks| tasks.iter().map(|task| item(task)).collect());
        batch.start(items, job.get_value());
    };
    let title = move || {
        tasks.with(|tasks| match tasks.as_slice() {
            [one] => tf(text::DELETE_TITLE_ONE, &[("name", &words::title(one))]),
            many => tf(text::DELETE_TITLE_OTHER, &[("n", &number(many.len() as u64))]),
        })
    };
    let lines = move || tasks.get().iter().map(|task| view! { <li>{named(task)}</li> }).collect_view();
    view! {
        <ConfirmDialog open title action=text::DELETE busy=batch.sending() on_confirm=Callback::new(delete)>
            <p>{move || t(text::DELETE_LOSS)}</p>
            <ul class="name-list" aria-label=move || t(text::DELETE_LIST) tabindex="0">{lines}</ul>
        </ConfirmDialog>
        <BatchResults batch words=WORDS/>
    }
    .into_any()
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

//! One task followed to its end, on whatever page began it.

use dms_api::Engine;
use dms_api::models::Task;

use super::source::use_task;
use super::{params, words};
use crate::i18n::{TimeAgo, t, tasks as text};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Progress, Skeleton, Status};

/// Name, state, and how far it is where the task says so. Asks again until the task has ended, then calls
/// `on_end` once.
#[component]
pub fn TaskProgress(
    engine: Engine,
    instance: String,
    /// Its id, as the operation that began it answered.
    task: String,
    #[prop(optional, into)] on_end: Option<Callback<Task>>,
) -> AnyView {
    let query = use_task(engine, &instance, &task);
    let shown = Memo::new(move |_| query.data().and_then(|list| list.tasks.first().cloned()));
    let ended = Memo::new(move |_| shown.get().filter(|task| !task.status.is_transient()));
    Effect::new(move |_| {
        if let (Some(task), Some(on_end)) = (ended.get(), on_end) {
            on_end.run(task);
        }
    });
    let line = move || match shown.get() {
        Some(task) => line(&task),
        None if query.loading() => view! { <Skeleton lines=1/> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <div class="task-progress" role="status">{line}</div>
        {move || query.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| query.refresh())/> }
        })}
    }
    .into_any()
}

fn line(task: &Task) -> AnyView {
    let (tone, label) = words::state(&task.status);
    let name = task.clone();
    view! {
        <div class="row-wrap">
            <strong>{move || words::title(&name)}</strong>
            <Status tone=tone label/>
            <span class="muted"><TimeAgo ms=task.created_at.map(|at| at.ms())/></span>
        </div>
        {moved(task)}
    }
    .into_any()
}

/// How far a reassignment is; nothing for other tasks, of which the service says no more than their state.
pub(super) fn moved(task: &Task) -> Option<AnyView> {
    let (moved, all) = params::moved(task)?;
    let percent = u8::try_from(moved.saturating_mul(100) / all.max(1)).unwrap_or(100);
    let words = move || crate::i18n::tf(text::MOVED_OF, &[("n", &moved), ("all", &all)]);
    Some(
        view! {
            <div class="row task-moved">
                <Progress label=move || t(text::PROGRESS) percent=Signal::stored(Some(percent))/>
                <span class="muted">{words}</span>
            </div>
        }
        .into_any(),
    )
}

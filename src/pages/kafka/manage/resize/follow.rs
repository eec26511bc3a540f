//! A change that has begun, to its end.

use dms_api::Engine;
use dms_api::models::{Task, TaskStatus};

use crate::i18n::{resize as text, t, tasks};
use crate::pages::tasks::TaskProgress;
use crate::prelude::*;
use crate::routes::{Link, ManagePage, Route};
use crate::ui::{Banner, Button, ButtonKind, Section, Tone};

/// The task, and what to do once it has ended.
#[component]
pub fn Follow(
    instance: String,
    task_id: String,
    #[prop(into)] on_end: Callback<()>,
    #[prop(into)] on_again: Callback<()>,
) -> AnyView {
    let ended = RwSignal::new(None::<TaskStatus>);
    let link = |page: ManagePage| Route::Manage { instance: instance.clone(), page };
    let (list, moving) = (link(ManagePage::Tasks), link(ManagePage::Reassign));
    let added = RwSignal::new(false);
    let on_task_end = move |task: Task| {
        added.set(task.parameters().get("oper_type").is_some_and(|kind| kind == "horizontal"));
        ended.set(Some(task.status));
        on_end.run(());
    };
    let outcome = move || {
        let (tone, msg) = match ended.get()? {
            TaskStatus::Failed => (Tone::Bad, text::FAILED),
            _ => (Tone::Ok, text::DONE),
        };
        Some(view! { <Banner tone title=msg/> })
    };
    let next = move || {
        ended.get().map(|_| {
            let to = moving.clone();
            let moving = added.get().then(|| {
                view! { <Link to class=ButtonKind::Secondary.class()>{move || t(text::MOVE)}</Link> }
            });
            view! { {moving} <Button label=text::AGAIN on_click=on_again/> }
        })
    };
    view! {
        {outcome}
        <Section title=text::FOLLOW>
            <TaskProgress engine=Engine::Kafka instance=instance.clone() task=task_id on_end=Callback::new(on_task_end)/>
            <div class="row-wrap panel-buttons">
                {next}
                <Link to=list class=ButtonKind::Secondary.class()>{move || t(tasks::OPEN_LIST)}</Link>
            </div>
        </Section>
    }
    .into_any()
}

//! Creations that failed: said above the list, and cleared away together.

use std::sync::Arc;

use dms_api::models::{Instance, InstanceStatus};
use dms_api::operation::Engine;
use dms_api::ops::shared::InstanceActionBody;
use dms_api::ops::{kafka, rocketmq};
use leptos::task::spawn_local;

use super::chunk::INSTANCES;
use super::filters::Filters;
use super::rows;
use super::source::Instances;
use crate::data::{ApiFailure, mutate};
use crate::i18n::instances::list;
use crate::i18n::{plural, t};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Button, ConfirmDialog, Tone, use_toasts};

/// Says how many creations failed, and offers to delete all of them (K5.1.6, R5.1.6).
#[component]
pub fn FailedCreations(instances: Instances, filters: Filters) -> AnyView {
    let asking = RwSignal::new(false);
    let failed = Memo::new(move |_| {
        let all = instances.all();
        all.iter().filter(|i| i.status == InstanceStatus::CreateFailed).cloned().collect::<Vec<_>>()
    });
    let count = move || failed.with(Vec::len) as u64;
    let any = Memo::new(move |_| count() > 0);
    let banner = move || {
        any.get().then(|| {
            let title = move || plural(count(), list::FAILED_ONE, list::FAILED_OTHER);
            let show = move |()| filters.status.set(InstanceStatus::CreateFailed.as_str());
            view! {
                <Banner tone=Tone::Warn title>
                    <div class="banner-row">
                        <span>{move || t(list::FAILED_TEXT)}</span>
                        <Button label=list::FAILED_SHOW on_click=show/>
                        <Button label=list::FAILED_DELETE on_click=move |()| asking.set(true)/>
                    </div>
                </Banner>
            }
        })
    };
    let dialog =
        INSTANCES.show_over(move || asking.get(), move |parts| (parts.delete_failed)(asking, failed.into()));
    view! { {banner} {dialog} }.into_any()
}

/// The review before failed creations are deleted, open while `asking`.
#[component]
pub fn DeleteFailed(asking: RwSignal<bool>, failed: Signal<Vec<Arc<Instance>>>) -> AnyView {
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiFailure>);
    let toasts = use_toasts();
    let confirm = move |()| {
        let engines: Vec<Engine> = [Engine::Kafka, Engine::RocketMq]
            .into_iter()
            .filter(|e| failed.with_untracked(|f| f.iter().any(|i| i.engine_kind() == Some(*e))))
            .collect();
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let result = delete_failed(engines).await;
            busy.try_set(false);
            match result {
                Ok(()) => {
                    asking.try_set(false);
                    toasts.ok(list::FAILED_DELETED);
                }
                Err(why) => drop(failure.try_set(Some(why))),
            }
        });
    };
    let item = |i: Arc<Instance>| {
        let engine = rows::engine_name(&i);
        view! { <li>{i.name.clone()} " " <span class="muted">{engine}</span></li> }
    };
    view! {
        <ConfirmDialog
            open=asking
            title=list::FAILED_DELETE_TITLE
            action=list::FAILED_DELETE
            busy=busy
            on_confirm=confirm
        >
            <p>{move || t(list::FAILED_DELETE_TEXT)}</p>
            <ul class="affected">{move || failed.get().into_iter().map(item).collect_view()}</ul>
            {move || failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
        </ConfirmDialog>
    }
    .into_any()
}

async fn delete_failed(engines: Vec<Engine>) -> Result<(), ApiFailure> {
    for engine in engines {
        let body = InstanceActionBody::delete_failed(engine);
        match engine {
            Engine::Kafka => drop(mutate(kafka::BatchAction { body }).await?),
            Engine::RocketMq => drop(mutate(rocketmq::BatchDelete { body }).await?),
        }
    }
    Ok(())
}

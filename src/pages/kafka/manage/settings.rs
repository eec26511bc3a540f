//! `/kafka/{instance}/settings`: what can be changed of an instance, each change reviewed before it is sent (K5.1.5,
//! K5.2.1-4).

mod auto_topics;
mod cross_vpc;
mod general;
mod manager;
mod passwords;

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::{Instance, InstanceStatus};
use dms_api::ops::kafka::ShowInstance;

use crate::data::{Query, use_query};
use crate::i18n::instances::detail;
use crate::i18n::{Msg, settings as text, t};
use crate::pages::instances::{Edit, EditDialog};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Button, PageHeader, Skeleton, Tone};

use auto_topics::AutoTopicsDialog;
use cross_vpc::CrossVpcDialog;
use manager::RestartManagerDialog;
use passwords::{Of, PasswordDialog};

/// While an instance changes its state.
const POLL_MS: u32 = 5_000;

/// The instance and the dialogs about it. They outlive a refresh of the page below them.
#[derive(Clone, Copy)]
struct Settings {
    instance: Memo<Option<Arc<Instance>>>,
    edit: Edit,
    auto_topics: RwSignal<bool>,
    cross_vpc: RwSignal<bool>,
    password: RwSignal<Option<Of>>,
    restart_manager: RwSignal<bool>,
}

impl Settings {
    /// Whether the service takes changes now. Tracked.
    fn is_running(self) -> bool {
        self.instance.with(|i| i.as_ref().is_some_and(|i| i.status == InstanceStatus::Running))
    }
}

/// The settings of one instance.
#[component]
pub fn SettingsPage(instance: String) -> AnyView {
    let op = ShowInstance { instance_id: instance.clone() };
    let query = use_query(move || Some(op.clone())).poll_while(POLL_MS, |i| i.status.is_transient());
    let settings = Settings {
        instance: Memo::new(move |_| query.data()),
        edit: Edit::new(Engine::Kafka),
        auto_topics: RwSignal::new(false),
        cross_vpc: RwSignal::new(false),
        password: RwSignal::new(None),
        restart_manager: RwSignal::new(false),
    };
    let body = move || match settings.instance.get() {
        Some(instance) => view! { <Sections settings instance/> }.into_any(),
        None if query.loading() => view! { <Skeleton lines=10/> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <div class="page">
            <PageHeader title=text::TITLE state=move || view! { <span>{move || t(text::INTRO)}</span> }/>
            <Problem query/>
            {body}
            <EditDialog edit=settings.edit/>
            <AutoTopicsDialog id=instance.clone() settings/>
            <CrossVpcDialog id=instance.clone() settings/>
            <PasswordDialog id=instance.clone() settings/>
            <RestartManagerDialog id=instance settings/>
        </div>
    }
    .into_any()
}

#[component]
fn Problem(query: Query<Instance>) -> AnyView {
    let view = move || {
        query.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| query.refresh())/> }
        })
    };
    view.into_any()
}

#[component]
fn Sections(settings: Settings, instance: Arc<Instance>) -> AnyView {
    let waits = (instance.status != InstanceStatus::Running).then(|| {
        view! { <Banner tone=Tone::Info title=detail::NOT_RUNNING/> }
    });
    view! {
        {waits}
        {general::section(settings, &instance)}
        {general::size(&instance)}
        {auto_topics::section(settings, &instance)}
        {cross_vpc::section(settings, &instance)}
        {passwords::section(settings, &instance)}
        {manager::section(settings, &instance)}
        {general::public(&instance)}
    }
    .into_any()
}

/// A button of a section; while the instance does not run it says so instead.
fn change(settings: Settings, label: Msg, on_click: impl Fn() + Send + Sync + 'static) -> AnyView {
    let disabled = Signal::derive(move || !settings.is_running());
    let on_click = Callback::new(move |()| on_click());
    if untrack(|| settings.is_running()) {
        return view! { <Button label disabled on_click/> }.into_any();
    }
    view! { <Button label disabled tip=detail::NOT_RUNNING on_click/> }.into_any()
}

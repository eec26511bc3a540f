//! An instance's own page: what both engines share.

mod changes;
mod edit;
mod header;
mod missing;
mod tags;

use std::sync::Arc;

use dms_api::models::Instance;
use dms_api::operation::Engine;

use super::actions::{ActionDialogs, Actions};
use super::facts::groups;
use super::facts_view::FactGroups;
use super::source::POLL_MS;
use super::state;
use crate::data::Query;
use crate::i18n::instances::detail as text;
use crate::i18n::t;
use crate::prelude::*;
use crate::routes::{Route, go};
use crate::ui::{Banner, Skeleton, Tone};

use super::batch::Action;
pub use edit::{Edit, EditDialog};
use header::Header;
use missing::Missing;
use tags::{TagDialog, TagEdit, TagLine};

/// The page of one instance. `extra` adds the engine's own sections above the facts; it is made anew when the
/// instance's state changes.
#[component]
pub fn InstanceDetail(
    /// The instance, from the engine's own `ShowInstance`.
    query: Query<Instance>,
    engine: Engine,
    #[prop(into)] extra: Callback<Arc<Instance>, AnyView>,
) -> AnyView {
    let query = query.poll_while(POLL_MS, |instance| instance.status.is_transient());
    let actions = Actions::new(|action| {
        if action == Action::Delete {
            go(&Route::Instances);
        }
    });
    let edit = Edit::new(engine);
    let tags = TagEdit::new(engine);
    // Compared by content: polling must not rebuild the page while nothing changes.
    let instance = Memo::new(move |_| query.data());
    let body = move || match instance.get() {
        Some(instance) => view! { <Body instance extra actions edit tags engine/> }.into_any(),
        None if query.loading() => view! { <Skeleton lines=10/> }.into_any(),
        None => view! { <Missing query/> }.into_any(),
    };
    let stale =
        move || (instance.with(Option::is_some) && query.error().is_some()).then(|| view! { <Stale query/> });
    view! {
        <div class="page">
            {stale}
            {body}
            <ActionDialogs actions/>
            <EditDialog edit/>
            <TagDialog edit=tags/>
        </div>
    }
    .into_any()
}

/// A refresh failed: either the instance has gone, or what is shown may be out of date.
#[component]
fn Stale(query: Query<Instance>) -> AnyView {
    let gone = move || query.error().is_some_and(|failure| failure.is_not_found());
    let title = move || t(if gone() { text::GONE_TITLE } else { text::STALE });
    view! { <Banner tone=Tone::Warn title/> }.into_any()
}

#[component]
fn Body(
    instance: Arc<Instance>,
    extra: Callback<Arc<Instance>, AnyView>,
    actions: Actions,
    edit: Edit,
    tags: TagEdit,
    engine: Engine,
) -> AnyView {
    let status = instance.status.clone();
    let explained = state::explanation(&status).map(|msg| {
        let status = status.clone();
        view! {
            <Banner tone=state::tone(&status) title=move || state::word(&status)>{move || t(msg)}</Banner>
        }
    });
    let other_engine = instance.engine_kind().filter(|kind| *kind != engine);
    let wrong =
        other_engine.map(|kind| view! { <missing::WrongEngine kind id=instance.instance_id.clone()/> });
    view! {
        <Header instance=instance.clone() actions edit/>
        {wrong}
        {explained}
        <TagLine instance=instance.clone() edit=tags/>
        {extra.run(instance.clone())}
        <FactGroups groups=groups(&instance)/>
    }
    .into_any()
}

//! What stands there when there is no instance to show.

use dms_api::models::Instance;
use dms_api::operation::Engine;

use crate::data::Query;
use crate::i18n::instances as words;
use crate::i18n::instances::detail as text;
use crate::i18n::{t, tf};
use crate::prelude::*;
use crate::routes::{Link, Route};
use crate::shell::Failure;
use crate::ui::{Banner, ButtonKind, EmptyState, Glyph, PageHeader, Tone};

/// Nothing could be loaded: it does not exist, or something failed.
#[component]
pub(super) fn Missing(query: Query<Instance>) -> AnyView {
    let view = move || match query.error() {
        None => ().into_any(),
        Some(failure) if failure.is_not_found() => view! {
            <PageHeader title=text::NOT_FOUND_TITLE/>
            <EmptyState title=text::NOT_FOUND_TITLE text=text::NOT_FOUND_TEXT icon=Glyph::Search>
                <Link to=Route::Instances class=ButtonKind::Secondary.class()>
                    <span class="btn-label">{move || t(text::TO_LIST)}</span>
                </Link>
            </EmptyState>
        }
        .into_any(),
        Some(failure) => view! {
            <PageHeader title=text::NOT_LOADED_TITLE/>
            <Failure failure retry=move |()| query.refresh()/>
        }
        .into_any(),
    };
    view.into_any()
}

/// The address names the other engine: both share ids and paths, so the service answers all the same.
#[component]
pub(super) fn WrongEngine(kind: Engine, id: String) -> AnyView {
    let (name, to) = match kind {
        Engine::Kafka => (words::KAFKA, Route::Kafka { instance: id }),
        Engine::RocketMq => (words::ROCKETMQ, Route::rocketmq(id)),
    };
    let title = move || tf(text::WRONG_ENGINE, &[("engine", &t(name))]);
    view! {
        <Banner tone=Tone::Info title>
            <Link to>{move || t(text::OPEN_THERE)}</Link>
        </Banner>
    }
    .into_any()
}

//! A task beside the list.

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::Task;
use dms_api::{json_text, secret};

use super::follow::moved;
use super::params::{self, Label};
use super::source::use_task;
use super::{table, words};
use crate::i18n::{TimeAgo, locale, t, tasks as text};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{
    Banner, Button, CopyButton, Fact, Glyph, KeyValues, Section, SidePanel, Skeleton, Status, Tone,
};

/// Everything that the service says of a task, kept up to date while it is under way.
#[component]
pub fn TaskPanel(
    engine: Engine,
    instance: String,
    id: String,
    /// What the list knows of it.
    listed: Signal<Option<Arc<Task>>>,
    on_delete: Callback<Vec<Arc<Task>>>,
    #[prop(into)] on_close: Callback<()>,
) -> AnyView {
    let query = use_task(engine, &instance, &id);
    let task = Memo::new(move |_| {
        let own = query.data().and_then(|list| list.tasks.first().cloned().map(Arc::new));
        own.or_else(|| listed.get())
    });
    let gone = Memo::new(move |_| query.error().is_some_and(|failure| failure.is_not_found()));
    let title = move || task.with(|task| task.as_deref().map_or_else(String::new, words::title));
    let body = move || match (gone.get(), task.get()) {
        (true, _) => view! { <Banner tone=Tone::Warn title=text::GONE/> }.into_any(),
        (false, Some(task)) => facts(task),
        (false, None) if query.loading() => view! { <Skeleton lines=6/> }.into_any(),
        (false, None) => ().into_any(),
    };
    let delete = move |()| on_delete.run(task.get_untracked().into_iter().collect());
    view! {
        <SidePanel title on_close>
            <div class="row-wrap panel-buttons">
                <Button label=text::DELETE icon=Glyph::Trash on_click=delete/>
            </div>
            {move || query.error().filter(|_| !gone.get()).map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| query.refresh())/> }
            })}
            {body}
        </SidePanel>
    }
    .into_any()
}

fn facts(task: Arc<Task>) -> AnyView {
    let (tone, label) = words::state(&task.status);
    let begun = task.created_at.map(|at| at.ms());
    let heard = task.updated_at.map(|at| at.ms());
    let took = table::took(&task);
    let of_params = Arc::clone(&task);
    let moved = moved(&task);
    let (by, name, id) = (task.user_name.clone(), task.name.clone(), task.id.clone());
    let document = json_text::pretty(&secret::redact_text(&task.params));
    let raw = (!task.params.trim().is_empty()).then(|| {
        let copied = document.clone();
        view! {
            <Section title=text::DOCUMENT>
                <div class="preview-code">
                    <pre class="mono" tabindex="0" role="group" aria-label=move || t(text::DOCUMENT)>{document}</pre>
                    <CopyButton text=copied/>
                </div>
            </Section>
        }
    });
    view! {
        <KeyValues>
            <Fact label=text::STATE><Status tone=tone label/></Fact>
            <Fact label=text::BEGUN><TimeAgo ms=begun/></Fact>
            <Fact label=text::ENDED><TimeAgo ms=heard/></Fact>
            <Fact label=text::TOOK value=took.unwrap_or_default()/>
            <Fact label=text::BY value=by/>
            <Fact label=text::TASK value=name mono=true/>
            <Fact label=text::TASK_ID value=id mono=true copy=true/>
        </KeyValues>
        {moved}
        <Section title=text::PARAMETERS>{move || parameters(&of_params)}</Section>
        {raw}
    }
    .into_any()
}

/// Tracked: their words follow the language.
fn parameters(task: &Task) -> AnyView {
    let all = params::params(task, locale());
    if all.is_empty() {
        return view! { <p class="muted">{t(text::NO_PARAMETERS)}</p> }.into_any();
    }
    let fact = |param: params::Param| {
        let label = match param.label {
            Label::Known(msg) => t(msg).to_owned(),
            Label::Raw(key) => key,
        };
        let value = match param.before {
            Some(before) => view! {
                <del class="diff-before">{before}</del>
                " → "
                <ins class="diff-after">{param.value}</ins>
            }
            .into_any(),
            None => param.value.into_any(),
        };
        view! { <Fact label><span>{value}</span></Fact> }
    };
    view! { <KeyValues>{all.into_iter().map(fact).collect_view()}</KeyValues> }.into_any()
}

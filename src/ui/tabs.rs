//! Tabs: of one page (buttons) or over several pages (links).

use leptos::ev::KeyboardEvent;
use leptos::html;

use super::Bound;
use super::dom::{find_all, focus, next_id, truth};
use super::roving::next_index;
use crate::i18n::number;
use crate::prelude::*;

/// One tab.
#[derive(Clone)]
pub struct Tab {
    /// What the bound value is while this tab is open.
    pub id: &'static str,
    pub label: TextProp,
    /// A number after the label.
    pub count: Option<Signal<Option<u64>>>,
    /// Address, for tabs that are pages.
    pub href: Option<String>,
}

impl Tab {
    /// A tab of this page.
    pub fn new(id: &'static str, label: impl Into<TextProp>) -> Self {
        Self { id, label: label.into(), count: None, href: None }
    }

    /// A tab that is a page of its own.
    pub fn link(id: &'static str, label: impl Into<TextProp>, href: String) -> Self {
        Self { href: Some(href), ..Self::new(id, label) }
    }

    /// Adds a number after the label.
    pub fn count(mut self, count: impl Fn() -> Option<u64> + Send + Sync + 'static) -> Self {
        self.count = Some(Signal::derive(count));
        self
    }

    fn words(self) -> AnyView {
        let label = self.label;
        let count = self
            .count
            .map(|count| move || count.get().map(|n| view! { <span class="tab-count">{number(n)}</span> }));
        view! { <span>{move || label.get()}</span> {count} }.into_any()
    }
}

/// A bar of tabs with the panel of the open one below. `panel` makes the content for the id of a tab.
#[component]
pub fn Tabs(
    tabs: Vec<Tab>,
    /// Id of the open tab; an unknown one (also `""`) means the first.
    #[prop(into)]
    value: Bound<String>,
    #[prop(into)] label: TextProp,
    #[prop(into)] panel: Callback<&'static str, AnyView>,
) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let base = next_id();
    let ids: Vec<&'static str> = tabs.iter().map(|t| t.id).collect();
    let first = ids.first().copied().unwrap_or_default();
    let known = ids.clone();
    let current =
        Memo::new(move |_| value.with(|v| known.iter().copied().find(|id| id == v)).unwrap_or(first));
    let on_key = move |event: KeyboardEvent| {
        let here = ids.iter().position(|id| *id == current.get_untracked());
        let Some(next) = next_index(&event.key(), here, ids.len(), "ArrowLeft", "ArrowRight") else { return };
        event.prevent_default();
        value.set(ids.get(next).copied().unwrap_or_default().to_owned());
        if let Some(tab) =
            node.get_untracked().and_then(|bar| find_all(&bar, "[role=tab]").into_iter().nth(next))
        {
            focus(&tab);
        }
    };
    let button = move |tab: Tab| {
        let id = tab.id;
        let is = move || current.get() == id;
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                id=format!("tab{base}-{id}")
                aria-selected=move || truth(is())
                aria-controls=format!("tab{base}-panel")
                tabindex=move || if is() { "0" } else { "-1" }
                on:click=move |_| value.set(id.to_owned())
            >
                {tab.words()}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="tabs" role="tablist" aria-label=move || label.get() node_ref=node on:keydown=on_key>
            {tabs.into_iter().map(button).collect_view()}
        </div>
        <div
            class="tab-panel"
            role="tabpanel"
            id=format!("tab{base}-panel")
            tabindex="0"
            aria-labelledby=move || format!("tab{base}-{}", current.get())
        >
            {move || panel.run(current.get())}
        </div>
    }
    .into_any()
}

/// Navigation between the pages of one thing, looking like tabs. `current` is the id of the page shown.
#[component]
pub fn LinkTabs(
    tabs: Vec<Tab>,
    #[prop(into)] current: Signal<String>,
    #[prop(into)] label: TextProp,
) -> AnyView {
    let link = move |mut tab: Tab| {
        let (id, href) = (tab.id, tab.href.take());
        let here = move || current.with(|c| c == id).then_some("page");
        view! { <a class="tab" href=href aria-current=here>{tab.words()}</a> }.into_any()
    };
    view! {
        <nav class="tabs" aria-label=move || label.get()>{tabs.into_iter().map(link).collect_view()}</nav>
    }
    .into_any()
}

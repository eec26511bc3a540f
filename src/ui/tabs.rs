//! Tabs: of one page (buttons) or over several pages (links).

use leptos::prelude::*;

use super::Bound;

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
    pub fn count(mut self, count: impl Into<Signal<Option<u64>>>) -> Self {
        self.count = Some(count.into());
        self
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
    let _ = label;
    let bar = tabs
        .iter()
        .map(|tab| {
            let (id, label) = (tab.id, tab.label.clone());
            view! { <button type="button" on:click=move |_| value.set(id.to_owned())>{move || label.get()}</button> }
        })
        .collect_view();
    let first = tabs.first().map_or("", |t| t.id);
    let ids: Vec<_> = tabs.iter().map(|t| t.id).collect();
    let current = move || value.with(|v| ids.iter().copied().find(|id| id == v)).unwrap_or(first);
    view! { <div class="tabs">{bar}</div> <div>{move || panel.run(current())}</div> }.into_any()
}

/// Navigation between the pages of one thing, looking like tabs. `current` is the id of the page shown.
#[component]
pub fn LinkTabs(
    tabs: Vec<Tab>,
    #[prop(into)] current: Signal<String>,
    #[prop(into)] label: TextProp,
) -> AnyView {
    let each = move |tab: Tab| {
        let id = tab.id;
        let here = move || current.with(|c| c == id).then_some("page");
        view! { <a class="tab" href=tab.href aria-current=here>{move || tab.label.get()}</a> }
    };
    let name = label;
    view! { <nav class="tabs" aria-label=move || name.get()>{tabs.into_iter().map(each).collect_view()}</nav> }
        .into_any()
}

//! The table on the page.

use leptos::html;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::Table;
use super::grid::{Grid, HEADER};
use super::header::header;
use super::memory::{remember, restore};
use super::row::row;
use super::widths::{template, total};
use crate::i18n::{t, tf, ui as text};
use crate::prelude::*;
use crate::ui::menu::MenuPopup;
use crate::ui::{Button, EmptyState, Glyph, IconButton};

/// A table that fills the height left over by its page, and scrolls by itself.
#[component]
pub fn DataTable(
    table: Table,
    #[prop(into)] label: TextProp,
    /// Nothing has arrived yet: grey rows. Not for refreshing.
    #[prop(optional, into)]
    loading: Signal<bool>,
    /// What stands there when there are no rows at all.
    #[prop(optional, into)]
    empty: ViewFn,
    /// Offered when the filter hides every row.
    #[prop(optional, into)]
    on_clear_filters: Option<Callback<()>>,
    /// Buttons of the bar that shows while rows are picked.
    #[prop(optional, into)]
    selection_bar: ViewFn,
) -> AnyView {
    let grid = Grid::new(table);
    observe(grid.view, grid.height);
    grid.follow_active();
    restore(grid);
    let layout = Memo::new(move |_| {
        let tracks = table.tracks();
        let (check, menu) = (table.selectable, table.has_actions);
        (template(&tracks, check, menu), total(&tracks, check, menu))
    });
    let on_scroll = move |_| {
        if let Some(view) = grid.view.get_untracked() {
            let scroll = view.scroll_top();
            grid.scroll.set(scroll);
            remember(scroll);
        }
    };
    let body_height = move || {
        let rows = i64::try_from(table.shown()).unwrap_or(0);
        format!("{}px", rows * i64::from(grid.row_height.get()))
    };
    let instead = move || match (loading.get(), table.total(), table.shown()) {
        (true, 0, _) => Some(skeleton()),
        (false, 0, _) => Some(view! { <div class="table-none">{empty.run()}</div> }.into_any()),
        (_, _, 0) => Some(no_match(on_clear_filters)),
        _ => None,
    };
    view! {
        <div class="table" class:has-selection=move || table.selection.with(|s| !s.is_empty())>
            <div
                class="table-view"
                role="grid"
                aria-label=move || label.get()
                aria-rowcount=move || (table.shown() + 1).to_string()
                aria-multiselectable=table.selectable.then_some("true")
                aria-busy=move || loading.get().then_some("true")
                node_ref=grid.view
                style=("--columns", move || layout.with(|(template, _)| template.clone()))
                style=("--width", move || layout.with(|(_, width)| format!("{width}px")))
                on:scroll=on_scroll
                on:keydown=move |event| grid.on_key(&event)
            >
                {header(grid)}
                <div class="table-body" role="rowgroup" style:height=body_height>
                    <For each=move || grid.places.get() key=|p| p.slot children=move |p| row(grid, p)/>
                </div>
            </div>
            {instead}
            {selection(table, selection_bar)}
            <MenuPopup host=grid.menu label=crate::i18n::core::ACTIONS/>
        </div>
    }
    .into_any()
}

/// Measures the view now and whenever it changes.
fn observe(view: NodeRef<html::Div>, height: RwSignal<i32>) {
    let kept = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    view.on_load(move |element| {
        let watched = element.clone();
        let measure = Closure::<dyn FnMut()>::new(move || {
            let now = watched.client_height() - HEADER;
            if height.try_get_untracked().is_some_and(|before| before != now) {
                height.set(now);
            }
        });
        if let Ok(observer) = ResizeObserver::new(measure.as_ref().unchecked_ref()) {
            observer.observe(&element);
            kept.set_value(Some((observer, measure)));
        }
    });
    on_cleanup(move || {
        if let Some(Some((observer, _))) = kept.try_update_value(Option::take) {
            observer.disconnect();
        }
    });
}

fn skeleton() -> AnyView {
    let rows = (0..12).map(|_| view! { <div class="table-ghost"><span class="skeleton-bar"></span></div> });
    view! {
        <div class="table-none is-loading" role="status">
            <span class="sr-only">{move || t(text::LOADING)}</span>
            {rows.collect_view()}
        </div>
    }
    .into_any()
}

fn no_match(clear: Option<Callback<()>>) -> AnyView {
    let button = clear.map(|clear| view! { <Button label=text::CLEAR_FILTERS on_click=clear/> });
    view! {
        <div class="table-none">
            <EmptyState title=text::NO_MATCH text=text::NO_MATCH_HINT icon=Glyph::Search>{button}</EmptyState>
        </div>
    }
    .into_any()
}

/// The bar at the bottom while rows are picked.
fn selection(table: Table, actions: ViewFn) -> AnyView {
    let count =
        Memo::new(move |_| if table.selection.with(|s| s.is_empty()) { 0 } else { table.selected().len() });
    let shown = Memo::new(move |_| count.get() > 0);
    let bar = move || {
        shown.get().then(|| {
            view! {
                <div class="selection-bar" role="region" aria-label=move || tf(text::SELECTED_ONE, &[("n", &count.get())])>
                    <span class="selection-count" role="status">
                        {move || tf(text::SELECTED_ONE, &[("n", &count.get())])}
                    </span>
                    {actions.run()}
                    <IconButton
                        icon=Glyph::Close
                        label=text::CLEAR_SELECTION
                        on_click=move |()| table.clear_selection()
                    />
                </div>
            }
        })
    };
    bar.into_any()
}

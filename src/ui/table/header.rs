//! The header row: titles that sort, edges that drag.

use leptos::ev::{KeyboardEvent, PointerEvent};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::column::ColumnInfo;
use super::grid::Grid;
use super::order::Sort;
use super::widths::dragged;
use crate::i18n::{t, tf, ui as text};
use crate::prelude::*;
use crate::ui::dom::{closest, find_all, rect};
use crate::ui::{Glyph, Icon};

const STEP: i32 = 16;

/// The header of the columns shown.
pub(super) fn header(grid: Grid) -> AnyView {
    let table = grid.table;
    let titles = move || table.visible().into_iter().map(|(_, column)| title(grid, column)).collect_view();
    let check = table.selectable.then(|| {
        view! { <div class="table-th is-check" role="columnheader">{check_all(grid)}</div> }
    });
    let menu = table.has_actions.then(|| {
        view! {
            <div class="table-th is-menu" role="columnheader">
                <span class="sr-only">{move || t(crate::i18n::core::ACTIONS)}</span>
            </div>
        }
    });
    view! {
        <div class="table-head" role="rowgroup">
            <div class="table-tr" role="row" aria-rowindex="1">{check} {titles} {menu}</div>
        </div>
    }
    .into_any()
}

fn check_all(grid: Grid) -> AnyView {
    let table = grid.table;
    // How many of the rows shown are picked.
    let picked = Memo::new(move |_| {
        table
            .selection
            .with(|s| if s.is_empty() { 0 } else { table.keys().iter().filter(|k| s.contains(k)).count() })
    });
    let all = move || picked.get() > 0 && picked.get() == table.shown();
    let some = move || picked.get() > 0 && !all();
    let toggle = move |_| {
        let (keys, pick) = untrack(|| (table.keys(), !all()));
        table.pick(&keys, pick);
    };
    view! {
        <input
            type="checkbox"
            class="checkbox"
            aria-label=move || tf(text::SELECT_ALL, &[("n", &table.shown())])
            prop:checked=all
            prop:indeterminate=some
            on:change=toggle
        />
    }
    .into_any()
}

fn title(grid: Grid, column: ColumnInfo) -> AnyView {
    let table = grid.table;
    let ColumnInfo { id, title, numeric, sortable, .. } = column;
    let direction =
        move || table.sort.with(|s| Sort::parse(s).filter(|s| s.column == id).map(|s| s.descending));
    let aria_sort = move || match direction() {
        Some(true) => "descending",
        Some(false) => "ascending",
        None => "none",
    };
    let words = move || title.get();
    let content = if sortable {
        let icon = move || match direction() {
            Some(true) => view! { <Icon of=Glyph::ArrowDown/> },
            Some(false) => view! { <Icon of=Glyph::ArrowUp/> },
            None => view! { <Icon of=Glyph::Sort/> },
        };
        view! {
            <button
                type="button"
                class="table-sort"
                class:is-sorted=move || direction().is_some()
                aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight"
                on:click=move |_| table.sort.set(Sort::next(&table.sort.peek(), id))
                on:keydown=move |event| resize_by_key(grid, id, &event)
            >
                <span class="truncate">{words}</span>
                {icon}
            </button>
        }
        .into_any()
    } else {
        view! { <span class="table-title truncate">{words}</span> }.into_any()
    };
    view! {
        <div
            class="table-th"
            class:is-numeric=numeric
            role="columnheader"
            data-column=id
            aria-sort=sortable.then_some(aria_sort)
        >
            {content}
            {grip(grid, id)}
        </div>
    }
    .into_any()
}

/// The edge of a column. The keyboard has Shift and arrows on the title instead.
fn grip(grid: Grid, id: &'static str) -> AnyView {
    let drag = RwSignal::new(None::<(i32, u16)>);
    let start = move |event: PointerEvent| {
        let Some(grip) = event.target().and_then(|t| t.dyn_into::<HtmlElement>().ok()) else { return };
        let _ = grip.set_pointer_capture(event.pointer_id());
        event.prevent_default();
        freeze(grid, &grip);
        drag.set(Some((event.client_x(), width_of(grid, id))));
    };
    let follow = move |event: PointerEvent| {
        if let Some((from, width)) = drag.get_untracked() {
            set_width(grid, id, i32::from(width) + event.client_x() - from);
        }
    };
    let reset = move |_| grid.table.widths.update(|all| all.retain(|(column, _)| *column != id));
    view! {
        <span
            class="table-grip"
            class:is-dragging=move || drag.get().is_some()
            title=move || t(text::RESIZE_COLUMN)
            on:pointerdown=start
            on:pointermove=follow
            on:pointerup=move |_| drag.set(None)
            on:pointercancel=move |_| drag.set(None)
            on:dblclick=reset
        ></span>
    }
    .into_any()
}

fn resize_by_key(grid: Grid, id: &'static str, event: &KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowLeft" if event.shift_key() => -STEP,
        "ArrowRight" if event.shift_key() => STEP,
        _ => return,
    };
    event.prevent_default();
    if let Some(title) = closest(event.target(), ".table-th") {
        freeze(grid, &title);
    }
    set_width(grid, id, i32::from(width_of(grid, id)) + by);
}

/// Columns that grow would shift under the pointer: from the first drag on each keeps the width it has.
fn freeze(grid: Grid, inside: &HtmlElement) {
    let Some(row) = inside.closest(".table-tr").ok().flatten() else { return };
    let all = grid.table.columns.get_value();
    let measured = find_all(&row, "[data-column]").into_iter().filter_map(|title| {
        let name = title.get_attribute("data-column")?;
        let id = all.iter().find(|c| c.id == name)?.id;
        let edges = rect(&title);
        Some((id, dragged(edges.right - edges.left)))
    });
    grid.table.widths.set(measured.collect());
}

fn width_of(grid: Grid, id: &str) -> u16 {
    grid.table.widths.with_untracked(|all| all.iter().find(|(c, _)| *c == id).map_or(160, |(_, w)| *w))
}

fn set_width(grid: Grid, id: &'static str, width: i32) {
    grid.table.widths.update(|all| {
        all.retain(|(column, _)| *column != id);
        all.push((id, dragged(width)));
    });
}

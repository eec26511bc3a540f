//! One row.

use std::sync::Arc;

use leptos::ev::MouseEvent;

use super::grid::{Grid, Place};
use super::source::SourceRef;
use crate::i18n::{tf, ui as text};
use crate::prelude::*;
use crate::ui::dom::{closest, truth};
use crate::ui::{Glyph, Icon};

/// What a row shows: a version of the rows and the number in it.
#[derive(Clone)]
struct Content {
    source: SourceRef,
    row: usize,
}

fn changed(before: Option<&Content>, now: Option<&Content>) -> bool {
    match (before, now) {
        (Some(before), Some(now)) => !now.source.0.same(now.row, before.source.0.as_ref(), before.row),
        _ => true,
    }
}

/// The element of a slot: a row keeps it while it moves, and gives it to another when it leaves. Only the cells whose
/// row changed are drawn again.
pub(super) fn row(grid: Grid, place: Place) -> AnyView {
    let table = grid.table;
    let first = StoredValue::new(place);
    let place = Memo::new(move |before: Option<&Place>| {
        let slot = first.with_value(|first| first.slot);
        let found = grid.places.with(|places| places.iter().find(|p| p.slot == slot).cloned());
        // On its way out of the document it stays as it was.
        found.or_else(|| before.cloned()).unwrap_or_else(|| first.get_value())
    });
    let key = Memo::new(move |_| place.with(|place| place.key.clone()));
    let content = Memo::new_with_compare(
        move |_| Content { source: table.source.get(), row: place.with(|place| place.row) },
        changed,
    );
    let position = move || place.with(|place| place.position);
    let is_picked = Memo::new(move |_| key.with(|key| table.is_picked(key)));
    let is_open = move || table.open.is_some_and(|open| open.with(|o| key.with(|key| o == key)));
    let name = Memo::new(move |_| content.with(|c| c.source.0.name(c.row)));
    let top = move || {
        let top = i64::try_from(position()).unwrap_or(0) * i64::from(grid.row_height.get());
        format!("{top}px")
    };
    let tab_stop = move || {
        if grid.tab_stop.with(|stop| key.with(|key| stop.as_ref() == Some(key))) { "0" } else { "-1" }
    };
    let cells = move || {
        let Content { source, row } = content.get();
        let cell = |(i, column): (usize, super::column::ColumnInfo)| {
            view! {
                <div class="table-td" class:is-numeric=column.numeric role="gridcell">
                    {source.0.cell(row, i)}
                </div>
            }
            .into_any()
        };
        table.visible().into_iter().map(cell).collect_view()
    };
    let pressed_at = StoredValue::new(0);
    // A click beside everything that can be operated opens the row; dragging marks text.
    let open = move |event: MouseEvent| {
        let dragged = (event.client_x() - pressed_at.get_value()).abs() > 4;
        if !dragged && closest(event.target(), "a, button, input, label, .is-check, .is-menu").is_none() {
            table.open.iter().for_each(|open| open.set(key.get_untracked()));
        }
    };
    view! {
        <div
            class="table-row table-tr"
            class:is-open=is_open
            role="row"
            style:top=top
            data-position=move || position().to_string()
            aria-rowindex=move || (position() + 2).to_string()
            aria-selected=table.selectable.then_some(move || truth(is_picked.get()))
            tabindex=tab_stop
            on:focusin=move |_| grid.active.set(Some(key.get_untracked()))
            on:pointerdown=move |event| pressed_at.set_value(event.client_x())
            on:click=open
        >
            {table.selectable.then(|| check(grid, key, is_picked, name))}
            {cells}
            {table.has_actions.then(|| menu(grid, place, name))}
        </div>
    }
    .into_any()
}

fn check(grid: Grid, key: Memo<String>, is_picked: Memo<bool>, name: Memo<String>) -> AnyView {
    // With Shift the browser's own click still toggles the box; the range follows it.
    let click = move |event: MouseEvent| {
        let now = !is_picked.get_untracked();
        grid.pick(&key.get_untracked(), now, event.shift_key());
    };
    view! {
        <div class="table-td is-check" role="gridcell">
            <input
                type="checkbox"
                class="checkbox"
                tabindex="-1"
                aria-label=move || tf(text::SELECT_ROW, &[("name", &name.get())])
                prop:checked=move || is_picked.get()
                on:click=click
            />
        </div>
    }
    .into_any()
}

fn menu(grid: Grid, place: Memo<Place>, name: Memo<String>) -> AnyView {
    let was_open = StoredValue::new(false);
    let click = move |event: MouseEvent| {
        let closing = was_open.get_value();
        was_open.set_value(false);
        let Some(button) = closest(event.target(), "button").filter(|_| !closing) else { return };
        // Those of the row clicked, whatever its element shows while the menu is open.
        let SourceRef(source) = grid.table.source.get_untracked();
        let row = place.with_untracked(|place| place.row);
        let items = move || source.actions(row);
        grid.menu.show(button, Arc::new(items));
    };
    view! {
        <div class="table-td is-menu" role="gridcell">
            <button
                type="button"
                class="icon-btn table-menu"
                tabindex="-1"
                aria-haspopup="menu"
                aria-label=move || tf(text::ROW_ACTIONS, &[("name", &name.get())])
                on:pointerdown=move |_| was_open.set_value(grid.menu.open.get_untracked())
                on:click=click
            >
                <Icon of=Glyph::More/>
            </button>
        </div>
    }
    .into_any()
}

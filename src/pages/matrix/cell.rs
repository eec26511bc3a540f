//! One cell of the matrix: a user's effective right, as a button that changes it.

use std::sync::Arc;

use leptos::html;

use super::{Board, Weight};
use crate::prelude::*;
use crate::ui::MenuHost;

/// A cell at a place of the grid. One of all cells can be reached with Tab, the others with arrow keys.
#[component]
pub fn Cell(
    board: Board,
    row: String,
    column: String,
    at: (usize, usize),
    active: RwSignal<(usize, usize)>,
    menu: MenuHost,
) -> AnyView {
    let key = (row, column);
    let look = {
        let key = key.clone();
        Memo::new(move |_| board.cell.run(key.clone()))
    };
    let label = move || look.with(|look| look.label.clone());
    let class = move || match look.with(|look| look.weight) {
        Weight::Edited => "cell is-edited",
        Weight::Own => "cell is-own",
        Weight::Light => "cell",
    };
    let node = NodeRef::<html::Button>::new();
    let open = move |_| {
        let Some(button) = node.get_untracked() else { return };
        active.set(at);
        if look.with_untracked(|look| look.usable) {
            let key = key.clone();
            menu.show(button.into(), Arc::new(move || board.menu.run(key.clone())));
        }
    };
    let (row, column) = at;
    view! {
        <td>
            <button
                type="button"
                class=class
                node_ref=node
                data-at=format!("{row}-{column}")
                tabindex=move || if active.get() == at { "0" } else { "-1" }
                aria-label=label
                title=label
                aria-haspopup="menu"
                on:click=open
            >
                {move || look.with(|look| look.text.clone())}
            </button>
        </td>
    }
    .into_any()
}

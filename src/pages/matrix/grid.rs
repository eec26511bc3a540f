//! The matrix as a table.

use std::collections::BTreeSet;

use leptos::ev::KeyboardEvent;
use leptos::html;

use super::Board;
use super::cell::Cell;
use crate::i18n::{t, tf, users as text};
use crate::pages::cell_grid::go_by_key;
use crate::prelude::*;
use crate::ui::{Bound, CheckboxBox, EmptyState, MenuHost, MenuPopup};

/// Things down, users across.
#[component]
pub fn Grid(board: Board) -> AnyView {
    let active = RwSignal::new((0_usize, 0_usize));
    let menu = MenuHost::new();
    let node = NodeRef::<html::Div>::new();
    let on_key = move |event: KeyboardEvent| {
        let size = (board.rows.with(Vec::len), board.columns.with(Vec::len));
        go_by_key(&event, node, active, size);
    };
    let head =
        move || board.columns.get().into_iter().map(|user| view! { <UserHead board user/> }).collect_view();
    let rows = move || {
        let users = board.columns.get();
        let row = |(r, key): (usize, String)| {
            let cells = users.iter().enumerate().map(|(c, user)| {
                view! { <Cell board row=key.clone() column=user.clone() at=(r, c) active menu/> }
            });
            view! { <tr><RowHead board key=key.clone()/>{cells.collect_view()}</tr> }
        };
        board.rows.get().into_iter().enumerate().map(row).collect_view()
    };
    let none = move || {
        (board.rows.with(Vec::is_empty) && board.loaded.get())
            .then(|| view! { <EmptyState title=board.words.nothing/> })
    };
    view! {
        <div class="matrix-box" node_ref=node>
            <table class="matrix" aria-label=move || t(board.words.label) on:keydown=on_key>
                <thead><tr><th scope="col">{move || t(board.words.corner)}</th>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {none}
            <MenuPopup host=menu label=text::RIGHT/>
        </div>
    }
    .into_any()
}

/// A set in a signal, one member of it as a check box.
fn member(set: RwSignal<BTreeSet<String>>, name: &str) -> Bound<bool> {
    let (asked, changed) = (name.to_owned(), name.to_owned());
    Bound::new(Signal::derive(move || set.with(|set| set.contains(&asked))), move |on: bool| {
        set.update(|set| match on {
            true => drop(set.insert(changed.clone())),
            false => drop(set.remove(&changed)),
        });
    })
}

#[component]
fn UserHead(board: Board, user: String) -> AnyView {
    let checked = member(board.picked_columns, &user);
    let (name, of_label) = (user.clone(), user.clone());
    view! {
        <th scope="col">
            <label class="matrix-pick" title=name>
                <CheckboxBox checked/>
                <span class="sr-only">{move || tf(text::SELECT_USER, &[("name", &of_label)])}</span>
                <span class="mono truncate" aria-hidden="true">{user.clone()}</span>
            </label>
        </th>
    }
    .into_any()
}

#[component]
fn RowHead(board: Board, key: String) -> AnyView {
    let checked = member(board.picked_rows, &key);
    let name = (board.name)(&key);
    view! {
        <th scope="row">
            <span class="matrix-topic">
                <label class="matrix-pick">
                    <CheckboxBox checked/>
                    <span class="sr-only">{move || tf(board.words.select_row, &[("name", &name)])}</span>
                </label>
                {board.head.run(key)}
            </span>
        </th>
    }
    .into_any()
}

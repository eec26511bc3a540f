//! One cell of the matrix: a user's effective right on a topic, as a button that changes it.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::matrix::Matrix;
use super::review::{cell_word, grant_word, source_word};
use super::rights::{Effective, Grant, Source};
use crate::i18n::{t, tf, users as text};
use crate::ui::{MenuHost, MenuItem};

/// A cell at a place of the grid. One of all cells can be reached with Tab, the others with arrow keys.
#[component]
pub fn Cell(
    matrix: Matrix,
    topic: String,
    user: String,
    at: (usize, usize),
    active: RwSignal<(usize, usize)>,
    menu: MenuHost,
) -> AnyView {
    let state = {
        let (topic, user) = (topic.clone(), user.clone());
        Memo::new(move |_| matrix.effective(&topic, &user).map(|told| told.map(|state| *state).map_err(drop)))
    };
    let label = {
        let (topic, user) = (topic.clone(), user.clone());
        move || {
            let (right, source) = match state.get() {
                None => return format!("{user}, {topic}: {}", t(text::LOADING_CELL)),
                Some(Err(())) => return format!("{user}, {topic}: {}", t(text::FAILED_CELL)),
                Some(Ok((effective, edited))) => (
                    t(grant_word(effective.grant)),
                    if edited { t(text::CHANGED) } else { t(source_word(effective.source)) },
                ),
            };
            let values: [(&str, &dyn std::fmt::Display); 4] =
                [("user", &user), ("topic", &topic), ("right", &right), ("source", &source)];
            tf(text::CELL, &values)
        }
    };
    let class = move || match state.get() {
        Some(Ok((_, true))) => "cell is-edited",
        Some(Ok((Effective { source: Source::Policy, .. }, _))) => "cell is-own",
        _ => "cell",
    };
    let words = move || match state.get() {
        None => "…",
        Some(Err(())) => "?",
        Some(Ok((effective, _))) => t(cell_word(effective.grant)),
    };
    let node = NodeRef::<html::Button>::new();
    let open = move |_| {
        let Some(button) = node.get_untracked() else { return };
        active.set(at);
        if let Some(Ok(_)) = state.get_untracked() {
            let (topic, user) = (topic.clone(), user.clone());
            menu.show(button.into(), Arc::new(move || items(matrix, &topic, &user)));
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
                aria-label=label.clone()
                title=label
                aria-haspopup="menu"
                on:click=open
            >
                {words}
            </button>
        </td>
    }
    .into_any()
}

fn items(matrix: Matrix, topic: &str, user: &str) -> Vec<MenuItem> {
    let now = untrack(|| matrix.now(topic)).and_then(Result::ok);
    let own = now.and_then(|policies| policies.get(user).copied()).unwrap_or_default();
    let item = |grant: Grant| {
        let (topic, user) = (topic.to_owned(), user.to_owned());
        MenuItem::new(grant_word(grant), move || matrix.set(&topic, &user, grant)).checked(own == grant)
    };
    Grant::ALL.into_iter().map(item).collect()
}

//! The matrix as a table, a page of topics by a page of users.

use std::collections::BTreeSet;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::cell::Cell;
use super::matrix::{Matrix, TOPICS, USERS};
use crate::i18n::{Msg, number, t, tf, users as text};
use crate::routes::{QueryText, Route};
use crate::ui::{Bound, CheckboxBox, EmptyState, Glyph, IconButton, MenuHost, MenuPopup};

/// Topics down, users across.
#[component]
pub fn Grid(matrix: Matrix) -> AnyView {
    let topics = Memo::new(move |_| matrix.shown_topics());
    let users = Memo::new(move |_| matrix.shown_users());
    let active = RwSignal::new((0_usize, 0_usize));
    let menu = MenuHost::new();
    let node = NodeRef::<html::Div>::new();
    let on_key = move |event: KeyboardEvent| {
        let (rows, columns) = (topics.with(Vec::len), users.with(Vec::len));
        let Some(to) = step(&event.key(), active.get_untracked(), rows, columns) else { return };
        event.prevent_default();
        active.set(to);
        if let Some(cell) = node.get_untracked().and_then(|grid| cell_at(&grid, to)) {
            // A cell that cannot have focus keeps the one that has it.
            let _ = cell.focus();
        }
    };
    let head = move || users.get().into_iter().map(|user| view! { <UserHead matrix user/> }).collect_view();
    let rows = move || {
        let users = users.get();
        let row = |(r, topic): (usize, String)| {
            let cells = users.iter().enumerate().map(|(c, user)| {
                view! { <Cell matrix topic=topic.clone() user=user.clone() at=(r, c) active menu/> }
            });
            view! { <tr><TopicHead matrix topic=topic.clone()/>{cells.collect_view()}</tr> }
        };
        topics.get().into_iter().enumerate().map(row).collect_view()
    };
    let none = move || {
        (topics.with(Vec::is_empty) && matrix.topics.progress().done)
            .then(|| view! { <EmptyState title=text::NO_TOPICS/> })
    };
    view! {
        <div class="matrix-box" node_ref=node>
            <table class="matrix" aria-label=move || t(text::MATRIX) on:keydown=on_key>
                <thead><tr><th scope="col">{move || t(text::TOPIC)}</th>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {none}
            <MenuPopup host=menu label=text::RIGHT/>
        </div>
    }
    .into_any()
}

fn cell_at(grid: &web_sys::Element, (row, column): (usize, usize)) -> Option<web_sys::HtmlElement> {
    let found = grid.query_selector(&format!("[data-at=\"{row}-{column}\"]")).ok().flatten();
    found?.dyn_into().ok()
}

/// Where an arrow key leads; nowhere beyond the edges.
fn step(key: &str, (row, column): (usize, usize), rows: usize, columns: usize) -> Option<(usize, usize)> {
    let to = match key {
        "ArrowUp" => (row.checked_sub(1)?, column),
        "ArrowDown" => (row + 1, column),
        "ArrowLeft" => (row, column.checked_sub(1)?),
        "ArrowRight" => (row, column + 1),
        "Home" => (row, 0),
        "End" => (row, columns.checked_sub(1)?),
        _ => return None,
    };
    (to.0 < rows && to.1 < columns).then_some(to)
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
fn UserHead(matrix: Matrix, user: String) -> AnyView {
    let checked = member(matrix.picked_users, &user);
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
fn TopicHead(matrix: Matrix, topic: String) -> AnyView {
    let checked = member(matrix.picked_topics, &topic);
    let instance = matrix.instance();
    let to = Route::Topic { instance, topic: topic.clone() };
    let of_open = topic.clone();
    let open = Memo::new(move |_| matches!(matrix.now(&of_open), Some(Ok(policies)) if policies.is_empty()));
    let of_label = topic.clone();
    view! {
        <th scope="row">
            <span class="matrix-topic">
                <label class="matrix-pick">
                    <CheckboxBox checked/>
                    <span class="sr-only">{move || tf(text::SELECT_TOPIC, &[("name", &of_label)])}</span>
                </label>
                <a class="mono truncate" href=to.href() title=topic.clone()>{topic.clone()}</a>
                {move || open.get().then(|| view! { <span class="muted">{t(text::ACCESS_OPEN)}</span> })}
            </span>
        </th>
    }
    .into_any()
}

/// Which part is shown, and the way to the others.
#[component]
pub fn Pager(matrix: Matrix) -> AnyView {
    let topics = Memo::new(move |_| matrix.all_topics().len());
    let users = Memo::new(move |_| matrix.all_users().len());
    view! {
        <div class="row-wrap matrix-pager">
            <Turn matrix page=matrix.topic_page total=topics per=TOPICS
                words=(text::TOPICS_SHOWN, text::EARLIER_TOPICS, text::LATER_TOPICS)/>
            <Turn matrix page=matrix.user_page total=users per=USERS
                words=(text::USERS_SHOWN, text::EARLIER_USERS, text::LATER_USERS)/>
        </div>
    }
    .into_any()
}

#[component]
fn Turn(matrix: Matrix, page: QueryText, total: Memo<usize>, per: usize, words: (Msg, Msg, Msg)) -> AnyView {
    let (shown, earlier, later) = words;
    let number_of = move || matrix.page_of(page);
    let to = move |n: usize| page.set(if n == 0 { String::new() } else { (n + 1).to_string() });
    let label = move || {
        let (total, from) = (total.get(), number_of() * per);
        let values: [(&str, &dyn std::fmt::Display); 3] = [
            ("from", &number((from + 1).min(total) as u64)),
            ("to", &number((from + per).min(total) as u64)),
            ("total", &number(total as u64)),
        ];
        tf(shown, &values)
    };
    let first = Signal::derive(move || number_of() == 0);
    let last = Signal::derive(move || (number_of() + 1) * per >= total.get());
    view! {
        <span class="row">
            <span role="status">{label}</span>
            <IconButton
                icon=Glyph::ChevronLeft
                label=earlier
                disabled=first
                on_click=move |()| to(untrack(number_of).saturating_sub(1))
            />
            <IconButton
                icon=Glyph::ChevronRight
                label=later
                disabled=last
                on_click=move |()| to(untrack(number_of) + 1)
            />
        </span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn arrows_stay_inside() {
        assert_eq!(step("ArrowDown", (0, 0), 2, 3), Some((1, 0)));
        assert_eq!(step("ArrowDown", (1, 0), 2, 3), None);
        assert_eq!(step("ArrowUp", (0, 0), 2, 3), None);
        assert_eq!(step("End", (1, 0), 2, 3), Some((1, 2)));
        assert_eq!(step("Enter", (1, 0), 2, 3), None);
        assert_eq!(step("End", (0, 0), 0, 0), None);
    }
}

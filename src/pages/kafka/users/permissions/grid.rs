//! The matrix as a table, a page of topics by a page of users.

use std::collections::BTreeSet;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::cell::Cell;
use super::matrix::{Matrix, TOPICS, USERS};
use crate::i18n::{t, tf, users as text};
use crate::pages::cell_grid::go_by_key;
use crate::routes::{QueryText, Route};
use crate::ui::{Bound, CheckboxBox, EmptyState, MenuHost, MenuPopup, Pager, PagerWords};

/// Topics down, users across.
#[component]
pub fn Grid(matrix: Matrix) -> AnyView {
    let topics = Memo::new(move |_| matrix.shown_topics());
    let users = Memo::new(move |_| matrix.shown_users());
    let active = RwSignal::new((0_usize, 0_usize));
    let menu = MenuHost::new();
    let node = NodeRef::<html::Div>::new();
    let on_key = move |event: KeyboardEvent| {
        let size = (topics.with(Vec::len), users.with(Vec::len));
        go_by_key(&event, node, active, size);
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
pub fn Pagers(matrix: Matrix) -> AnyView {
    let topics = Memo::new(move |_| matrix.all_topics().len());
    let users = Memo::new(move |_| matrix.all_users().len());
    let page = move |page: QueryText| {
        Bound::new(Signal::derive(move || matrix.page_of(page)), move |n: usize| {
            page.set(if n == 0 { String::new() } else { (n + 1).to_string() });
        })
    };
    view! {
        <div class="row-wrap matrix-pager">
            <Pager page=page(matrix.topic_page) total=topics per=TOPICS words=TOPIC_WORDS/>
            <Pager page=page(matrix.user_page) total=users per=USERS words=USER_WORDS/>
        </div>
    }
    .into_any()
}

const TOPIC_WORDS: PagerWords =
    PagerWords { shown: text::TOPICS_SHOWN, earlier: text::EARLIER_TOPICS, later: text::LATER_TOPICS };
const USER_WORDS: PagerWords =
    PagerWords { shown: text::USERS_SHOWN, earlier: text::EARLIER_USERS, later: text::LATER_USERS };

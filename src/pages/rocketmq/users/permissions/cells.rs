//! What the matrix of RocketMQ's users, topics and groups says, place by place.

use dms_api::models::rocketmq::Permission;

use super::matrix::Matrix;
use crate::i18n::{Msg, rocketmq::users as text, t, tf, users as shared};
use crate::pages::matrix::{Board, CellLook, Weight, Words};
use crate::pages::rocketmq::users::rights::{Kind, Source, Thing, choices as rights_of};
use crate::pages::rocketmq::users::words::{right_text, right_word, source_word};
use crate::prelude::*;
use crate::routes::QueryText;
use crate::ui::MenuItem;

const WORDS: Words = Words {
    label: text::MATRIX,
    corner: text::THING,
    select_row: text::SELECT_THING,
    selection: text::SELECTION,
    rows_shown: [text::SHOWN, text::EARLIER, text::LATER],
    nothing: text::NOTHING_FITS,
};

/// The matrix as the page draws it: topics and groups down, users across. `open` is which of them the panel shows.
pub fn board(matrix: Matrix, open: QueryText) -> Board {
    let on = move |key: &str, then: &dyn Fn(&Thing) -> Vec<MenuItem>| {
        Thing::of_key(key).map(|thing| then(&thing)).unwrap_or_default()
    };
    Board {
        rows: Memo::new(move |_| matrix.shown_things()),
        columns: Memo::new(move |_| matrix.shown_users()),
        row_count: Memo::new(move |_| matrix.all_things().len()),
        column_count: Memo::new(move |_| matrix.all_users().len()),
        loaded: Signal::derive(move || matrix.things.done()),
        picked_rows: matrix.picked_things,
        picked_columns: matrix.picked_users,
        row_page: matrix.thing_page,
        column_page: matrix.user_page,
        name: |key| Thing::of_key(key).map(|thing| thing.name).unwrap_or_default(),
        head: Callback::new(move |key| view! { <ThingHead key open/> }.into_any()),
        cell: Callback::new(move |(key, user): (String, String)| look(matrix, &key, &user)),
        menu: Callback::new(move |(key, user): (String, String)| {
            on(&key, &|thing| items(matrix, thing, &user))
        }),
        words: WORDS,
    }
}

fn look(matrix: Matrix, key: &str, user: &str) -> CellLook {
    let told = Thing::of_key(key).and_then(|thing| {
        let (effective, edited) = matrix.effective(&thing, user)?;
        Some((thing, effective, edited))
    });
    let Some((thing, effective, edited)) = told else {
        let label = t(shared::LOADING_CELL).to_owned();
        return CellLook { text: "…".to_owned(), label, weight: Weight::Light, usable: false };
    };
    let right = right_text(&effective.right);
    let reason = if edited { t(shared::CHANGED) } else { t(source_word(effective.source)) };
    let about: [(&str, &dyn std::fmt::Display); 4] =
        [("user", &user), ("topic", &thing.name), ("right", &right), ("source", &reason)];
    let label = tf(shared::CELL, &about);
    let weight = match (edited, effective.source) {
        (true, _) => Weight::Edited,
        (false, Source::Own) => Weight::Own,
        (false, _) => Weight::Light,
    };
    let text = match effective.right {
        Permission::Deny if weight == Weight::Light => t(shared::SHORT_NONE).to_owned(),
        _ => right,
    };
    CellLook { text, label, weight, usable: true }
}

/// What an entry can become; `None` takes it away.
pub fn choices(kind: Kind) -> Vec<Option<Permission>> {
    std::iter::once(None).chain(rights_of(kind).iter().cloned().map(Some)).collect()
}

/// The same in words.
pub fn choice_word(choice: Option<&Permission>) -> Msg {
    choice.and_then(right_word).unwrap_or(text::AS_DEFAULT)
}

fn items(matrix: Matrix, thing: &Thing, user: &str) -> Vec<MenuItem> {
    let admin = untrack(|| matrix.users.find(user)).is_some_and(|user| user.admin);
    let own = matrix.own(thing, user);
    let item = |choice: Option<Permission>| {
        let (thing, user, to) = (thing.clone(), user.to_owned(), choice.clone());
        let item = MenuItem::new(choice_word(choice.as_ref()), move || matrix.set(&thing, &user, to.clone()));
        let fixed = admin.then(|| TextProp::from(text::ADMIN_FIXED));
        item.checked(own == choice).disabled(fixed)
    };
    choices(thing.kind).into_iter().map(item).collect()
}

#[component]
fn ThingHead(key: String, open: QueryText) -> AnyView {
    let Some(thing) = Thing::of_key(&key) else { return ().into_any() };
    let kind = if thing.kind == Kind::Topic { text::TOPIC } else { text::GROUP };
    let (name, of_label) = (thing.name.clone(), thing.name.clone());
    view! {
        <button
            type="button"
            class="link-button mono truncate"
            title=thing.name
            aria-label=move || tf(text::WHO_OPEN, &[("name", &of_label)])
            on:click=move |_| open.set(key.clone())
        >
            {name}
        </button>
        <span class="muted">{move || t(kind)}</span>
    }
    .into_any()
}

//! What the matrix of Kafka's users and topics says, place by place.

use super::matrix::Matrix;
use super::rights::{Effective, Grant, Source};
use crate::i18n::{Msg, t, tf, users as text};
use crate::pages::matrix::{Board, CellLook, Weight, Words};
use crate::prelude::*;
use crate::routes::Route;
use crate::ui::MenuItem;

const WORDS: Words = Words {
    label: text::MATRIX,
    corner: text::TOPIC,
    select_row: text::SELECT_TOPIC,
    selection: text::SELECTION,
    rows_shown: [text::TOPICS_SHOWN, text::EARLIER_TOPICS, text::LATER_TOPICS],
    nothing: text::NO_TOPICS,
};

/// The matrix as the page draws it: topics down, users across.
pub fn board(matrix: Matrix) -> Board {
    Board {
        rows: Memo::new(move |_| matrix.shown_topics()),
        columns: Memo::new(move |_| matrix.shown_users()),
        row_count: Memo::new(move |_| matrix.all_topics().len()),
        column_count: Memo::new(move |_| matrix.all_users().len()),
        loaded: Signal::derive(move || matrix.topics.progress().done),
        picked_rows: matrix.picked_topics,
        picked_columns: matrix.picked_users,
        row_page: matrix.topic_page,
        column_page: matrix.user_page,
        name: str::to_owned,
        head: Callback::new(move |topic| view! { <TopicHead matrix topic/> }.into_any()),
        cell: Callback::new(move |(topic, user): (String, String)| look(matrix, &topic, &user)),
        menu: Callback::new(move |(topic, user): (String, String)| items(matrix, &topic, &user)),
        words: WORDS,
    }
}

fn look(matrix: Matrix, topic: &str, user: &str) -> CellLook {
    let told = matrix.effective(topic, user);
    let failed = matches!(told, Some(Err(_)));
    let Some(Ok(state)) = told else {
        let (text, words) = if failed { ("?", text::FAILED_CELL) } else { ("…", text::LOADING_CELL) };
        let label = format!("{user}, {topic}: {}", t(words));
        return CellLook { text: text.to_owned(), label, weight: Weight::Light, usable: false };
    };
    let (Effective { grant, source }, edited) = *state;
    let right = t(grant_word(grant));
    let reason = if edited { t(text::CHANGED) } else { t(source_word(source)) };
    let label = tf(text::CELL, &[("user", &user), ("topic", &topic), ("right", &right), ("source", &reason)]);
    let weight = match (edited, source) {
        (true, _) => Weight::Edited,
        (false, Source::Policy) => Weight::Own,
        (false, _) => Weight::Light,
    };
    let explicit = edited || source == Source::Policy;
    CellLook { text: t(cell_word(grant, explicit)).to_owned(), label, weight, usable: true }
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

/// A right in words.
pub fn grant_word(grant: Grant) -> Msg {
    match grant {
        Grant::None => text::GRANT_NONE,
        Grant::Write => text::GRANT_WRITE,
        Grant::Read => text::GRANT_READ,
        Grant::Both => text::GRANT_BOTH,
    }
}

/// A right in a cell: its word, which the cell's name holds too, and a dash for none that nobody asked for.
fn cell_word(grant: Grant, explicit: bool) -> Msg {
    match grant {
        Grant::None if !explicit => text::SHORT_NONE,
        grant => grant_word(grant),
    }
}

/// Why a user has a right.
fn source_word(source: Source) -> Msg {
    match source {
        Source::Policy => text::BY_POLICY,
        Source::Open => text::BY_OPEN,
        Source::Closed => text::BY_NOTHING,
    }
}

#[component]
fn TopicHead(matrix: Matrix, topic: String) -> AnyView {
    let instance = matrix.instance();
    let to = Route::Topic { instance, topic: topic.clone() };
    let of_open = topic.clone();
    let open = Memo::new(move |_| matches!(matrix.now(&of_open), Some(Ok(policies)) if policies.is_empty()));
    view! {
        <a class="mono truncate" href=to.href() title=topic.clone()>{topic.clone()}</a>
        {move || open.get().then(|| view! { <span class="muted">{t(text::ACCESS_OPEN)}</span> })}
    }
    .into_any()
}

//! Rights in words.

use dms_api::models::rocketmq::Permission;

use super::rights::Source;
use crate::i18n::{Msg, rocketmq::users as text, t, tf};
use crate::prelude::*;
use crate::ui::{Badge, Tone};

/// A right in words; `None` for one that this console does not know.
pub fn right_word(right: &Permission) -> Option<Msg> {
    Some(match right {
        Permission::Pub => text::PUB,
        Permission::Sub => text::SUB,
        Permission::PubSub => text::PUB_SUB,
        Permission::Deny => text::DENY,
        Permission::Other(_) => return None,
    })
}

/// The same as text: an unknown word as it came, none at all as a dash. Tracks the language.
pub fn right_text(right: &Permission) -> String {
    match right_word(right) {
        Some(word) => t(word).to_owned(),
        None if right.as_str().is_empty() => "–".to_owned(),
        None => right.as_str().to_owned(),
    }
}

/// Why a user has a right.
pub fn source_word(source: Source) -> Msg {
    match source {
        Source::Admin => text::BY_ADMIN,
        Source::Own => text::BY_OWN,
        Source::Default => text::BY_DEFAULT,
    }
}

/// A right on the page; a word that RocketMQ does not know is explained.
pub fn right_view(right: Permission) -> AnyView {
    let unknown = matches!(&right, Permission::Other(word) if !word.is_empty()).then(|| {
        let word = right.as_str().to_owned();
        let why = move || tf(text::UNKNOWN_RIGHT, &[("word", &word)]);
        view! { " " <span title=why><Badge label=text::UNKNOWN_SHORT tone=Tone::Warn/></span> }
    });
    view! { <span>{move || right_text(&right)}</span> {unknown} }.into_any()
}

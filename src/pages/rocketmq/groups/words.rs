//! What groups are, in words.

use crate::i18n::{
    core,
    rocketmq::{self as common, groups as text},
    t,
};
use crate::prelude::*;
use crate::ui::{Choice, Status, Tone};

/// Whether a group may consume.
#[component]
pub fn Enabled(enabled: bool) -> AnyView {
    let (tone, word) = if enabled { (Tone::Ok, text::ENABLED) } else { (Tone::Idle, text::DISABLED) };
    view! { <Status tone=Signal::stored(tone) label=word/> }.into_any()
}

/// Whether consumers are connected.
#[component]
pub fn Online(online: Option<bool>) -> AnyView {
    match online {
        Some(true) => view! { <Status tone=Signal::stored(Tone::Ok) label=text::ONLINE/> }.into_any(),
        Some(false) => view! { <Status tone=Signal::stored(Tone::Idle) label=text::OFFLINE/> }.into_any(),
        None => view! { <span class="muted">{move || t(common::UNKNOWN)}</span> }.into_any(),
    }
}

/// Who gets a message: one consumer or all of them. Tracks the language.
pub fn mode(broadcast: bool) -> &'static str {
    t(if broadcast { text::BROADCAST } else { text::CLUSTERING })
}

/// "Yes", "No", or that no answer of the service has it, as in older or newer editions. Tracks the language.
pub fn yes_no(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => t(core::YES),
        Some(false) => t(core::NO),
        None => t(text::NOT_TOLD),
    }
}

/// How a choice between yes, no and "as it is" stands in a form.
pub fn word(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}

/// Reads what [`word`] wrote.
pub fn of_word(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// Yes and no to choose from.
pub fn yes_no_choices() -> Vec<Choice> {
    vec![Choice::new("yes", core::YES), Choice::new("no", core::NO)]
}

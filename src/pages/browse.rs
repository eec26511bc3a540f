//! What the message browsers of both engines share.

mod keys;
mod marked;
mod neighbour;
mod produced;
mod time_range;

pub use keys::listen_to_keys;
pub use marked::{find, marked};
pub use neighbour::neighbour;
pub use produced::{beginning, body_words, format_button};
pub use time_range::{TimeRange, TimeRangeProps};

use leptos::task::spawn_local;

use crate::i18n::{core, duration_ms, messages, number, t, tf, ui as text};
use crate::ui::{Toasts, clipboard};

/// Copies a text and says so.
pub fn copy(what: &str, toasts: Toasts) {
    let copying = clipboard::copy(what);
    spawn_local(async move {
        if copying.await {
            toasts.ok(core::COPIED);
        } else {
            toasts.error(text::COPY_FAILED, "");
        }
    });
}

/// How many requests a reading took, and how many milliseconds.
pub fn calls(n: u64, took_ms: u32) -> String {
    let words = if n == 1 { messages::CALLS_ONE } else { messages::CALLS };
    tf(words, &[("n", &number(n)), ("took", &duration_ms(took_ms))])
}

/// What a reading says that has not come to its end.
pub fn broke_off(read: u64, failed: bool) -> String {
    let words = match (failed, read) {
        (false, _) => messages::STOPPED,
        (true, 0) => messages::READING_FAILED,
        (true, _) => messages::THEN_FAILED,
    };
    t(words).to_owned()
}

/// A text as a JSON string, for files.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A text on one line, cut to what a cell of a table can show.
pub fn one_line(text: &str) -> String {
    const PREVIEW: usize = 240;
    text.chars().take(PREVIEW).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

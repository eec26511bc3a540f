//! Every visible text in both languages, and how numbers, sizes and times are written in them.
//!
//! Texts are constants ([`messages!`](crate::messages!)), so a missing translation does not compile. The locale
//! is one signal for the whole app: call [`t`] inside a closure (`{move || t(core::CLOSE)}`) and the text
//! follows a switch of language without a reload.

pub mod batch;
pub mod brokers;
pub mod core;
mod dates;
pub mod failure;
pub mod groups;
pub mod instances;
pub mod journal;
mod letters;
mod locale;
pub mod messages;
pub mod monitoring;
mod numbers;
pub mod problems;
pub mod reassign;
pub mod resize;
pub mod rocketmq;
pub mod search;
pub mod settings;
pub mod shell;
pub mod sign_in;
pub mod tasks;
mod time_ago;
pub mod topic_extras;
pub mod topics;
pub mod ui;
pub mod users;
pub mod viewer;

use std::fmt::Display;

use leptos::reactive::graph::Observer;

use crate::prelude::*;

pub use dates::{Zone, clock, date, date_time, date_time_exact, now, relative, set_zone, time, zone};
pub use letters::lower;
pub use locale::{Locale, locale, set_locale};
pub use numbers::{bytes, count, duration_ms, number, percent};
pub use time_ago::TimeAgo;

/// One text in both languages. `{name}` marks a place that [`tf`] fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Msg {
    pub en: &'static str,
    pub zh: &'static str,
}

impl Msg {
    /// The text in `locale`.
    pub const fn text(self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::Zh => self.zh,
        }
    }

    /// Fills the `{name}` places of the text in `locale`.
    pub fn fill(self, locale: Locale, values: &[(&str, &dyn Display)]) -> String {
        fill(self.text(locale), values)
    }
}

/// Declares texts: `messages! { TITLE = "Topics", "主题"; }` gives `pub const TITLE: Msg`.
#[macro_export]
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $zh:literal;)*) => {
        $($(#[$doc])* pub const $name: $crate::i18n::Msg = $crate::i18n::Msg { en: $en, zh: $zh };)*
    };
}

/// Starts what the texts depend on: the stored or detected language, the time zone choice, the clock.
pub fn init() {
    locale::init();
    dates::init();
}

/// Reads a global signal: tracked where something can be tracked, plainly in event handlers.
pub(crate) fn read<T: Clone + Send + Sync + 'static>(signal: &ArcRwSignal<T>) -> T {
    if Observer::get().is_some() { signal.get() } else { signal.get_untracked() }
}

/// The text in the current language; follows the language when called in a reactive place.
pub fn t(msg: Msg) -> &'static str {
    msg.text(locale())
}

/// [`t`] with its `{name}` places filled.
pub fn tf(msg: Msg, values: &[(&str, &dyn Display)]) -> String {
    msg.fill(locale(), values)
}

/// Picks the text for `n` things and fills `{n}` with the number, grouped. Chinese has one form only.
pub fn plural(n: u64, one: Msg, other: Msg) -> String {
    let locale = locale();
    let msg = if n == 1 && locale == Locale::En { one } else { other };
    msg.fill(locale, &[("n", &number(n))])
}

fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            rest = after;
            out.push('{');
            break;
        };
        match values.iter().find(|(n, _)| *n == name) {
            Some((_, value)) => out.push_str(&value.to_string()),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Msg = Msg { en: "{n} of {total} left", zh: "共 {total} 个,剩 {n} 个" };

    #[test]
    fn fills_places_in_any_order() {
        let values: [(&str, &dyn Display); 2] = [("n", &3), ("total", &"ten")];
        assert_eq!(LEFT.fill(Locale::En, &values), "3 of ten left");
        assert_eq!(LEFT.fill(Locale::Zh, &values), "共 ten 个,剩 3 个");
    }

    #[test]
    fn a_value_is_not_filled_again_and_unknown_places_stay() {
        let values: [(&str, &dyn Display); 1] = [("n", &"{total}")];
        assert_eq!(LEFT.fill(Locale::En, &values), "{total} of {total} left");
        assert_eq!(fill("open { brace", &values), "open { brace");
    }
}

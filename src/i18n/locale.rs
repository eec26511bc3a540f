//! Which language the console speaks: the stored choice, else the browser's, else English.

use std::sync::LazyLock;

use crate::i18n::read;
use crate::prelude::*;
use crate::session::storage;

/// A language of the console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    #[default]
    En,
    Zh,
}

impl Locale {
    /// BCP 47 tag, for `<html lang>` and `Intl`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The first of the wanted languages that the console speaks. Every Chinese gets simplified Chinese.
    pub fn choose<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        wanted.into_iter().find_map(|tag| {
            let language = tag.split(['-', '_']).next()?;
            match language.to_ascii_lowercase().as_str() {
                "zh" => Some(Self::Zh),
                "en" => Some(Self::En),
                _ => None,
            }
        })
    }
}

const KEY: &str = "dms.locale";

static LOCALE: LazyLock<ArcRwSignal<Locale>> = LazyLock::new(|| ArcRwSignal::new(Locale::En));

/// The current language, tracked.
pub fn locale() -> Locale {
    read(&LOCALE)
}

/// Switches the language and remembers the choice.
pub fn set_locale(locale: Locale) {
    storage::local_set(KEY, locale.tag());
    apply(locale);
}

pub(super) fn init() {
    let stored = storage::local_get(KEY);
    let browser: Vec<String> =
        window().navigator().languages().iter().filter_map(|l| l.as_string()).collect();
    let wanted = stored.iter().map(String::as_str).chain(browser.iter().map(String::as_str));
    apply(Locale::choose(wanted).unwrap_or_default());
}

fn apply(locale: Locale) {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("lang", locale.tag());
    }
    LOCALE.set(locale);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_first_language_it_speaks() {
        assert_eq!(Locale::choose(["fr-FR", "zh-TW", "en"]), Some(Locale::Zh));
        assert_eq!(Locale::choose(["EN-gb", "zh-CN"]), Some(Locale::En));
        assert_eq!(Locale::choose(["de", "fr"]), None);
    }
}

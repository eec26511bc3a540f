//! The error catalogue: a file beside the program, fetched when the first error has to be explained.

use std::cell::Cell;
use std::sync::{Arc, LazyLock};

use gloo_net::http::Request;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::i18n::{self, Locale};
use crate::prelude::*;

static CATALOGUE: LazyLock<ArcRwSignal<Option<Arc<Value>>>> = LazyLock::new(|| ArcRwSignal::new(None));

/// What the catalogue says about a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    pub explain: String,
    pub remedy: String,
}

/// The explanation of `code` in a language. Tracked: `None` at first, while the catalogue is fetched, and for
/// codes it does not know.
pub fn explain(code: &str, locale: Locale) -> Option<Explained> {
    fetch_once();
    let catalogue = i18n::read(&CATALOGUE)?;
    find(&catalogue, code, locale)
}

fn find(catalogue: &Value, code: &str, locale: Locale) -> Option<Explained> {
    let language = if locale == Locale::Zh { "zh" } else { "en" };
    let texts = catalogue.get(code)?.get(language)?;
    let text = |key: &str| texts.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(Explained { explain: text("explain"), remedy: text("remedy") }).filter(|e| !e.explain.is_empty())
}

fn fetch_once() {
    thread_local!(static ASKED: Cell<bool> = const { Cell::new(false) });
    if ASKED.replace(true) {
        return;
    }
    spawn_local(async {
        match load().await {
            Some(catalogue) => CATALOGUE.set(Some(Arc::new(catalogue))),
            // The next error may have more luck.
            None => ASKED.set(false),
        }
    });
}

async fn load() -> Option<Value> {
    let response = Request::get("errors.json").send().await.ok()?;
    let text = if response.ok() { response.text().await.ok()? } else { return None };
    serde_json::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_language_asked_for() {
        let catalogue = serde_json::json!({"DMS.1": {"status": 400,
            "en": {"explain": "Name taken.", "remedy": "Take another."}, "zh": {"explain": "名称已存在。", "remedy": ""}}});
        let explained = |code, locale| find(&catalogue, code, locale).map(|e| (e.explain, e.remedy));
        assert_eq!(explained("DMS.1", Locale::En), Some(("Name taken.".into(), "Take another.".into())));
        assert_eq!(explained("DMS.1", Locale::Zh), Some(("名称已存在。".into(), String::new())));
        assert_eq!(explained("DMS.2", Locale::En), None);
    }
}

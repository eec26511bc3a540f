//! The runtime configuration: `config.json` beside the page, written by the gateway.

use std::cell::RefCell;
use std::sync::LazyLock;

use dms_api::config::RuntimeConfig;
use gloo_net::http::Request;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::i18n::read;
use crate::prelude::*;

static CONFIG: LazyLock<ArcRwSignal<Option<RuntimeConfig>>> = LazyLock::new(|| ArcRwSignal::new(None));

thread_local! {
    static LOADED: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// The configuration once it is known, tracked.
pub fn get() -> Option<RuntimeConfig> {
    read(&CONFIG)
}

/// Whether the gateway refuses every change; tracked. Pages hide or disable what would only be refused.
pub fn read_only() -> bool {
    get().is_some_and(|c| c.read_only)
}

/// The configuration, waiting for it.
pub async fn ready() -> RuntimeConfig {
    if let Some(promise) = LOADED.with_borrow(Clone::clone) {
        // The promise is never rejected.
        let _ = JsFuture::from(promise).await;
    }
    CONFIG.get_untracked().unwrap_or_default()
}

pub(super) fn init() {
    let promise = future_to_promise(async {
        CONFIG.set(Some(load().await));
        Ok(JsValue::UNDEFINED)
    });
    LOADED.with_borrow_mut(|p| *p = Some(promise));
}

/// Any failure means a plain static host: the defaults.
async fn load() -> RuntimeConfig {
    let Ok(response) = Request::get("config.json").cache(web_sys::RequestCache::NoStore).send().await else {
        return RuntimeConfig::default();
    };
    let text = if response.ok() { response.text().await.unwrap_or_default() } else { String::new() };
    RuntimeConfig::read(&serde_json::from_str(&text).unwrap_or_default())
}

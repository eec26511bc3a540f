//! Stands in for the crate `wasm-streams` (`[patch.crates-io]` in the workspace's `Cargo.toml`).
//!
//! leptos brings that crate for the streams of its server functions. The console has no server functions, but
//! everything that wasm-bindgen exports stays in the module, called or not: 3 kB of the first load. Here is only what
//! `server_fn` names; a newer version that names more does not compile, and can go back to the real crate by removing
//! the patch.

use futures::stream::{self, Empty, Stream};
use wasm_bindgen::JsValue;
use web_sys::ReadableStream as Raw;

/// A stream of the browser that the console never opens.
pub struct ReadableStream(Raw);

impl ReadableStream {
    /// The browser's stream, wrapped.
    pub fn from_raw(raw: Raw) -> Self {
        Self(raw)
    }

    /// A stream that nothing comes out of, whatever would go in.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(Raw::from(JsValue::UNDEFINED))
    }

    /// The browser's stream.
    pub fn into_raw(self) -> Raw {
        self.0
    }

    /// Ends at once.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        stream::empty()
    }
}

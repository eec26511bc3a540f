//! Nothing here but the browser tests; see `browser.rs`.

//! Small helpers around the browser's DOM.

use std::sync::atomic::{AtomicU32, Ordering};

/// A number no other element of this page load has; ids are made from it.
pub(crate) fn next_id() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// An ARIA flag: "true" or no attribute at all.
pub(crate) fn flag(on: bool) -> Option<&'static str> {
    on.then_some("true")
}

/// An ARIA state that must always be spelled out.
pub(crate) fn truth(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

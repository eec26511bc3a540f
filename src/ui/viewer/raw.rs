//! Text as it is.

use std::sync::Arc;

use super::lines::{MakeLine, lines_box};
use super::wrap::wrap;
use crate::i18n::{number, tf, viewer as text};
use crate::prelude::*;

/// Longer texts are cut into lines of this many columns.
const COLUMNS: usize = 100;
/// Up to here the browser breaks the lines itself, which selects and copies better.
const SHORT: usize = 20_000;

/// A text with its own line breaks.
pub fn raw(content: Arc<str>) -> AnyView {
    if content.len() <= SHORT {
        let shown = content.to_string();
        return view! {
            <pre class="lines raw mono" tabindex="0" role="region" aria-label=move || crate::i18n::t(text::TEXT)>
                {shown}
            </pre>
        }
        .into_any();
    }
    let cuts = wrap(&content, COLUMNS);
    let count = cuts.len();
    let line: MakeLine = Arc::new(move |i| {
        let part = cuts.get(i).and_then(|cut| content.get(cut.clone())).unwrap_or_default().to_owned();
        view! { <div class="line is-raw">{part}</div> }.into_any()
    });
    let note = move || tf(text::CUT, &[("columns", &COLUMNS), ("lines", &number(count as u64))]);
    view! {
        {lines_box(text::TEXT.into(), Signal::stored(count), line)}
        <p class="viewer-note">{note}</p>
    }
    .into_any()
}

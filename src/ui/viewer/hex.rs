//! Bytes.

use std::sync::Arc;

use super::lines::{MakeLine, lines_box};
use super::wrap::{hex_line, hex_lines};
use crate::i18n::viewer as text;
use crate::prelude::*;

/// Bytes with their places and characters.
pub fn hex(bytes: Arc<[u8]>) -> AnyView {
    let count = Signal::stored(hex_lines(bytes.len()));
    let line: MakeLine = Arc::new(move |i| {
        let (place, hex, chars) = hex_line(&bytes, i);
        view! {
            <div class="line is-hex">
                <span class="hex-place">{place}</span>
                <span>{hex}</span>
                <span class="hex-chars">{chars}</span>
            </div>
        }
        .into_any()
    });
    lines_box(text::HEX.into(), count, line)
}

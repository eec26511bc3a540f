//! The icon component.

use super::Glyph;
use crate::prelude::*;

/// A 16 px icon in the colour of the text. Decorative: the words beside it carry the meaning.
#[component]
pub fn Icon(of: Glyph) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=of.path()/>
        </svg>
    }
    .into_any()
}

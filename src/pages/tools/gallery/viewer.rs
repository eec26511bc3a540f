//! Bodies of messages.

use std::sync::Arc;

use crate::i18n::viewer as text;
use crate::prelude::*;
use crate::ui::{BodyView, Content, MenuItem, Section, ValueActions};

const ORDER: &str = r#"{"id": 12345678901234567890123, "total": 12.50, "customer": {"name": "陈静", "city": "Zürich"},
 "items": [{"sku": "TEA-250", "n": 2}, {"sku": "CUP-001", "n": 1, "tags": []}], "paid": true, "note": null}"#;

pub fn part() -> AnyView {
    let many: String = (0..200_000).map(|i| format!("{{\"n\": {i}, \"word\": \"数 {i}\"}},")).collect();
    let many = format!("[{}]", many.trim_end_matches(','));
    view! {
        <div class="stack">
            {sample("JSON", Content::of_text(ORDER.into()))}
            {sample("JSON, megabytes", Content::of_text(many.as_str().into()))}
            {sample("Base64", Content::of_text("eyJjaXR5IjogIk9zbG8ifQ==".into()))}
            {sample("Schema", Content::of_text("\0\0\0\u{1}\u{2}\u{8}Oslo\u{4}7".into()))}
            {sample("Damaged", Content::of_text("caf\u{fffd} <order/>".into()))}
        </div>
    }
    .into_any()
}

fn sample(title: &'static str, content: Content) -> AnyView {
    let actions: ValueActions = Arc::new(|path, _| {
        let path = path.to_owned();
        vec![MenuItem::new(text::COPY_VALUE, || {}), MenuItem::new(path, || {}).separated()]
    });
    let view = RwSignal::new(String::new());
    view! { <Section title=title><BodyView content=Arc::new(content) view actions/></Section> }.into_any()
}

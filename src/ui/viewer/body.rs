//! A body in whichever way it can be read best.

use std::sync::Arc;

use super::content::{Content, Form, Remark};
use super::hex::hex;
use super::raw::raw;
use super::tree::{JsonTree, ValueActions};
use crate::i18n::{Msg, t, tf, viewer as text};
use crate::json::pretty;
use crate::prelude::*;
use crate::ui::{Banner, Bound, Checkbox, Tab, Tabs, Tone};

/// A body as JSON tree, text and bytes, the best way first. What is remarkable about it is said above.
#[component]
pub fn BodyView(
    content: Arc<Content>,
    /// Id of the open tab: `json`, `text`, `hex`; `""` for the best.
    #[prop(into)]
    view: Bound<String>,
    /// The menu of a value of the tree.
    #[prop(optional)]
    actions: Option<ValueActions>,
) -> AnyView {
    let decoded = RwSignal::new(false);
    let base64 = matches!(content.remark, Some(Remark::Base64(_)));
    let original = Arc::clone(&content);
    let shown = Memo::new_with_compare(
        move |_| {
            let inner = decoded.get().then(|| original.decoded()).flatten();
            inner.map_or_else(|| Arc::clone(&original), Arc::new)
        },
        |a: Option<&Arc<Content>>, b| !matches!((a, b), (Some(a), Some(b)) if Arc::ptr_eq(a, b)),
    );
    let actions = StoredValue::new(actions);
    let form = move || tf(text::FORM, &[("form", &t(form_name(shown.with(|c| c.form))))]);
    view! {
        <div class="viewer">
            <div class="row-wrap viewer-head">
                <span class="muted">{form}</span>
                {base64.then(|| view! { <Checkbox checked=decoded label=text::DECODE_BASE64/> })}
            </div>
            {move || shown.with(|c| c.remark).filter(|r| !matches!(r, Remark::Base64(_))).map(remark)}
            {move || panes(shown.get(), view, actions)}
        </div>
    }
    .into_any()
}

fn panes(content: Arc<Content>, view: Bound<String>, actions: StoredValue<Option<ValueActions>>) -> AnyView {
    let mut tabs = vec![Tab::new("text", text::TEXT), Tab::new("hex", text::HEX)];
    let json = Tab::new("json", text::JSON);
    match (content.form, &content.doc) {
        (Form::Binary, None) => tabs.reverse(),
        (_, Some(_)) => tabs.insert(0, json),
        _ => {}
    }
    let panel = move |id: &'static str| match (id, &content.doc) {
        ("json", Some(doc)) => {
            let (doc, actions) = (Arc::clone(doc), actions.get_value());
            match actions {
                Some(actions) => view! { <JsonTree doc label=text::JSON actions/> }.into_any(),
                None => view! { <JsonTree doc label=text::JSON/> }.into_any(),
            }
        }
        ("hex", _) => hex(Arc::clone(&content.bytes)),
        (_, Some(_)) => formatted(Arc::clone(&content)),
        _ => raw(Arc::clone(&content.text)),
    };
    view! { <Tabs tabs value=view label=text::VIEWS panel/> }.into_any()
}

/// JSON as text: as it was sent, or with a line per value.
fn formatted(content: Arc<Content>) -> AnyView {
    let lines = RwSignal::new(false);
    let shown = move || match (lines.get(), &content.doc) {
        (true, Some(doc)) => raw(pretty(doc).into()),
        _ => raw(Arc::clone(&content.text)),
    };
    view! {
        <div class="viewer-option"><Checkbox checked=lines label=text::LINE_PER_VALUE/></div>
        {shown}
    }
    .into_any()
}

fn form_name(form: Form) -> Msg {
    match form {
        Form::Empty => text::FORM_EMPTY,
        Form::Json => text::FORM_JSON,
        Form::Markup => text::FORM_MARKUP,
        Form::Text => text::FORM_TEXT,
        Form::Binary => text::FORM_BINARY,
    }
}

fn remark(remark: Remark) -> AnyView {
    let (tone, title): (Tone, TextProp) = match remark {
        Remark::Damaged => (Tone::Warn, text::DAMAGED.into()),
        Remark::Schema(id) => (Tone::Info, (move || tf(text::SCHEMA, &[("id", &id)])).into()),
        Remark::Compressed(kind) => (Tone::Info, (move || tf(text::COMPRESSED, &[("kind", &kind)])).into()),
        Remark::Base64(_) => return ().into_any(),
    };
    view! { <Banner tone title/> }.into_any()
}

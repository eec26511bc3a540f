//! The body of a message that is being written.

use crate::i18n::{bytes, messages as text, t, tf};
use crate::json::{Doc, pretty};
use crate::prelude::*;
use crate::ui::{Button, FieldState};

/// Whether a body that starts like JSON is JSON; `None` where it does not start like it. The error is the number of
/// characters before the place where it stops to make sense.
fn json_of(body: &str) -> Option<Result<(), usize>> {
    body.trim_start().starts_with(['{', '[']).then(|| {
        let parsed = Doc::parse(body.into());
        let characters = |at| body.get(..at).map_or(0, |before| before.chars().count());
        parsed.map(drop).map_err(|wrong| characters(wrong.at))
    })
}

/// Characters of a body that the preview of the request shows.
const SHOWN: usize = 4_000;

/// A body as the preview of the request shows it: of a long one its beginning and its size, or a body of megabytes
/// would be laid out anew with every key.
pub fn beginning(body: &str) -> String {
    match body.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}… ({})", body.get(..end).unwrap_or_default(), bytes(body.len() as u64)),
        None => body.to_owned(),
    }
}

/// "valid JSON", or where it is not; `""` for what is not meant as JSON. Tracked.
pub fn body_words(body: FieldState) -> String {
    match body.value.with(|body| json_of(body)) {
        Some(Ok(())) => t(text::BODY_JSON).to_owned(),
        Some(Err(at)) => tf(text::BODY_NOT_JSON, &[("at", &(at + 1))]),
        None => String::new(),
    }
}

/// A button that lays JSON out; none while the body is no JSON.
pub fn format_button(body: FieldState) -> AnyView {
    let is_json = Memo::new(move |_| body.value.with(|body| json_of(body).is_some_and(|j| j.is_ok())));
    let format = move |()| {
        let doc = body.value.with_untracked(|body| Doc::parse(body.as_str().into()));
        if let Ok(doc) = doc {
            body.set(pretty(&doc));
        }
    };
    let view =
        move || is_json.get().then(|| view! { <div><Button label=text::FORMAT on_click=format/></div> });
    view.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_body_shows_its_beginning_and_its_size() {
        assert_eq!(beginning("{}"), "{}");
        let shown = beginning(&"单".repeat(10_000));
        assert!(shown.starts_with("单单") && shown.chars().count() < SHOWN + 20, "{}", shown.len());
        assert!(shown.contains("KB"), "the size in bytes is said");
    }
}

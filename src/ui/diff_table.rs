//! Before and after.

use crate::i18n::{Msg, t, ui as text};
use crate::prelude::*;

/// One changed value.
#[derive(Clone, Debug)]
pub struct Change {
    pub label: TextProp,
    pub before: String,
    pub after: String,
    /// A remark: "needs a restart".
    pub note: Option<TextProp>,
}

impl Change {
    pub fn new(label: impl Into<TextProp>, before: impl Into<String>, after: impl Into<String>) -> Self {
        Self { label: label.into(), before: before.into(), after: after.into(), note: None }
    }

    /// Adds a remark.
    pub fn note(mut self, note: impl Into<TextProp>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// What changes: name, before, after. Says so where nothing does.
#[component]
pub fn DiffTable(
    #[prop(into)] changes: Signal<Vec<Change>>,
    /// What it is that changes: a setting unless said otherwise.
    #[prop(default = text::SETTING)]
    what: Msg,
) -> AnyView {
    let rows = move || {
        let changes = changes.get();
        if changes.is_empty() {
            return view! { <p class="muted">{move || t(text::NO_CHANGES)}</p> }.into_any();
        }
        view! {
            <table class="diff">
                <thead>
                    <tr>
                        <th scope="col">{move || t(what)}</th>
                        <th scope="col">{move || t(text::BEFORE)}</th>
                        <th scope="col">{move || t(text::AFTER)}</th>
                    </tr>
                </thead>
                <tbody>{changes.into_iter().map(row).collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    rows.into_any()
}

fn row(change: Change) -> AnyView {
    let Change { label, before, after, note } = change;
    view! {
        <tr>
            <th scope="row">
                {move || label.get()}
                {note.map(|note| view! { <div class="diff-note">{move || note.get()}</div> })}
            </th>
            <td><del class="diff-before">{dash(before)}</del></td>
            <td><ins class="diff-after">{dash(after)}</ins></td>
        </tr>
    }
    .into_any()
}

fn dash(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}

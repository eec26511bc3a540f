//! Key and value pairs.

use leptos::html;

use super::dom::{after_press, find_all, flag, focus, next_id};
use super::field::Control;
use super::{Bound, Button, ButtonKind, Glyph, Icon, IconButton};
use crate::i18n::{t, tf, ui as text};
use crate::prelude::*;

/// One tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagPair {
    pub key: String,
    pub value: String,
}

type Check = Callback<(Vec<TagPair>, usize), Option<String>>;

#[derive(Clone, Copy)]
struct Tags {
    id: u32,
    all: Bound<Vec<TagPair>>,
    check: Option<Check>,
    node: NodeRef<html::Div>,
    /// Rows the user has left: their errors may show.
    seen: RwSignal<Vec<usize>>,
}

/// Rows of key and value with "add" and "remove". Inside a `Field group=true`. `check` says what is wrong with the
/// pair at an index, among all; its message shows under the row once the user has left it.
#[component]
pub fn TagsInput(
    #[prop(into)] value: Bound<Vec<TagPair>>,
    /// Most pairs allowed.
    #[prop(default = 20)]
    max: usize,
    /// Keys to suggest.
    #[prop(optional, into)]
    keys: Signal<Vec<String>>,
    #[prop(optional, into)] check: Option<Check>,
) -> AnyView {
    let control = Control::new(None);
    let tags =
        Tags { id: next_id(), all: value, check, node: NodeRef::new(), seen: RwSignal::new(Vec::new()) };
    let shown_all = control.shows_errors();
    // By index: typing changes a row's content, not the row.
    let count = Memo::new(move |_| value.with(Vec::len));
    let row = move |i: usize| tags.row(i, shown_all.clone());
    let suggestions =
        move || keys.get().into_iter().map(|key| view! { <option value=key></option> }).collect_view();
    let full = move || count.get() >= max;
    view! {
        <div
            class="tags-input"
            role="group"
            node_ref=tags.node
            aria-labelledby=control.labelled_by()
            aria-describedby=control.described_by()
        >
            <datalist id=format!("tags{}", tags.id)>{suggestions}</datalist>
            <For each=move || 0..count.get() key=|i| *i children=row/>
            <div class="tags-foot">
                <Button
                    kind=ButtonKind::Ghost
                    icon=Glyph::Plus
                    label=text::ADD_TAG
                    disabled=full
                    on_click=move |()| tags.add()
                />
                <span>{move || tf(text::TAGS_USED, &[("n", &count.get()), ("max", &max)])}</span>
            </div>
        </div>
    }
    .into_any()
}

impl Tags {
    fn change(self, change: impl FnOnce(&mut Vec<TagPair>)) {
        let mut all = self.all.peek();
        change(&mut all);
        self.all.set(all);
    }

    fn edit(self, i: usize, change: impl FnOnce(&mut TagPair)) {
        self.change(|all| {
            if let Some(tag) = all.get_mut(i) {
                change(tag);
            }
        });
    }

    fn add(self) {
        self.change(|all| all.push(TagPair::default()));
        self.focus_key(|len| len.checked_sub(1));
    }

    fn remove(self, i: usize) {
        self.change(|all| {
            if i < all.len() {
                all.remove(i);
            }
        });
        self.seen.update(|seen| {
            seen.retain(|s| *s != i);
            seen.iter_mut().filter(|s| **s > i).for_each(|s| *s -= 1);
        });
        self.focus_key(move |len| len.checked_sub(1).map(|last| i.min(last)));
    }

    /// Focus must not fall into nothing when a row comes or goes.
    fn focus_key(self, pick: impl FnOnce(usize) -> Option<usize> + 'static) {
        request_animation_frame(move || {
            let Some(group) = self.node.get_untracked() else { return };
            let keys = find_all(&group, "input[data-part=key]");
            let target = pick(keys.len()).and_then(|i| keys.get(i).cloned());
            if let Some(target) = target.or_else(|| find_all(&group, "button").pop()) {
                focus(&target);
            }
        });
    }

    fn error(self, i: usize, all_shown: bool) -> Option<String> {
        let shown = all_shown || self.seen.with(|seen| seen.contains(&i));
        let check = self.check.filter(|_| shown)?;
        check.run((self.all.get(), i))
    }

    fn row(self, i: usize, all_shown: impl Fn() -> bool + Clone + Send + Sync + 'static) -> AnyView {
        let n = i + 1;
        let error = Memo::new(move |_| self.error(i, all_shown()));
        let error_id = format!("tags{}-{i}-error", self.id);
        let described = {
            let id = error_id.clone();
            move || error.with(Option::is_some).then(|| id.clone())
        };
        // Leaving the key for the value is not leaving the row: only the value's blur counts.
        let see = move || {
            self.seen.try_update(|seen| {
                if !seen.contains(&i) {
                    seen.push(i);
                }
            });
        };
        let part = move |get: fn(&TagPair) -> &String| {
            move || self.all.with(|all| all.get(i).map(|tag| get(tag).clone()).unwrap_or_default())
        };
        view! {
            <div class="tag-row">
                <span class="input">
                    <input
                        type="text"
                        data-part="key"
                        autocomplete="off"
                        spellcheck="false"
                        list=format!("tags{}", self.id)
                        aria-label=move || tf(text::TAG_KEY, &[("n", &n)])
                        placeholder=move || t(text::TAG_KEY_HINT)
                        aria-invalid=move || flag(error.with(Option::is_some))
                        aria-describedby=described.clone()
                        prop:value=part(|tag| &tag.key)
                        on:input:target=move |event| {
                            let now = event.target().value();
                            self.edit(i, |tag| tag.key = now);
                        }
                    />
                </span>
                <span class="input">
                    <input
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        aria-label=move || tf(text::TAG_VALUE, &[("n", &n)])
                        placeholder=move || t(text::TAG_VALUE_HINT)
                        aria-describedby=described
                        prop:value=part(|tag| &tag.value)
                        on:input:target=move |event| {
                            let now = event.target().value();
                            self.edit(i, |tag| tag.value = now);
                        }
                        on:blur=move |_| after_press(see)
                    />
                </span>
                <IconButton
                    icon=Glyph::Close
                    label=move || tf(text::REMOVE_TAG, &[("n", &n)])
                    on_click=move |()| self.remove(i)
                />
                {move || {
                    error.get().map(|message| {
                        view! {
                            <p class="field-error" id=error_id.clone()><Icon of=Glyph::Warning/>{message}</p>
                        }
                    })
                }}
            </div>
        }
        .into_any()
    }
}

//! A text field with a list of suggestions: for choices too many for a select.

use leptos::ev::KeyboardEvent;
use leptos::html;

use super::dom::{flag, float, hide_popover, next_id, rect, set_style, show_popover, truth};
use super::field::Control;
use super::place::Side;
use super::roving::next_index;
use super::{Bound, Choice, Glyph, Icon};
use crate::i18n::{lower, t, tf, ui as text};
use crate::prelude::*;

/// More than these are counted, not listed: nobody reads them.
const MOST: usize = 100;

#[derive(Clone, Copy)]
struct Combo {
    id: u32,
    value: Bound<String>,
    options: Signal<Vec<Choice>>,
    free: bool,
    /// What has been typed since the field was entered; `None` shows what is picked.
    typed: RwSignal<Option<String>>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    input: NodeRef<html::Input>,
    list: NodeRef<html::Div>,
}

/// One of many options, found by typing. Without `free` only an option of the list can be picked.
#[component]
pub fn Combobox(
    #[prop(into)] value: Bound<String>,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional, into)] placeholder: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Takes any text, not only an option of the list.
    #[prop(optional)]
    free: bool,
) -> AnyView {
    let control = Control::new(label);
    let blur = control.clone();
    let combo = Combo {
        id: next_id(),
        value,
        options,
        free,
        typed: RwSignal::new(None),
        open: RwSignal::new(false),
        active: RwSignal::new(None),
        input: NodeRef::new(),
        list: NodeRef::new(),
    };
    let list_id = format!("combo{}", combo.id);
    let controls = list_id.clone();
    view! {
        <span class="combo">
            <span class="input input-select">
                <input
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    node_ref=combo.input
                    id=control.id()
                    aria-label=control.aria_label()
                    aria-describedby=control.described_by()
                    aria-invalid=control.invalid()
                    aria-required=control.required()
                    aria-autocomplete="list"
                    aria-expanded=move || truth(combo.open.get())
                    aria-controls=controls
                    aria-activedescendant=move || combo.active_id()
                    placeholder=placeholder.map(|text| move || text.get())
                    disabled=move || disabled.get()
                    prop:value=move || combo.shown()
                    on:input:target=move |event| combo.type_in(event.target().value())
                    on:click=move |_| combo.click()
                    on:keydown=move |event| combo.on_key(&event)
                    on:blur=move |_| {
                        combo.leave();
                        blur.touch();
                    }
                />
                <Icon of=Glyph::ChevronDown/>
            </span>
            <div class="combo-list" popover="manual" role="listbox" id=list_id node_ref=combo.list
                aria-label=move || t(text::SUGGESTIONS)>
                {move || combo.open.get().then(|| combo.list_view())}
            </div>
        </span>
    }
    .into_any()
}

impl Combo {
    /// What stands in the field.
    fn shown(self) -> String {
        self.typed.get().unwrap_or_else(|| {
            let value = self.value.get();
            let label = self.options.with(|o| o.iter().find(|c| c.value == value).map(|c| c.label.clone()));
            label.map_or(value, |label| label.get().to_string())
        })
    }

    /// The options that match what was typed.
    fn found(self) -> Vec<Choice> {
        let typed = self.typed.get().unwrap_or_default();
        let fits = |c: &&Choice| c.pinned || matches(&typed, &c.label.get(), &c.value);
        self.options.with(|all| all.iter().filter(fits).cloned().collect())
    }

    fn active_id(self) -> Option<String> {
        let open = self.open.get();
        self.active.get().filter(|_| open).map(|i| format!("combo{}-{i}", self.id))
    }

    fn click(self) {
        // What is typed now replaces the choice instead of lengthening its name.
        if let Some(input) = self.input.get_untracked().filter(|_| !self.free && !self.open.get_untracked()) {
            input.select();
        }
        self.show();
    }

    fn show(self) {
        self.open.set(true);
        let combo = self;
        request_animation_frame(move || {
            let (Some(input), Some(list)) = (combo.input.get_untracked(), combo.list.get_untracked()) else {
                return;
            };
            let anchor = rect(input.parent_element().as_ref().unwrap_or(&input));
            set_style(&list, "width", &format!("{}px", anchor.right - anchor.left));
            show_popover(&list);
            float(&list, anchor, Side::Below);
        });
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(None);
        if let Some(list) = self.list.get_untracked() {
            hide_popover(&list);
        }
    }

    fn type_in(self, now: String) {
        if self.free {
            self.value.set(now.clone());
        }
        let first = (!self.free && !now.is_empty()).then_some(0);
        self.typed.set(Some(now));
        self.active.set(first);
        self.show();
    }

    fn pick(self, choice: &Choice) {
        if !choice.disabled {
            self.value.set(choice.value.clone());
            self.typed.set(None);
            self.close();
        }
    }

    fn leave(self) {
        self.close();
        // Emptying the field takes the choice back; anything else that is no option is forgotten.
        if !self.free && self.typed.with_untracked(|t| t.as_deref() == Some("")) {
            self.value.set(String::new());
        }
        self.typed.set(None);
    }

    fn on_key(self, event: &KeyboardEvent) {
        let open = self.open.get_untracked();
        let found = untrack(|| self.found());
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !open => self.show(),
            "Enter" if open => match self.active.get_untracked().and_then(|i| found.get(i)) {
                Some(choice) => self.pick(choice),
                None => self.close(),
            },
            "Escape" if open => {
                self.typed.set(None);
                self.close();
                event.stop_propagation();
            }
            key @ ("ArrowDown" | "ArrowUp") => {
                let len = found.len().min(MOST);
                let next = next_index(key, self.active.get_untracked(), len, "ArrowUp", "ArrowDown");
                self.active.set(next);
                self.reveal();
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn reveal(self) {
        request_animation_frame(move || {
            let list = self.list.get_untracked();
            if let Some(option) = list.and_then(|l| super::dom::find(&l, "[aria-selected=true]")) {
                super::dom::reveal(&option);
            }
        });
    }

    fn list_view(self) -> AnyView {
        let found = self.found();
        let more = found.len().saturating_sub(MOST);
        let note = if found.is_empty() {
            Some(t(text::NO_MATCH).to_owned())
        } else {
            (more > 0).then(|| tf(text::MORE_OPTIONS, &[("n", &more)]))
        };
        let note = note
            .map(|note| view! { <div class="combo-none" role="option" aria-disabled="true">{note}</div> });
        let options = found.into_iter().take(MOST).enumerate();
        let options = options.map(|(i, choice)| self.option_view(i, choice)).collect_view();
        (options, note).into_any()
    }

    fn option_view(self, i: usize, choice: Choice) -> AnyView {
        let (label, hint, off) = (choice.label.clone(), choice.hint.clone(), choice.disabled);
        view! {
            <div
                class="combo-option"
                role="option"
                id=format!("combo{}-{i}", self.id)
                aria-selected=move || truth(self.active.get() == Some(i))
                aria-disabled=flag(off)
                // Focus stays in the field.
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| self.pick(&choice)
            >
                <span>{move || label.get()}</span>
                {hint.map(|hint| view! { <span class="combo-option-hint">{move || hint.get()}</span> })}
            </div>
        }
        .into_any()
    }
}

/// Whether an option is what the user may mean: every word typed occurs in its label or value.
fn matches(typed: &str, label: &str, value: &str) -> bool {
    let (label, value) = (lower(label), lower(value));
    lower(typed).split_whitespace().all(|word| label.contains(word) || value.contains(word))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn every_word_has_to_occur() {
        assert!(matches("", "CN North-Beijing4", "cn-north-4"));
        assert!(matches("beijing north", "CN North-Beijing4", "cn-north-4"));
        assert!(matches("NORTH-4", "CN North-Beijing4", "cn-north-4"));
        assert!(!matches("beijing south", "CN North-Beijing4", "cn-north-4"));
    }
}

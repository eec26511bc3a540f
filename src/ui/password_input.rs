//! Passwords: shown on request, with a checklist of rules.

use super::dom::next_id;
use super::field::Control;
use super::{Bound, Glyph, Icon, IconButton};
use crate::i18n::{t, ui as text};
use crate::prelude::*;

/// One rule of a password and whether it is kept now.
#[derive(Clone, Debug)]
pub struct RuleState {
    pub label: TextProp,
    pub kept: bool,
}

impl RuleState {
    pub fn new(label: impl Into<TextProp>, kept: bool) -> Self {
        Self { label: label.into(), kept }
    }
}

/// A password with a button that shows it and, if given, the rules as a live checklist.
#[component]
pub fn PasswordInput(
    #[prop(into)] value: Bound<String>,
    #[prop(optional, into)] label: Option<TextProp>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The rules for the value as it is; empty for none.
    #[prop(optional, into)]
    rules: Signal<Vec<RuleState>>,
    /// `new-password` or `current-password`.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
) -> AnyView {
    let control = Control::new(label);
    let blur = control.clone();
    let shown = RwSignal::new(false);
    let rules_id = format!("f{}-rules", next_id());
    let described = {
        let (described, rules_id) = (control.described_by(), rules_id.clone());
        move || {
            let rules = rules.with(|r| (!r.is_empty()).then(|| rules_id.clone()));
            match (described(), rules) {
                (Some(a), Some(b)) => Some(format!("{a} {b}")),
                (a, b) => a.or(b),
            }
        }
    };
    let list = move || {
        let rules = rules.get();
        (!rules.is_empty()).then(|| {
            let id = rules_id.clone();
            view! { <ul class="rules" id=id>{rules.into_iter().map(rule).collect_view()}</ul> }
        })
    };
    view! {
        <span class="input input-password">
            <input
                type=move || if shown.get() { "text" } else { "password" }
                id=control.id()
                autocomplete=autocomplete
                spellcheck="false"
                autocapitalize="off"
                aria-label=control.aria_label()
                aria-describedby=described
                aria-invalid=control.invalid()
                aria-required=control.required()
                disabled=move || disabled.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
                on:blur=move |_| blur.touch()
            />
            {move || {
                let on = shown.get();
                let icon = if on { Glyph::EyeOff } else { Glyph::Eye };
                view! {
                    <IconButton
                        icon
                        label=move || t(if on { text::HIDE_PASSWORD } else { text::SHOW_PASSWORD })
                        on_click=move |()| shown.set(!on)
                    />
                }
            }}
        </span>
        {list}
    }
    .into_any()
}

fn rule(rule: RuleState) -> AnyView {
    let (glyph, state) =
        if rule.kept { (Glyph::CircleCheck, text::RULE_KEPT) } else { (Glyph::Circle, text::RULE_OPEN) };
    view! {
        <li class="rule" class:is-kept=rule.kept>
            <Icon of=glyph/>
            <span>{move || rule.label.get()}</span>
            <span class="sr-only">{move || t(state)}</span>
        </li>
    }
    .into_any()
}

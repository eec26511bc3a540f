//! A new password: its rules as a checklist, typed twice.

use dms_api::rules::{self, PASSWORD_LENGTH};
use leptos::prelude::*;

use crate::i18n::problems::complaint;
use crate::i18n::{t, users as text};
use crate::ui::{Field, FieldState, FormState, PasswordInput, RuleState};

/// The two fields.
#[derive(Clone, Copy)]
pub struct NewPassword {
    pub password: FieldState,
    pub again: FieldState,
    user: Signal<String>,
}

impl NewPassword {
    /// Adds the fields to a form; `user` is whose password it will be.
    pub fn new(state: FormState, user: Signal<String>) -> Self {
        let password = state.text("", move |raw| complaint(rules::password(raw, user.get().trim())));
        let again =
            state.text("", move |raw| (raw != password.get()).then(|| t(text::PASSWORD_DIFFERS).to_owned()));
        Self { password, again, user }
    }
}

/// Both fields on the page.
#[component]
pub fn NewPasswordFields(of: NewPassword) -> AnyView {
    let rules = Signal::derive(move || checklist(&of.password.get(), of.user.get().trim()));
    view! {
        <Field label=text::PASSWORD of=of.password required=true>
            <PasswordInput value=of.password rules autocomplete="new-password"/>
        </Field>
        <Field label=text::PASSWORD_AGAIN of=of.again required=true>
            <PasswordInput value=of.again autocomplete="new-password"/>
        </Field>
    }
    .into_any()
}

fn checklist(password: &str, user: &str) -> Vec<RuleState> {
    let (min, max) = PASSWORD_LENGTH;
    let typed = !password.is_empty();
    let reversed = password.chars().eq(user.chars().rev());
    vec![
        RuleState::new(text::RULE_LENGTH, (min..=max).contains(&password.len())),
        RuleState::new(text::RULE_CLASSES, rules::password_classes(password) >= 3),
        RuleState::new(text::RULE_NAME, typed && password != user && !reversed),
    ]
}

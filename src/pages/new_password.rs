//! A new password or key: its rules as a checklist, typed twice.

use dms_api::rules::{self, PASSWORD_LENGTH};

use crate::i18n::problems::complaint;
use crate::i18n::{Msg, t, users as text};
use crate::prelude::*;
use crate::ui::{Field, FieldState, FormState, PasswordInput, RuleState};

/// The two fields.
#[derive(Clone, Copy)]
pub struct NewPassword {
    pub password: FieldState,
    pub again: FieldState,
    user: Signal<String>,
    optional: bool,
}

impl NewPassword {
    /// Adds the fields to a form; `user` is whose password it will be.
    pub fn new(state: FormState, user: Signal<String>) -> Self {
        Self::with(state, user, false)
    }

    /// The same where an empty password leaves the old one.
    pub fn optional(state: FormState, user: Signal<String>) -> Self {
        Self::with(state, user, true)
    }

    fn with(state: FormState, user: Signal<String>, optional: bool) -> Self {
        let password = state.text("", move |raw| {
            let kept = optional && raw.is_empty();
            complaint(if kept { Ok(()) } else { rules::password(raw, user.get().trim()) })
        });
        let again =
            state.text("", move |raw| (raw != password.get()).then(|| t(text::PASSWORD_DIFFERS).to_owned()));
        Self { password, again, user, optional }
    }
}

/// Both fields on the page.
#[component]
pub fn NewPasswordFields(
    of: NewPassword,
    #[prop(default = text::PASSWORD)] label: Msg,
    #[prop(default = text::PASSWORD_AGAIN)] again: Msg,
    #[prop(default = text::RULE_NAME)] name_rule: Msg,
) -> AnyView {
    let rules = Signal::derive(move || checklist(&of.password.get(), of.user.get().trim(), name_rule));
    view! {
        <Field label of=of.password required=!of.optional>
            <PasswordInput value=of.password rules autocomplete="new-password"/>
        </Field>
        <Field label=again of=of.again required=!of.optional>
            <PasswordInput value=of.again autocomplete="new-password"/>
        </Field>
    }
    .into_any()
}

fn checklist(password: &str, user: &str, name_rule: Msg) -> Vec<RuleState> {
    let (min, max) = PASSWORD_LENGTH;
    let typed = !password.is_empty();
    let reversed = password.chars().eq(user.chars().rev());
    vec![
        RuleState::new(text::RULE_LENGTH, (min..=max).contains(&password.len())),
        RuleState::new(text::RULE_CLASSES, rules::password_classes(password) >= 3),
        RuleState::new(name_rule, typed && password != user && !reversed),
    ]
}

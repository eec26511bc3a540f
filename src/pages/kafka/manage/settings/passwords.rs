//! New passwords: of the first SASL user (K5.2.1) and of Kafka Manager's user (K5.2.2). They stay in the dialog's
//! fields and the request.

use dms_api::Secret;
use dms_api::models::Instance;
use dms_api::ops::kafka::{NewPasswordBody, ResetManagerPassword, ResetPassword};

use super::{Settings, change};
use crate::data::{Mutation, use_mutation};
use crate::i18n::{core, settings as text, t, tf};
use crate::pages::new_password::{NewPassword, NewPasswordFields};
use crate::prelude::*;
use crate::shell::{Failure, brief};
use crate::ui::{Bound, Button, ButtonKind, Dialog, Fact, Form, FormState, KeyValues, Section, use_toasts};

/// Whose password is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    FirstUser,
    Manager,
}

/// The first user, or why there is none.
pub fn section(settings: Settings, instance: &Instance) -> AnyView {
    if !instance.ssl_enable {
        return view! {
            <Section title=text::PASSWORDS><p class="muted">{move || t(text::NO_SASL)}</p></Section>
        }
        .into_any();
    }
    let actions = move || change(settings, text::RESET_PASSWORD, move || ask(settings, Of::FirstUser));
    let user = instance.access_user.clone().unwrap_or_default();
    view! {
        <Section title=text::PASSWORDS hint=text::PASSWORDS_HINT actions>
            <KeyValues>
                <Fact label=text::USER value=user mono=true/>
            </KeyValues>
        </Section>
    }
    .into_any()
}

pub fn ask(settings: Settings, of: Of) {
    settings.password.set(Some(of));
}

/// The user whose password is changed.
fn name(settings: Settings) -> String {
    let of = settings.password.get();
    settings
        .instance
        .with(|instance| {
            let instance = instance.as_ref()?;
            match of? {
                Of::FirstUser => instance.access_user.clone(),
                Of::Manager => instance.kafka_manager_user.clone(),
            }
        })
        .unwrap_or_default()
}

/// The dialog behind both.
#[component]
pub(super) fn PasswordDialog(id: String, settings: Settings) -> AnyView {
    let mutation = use_mutation();
    let open =
        Bound::new(Signal::derive(move || settings.password.with(Option::is_some)), move |open: bool| {
            if !open {
                settings.password.set(None);
            }
            mutation.failure.set(None);
        });
    let user = Signal::derive(move || name(settings));
    view! {
        <Dialog open title=move || tf(text::PASSWORD_TITLE, &[("name", &user.get())]) busy=mutation.pending>
            <PasswordForm id=id.clone() settings user mutation/>
        </Dialog>
    }
    .into_any()
}

/// Made anew each time the dialog opens, so that no password outlives it.
#[component]
fn PasswordForm(id: String, settings: Settings, user: Signal<String>, mutation: Mutation) -> AnyView {
    let state = FormState::new();
    let new = NewPassword::new(state, user);
    let toasts = use_toasts();
    let Some(of) = settings.password.get_untracked() else { return ().into_any() };
    let submit = move |()| {
        let name = user.get_untracked();
        let done = move || {
            toasts.ok(tf(text::PASSWORD_DONE, &[("name", &name)]));
            settings.password.set(None);
        };
        let body = NewPasswordBody { new_password: Secret(new.password.value.get_untracked()) };
        let instance_id = id.clone();
        match of {
            Of::FirstUser => mutation.run(ResetPassword { instance_id, body }, move |_| done()),
            Of::Manager => mutation.run(ResetManagerPassword { instance_id, body }, move |_| done()),
        }
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get()
            && let Some("new_password" | "password") = failure.field()
        {
            new.password.reject(brief(&failure));
        }
    });
    let meaning = match of {
        Of::FirstUser => text::PASSWORD_TEXT,
        Of::Manager => text::MANAGER_PASSWORD_TEXT,
    };
    view! {
        <Form of=state on_submit=submit>
            <p class="muted">{move || t(meaning)}</p>
            <NewPasswordFields of=new/>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="dialog-foot">
                <Button
                    label=core::CANCEL
                    disabled=mutation.pending
                    on_click=move |()| settings.password.set(None)
                />
                <Button
                    label=text::RESET_PASSWORD
                    kind=ButtonKind::Primary
                    submit=true
                    busy=mutation.pending
                />
            </div>
        </Form>
    }
    .into_any()
}

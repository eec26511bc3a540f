//! Changing a user: a new password, another description.

use dms_api::Engine;
use dms_api::ops::kafka::{ModifyUser, ModifyUserBody, ResetUserPassword, ResetUserPasswordBody};
use dms_api::rules;
use dms_api::secret::Secret;

use super::source::Users;
use crate::data::{Mutation, use_mutation};
use crate::i18n::problems::complaint;
use crate::i18n::{Msg, core, t, tf, users as text};
use crate::pages::new_password::{NewPassword, NewPasswordFields};
use crate::prelude::*;
use crate::shell::{Failure, brief};
use crate::ui::{Bound, Button, ButtonKind, Dialog, Field, Form, FormState, TextArea, use_toasts};

/// What a dialog about one user needs. Open while `user` is not empty.
fn about(user: RwSignal<String>, mutation: Mutation, title: Msg) -> (Bound<bool>, Signal<String>) {
    let open = Bound::new(Signal::derive(move || user.with(|user| !user.is_empty())), move |on: bool| {
        if !on {
            user.set(String::new());
        }
        mutation.failure.set(None);
    });
    (open, Signal::derive(move || user.with(|user| tf(title, &[("name", user)]))))
}

/// Gives a user a new password.
#[component]
pub fn PasswordDialog(instance: String, user: RwSignal<String>) -> AnyView {
    let mutation = use_mutation();
    let (open, title) = about(user, mutation, text::RESET_TITLE);
    view! {
        <Dialog open title=move || title.get() busy=mutation.pending>
            <PasswordForm instance=instance.clone() user mutation/>
        </Dialog>
    }
    .into_any()
}

#[component]
fn PasswordForm(instance: String, user: RwSignal<String>, mutation: Mutation) -> AnyView {
    let state = FormState::new();
    let password = NewPassword::new(state, user.into());
    let toasts = use_toasts();
    let submit = move |()| {
        let name = user.get_untracked();
        let body = ResetUserPasswordBody { new_password: Secret(password.password.value.get_untracked()) };
        let op = ResetUserPassword { instance_id: instance.clone(), user_name: name.clone(), body };
        mutation.run(op, move |_| {
            toasts.ok(tf(text::RESET_TOAST, &[("name", &name)]));
            user.set(String::new());
        });
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get()
            && let Some("new_password" | "password") = failure.field()
        {
            password.password.reject(brief(&failure));
        }
    });
    view! {
        <Form of=state on_submit=submit>
            <p class="muted">{move || t(text::RESET_TEXT)}</p>
            <NewPasswordFields of=password/>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <Foot user mutation action=text::RESET_PASSWORD/>
        </Form>
    }
    .into_any()
}

/// Changes what a user is for.
#[component]
pub fn DescriptionDialog(instance: String, user: RwSignal<String>, users: Users) -> AnyView {
    let mutation = use_mutation();
    let (open, title) = about(user, mutation, text::DESCRIBE_TITLE);
    view! {
        <Dialog open title=move || title.get() busy=mutation.pending>
            <DescriptionForm instance=instance.clone() user users mutation/>
        </Dialog>
    }
    .into_any()
}

#[component]
fn DescriptionForm(instance: String, user: RwSignal<String>, users: Users, mutation: Mutation) -> AnyView {
    let state = FormState::new();
    let name = user.get_untracked();
    let start =
        untrack(|| users.all()).iter().find(|u| u.user_name == name).and_then(|u| u.user_desc.clone());
    let description = state.text(start.unwrap_or_default(), |raw| complaint(rules::USER_DESC.check(raw)));
    let toasts = use_toasts();
    let submit = move |()| {
        let name = user.get_untracked();
        let user_desc = Some(description.value.get_untracked().trim().to_owned());
        let body = ModifyUserBody { user_name: Some(name.clone()), user_desc, new_password: None };
        let op = ModifyUser {
            engine: Engine::Kafka,
            instance_id: instance.clone(),
            user_name: name.clone(),
            body,
        };
        mutation.run(op, move |_| {
            toasts.ok(tf(text::DESCRIBED_TOAST, &[("name", &name)]));
            user.set(String::new());
        });
    };
    view! {
        <Form of=state on_submit=submit>
            <Field label=core::DESCRIPTION of=description><TextArea value=description rows=3 max_chars=200/></Field>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <Foot user mutation action=core::SAVE/>
        </Form>
    }
    .into_any()
}

#[component]
fn Foot(user: RwSignal<String>, mutation: Mutation, action: Msg) -> AnyView {
    view! {
        <div class="dialog-foot">
            <Button
                label=core::CANCEL
                disabled=mutation.pending
                on_click=move |()| user.set(String::new())
            />
            <Button label=action kind=ButtonKind::Primary submit=true busy=mutation.pending/>
        </div>
    }
    .into_any()
}

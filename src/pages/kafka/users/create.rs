//! Creating a user.

use dms_api::ops::kafka::{CreateUser, CreateUserBody};
use dms_api::rules;
use dms_api::secret::Secret;

use super::source::Users;
use crate::data::{Mutation, use_mutation};
use crate::i18n::problems::complaint;
use crate::i18n::{core, t, tf, users as text};
use crate::pages::new_password::{NewPassword, NewPasswordFields};
use crate::prelude::*;
use crate::shell::{Failure, brief};
use crate::ui::{Bound, Button, ButtonKind, Dialog, Field, Form, FormState, TextArea, TextInput, use_toasts};

/// Name, password, description.
#[component]
pub fn CreateUserDialog(instance: String, open: RwSignal<bool>, users: Users) -> AnyView {
    let mutation = use_mutation();
    let bound = Bound::new(open, move |on: bool| {
        open.set(on);
        mutation.failure.set(None);
    });
    view! {
        <Dialog open=bound title=text::CREATE_TITLE busy=mutation.pending>
            <CreateForm instance=instance.clone() open users mutation/>
        </Dialog>
    }
    .into_any()
}

/// Made anew each time the dialog opens, so that no password outlives it.
#[component]
fn CreateForm(instance: String, open: RwSignal<bool>, users: Users, mutation: Mutation) -> AnyView {
    let state = FormState::new();
    let name = state.text("", move |raw| {
        let raw = raw.trim();
        let taken = users.all().iter().any(|user| user.user_name == raw);
        let checked = rules::ACCESS_USER.check(raw);
        complaint(checked.and(if taken { Err(rules::Problem::Duplicate) } else { Ok(()) }))
    });
    let password = NewPassword::new(state, name.value.into());
    let description = state.text("", |raw| complaint(rules::USER_DESC.check(raw)));
    let toasts = use_toasts();
    let submit = move |()| {
        let user_name = name.value.get_untracked().trim().to_owned();
        let user_desc = Some(description.value.get_untracked().trim().to_owned()).filter(|d| !d.is_empty());
        let user_passwd = Secret(password.password.value.get_untracked());
        let body = CreateUserBody { user_name: user_name.clone(), user_passwd, user_desc };
        mutation.run(CreateUser { instance_id: instance.clone(), body }, move |_| {
            toasts.ok(tf(text::CREATED_TOAST, &[("name", &user_name)]));
            open.set(false);
        });
    };
    Effect::new(move || {
        let Some(failure) = mutation.failure.get() else { return };
        match failure.field() {
            Some("user_name") => name.reject(brief(&failure)),
            Some("user_passwd" | "password") => password.password.reject(brief(&failure)),
            Some("user_desc") => description.reject(brief(&failure)),
            _ => {}
        }
    });
    view! {
        <Form of=state on_submit=submit>
            <Field label=text::NAME of=name hint=text::NAME_HINT required=true>
                <TextInput value=name mono=true/>
            </Field>
            <NewPasswordFields of=password/>
            <Field label=core::DESCRIPTION of=description><TextArea value=description rows=2 max_chars=200/></Field>
            <p class="muted">{move || t(text::CREATED_NOTE)}</p>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="dialog-foot">
                <Button label=core::CANCEL disabled=mutation.pending on_click=move |()| open.set(false)/>
                <Button label=text::CREATE kind=ButtonKind::Primary submit=true busy=mutation.pending/>
            </div>
        </Form>
    }
    .into_any()
}

//! The entries on the page.

use dms_api::regions::{self, Region};

use super::blame::Method;
use super::fields::{CUSTOM, Fields};
use crate::i18n::{Locale, locale, sign_in as text, t};
use crate::prelude::*;
use crate::session::{config, endpoint};
use crate::ui::{
    Bound, Button, ButtonKind, Checkbox, Choice, Combobox, Field, Form, PasswordInput, RadioGroup, TextArea,
    TextInput,
};

/// The form. `again` leaves out what is known already: the connection.
#[component]
pub fn CredentialsForm(fields: Fields, again: bool, #[prop(into)] on_submit: Callback<()>) -> AnyView {
    let methods: Vec<Choice> = Method::ALL.into_iter().map(|m| Choice::new(m.word(), m.label())).collect();
    let place = (!again).then(|| view! { <Place fields/> });
    let entries = move || match fields.method() {
        Method::Password => view! { <PasswordEntries fields/> },
        Method::Keys => view! { <KeyEntries fields again/> },
        Method::Token => view! { <TokenEntries fields again/> },
    };
    view! {
        <Form of=fields.form on_submit>
            <RadioGroup value=fields.method options=methods label=text::METHOD/>
            {place}
            {entries}
            <div class="sign-in-actions">
                <Button label=text::SUBMIT kind=ButtonKind::Primary submit=true busy=fields.form.sending/>
                <p class="field-hint">{move || t(text::KEPT)}</p>
            </div>
        </Form>
    }
    .into_any()
}

/// Region and endpoints.
#[component]
fn Place(fields: Fields) -> AnyView {
    let region = Bound::new(fields.region.value, move |id: String| {
        fields.pick_region(&id);
        fields.region.set(id);
    });
    let custom = move || fields.region.value.with(|r| r == CUSTOM);
    // Open where there is something to type or to correct.
    let open = Memo::new(move |_| {
        custom() || fields.dms.error().with(Option::is_some) || fields.iam.error().with(Option::is_some)
    });
    let nowhere = move || fields.region.value.with(String::is_empty);
    view! {
        <Field label=text::REGION of=fields.region required=true>
            <Combobox value=region options=Signal::derive(region_choices) placeholder=text::REGION_PICK/>
        </Field>
        <details class="endpoints" hidden=nowhere prop:open=move || open.get()>
            <summary>
                {move || t(text::ENDPOINTS)}
                <span class="mono">{move || fields.dms.get()}</span>
            </summary>
            <Field label=text::DMS_ENDPOINT of=fields.dms required=true hint=text::ENDPOINT_HINT>
                <TextInput value=fields.dms mono=true inputmode="url" placeholder="https://dms.region.example.com"/>
            </Field>
            <Field label=text::IAM_ENDPOINT of=fields.iam required=true>
                <TextInput value=fields.iam mono=true inputmode="url" placeholder="https://iam.region.example.com"/>
            </Field>
            <Checkbox checked=fields.version_1 label=text::VERSION_1 hint=text::VERSION_1_HINT/>
        </details>
    }
    .into_any()
}

fn region_choices() -> Vec<Choice> {
    let config = config::get().unwrap_or_default();
    let each = |region: &Region| {
        let choice = Choice::new(region.id, region.id);
        let name = if locale() == Locale::Zh { region.zh } else { region.en };
        if endpoint::is_allowed(region.dms, &config) {
            choice.hint(name)
        } else {
            choice.hint(text::REGION_NOT_ALLOWED).disabled(true)
        }
    };
    regions::ALL.iter().map(each).chain([Choice::new(CUSTOM, text::REGION_CUSTOM).pinned()]).collect()
}

#[component]
fn PasswordEntries(fields: Fields) -> AnyView {
    view! {
        <Field label=text::DOMAIN of=fields.domain required=true hint=text::DOMAIN_HINT>
            <TextInput value=fields.domain autocomplete="organization"/>
        </Field>
        <Field label=text::USER of=fields.user required=true>
            <TextInput value=fields.user autocomplete="username"/>
        </Field>
        <Field label=text::PASSWORD of=fields.password required=true>
            <PasswordInput value=fields.password/>
        </Field>
    }
    .into_any()
}

#[component]
fn KeyEntries(fields: Fields, again: bool) -> AnyView {
    view! {
        <Field label=text::ACCESS_KEY of=fields.access_key required=true>
            <TextInput value=fields.access_key mono=true/>
        </Field>
        <Field label=text::SECRET_KEY of=fields.secret_key required=true>
            <PasswordInput value=fields.secret_key autocomplete="off"/>
        </Field>
        <Field label=text::SECURITY_TOKEN of=fields.security_token hint=text::SECURITY_TOKEN_HINT>
            <PasswordInput value=fields.security_token autocomplete="off"/>
        </Field>
        {(!again).then(|| view! { <ProjectId fields/> })}
    }
    .into_any()
}

#[component]
fn TokenEntries(fields: Fields, again: bool) -> AnyView {
    view! {
        <Field label=text::TOKEN of=fields.token required=true hint=text::TOKEN_HINT>
            <TextArea value=fields.token mono=true rows=4/>
        </Field>
        {(!again).then(|| view! { <ProjectId fields/> })}
    }
    .into_any()
}

#[component]
fn ProjectId(fields: Fields) -> AnyView {
    view! {
        <Field label=text::PROJECT_ID of=fields.project_id hint=text::PROJECT_ID_HINT>
            <TextInput value=fields.project_id mono=true/>
        </Field>
    }
    .into_any()
}

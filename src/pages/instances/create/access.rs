//! How clients sign in, and Kafka Manager.

use dms_api::rules::{PASSWORD_LENGTH, password_classes};

use super::form::{KafkaForm, PLAINTEXT, SASL};
use crate::i18n::instances::create as text;
use crate::i18n::{t, tf};
use crate::prelude::*;
use crate::ui::{
    Bound, Checkbox, Choice, Field, FieldState, PasswordInput, RadioGroup, RadioLook, RuleState, Section,
    TextInput,
};

/// Client authentication (fixed for good) and the optional Kafka Manager.
#[component]
pub fn Access(form: KafkaForm) -> AnyView {
    let kinds = vec![
        Choice::new(SASL, text::SASL).hint(text::SASL_HINT),
        Choice::new(PLAINTEXT, text::PLAINTEXT).hint(text::PLAINTEXT_HINT),
    ];
    view! {
        <Section title=text::ACCESS>
            <Field label=text::SECURITY of=form.security hint=text::SECURITY_HINT required=true group=true>
                <RadioGroup value=form.security options=Signal::stored(kinds) look=RadioLook::Cards/>
            </Field>
            <Show when=move || form.security.value.with(|s| s == SASL)>
                <Sasl form/>
            </Show>
        </Section>
        <Section title=text::MANAGER hint=text::MANAGER_HINT>
            <Field label=text::MANAGER_USER of=form.manager_user>
                <TextInput value=form.manager_user mono=true/>
            </Field>
            <Field label=text::MANAGER_PASSWORD of=form.manager_password>
                <PasswordInput
                    value=form.manager_password
                    rules=rules(form.manager_password, form.manager_user)
                    autocomplete="new-password"
                />
            </Field>
        </Section>
    }
    .into_any()
}

#[component]
fn Sasl(form: KafkaForm) -> AnyView {
    let protocols = vec![
        Choice::new("SASL_SSL", "SASL_SSL").hint(text::SASL_SSL_HINT),
        Choice::new("SASL_PLAINTEXT", "SASL_PLAINTEXT").hint(text::SASL_PLAINTEXT_HINT),
    ];
    let protocol = Bound::new(form.protocol.value, move |chosen: String| {
        // The only mechanism that goes without TLS.
        if chosen == "SASL_PLAINTEXT" {
            form.mechanisms.set(vec!["SCRAM-SHA-512".to_owned()]);
        }
        form.protocol.set(chosen);
    });
    let plaintext = Signal::derive(move || form.protocol.value.with(|p| p == "SASL_PLAINTEXT"));
    let invalid = move || form.mechanisms.error().with(Option::is_some).then_some("true");
    view! {
        <Field label=text::PROTOCOL of=form.protocol required=true group=true>
            <RadioGroup value=protocol options=Signal::stored(protocols) look=RadioLook::Cards/>
        </Field>
        <Field label=text::MECHANISMS of=form.mechanisms required=true group=true>
            <div class="check-row" role="group" aria-label=move || t(text::MECHANISMS) aria-invalid=invalid>
                <Checkbox
                    checked=mechanism(form, "SCRAM-SHA-512")
                    label="SCRAM-SHA-512"
                    hint=text::SCRAM_HINT
                />
                <Checkbox
                    checked=mechanism(form, "PLAIN")
                    label="PLAIN"
                    hint=text::PLAIN_HINT
                    disabled=plaintext
                />
            </div>
        </Field>
        <Field label=text::USER of=form.user hint=text::NAME_HINT required=true>
            <TextInput value=form.user mono=true/>
        </Field>
        <Field label=text::PASSWORD of=form.password required=true>
            <PasswordInput value=form.password rules=rules(form.password, form.user) autocomplete="new-password"/>
        </Field>
        <Checkbox checked=form.plain_in_vpc label=text::VPC_PLAIN hint=text::VPC_PLAIN_HINT/>
    }
    .into_any()
}

fn mechanism(form: KafkaForm, name: &'static str) -> Bound<bool> {
    let is_on = Signal::derive(move || form.mechanisms.value.with(|all| all.iter().any(|m| m == name)));
    Bound::new(is_on, move |on: bool| {
        form.mechanisms.touched.set(true);
        form.mechanisms.value.update(|all| {
            all.retain(|m| m != name);
            if on {
                all.push(name.to_owned());
            }
        });
    })
}

/// The password's rules as a live checklist; nothing before the first character.
pub fn rules(password: FieldState, user: FieldState) -> Signal<Vec<RuleState>> {
    Signal::derive(move || {
        let (password, user) = (password.get(), user.get());
        if password.is_empty() {
            return Vec::new();
        }
        let (min, max) = PASSWORD_LENGTH;
        let length = (min..=max).contains(&password.chars().count());
        let own = password != user && !password.chars().eq(user.chars().rev());
        vec![
            RuleState::new(move || tf(text::RULE_LENGTH, &[("min", &min), ("max", &max)]), length),
            RuleState::new(text::RULE_CLASSES, password_classes(&password) >= 3),
            RuleState::new(text::RULE_OTHER, own),
        ]
    })
}

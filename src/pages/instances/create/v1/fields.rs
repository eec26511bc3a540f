//! The sections of the form.

use dms_api::models::AvailableZone;
use dms_api::models::kafka::V1Product;
use dms_api::rules::V1Flavour;

use super::form::V1Form;
use crate::i18n::instances::{self as words, create as text, create_v1 as own};
use crate::i18n::{core, number, t, tf};
use crate::pages::instances::create::access::rules;
use crate::pages::instances::create::network::IdField;
use crate::pages::instances::create::same_network::SameNetwork;
use crate::pages::instances::create::zones::Zones;
use crate::pages::instances::words::disk_kind;
use crate::prelude::*;
use crate::ui::{
    Banner, Checkbox, Choice, Field, NumberInput, PasswordInput, RadioGroup, RadioLook, Section, Select,
    TextArea, TextInput, Tone,
};

/// What the instance is called and which version it runs.
#[component]
pub fn Basics(form: V1Form) -> AnyView {
    let versions =
        Signal::derive(move || form.offer.versions().into_iter().map(Choice::plain).collect::<Vec<_>>());
    view! {
        <Section title=text::BASICS>
            <Field label=core::NAME of=form.name hint=text::NAME_HINT required=true>
                <TextInput value=form.name/>
            </Field>
            <Field label=core::DESCRIPTION of=form.description>
                <TextArea value=form.description rows=2 max_chars=1024/>
            </Field>
            <Field label=text::VERSION of=form.version hint=text::VERSION_HINT required=true group=true>
                <RadioGroup value=form.version options=versions/>
            </Field>
        </Section>
    }
    .into_any()
}

/// Bandwidth and disks.
#[component]
pub fn Spec(form: V1Form) -> AnyView {
    let bandwidths = Signal::derive(move || {
        form.offer.products(&form.version.get()).into_iter().map(bandwidth).collect::<Vec<_>>()
    });
    let disks = Signal::derive(move || {
        let ios = form.chosen().map(|product| product.io).unwrap_or_default();
        let choice = |code: String| match disk_kind(&code) {
            Some(kind) => Choice::new(code, kind),
            None => Choice::plain(code),
        };
        ios.into_iter().map(|io| choice(io.storage_spec_code)).collect::<Vec<_>>()
    });
    let storage_hint = move || {
        let rule = V1Flavour::find(&form.product.get()).map(V1Flavour::storage);
        let Some(rule) = rule else { return t(text::BROKERS_BEFORE).to_owned() };
        tf(own::STORAGE_HINT, &[("min", &number(rule.min)), ("max", &number(rule.max))])
    };
    view! {
        <Section title=text::SPEC>
            <Field label=own::FLAVOUR of=form.product required=true group=true>
                <RadioGroup value=form.product options=bandwidths look=RadioLook::List/>
            </Field>
            <Field label=text::STORAGE of=form.storage hint=storage_hint required=true>
                <NumberInput value=form.storage unit="GB" min=100 step=100/>
            </Field>
            <Field label=text::DISK of=form.disk required=true group=true>
                <RadioGroup value=form.disk options=disks/>
            </Field>
            <Field label=text::RETENTION of=form.retention required=true group=true>
                <RadioGroup value=form.retention options=Signal::stored(policies())/>
            </Field>
        </Section>
    }
    .into_any()
}

fn bandwidth(product: V1Product) -> Choice {
    let (tps, partitions, storage) =
        (number(product.tps.0), number(product.partition_num.0), number(product.storage.0));
    let hint = move || {
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("tps", &tps), ("partitions", &partitions), ("storage", &storage)];
        tf(own::FLAVOUR_HINT, &values)
    };
    Choice::new(product.product_id, product.bandwidth).hint(hint)
}

fn policies() -> Vec<Choice> {
    vec![Choice::new("produce_reject", words::PRODUCE_REJECT), Choice::new("time_base", words::TIME_BASE)]
}

/// Where the instance lives.
#[component]
pub fn Network(form: V1Form) -> AnyView {
    let no_disk = move |zone: AvailableZone| {
        let disk = form.disk.get();
        let io = form.chosen().and_then(|p| p.io.into_iter().find(|io| io.storage_spec_code == disk));
        io.and_then(|io| io.unavailable_zones).is_some_and(|all| all.contains(&zone.id))
    };
    view! {
        <Section title=text::NETWORK>
            <Zones field=form.zones zones=Signal::derive(move || form.offer.zones()) no_disk/>
            <Banner tone=Tone::Info title=text::NO_VPC_LIST/>
            <SameNetwork vpc=form.vpc subnet=form.subnet group=form.security_group/>
            <IdField label=text::VPC field=form.vpc/>
            <IdField label=text::SUBNET field=form.subnet hint=text::SUBNET_HINT/>
            <IdField label=text::GROUP field=form.security_group hint=text::GROUP_HINT/>
        </Section>
    }
    .into_any()
}

/// How clients sign in, Kafka Manager, the maintenance window.
#[component]
pub fn Access(form: V1Form) -> AnyView {
    let windows = Signal::derive(move || {
        let window = |(begin, end): (u8, u8)| {
            let value = format!("{begin:02}:00:00-{end:02}:00:00");
            Choice::new(value, format!("{begin:02}:00 – {end:02}:00"))
        };
        let usual = Choice::new("", text::WINDOW_AUTO);
        std::iter::once(usual).chain(form.offer.windows().into_iter().map(window)).collect::<Vec<_>>()
    });
    view! {
        <Section title=text::ACCESS>
            <Checkbox checked=form.sasl label=own::SASL hint=own::SASL_HINT/>
            <Show when=move || form.sasl.get()>
                <Field label=text::USER of=form.user hint=text::NAME_HINT required=true>
                    <TextInput value=form.user mono=true/>
                </Field>
                <Field label=text::PASSWORD of=form.password required=true>
                    <PasswordInput
                        value=form.password
                        rules=rules(form.password, form.user)
                        autocomplete="new-password"
                    />
                </Field>
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
        <Section title=text::OPERATION>
            <Field label=text::WINDOW of=form.window hint=text::WINDOW_HINT>
                <Select value=form.window options=windows/>
            </Field>
            <Checkbox checked=form.auto_topic label=text::AUTO_TOPIC hint=text::AUTO_TOPIC_HINT/>
        </Section>
    }
    .into_any()
}

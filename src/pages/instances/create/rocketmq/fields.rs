//! The sections of the form.

use dms_api::models::AvailableZone;

use super::flavours::FlavourTable;
use super::form::RocketMqForm;
use crate::i18n::instances::{create as text, create_rocketmq as own, fact};
use crate::i18n::{core, number, t, tf};
use crate::pages::instances::create::draft;
use crate::pages::instances::create::network::IdField;
use crate::pages::instances::create::same_network::SameNetwork;
use crate::pages::instances::create::spec::usual_disks;
use crate::pages::instances::create::zones::Zones;
use crate::prelude::*;
use crate::ui::{
    Banner, Checkbox, Choice, Field, NumberInput, RadioGroup, RadioLook, Section, TextArea, TextInput, Tone,
};

/// What the instance is called and which version it runs.
#[component]
pub fn Basics(form: RocketMqForm) -> AnyView {
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
            <Field label=own::VERSION of=form.version hint=text::VERSION_HINT required=true group=true>
                <RadioGroup value=form.version options=versions/>
            </Field>
            <Field label=fact::ENTERPRISE_PROJECT of=form.enterprise_project hint=text::PROJECT_HINT>
                <TextInput value=form.enterprise_project mono=true/>
            </Field>
        </Section>
    }
    .into_any()
}

/// Flavour, brokers, disks.
#[component]
pub fn Spec(form: RocketMqForm) -> AnyView {
    let rule = Memo::new(move |_| {
        let brokers = form.brokers.get().trim().parse::<i64>().ok().filter(|n| *n > 0)?;
        form.limits().map(|limits| limits.storage(brokers))
    });
    let brokers_hint = move || match form.limits().map(|limits| limits.brokers) {
        Some(rule) => tf(text::BROKERS_HINT, &[("min", &rule.min), ("max", &rule.max)]),
        None => t(text::BROKERS_BEFORE).to_owned(),
    };
    let storage_hint = move || {
        let Some(rule) = rule.get() else { return t(text::BROKERS_BEFORE).to_owned() };
        let (min, max, step) = (number(rule.min), number(rule.max), number(rule.step));
        tf(text::STORAGE_HINT, &[("min", &min), ("max", &max), ("step", &step)])
    };
    let brokers = move |pick: fn(&dms_api::rules::NumberRule) -> i64, otherwise| {
        Signal::derive(move || form.limits().map_or(otherwise, |limits| pick(&limits.brokers)))
    };
    let storage = move |pick: fn(&dms_api::rules::NumberRule) -> i64, otherwise| {
        Signal::derive(move || rule.get().map_or(otherwise, |rule| pick(&rule)))
    };
    view! {
        <Section title=text::SPEC>
            <Field label=text::FLAVOUR of=form.product required=true group=true><FlavourTable form/></Field>
            <Field label=text::BROKER_RANGE of=form.brokers hint=brokers_hint required=true>
                <NumberInput value=form.brokers min=brokers(|r| r.min, 1) max=brokers(|r| r.max, 10)/>
            </Field>
            <Field label=text::STORAGE of=form.storage hint=storage_hint required=true>
                <NumberInput
                    value=form.storage
                    unit="GB"
                    min=storage(|r| r.min, 100)
                    max=storage(|r| r.max, i64::MAX)
                    step=storage(|r| r.step, 100)
                />
            </Field>
            <Field label=text::DISK of=form.disk required=true group=true>
                <RadioGroup value=form.disk options=Signal::stored(usual_disks()) look=RadioLook::Cards/>
            </Field>
        </Section>
    }
    .into_any()
}

/// Where the instance lives and who reaches it.
#[component]
pub fn Network(form: RocketMqForm) -> AnyView {
    let ips_hint = move || {
        let have = draft::ids(&form.public_ips.get()).len();
        tf(own::PUBLIC_IPS_HINT, &[("have", &have)])
    };
    let no_disk = move |zone: AvailableZone| {
        let disk = form.disk.get();
        let flavour = form.offer.flavour(&form.product.get());
        flavour.is_some_and(|f| f.is_sold_out(&disk, &zone.id, &zone.code))
    };
    view! {
        <Section title=text::NETWORK>
            <Zones
                field=form.zones
                zones=Signal::derive(move || form.offer.zones())
                no_disk
            />
            <Banner tone=Tone::Info title=text::NO_VPC_LIST/>
            <SameNetwork vpc=form.vpc subnet=form.subnet group=form.security_group/>
            <IdField label=text::VPC field=form.vpc/>
            <IdField label=text::SUBNET field=form.subnet hint=text::SUBNET_HINT/>
            <IdField label=text::GROUP field=form.security_group hint=own::GROUP_HINT/>
            <Checkbox checked=form.ipv6 label=own::IPV6 hint=own::IPV6_HINT/>
            <Checkbox checked=form.public label=text::PUBLIC/>
            <Show when=move || form.public.get()>
                <Field label=text::PUBLIC_IPS of=form.public_ips hint=ips_hint required=true>
                    <TextArea value=form.public_ips mono=true rows=3/>
                </Field>
            </Show>
        </Section>
    }
    .into_any()
}

/// Encryption and access control.
#[component]
pub fn Access(form: RocketMqForm) -> AnyView {
    view! {
        <Section title=text::ACCESS>
            <Checkbox checked=form.tls label=own::TLS hint=own::TLS_HINT/>
            <Checkbox checked=form.acl label=own::ACL hint=own::ACL_HINT/>
        </Section>
    }
    .into_any()
}

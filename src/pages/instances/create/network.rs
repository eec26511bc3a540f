//! Zones, network, public access.

use dms_api::models::AvailableZone;

use super::form::KafkaForm;
use super::same_network::SameNetwork;
use super::zones::Zones;
use super::{draft, ids};
use crate::i18n::instances::create as text;
use crate::i18n::{Msg, t, tf};
use crate::prelude::*;
use crate::ui::{Banner, Checkbox, Field, FieldState, Section, TextArea, TextInput, Tone};

/// Where the instance lives and who reaches it.
#[component]
pub fn Network(form: KafkaForm) -> AnyView {
    let ips_hint = move || {
        let have = draft::ids(&form.public_ips.get()).len();
        let want = draft::number(&form.brokers.get()).max(0);
        tf(text::PUBLIC_IPS_HINT, &[("have", &have), ("want", &want)])
    };
    let no_disk = move |zone: AvailableZone| {
        let disk = form.disk.get();
        form.flavour().is_some_and(|f| f.is_sold_out(&disk, &zone.id, &zone.code))
    };
    view! {
        <Section title=text::NETWORK>
            <Zones field=form.zones zones=Signal::derive(move || form.offer.zones()) no_disk/>
            <Banner tone=Tone::Info title=text::NO_VPC_LIST/>
            <SameNetwork vpc=form.vpc subnet=form.subnet group=form.security_group/>
            <IdField label=text::VPC field=form.vpc/>
            <IdField label=text::SUBNET field=form.subnet hint=text::SUBNET_HINT/>
            <IdField label=text::GROUP field=form.security_group hint=text::GROUP_HINT/>
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

/// An id of another service. One that looks unlike the cloud's ids is doubted, not refused.
#[component]
pub fn IdField(label: Msg, field: FieldState, #[prop(optional, into)] hint: Option<Msg>) -> AnyView {
    let hint = move || {
        let doubtful = field.value.with(|v| !v.trim().is_empty() && !ids::looks_like_id(v));
        let usual = hint.map_or("", t);
        if doubtful { tf(text::ODD_ID, &[("hint", &usual)]) } else { usual.to_owned() }
    };
    view! {
        <Field label of=field hint required=true>
            <TextInput value=field mono=true placeholder="xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"/>
        </Field>
    }
    .into_any()
}

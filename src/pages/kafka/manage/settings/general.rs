//! Name, window, policy (K5.1.5); what has a page of its own; what the API only shows.

use std::sync::Arc;

use dms_api::models::Instance;

use super::{Settings, change};
use crate::i18n::instances::fact;
use crate::i18n::{Msg, core, instances, number, settings as text, t, tf};
use crate::pages::instances::words;
use crate::prelude::*;
use crate::routes::{Link, ManagePage, Route};
use crate::ui::{ButtonKind, Fact, KeyValues, Section};

/// What `ModifyInstance` changes.
pub fn section(settings: Settings, instance: &Arc<Instance>) -> AnyView {
    let target = Arc::clone(instance);
    let actions = move || {
        let target = Arc::clone(&target);
        change(settings, text::CHANGE, move || settings.edit.open(Arc::clone(&target)))
    };
    let window = match (instance.maintain_begin.as_str(), instance.maintain_end.as_str()) {
        ("", _) | (_, "") => String::new(),
        (begin, end) => words::window(begin, end),
    };
    let policy = instance.retention_policy.clone().unwrap_or_default();
    let policy = move || words::retention_policy(&policy).map_or_else(|| policy.clone(), |m| t(m).to_owned());
    let group = match instance.security_group_name.as_str() {
        "" => instance.security_group_id.clone(),
        name => format!("{name} ({})", instance.security_group_id),
    };
    let (name, description) = (instance.name.clone(), instance.description.clone());
    let project = instance.enterprise_project_id.clone().unwrap_or_default();
    view! {
        <Section title=text::GENERAL hint=text::GENERAL_HINT actions>
            <KeyValues>
                <Fact label=core::NAME value=name/>
                <Fact label=core::DESCRIPTION value=description/>
                <Fact label=fact::WINDOW>
                    <span>{window} " " <span class="muted">{move || t(text::WINDOW_NOTE)}</span></span>
                </Fact>
                <Fact label=fact::RETENTION_POLICY value=policy/>
                <Fact label=fact::SECURITY_GROUP value=group/>
                <Fact label=fact::ENTERPRISE_PROJECT value=project mono=true/>
            </KeyValues>
        </Section>
    }
    .into_any()
}

/// The size, and the way to the page that changes it.
pub fn size(instance: &Instance) -> AnyView {
    let to = Route::Manage { instance: instance.instance_id.clone(), page: ManagePage::Resize };
    let actions = move || {
        view! {
            <Link to=to.clone() class=ButtonKind::Secondary.class()>
                <span class="btn-label">{move || t(text::RESIZE)}</span>
            </Link>
        }
    };
    let brokers = instance.broker_num.map(number).unwrap_or_default();
    let flavour = instance.product_id.clone();
    // Some editions say only what messages can use.
    let space = instance.total_storage_space.unwrap_or(instance.storage_space);
    let disk = move || tf(instances::GB, &[("n", &number(space))]);
    view! {
        <Section title=text::SIZE hint=text::SIZE_HINT actions>
            <KeyValues>
                <Fact label=text::FLAVOUR value=flavour mono=true/>
                <Fact label=fact::BROKERS value=brokers/>
                <Fact label=text::DISK value=disk/>
            </KeyValues>
        </Section>
    }
    .into_any()
}

/// Public access, which the API shows only.
pub fn public(instance: &Instance) -> AnyView {
    let on: Msg = if instance.enable_publicip { core::ON } else { core::OFF };
    let addresses =
        instance.public_connect_address.as_ref().map(|all| all.0.join(", ")).filter(|all| !all.is_empty());
    let bandwidth = instance.public_bandwidth.or(instance.public_boundwidth).filter(|n| *n > 0);
    let bandwidth = bandwidth.map(|n| {
        view! { <Fact label=fact::PUBLIC_BANDWIDTH value=move || tf(fact::MBIT, &[("n", &number(n))])/> }
    });
    let addresses = addresses.map(|all| {
        view! { <Fact label=fact::PUBLIC_ADDRESS value=all mono=true copy=true/> }
    });
    view! {
        <Section title=text::PUBLIC hint=text::PUBLIC_HINT>
            <KeyValues>
                <Fact label=fact::PUBLIC_ACCESS value=move || t(on)/>
                {addresses}
                {bandwidth}
            </KeyValues>
        </Section>
    }
    .into_any()
}

//! Who can connect: access control, public access, encryption.

use std::sync::Arc;

use dms_api::models::Instance;

use crate::i18n::{
    Msg,
    rocketmq::{overview as text, users},
    t,
};
use crate::pages::rocketmq::acl::{AclDialog, AclSwitch};
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, Route};
use crate::ui::{Button, ButtonKind, Section, Status, Tone};

/// The switches of an instance, what each means, and the way to change it.
#[component]
pub(super) fn AccessSection(instance: Arc<Instance>, running: bool) -> AnyView {
    let acl = instance.enable_acl.unwrap_or_default();
    let switch = AclSwitch::new(&instance.instance_id, acl);
    let to = Route::RocketMq { instance: instance.instance_id.clone(), page: RocketMqPage::Users };
    let (action, note) =
        if acl { (users::ACL_OFF, text::ACL_ON_NOTE) } else { (users::ACL_ON, text::ACL_OFF_NOTE) };
    let on_click = move |()| switch.ask();
    let button = if running {
        view! { <Button label=action on_click/> }
    } else {
        view! { <Button label=action disabled=true tip=text::NOT_RUNNING on_click/> }
    };
    view! {
        <Section title=text::ACCESS>
            <div class="plain-scroll">
                <table class="plain access-table">
                    <tbody>
                        <tr>
                            <th scope="row">{move || t(text::ACL)}</th>
                            <td>{on_off(acl, Tone::Warn)}</td>
                            <td class="wraps muted">{move || t(note)}</td>
                            <td>
                                <div class="row">
                                    {button}
                                    {acl.then(|| view! {
                                        <Link to class=ButtonKind::Ghost.class()>{move || t(text::TO_USERS)}</Link>
                                    })}
                                </div>
                            </td>
                        </tr>
                        {line(text::PUBLIC, on_off(instance.enable_publicip, Tone::Idle), text::PUBLIC_NOTE)}
                        {line(text::TLS, on_off(instance.ssl_enable, Tone::Idle), text::TLS_NOTE)}
                    </tbody>
                </table>
            </div>
        </Section>
        <AclDialog switch/>
    }
    .into_any()
}

fn on_off(on: bool, off: Tone) -> AnyView {
    let (tone, label) = if on { (Tone::Ok, text::ON) } else { (off, text::OFF) };
    view! { <Status tone=tone label/> }.into_any()
}

fn line(label: Msg, state: AnyView, note: Msg) -> AnyView {
    view! {
        <tr>
            <th scope="row">{move || t(label)}</th>
            <td>{state}</td>
            <td class="wraps muted">{move || t(note)}</td>
            <td></td>
        </tr>
    }
    .into_any()
}

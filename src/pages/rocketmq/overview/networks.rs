//! What clients in other networks are told, as a table.

use std::sync::Arc;

use dms_api::models::Instance;
use serde_json::Value;

use super::brokers::head;
use crate::i18n::{rocketmq::overview as text, t};
use crate::pages::instances::{Listener, listeners};
use crate::prelude::*;
use crate::ui::{CopyButton, Section};

/// One line per private address. A text that names none shows as it is.
#[component]
pub(super) fn NetworksSection(instance: Arc<Instance>) -> AnyView {
    let Some(info) = instance.cross_vpc_info.as_ref() else { return ().into_any() };
    let found = listeners(&info.0);
    let body = match (found.is_empty(), &info.0) {
        (false, _) => table(&found),
        (true, Value::String(raw)) if !raw.trim().is_empty() => view! {
            <p class="muted">{move || t(text::UNREADABLE)}</p>
            <p class="mono wraps">{raw.clone()} <CopyButton text=raw.clone()/></p>
        }
        .into_any(),
        (true, _) => return ().into_any(),
    };
    view! { <Section title=text::CROSS_VPC hint=text::CROSS_VPC_HINT>{body}</Section> }.into_any()
}

fn table(all: &[Listener]) -> AnyView {
    let titles = [text::PRIVATE_ADDRESS, text::ADVERTISED, text::ROLE, text::PORT, text::PORT_ID].map(head);
    view! {
        <div class="plain-scroll">
            <table class="plain">
                <thead><tr>{titles.collect_view()}</tr></thead>
                <tbody>{all.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(of: &Listener) -> AnyView {
    let there = |port: &str| !matches!(port, "" | "-");
    let role = match (there(&of.broker_port), there(&of.namesrv_port)) {
        (true, false) => Some(text::ROLE_BROKER),
        (false, true) => Some(text::ROLE_SERVER),
        _ => None,
    };
    let copied = |code: &str| {
        let code = code.to_owned();
        (!code.is_empty()).then(|| {
            view! {
                <span class="code-line"><span class="mono">{code.clone()}</span> <CopyButton text=code/></span>
            }
        })
    };
    view! {
        <tr>
            <th scope="row">{copied(&of.address)}</th>
            <td>{copied(&of.advertised)}</td>
            <td>{move || role.map_or("–", t)}</td>
            <td class="mono">{of.ports().join(", ")}</td>
            <td>{copied(&of.port_id)}</td>
        </tr>
    }
    .into_any()
}

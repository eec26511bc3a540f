//! How full each broker's disk is.

use std::sync::Arc;

use dms_api::models::kafka::{BrokerDisk, DiskUsage};

use super::usage;
use crate::i18n::{brokers as text, bytes, t, tf};
use crate::prelude::*;
use crate::ui::{Fact, KeyValues, Meter, Status, Tone};

/// A bar for each broker.
#[component]
pub fn Disks(usage: Arc<DiskUsage>) -> AnyView {
    if usage.broker_list.is_empty() {
        return view! { <p class="muted">{move || t(text::NO_DISKS)}</p> }.into_any();
    }
    view! { <KeyValues>{usage.broker_list.iter().map(disk).collect_view()}</KeyValues> }.into_any()
}

fn disk(broker: &BrokerDisk) -> AnyView {
    let name = broker.broker_name.clone();
    let shown = match usage::disk(broker) {
        Some((size, used)) => {
            let words = move || {
                let (used, size, free) = (bytes(used), bytes(size), bytes(size.saturating_sub(used)));
                tf(text::USED_OF, &[("used", &used), ("size", &size), ("free", &free)])
            };
            let of = name.clone();
            let label = move || tf(text::DISK_OF, &[("broker", &of)]);
            view! { <Meter label used=Signal::stored(used) total=Signal::stored(size) text=words/> }
                .into_any()
        }
        None => {
            let why = broker.status.clone();
            let label = move || tf(text::NOT_MEASURED, &[("why", &why)]);
            view! { <Status tone=Signal::stored(Tone::Warn) label/> }.into_any()
        }
    };
    view! { <Fact label=name wide=true>{shown}</Fact> }.into_any()
}

//! `/kafka/{instance}/brokers`: the cluster (K5.2.5) and what takes its disks (K5.2.11).

mod disks;
mod largest;
mod usage;

use dms_api::models::InstanceStatus;
use dms_api::ops::kafka::{ShowDiskUsage, ShowInstance};

use crate::data::use_query;
use crate::i18n::{brokers as text, t};
use crate::pages::auto_refresh::{AutoRefresh, pace};
use crate::pages::kafka::overview::ClusterSection;
use crate::prelude::*;
use crate::routes::use_query_signal;
use crate::shell::Failure;
use crate::ui::{PageHeader, Section, Skeleton};

use disks::Disks;
use largest::{Largest, Wanted};

/// Seconds between two looks. Measuring disks is work for the brokers.
const USUAL: u32 = 60;

/// The brokers of one instance.
#[component]
pub fn BrokersPage(instance: String) -> AnyView {
    let op = ShowInstance { instance_id: instance.clone() };
    let shown = use_query(move || Some(op.clone()));
    let running = Memo::new(move |_| shown.data().is_some_and(|i| i.status == InstanceStatus::Running));
    let every = use_query_signal("every");
    let every_ms = pace(every, || USUAL);
    let wanted = Wanted::in_url();
    let id = instance.clone();
    let usage = use_query(move || {
        let (min_size, top, percentage) = (wanted.min_size(), wanted.top(), wanted.percentage());
        let op =
            ShowDiskUsage { instance_id: id.clone(), min_size: Some(min_size), top: Some(top), percentage };
        running.get().then_some(op)
    })
    .poll_every(every_ms);
    let of_cluster = instance.clone();
    let cluster = move || {
        view! { <ClusterSection id=of_cluster.clone() running=running.get() every_ms here=true/> }
    };
    let disks = move || match (running.get(), usage.data()) {
        (false, _) if shown.data().is_none() => view! { <Skeleton lines=4/> }.into_any(),
        (false, _) => view! { <p class="muted">{move || t(text::DISKS_WAIT)}</p> }.into_any(),
        (true, Some(usage)) => view! { <Disks usage/> }.into_any(),
        (true, None) if usage.loading() => view! { <Skeleton lines=4/> }.into_any(),
        (true, None) => ().into_any(),
    };
    let refused = move || {
        usage.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| usage.refresh())/> }
        })
    };
    view! {
        <div class="page">
            <PageHeader
                title=text::TITLE
                state=move || view! { <span>{move || t(text::INTRO)}</span> }
                actions=move || {
                    view! { <AutoRefresh chosen=every every_ms on_refresh=move |()| usage.refresh()/> }
                }
            />
            {move || shown.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| shown.refresh())/> }
            })}
            {cluster}
            <Section title=text::DISKS hint=text::DISKS_HINT>
                {refused}
                {disks}
            </Section>
            <Largest instance usage wanted/>
        </div>
    }
    .into_any()
}

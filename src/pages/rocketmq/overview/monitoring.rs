//! What the monitoring can be asked about, and by which names (`ShowHierarchy`, which only the SDKs have).

use dms_api::models::rocketmq::{Hierarchy, HierarchyDimension};
use dms_api::ops::rocketmq::ShowHierarchy;

use super::brokers::head;
use crate::data::use_query;
use crate::i18n::{Msg, number, rocketmq::overview as text, t, tf};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Button, CopyButton, Section, Skeleton};

/// Names in the document at most; copying takes them all.
const SHOWN: usize = 50;

/// Asked for on demand: with thousands of topics the answer is long.
#[component]
pub(super) fn MonitoringSection(id: String, running: bool) -> AnyView {
    let asked = RwSignal::new(false);
    let op = ShowHierarchy { instance_id: id };
    let query = use_query(move || (running && asked.get()).then(|| op.clone()));
    let answer = Memo::new(move |_| query.data());
    let body = move || match (running, asked.get(), answer.get(), query.error()) {
        (false, ..) => view! { <p class="muted">{move || t(text::WAITS)}</p> }.into_any(),
        (true, false, ..) => {
            view! { <div><Button label=text::MONITORING_SHOW on_click=move |()| asked.set(true)/></div> }
                .into_any()
        }
        (true, true, Some(answer), _) => names(&answer),
        (true, true, None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| query.refresh())/> }.into_any()
        }
        (true, true, None, None) => view! { <Skeleton lines=4/> }.into_any(),
    };
    view! { <Section title=text::MONITORING hint=text::MONITORING_HINT>{body}</Section> }.into_any()
}

fn names(of: &Hierarchy) -> AnyView {
    let list = |all: &[dms_api::models::rocketmq::HierarchyName]| {
        all.iter().map(|one| one.name.clone()).collect::<Vec<_>>()
    };
    let groups: Vec<String> = of
        .groups
        .iter()
        .flat_map(|group| {
            let topics = group.topics.iter().map(|topic| format!("{} / {}", group.name, topic.name));
            std::iter::once(group.name.clone()).chain(topics)
        })
        .collect();
    let nodes = of.nodes.iter().map(|node| node.name.clone()).collect();
    let lists = [
        (text::INSTANCES, "instance_ids", list(&of.instance_ids)),
        (text::NODES, "nodes", nodes),
        (text::TOPICS, "topics", list(&of.topics)),
        (text::GROUPS, "groups", groups),
        (text::DEAD_LETTERS, "dlq", list(&of.dlq)),
    ];
    view! {
        {dimensions(&of.dimensions)}
        <p class="muted">{move || t(text::NOTE_SIGNS)}</p>
        <div class="name-columns">
            {lists.into_iter().map(|(title, key, all)| column(title, key, all)).collect_view()}
        </div>
    }
    .into_any()
}

fn dimensions(all: &[HierarchyDimension]) -> AnyView {
    let titles = [text::DIMENSION, text::ROUTE, text::KEYS, text::METRICS].map(head);
    let line = |name: &str, route: &[String], keys: &[String], metrics: &[String]| {
        let route = route.join(",");
        view! {
            <tr>
                <th scope="row" class="mono">{name.to_owned()}</th>
                <td><span class="code-line"><span class="mono">{route.clone()}</span> <CopyButton text=route/></span></td>
                <td class="mono">{keys.join(", ")}</td>
                <td class="mono wraps">{metrics.join(", ")}</td>
            </tr>
        }
        .into_any()
    };
    let mut rows = Vec::new();
    for one in all {
        rows.push(line(&one.name, &one.dim_router, &one.key_name, &one.metrics));
        for child in &one.children {
            rows.push(line(&child.name, &child.dim_router, &child.key_name, &child.metrics));
        }
    }
    view! {
        <div class="plain-scroll">
            <table class="plain">
                <thead><tr>{titles.collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn column(title: Msg, key: &'static str, all: Vec<String>) -> AnyView {
    let count = number(all.len() as u64);
    let copied = all.join("\n");
    let more = all.len().saturating_sub(SHOWN);
    let items = all.into_iter().take(SHOWN).map(|name| view! { <li>{name}</li> }).collect_view();
    let copy = (!copied.is_empty()).then(|| view! { <CopyButton text=copied.clone()/> });
    let list = if copied.is_empty() {
        view! { <p class="muted">{move || t(text::NO_NAMES)}</p> }.into_any()
    } else {
        view! { <ul class="name-list mono" aria-label=move || t(title) tabindex="0">{items}</ul> }.into_any()
    };
    let note = (more > 0).then(|| {
        view! { <p class="muted">{move || tf(text::NAMES_MORE, &[("n", &number(more as u64))])}</p> }
    });
    view! {
        <section class="name-column">
            <h3>
                {move || t(title)} " "
                <span class="muted mono">{key}</span>
            </h3>
            <p class="muted">{move || tf(text::COPY_ALL, &[("n", &count)])} " " {copy}</p>
            {list}
            {note}
        </section>
    }
    .into_any()
}

//! What the brokers say of themselves (K5.2.5).

mod health;

use std::sync::Arc;

use dms_api::models::kafka::{Broker, Cluster};
use dms_api::ops::kafka::ShowCluster;

use crate::data::{Query, use_query};
use crate::i18n::instances::detail as text;
use crate::i18n::instances::fact;
use crate::i18n::{Msg, TimeAgo, brokers as words, number, shell, t, tf};
use crate::prelude::*;
use crate::routes::{Link, ManagePage, Route};
use crate::shell::Failure;
use crate::ui::{ButtonKind, Fact, KeyValues, PlainScroll, Section, Skeleton, Status, Tone};

/// Health, counts and brokers; while the instance does not run nobody can be asked.
#[component]
pub fn ClusterSection(
    id: String,
    running: bool,
    /// Milliseconds between two looks; 0 for never.
    #[prop(optional, into)]
    every_ms: Signal<u32>,
    /// Whether this is the page of the brokers, which needs no way to it.
    #[prop(optional)]
    here: bool,
) -> AnyView {
    let moving = Route::Manage { instance: id.clone(), page: ManagePage::Reassign };
    // From their own page brokers can be emptied.
    let drain = here.then(|| moving.href());
    let topics = Route::Topics { instance: id.clone() };
    let brokers = Route::Manage { instance: id.clone(), page: ManagePage::Brokers };
    let actions = move || {
        let brokers = (!here).then(|| link(brokers.clone(), words::OPEN_BROKERS));
        let moving = here.then(|| link(moving.clone(), shell::REASSIGN));
        view! { {brokers} {moving} {link(topics.clone(), text::OPEN_TOPICS)} }
    };
    let query = use_query(move || running.then(|| ShowCluster { instance_id: id.clone() }));
    let query = query.poll_every(every_ms);
    let body = move || match (running, query.data()) {
        (false, _) => view! { <p class="muted">{move || t(text::CLUSTER_WAITS)}</p> }.into_any(),
        (true, Some(answer)) => cluster(&answer.cluster, drain.as_deref()),
        (true, None) => waiting(query),
    };
    view! { <Section title=text::CLUSTER actions>{body}</Section> }.into_any()
}

fn link(to: Route, label: Msg) -> AnyView {
    view! {
        <Link to class=ButtonKind::Secondary.class()>
            <span class="btn-label">{move || t(label)}</span>
        </Link>
    }
    .into_any()
}

fn waiting<T: Send + Sync + 'static>(query: Query<T>) -> AnyView {
    match query.error() {
        Some(failure) => view! { <Failure failure retry=move |()| query.refresh()/> }.into_any(),
        None => view! { <Skeleton lines=3/> }.into_any(),
    }
}

fn cluster(cluster: &Cluster, drain: Option<&str>) -> AnyView {
    let counts = [
        (text::TOPICS, number(cluster.topics_count)),
        (
            text::PARTITIONS,
            of(text::PARTITIONS_ONLINE, cluster.online_partitions_count, cluster.partitions_count),
        ),
        (text::REPLICAS, of(text::REPLICAS_OF, cluster.isr_replicas_count, cluster.replicas_count)),
        (text::CONSUMERS, number(cluster.consumers_count)),
        (text::CONTROLLER, cluster.controller.clone()),
        (fact::BROKERS, number(cluster.brokers.len() as u64)),
    ];
    let facts = counts.map(|(label, value)| view! { <Fact label value/> });
    let brokers: Vec<Arc<Broker>> = cluster.brokers.iter().cloned().map(Arc::new).collect();
    let rows = brokers.iter().map(|b| broker(b, &cluster.controller, drain)).collect_view();
    let more = drain.is_some().then(|| view! { <td></td> });
    view! {
        {health(cluster)}
        <KeyValues>{facts.collect_view()}</KeyValues>
        <PlainScroll label=text::CLUSTER>
            <table class="plain">
                <thead>
                    <tr>
                        {[text::BROKER, text::HOST, text::HEALTH, fact::VERSION, text::SINCE].map(head).collect_view()}
                        {more}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </PlainScroll>
    }
    .into_any()
}

/// What is wrong with the cluster, or that nothing is.
fn health(cluster: &Cluster) -> AnyView {
    let problems = health::problems(cluster);
    let line = |(tone, msg, n): (Tone, Msg, u64)| {
        let label = move || tf(msg, &[("n", &number(n))]);
        view! { <Status tone=Signal::stored(tone) label/> }
    };
    let lines = if problems.is_empty() { vec![(Tone::Ok, words::ALL_WELL, 0)] } else { problems };
    view! { <div class="row-wrap cluster-health">{lines.into_iter().map(line).collect_view()}</div> }
        .into_any()
}

fn of(msg: Msg, part: u64, all: u64) -> String {
    let (part, all) = (number(part), number(all));
    tf(msg, &[("online", &part), ("isr", &part), ("all", &all)])
}

fn head(msg: Msg) -> AnyView {
    view! { <th scope="col">{move || t(msg)}</th> }.into_any()
}

/// A line of the table. `drain` is the page that moves partitions.
fn broker(broker: &Arc<Broker>, controller: &str, drain: Option<&str>) -> AnyView {
    let leads = broker.is_controller || broker.broker_id == controller;
    let (tone, health) =
        if broker.is_health { (Tone::Ok, text::HEALTHY) } else { (Tone::Bad, text::UNHEALTHY) };
    let ms = broker.register_time.map(|at| at.ms());
    let drain = drain.map(|page| {
        let id = broker.broker_id.clone();
        let href = format!("{page}?topics=*&drain={id}");
        let label = move || tf(words::DRAIN_OF, &[("id", &id)]);
        view! { <td><a href=href aria-label=label>{move || t(words::DRAIN)}</a></td> }
    });
    view! {
        <tr>
            <th scope="row">
                {broker.broker_id.clone()}
                {leads.then(|| view! { <span class="muted">" · " {move || t(text::CONTROLLER)}</span> })}
            </th>
            <td class="mono">{format!("{}:{}", broker.host, broker.port)}</td>
            <td><Status tone=tone label=health/></td>
            <td>{broker.version.clone()}</td>
            <td><TimeAgo ms/></td>
            {drain}
        </tr>
    }
    .into_any()
}

//! The brokers with their replicas (R5.1.7).

use dms_api::models::rocketmq::BrokerSummary;
use dms_api::ops::rocketmq::ListBrokers;

use crate::data::use_query;
use crate::i18n::{Msg, rocketmq::overview as text, t, tf};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Section, Skeleton};

/// A line for each broker; while the instance does not run nobody can be asked.
#[component]
pub(super) fn BrokersSection(id: String, running: bool) -> AnyView {
    let op = ListBrokers { instance_id: id, limit: None, offset: None };
    let query = use_query(move || running.then(|| op.clone()));
    let answer = Memo::new(move |_| query.data());
    let body = move || match (running, answer.get(), query.error()) {
        (false, ..) => view! { <p class="muted">{move || t(text::WAITS)}</p> }.into_any(),
        (true, Some(list), _) if list.brokers.is_empty() => {
            view! { <p class="muted">{move || t(text::NO_BROKERS)}</p> }.into_any()
        }
        (true, Some(list), _) => table(&list.brokers),
        (true, None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| query.refresh())/> }.into_any()
        }
        (true, None, None) => view! { <Skeleton lines=2/> }.into_any(),
    };
    view! { <Section title=text::BROKERS>{body}</Section> }.into_any()
}

fn table(brokers: &[BrokerSummary]) -> AnyView {
    view! {
        <div class="plain-scroll">
            <table class="plain">
                <thead>
                    <tr>{[text::BROKER, text::MASTER, text::REPLICAS].map(head).collect_view()}</tr>
                </thead>
                <tbody>{brokers.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Heading of a column.
pub(super) fn head(msg: Msg) -> AnyView {
    view! { <th scope="col">{move || t(msg)}</th> }.into_any()
}

/// Replica 0 is the master.
fn row(broker: &BrokerSummary) -> AnyView {
    let has_master = broker.ids.contains(&0);
    let others: Vec<u32> = broker.ids.iter().copied().filter(|id| *id != 0).collect();
    let master =
        move || if has_master { tf(text::REPLICA_ID, &[("id", &0)]) } else { t(text::NO_MASTER).to_owned() };
    let replicas = move || {
        let words: Vec<String> = others.iter().map(|id| tf(text::REPLICA_ID, &[("id", id)])).collect();
        if words.is_empty() { "–".to_owned() } else { words.join(", ") }
    };
    view! {
        <tr>
            <th scope="row" class="mono">{broker.broker_name.clone()}</th>
            <td>{master}</td>
            <td>{replicas}</td>
        </tr>
    }
    .into_any()
}

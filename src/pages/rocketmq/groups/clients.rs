//! The consumers of a group that are connected.

use std::sync::Arc;

use dms_api::models::rocketmq::{Client, ClientList, ConsumeType};
use dms_api::ops::rocketmq::ListClients;

use crate::data::{Page, PageAt, Paged, Paging, use_paged};
use crate::i18n::{rocketmq::groups as text, t};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Column, DataTable, EmptyState, Table, Tone};

/// The consumers, and what is said of them together.
pub type Clients = Paged<Client, ClientList>;

/// Asks for the consumers of a group every `every_ms`, 0 for once. Only newer editions have this.
pub fn use_clients(instance: &str, group: &str, every_ms: Signal<u32>) -> Clients {
    let op = ListClients {
        instance_id: instance.to_owned(),
        group: group.to_owned(),
        limit: None,
        offset: None,
        is_detail: Some(true),
    };
    use_paged(
        move || Some(op.clone()),
        Paging {
            at: |op: &mut ListClients, page: PageAt| {
                op.limit = Some(page.limit);
                op.offset = Some(page.offset);
            },
            take: |answer: &mut ClientList| Page {
                items: std::mem::take(&mut answer.clients),
                total: Some(answer.total).filter(|total| *total > 0),
            },
            key: |client: &Client| &client.client_id,
        },
    )
    .poll_every(every_ms)
}

/// Whether consumers are connected; `None` while that is not known. Tracked.
pub fn is_online(clients: Clients) -> Option<bool> {
    clients.head().map(|head| head.online || head.total > 0 || !clients.items().is_empty())
}

/// One row per consumer; a warning where they do not subscribe to the same.
#[component]
pub fn ClientTable(clients: Clients) -> AnyView {
    let odd = Memo::new(move |_| {
        is_online(clients) == Some(true) && clients.head().is_some_and(|head| !head.subscription_consistency)
    });
    let table = Table::builder(|client: &Client| client.client_id.clone())
        .column(
            Column::new("client", text::CLIENT, |client: &Arc<Client>| {
                view! { <span class="mono">{client.client_id.clone()}</span> }
            })
            .width(250)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.client_id, &b.client_id))
            .required(),
        )
        .column(
            Column::new("address", text::ADDRESS, |client: &Arc<Client>| {
                view! { <span class="mono">{client.client_addr.clone()}</span> }
            })
            .width(160)
            .sort_by(|a, b| a.client_addr.cmp(&b.client_addr)),
        )
        .column(
            Column::text("version", text::CLIENT_VERSION, |client: &Client| {
                format!("{} {}", client.language, client.version).trim().to_owned()
            })
            .width(140),
        )
        .column(
            Column::new("type", text::CONSUME_TYPE, |client: &Arc<Client>| {
                let kind = client.consume_type.clone();
                move || consume_type(kind.as_ref())
            })
            .width(110),
        )
        .column(
            Column::new("subscriptions", text::SUBSCRIPTIONS, |client: &Arc<Client>| {
                let words = subscriptions(client);
                view! { <span title=words.clone()>{words.clone()}</span> }
            })
            .width(360),
        )
        .rows(move || clients.items());
    view! {
        {move || odd.get().then(|| view! {
            <Banner tone=Tone::Warn title=text::INCONSISTENT><p>{move || t(text::INCONSISTENT_TEXT)}</p></Banner>
        })}
        {move || clients.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| clients.refresh())/> }
        })}
        <div class="table-box is-short">
            <DataTable
                table
                label=text::CLIENTS
                loading=Signal::derive(move || clients.loading())
                empty=move || clients.error().is_none().then(|| view! { <EmptyState title=text::NO_CLIENTS/> })
            />
        </div>
    }
    .into_any()
}

fn consume_type(kind: Option<&ConsumeType>) -> String {
    let word = match kind {
        Some(ConsumeType::Pull) => text::PULL,
        Some(ConsumeType::Push) => text::PUSH,
        Some(ConsumeType::Pop) => text::POP,
        Some(ConsumeType::Other(word)) => return word.clone(),
        None => return "\u{2013}".to_owned(),
    };
    t(word).to_owned()
}

/// "trade-orders (paid), stock (*)"
fn subscriptions(client: &Client) -> String {
    let one = |s: &dms_api::models::rocketmq::Subscription| format!("{} ({})", s.topic, s.expression);
    client.subscriptions.iter().map(one).collect::<Vec<_>>().join(", ")
}

//! The connected clients of a group, one of which is to get the messages.

use std::sync::Arc;

use dms_api::models::rocketmq::{Client, ClientList};
use dms_api::ops::rocketmq::ListClients;

use crate::data::{Page, PageAt, Paged, Paging, use_paged};
use crate::i18n::{core, rocketmq::verify as text, tf};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Button, Choice, Glyph, RadioGroup, RadioLook, Skeleton, Tone};

/// Clients with how many more there may be.
pub type Clients = Paged<Client, ClientList>;

/// The clients of instance and group that are `wanted`.
pub fn use_clients(wanted: impl Fn() -> Option<(String, String)> + Send + Sync + 'static) -> Clients {
    use_paged(
        move || {
            let (instance_id, group) = wanted()?;
            Some(ListClients { instance_id, group, limit: None, offset: None, is_detail: Some(true) })
        },
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
}

/// Id of the chosen client, `""` for none. One that has gone is chosen no more; one alone is the one.
pub fn pick(clients: Clients) -> RwSignal<String> {
    let client = RwSignal::new(String::new());
    Effect::new(move |_| {
        let items = clients.items();
        let chosen = client.get_untracked();
        if !items.iter().any(|c| c.client_id == chosen) {
            let only = if items.len() == 1 { items.first() } else { None };
            client.set(only.map(|c| c.client_id.clone()).unwrap_or_default());
        }
    });
    client
}

/// The choice, or why there is none.
pub fn field(clients: Clients, group: Signal<String>, chosen: RwSignal<String>) -> AnyView {
    let some = Memo::new(move |_| !clients.items().is_empty());
    let list = move || {
        if let Some(failure) = clients.error() {
            return view! { <Failure failure retry=Callback::new(move |()| clients.refresh())/> }.into_any();
        }
        if clients.loading() {
            return view! { <Skeleton lines=2/> }.into_any();
        }
        if some.get() { choice(clients, group, chosen) } else { nobody(clients, group) }
    };
    let differ = move || {
        let differ = some.get() && clients.head().is_some_and(|head| !head.subscription_consistency);
        differ.then(|| view! { <Banner tone=Tone::Warn title=text::INCONSISTENT/> })
    };
    view! { {list} {differ} }.into_any()
}

fn choice(clients: Clients, group: Signal<String>, chosen: RwSignal<String>) -> AnyView {
    let options = Signal::derive(move || {
        let choice = |client: &Arc<Client>| {
            Choice::new(client.client_id.clone(), client.client_id.clone()).hint(about(client))
        };
        clients.items().iter().map(choice).collect::<Vec<_>>()
    });
    let label = move || tf(text::CLIENT, &[("group", &group.get())]);
    view! {
        <p class="field-label">{label}</p>
        <RadioGroup value=chosen options look=RadioLook::List label=label/>
    }
    .into_any()
}

fn nobody(clients: Clients, group: Signal<String>) -> AnyView {
    let title = move || tf(text::CLIENTS_NONE, &[("group", &group.get())]);
    view! {
        <Banner tone=Tone::Warn title>
            <Button label=core::REFRESH icon=Glyph::Refresh on_click=move |()| clients.refresh()/>
        </Banner>
    }
    .into_any()
}

/// What tells clients apart: address, language, version, what they subscribe to.
fn about(client: &Client) -> String {
    let own = [client.client_addr.as_str(), &client.language, &client.version].map(str::to_owned);
    let topics = client.subscriptions.iter().map(|s| match s.expression.as_str() {
        "" | "*" => s.topic.clone(),
        expression => format!("{} ({expression})", s.topic),
    });
    own.into_iter().chain(topics).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

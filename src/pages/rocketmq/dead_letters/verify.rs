//! Verifying consumption: messages given to one connected client, an outcome for each.

use dms_api::models::rocketmq::{Client, ClientList};
use dms_api::ops::rocketmq::{ListClients, Reliability, VerifyBody, VerifyConsumption};
use leptos::prelude::*;

use super::outcomes::outcomes;
use super::resend::count;
use crate::data::{Page, PageAt, Paged, Paging, mutate, use_paged};
use crate::i18n::{core, rocketmq::dead_letters as text, t, tf};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item, Job};
use crate::shell::Failure;
use crate::ui::{
    Banner, Bound, Button, Choice, ConfirmDialog, Glyph, RadioGroup, RadioLook, Skeleton, Tone, use_toasts,
};

const WORDS: BatchWords = BatchWords {
    title: text::VERIFIED_TITLE,
    done: text::VERIFIED_DONE,
    failed: text::VERIFIED_FAILED,
    unexplained: crate::i18n::batch::UNEXPLAINED,
};
/// Messages of one call: each is waited for until the client has dealt with it.
const PER_CALL: usize = 5;

/// Opens while `ids` is not empty.
#[component]
pub fn VerifyDialog(
    instance: String,
    group: Signal<String>,
    /// The topic that the messages are in.
    topic: Signal<String>,
    ids: RwSignal<Vec<String>>,
) -> AnyView {
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            let n = items.len();
            toasts.ok(move || count(n, text::VERIFIED_ONE, text::VERIFIED_OTHER));
        }
        ids.set(Vec::new());
    });
    let asked = Memo::new(move |_| ids.with(|ids| !ids.is_empty()) && !batch.shows_results());
    let owner = instance.clone();
    let clients = use_clients(move || asked.get().then(|| (owner.clone(), group.get())));
    let client = RwSignal::new(String::new());
    // A client that has gone cannot be sent anything; one alone is the one.
    Effect::new(move |_| {
        let items = clients.items();
        let chosen = client.get_untracked();
        if !items.iter().any(|c| c.client_id == chosen) {
            let only = if items.len() == 1 { items.first() } else { None };
            client.set(only.map(|c| c.client_id.clone()).unwrap_or_default());
        }
    });
    let asking = Bound::new(asked, move |open: bool| {
        if !open && asked.get_untracked() {
            ids.set(Vec::new());
        }
    });
    let target = StoredValue::new(instance);
    let verify = move |()| {
        let chosen = client.get_untracked();
        if chosen.is_empty() {
            return;
        }
        let to = (target.get_value(), group.get_untracked(), topic.get_untracked(), chosen);
        batch.start(ids.get_untracked().into_iter().map(Item::named).collect(), job(to));
    };
    view! {
        <ConfirmDialog
            open=asking
            title=move || count(ids.with(Vec::len), text::VERIFY_ONE, text::VERIFY_OTHER)
            action=text::VERIFY_ACTION
            harmless=true
            blocked=Signal::derive(move || client.with(String::is_empty))
            busy=batch.sending()
            on_confirm=Callback::new(verify)
        >
            <p>{move || t(text::VERIFY_TEXT)}</p>
            {client_choice(clients, group, client)}
        </ConfirmDialog>
        <BatchResults batch words=WORDS stoppable=true/>
    }
    .into_any()
}

/// The connected clients of a group, asked for while the dialog is open.
fn use_clients(
    of: impl Fn() -> Option<(String, String)> + Send + Sync + 'static,
) -> Paged<Client, ClientList> {
    use_paged(
        move || {
            let (instance_id, group) = of()?;
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

fn client_choice(
    clients: Paged<Client, ClientList>,
    group: Signal<String>,
    chosen: RwSignal<String>,
) -> AnyView {
    let options = Signal::derive(move || {
        let choice = |client: &std::sync::Arc<Client>| {
            Choice::new(client.client_id.clone(), client.client_id.clone()).hint(about(client))
        };
        clients.items().iter().map(choice).collect::<Vec<_>>()
    });
    let some = Memo::new(move |_| !clients.items().is_empty());
    let list = move || {
        if let Some(failure) = clients.error() {
            return view! { <Failure failure retry=Callback::new(move |()| clients.refresh())/> }.into_any();
        }
        if clients.loading() {
            return view! { <Skeleton lines=2/> }.into_any();
        }
        if !some.get() {
            let title = move || tf(text::CLIENTS_NONE, &[("group", &group.get())]);
            return view! {
                <Banner tone=Tone::Warn title>
                    <Button label=core::REFRESH icon=Glyph::Refresh on_click=move |()| clients.refresh()/>
                </Banner>
            }
            .into_any();
        }
        let label = move || tf(text::CLIENT, &[("group", &group.get())]);
        view! {
            <p class="field-label">{label}</p>
            <RadioGroup value=chosen options look=RadioLook::List label=label/>
        }
        .into_any()
    };
    let differ = move || {
        let differ = some.get() && clients.head().is_some_and(|head| !head.subscription_consistency);
        differ.then(|| view! { <Banner tone=Tone::Warn title=text::INCONSISTENT/> })
    };
    view! { {list} {differ} }.into_any()
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

/// Instance, group, topic, client.
type Target = (String, String, String, String);

fn job(to: Target) -> Job {
    Job::calls(PER_CALL, move |ids: Vec<String>| {
        let (instance_id, group, topic, client_id) = to.clone();
        let body = VerifyBody { group, topic: Some(topic), client_id, msg_id_list: ids.clone() };
        let op = VerifyConsumption { engine: Reliability, instance_id, body };
        async move { outcomes(&ids, mutate(op).await) }
    })
}

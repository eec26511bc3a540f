//! Verifying consumption: messages given to one connected client, an outcome for each. The pages of messages and of dead
//! letters open it.

mod clients;
mod group;

use dms_api::ops::rocketmq::{Reliability, VerifyBody, VerifyConsumption};

use super::messages::group_of;
use super::outcomes::outcomes;
use crate::data::mutate;
use crate::i18n::{plural, rocketmq::verify as text, t};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item, Job};
use crate::pages::rocketmq::topics::use_subscribers;
use crate::prelude::*;
use crate::session::config;
use crate::ui::{Bound, Button, ConfirmDialog, use_toasts};

const WORDS: BatchWords = BatchWords {
    title: text::VERIFIED_TITLE,
    done: text::VERIFIED_DONE,
    failed: text::VERIFIED_FAILED,
    unexplained: crate::i18n::batch::UNEXPLAINED,
};
/// Messages of one call: each is waited for until the client has dealt with it.
const PER_CALL: usize = 5;

/// Opens while `ids` is not empty. The group is that of a topic of dead letters or retries; of any other topic it is
/// asked for.
#[component]
pub fn VerifyDialog(
    instance: String,
    /// The topic that the messages are in.
    topic: Signal<String>,
    ids: RwSignal<Vec<String>>,
) -> AnyView {
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            let n = items.len() as u64;
            toasts.ok(move || plural(n, text::VERIFIED_ONE, text::VERIFIED_OTHER));
        }
        ids.set(Vec::new());
    });
    let asked = Memo::new(move |_| ids.with(|ids| !ids.is_empty()) && !batch.shows_results());
    let owner = StoredValue::new(instance);
    let fixed = Memo::new(move |_| topic.with(|topic| group_of(topic).map(str::to_owned)));
    let subscribers = use_subscribers(move || {
        (asked.get() && fixed.with(Option::is_none)).then(|| (owner.get_value(), topic.get()))
    });
    let picked = group::pick(topic, subscribers);
    let group = Signal::derive(move || fixed.get().unwrap_or_else(|| picked.get()));
    let clients = clients::use_clients(move || {
        let group = group.get();
        (asked.get() && !group.is_empty()).then(|| (owner.get_value(), group))
    });
    let client = clients::pick(clients);
    let asking = Bound::new(asked, move |open: bool| {
        if !open && asked.get_untracked() {
            ids.set(Vec::new());
        }
    });
    let verify = move |()| {
        let chosen = client.get_untracked();
        if !chosen.is_empty() {
            let to = (owner.get_value(), group.get_untracked(), topic.get_untracked(), chosen);
            batch.start(ids.get_untracked().into_iter().map(Item::named).collect(), job(to));
        }
    };
    view! {
        <ConfirmDialog
            open=asking
            title=move || plural(ids.with(Vec::len) as u64, text::VERIFY_ONE, text::VERIFY_OTHER)
            action=text::VERIFY_ACTION
            harmless=true
            blocked=Signal::derive(move || client.with(String::is_empty))
            busy=batch.sending()
            on_confirm=Callback::new(verify)
        >
            <p>{move || t(text::VERIFY_TEXT)}</p>
            {move || fixed.with(Option::is_none).then(|| group::field(picked, subscribers))}
            {move || (!group.with(String::is_empty)).then(|| clients::field(clients, group, client))}
        </ConfirmDialog>
        <BatchResults batch words=WORDS stoppable=true/>
    }
    .into_any()
}

/// The button that asks; nothing where the console may not change anything.
pub fn verify_button(on_click: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let button = move || {
        (!config::read_only()).then(|| view! { <Button label=text::VERIFY on_click=move |()| on_click()/> })
    };
    button.into_any()
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

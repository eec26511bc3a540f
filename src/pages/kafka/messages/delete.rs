//! Deleting the oldest messages of a topic: up to an offset of one partition, or all there are.

use std::sync::Arc;

use dms_api::models::kafka::{DeletedMessages, TopicDetail};
use dms_api::ops::kafka::{DeleteBefore, DeleteMessages, DeleteMessagesBody, ShowTopic};

use crate::data::{mutate, use_query};
use crate::i18n::{messages as text, number, t, tf, topics};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item, Job, Outcome};
use crate::prelude::*;
use crate::ui::{Bound, Choice, ConfirmDialog, Field, NumberInput, Select, use_toasts};

const WORDS: BatchWords = BatchWords {
    title: topics::RESULT_TITLE,
    done: topics::DELETED,
    failed: topics::NOT_DELETED,
    unexplained: topics::DELETE_REFUSED,
};

/// What a partition loses: offsets from the first up to but not including the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Loss {
    partition: u32,
    from: u64,
    to: u64,
}

impl Loss {
    fn messages(self) -> u64 {
        self.to.saturating_sub(self.from)
    }
}

/// Asks what to delete, has the topic's name typed, and tells the result for each partition.
#[component]
pub fn DeleteMessagesDialog(
    instance: String,
    topic: Signal<String>,
    open: RwSignal<bool>,
    /// Something has been deleted.
    #[prop(into)]
    on_done: Callback<()>,
) -> AnyView {
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            toasts.ok(text::DELETED_TOAST);
        }
        open.set(false);
        on_done.run(());
    });
    let owner = instance.clone();
    let detail = use_query(move || {
        let topic = open.get().then(|| topic.get()).filter(|topic| !topic.is_empty())?;
        Some(ShowTopic { instance_id: owner.clone(), topic })
    });
    let (partition, before) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let losses = Memo::new(move |_| {
        let detail = detail.data().unwrap_or_default();
        losses(&detail, &partition.get(), &before.get())
    });
    let asked = move || open.get() && !batch.shows_results();
    let asking = Bound::new(Signal::derive(asked), move |on: bool| {
        if !on && untrack(asked) {
            open.set(false);
        }
    });
    let delete = move |()| {
        let losses = losses.get_untracked();
        let name = |loss: &Loss| {
            Item::new(loss.partition.to_string(), tf(text::IN_PARTITION, &[("p", &loss.partition)]))
        };
        let items: Vec<Item> = losses.iter().map(name).collect();
        let (instance, topic) = (instance.clone(), topic.get_untracked());
        if !items.is_empty() {
            let send = move |keys| send(instance.clone(), topic.clone(), keys, losses.clone());
            batch.start(items, Job::calls(usize::MAX, send));
        }
    };
    let partitions = Signal::derive(move || {
        let detail = detail.data().unwrap_or_default();
        let each = detail.partitions.iter().map(|p| Choice::plain(p.partition.to_string()));
        std::iter::once(Choice::new("", text::ALL_PARTITIONS)).chain(each).collect::<Vec<_>>()
    });
    let lost = move || {
        let losses = losses.get();
        let sum: u64 = losses.iter().map(|loss| loss.messages()).sum();
        tf(text::DELETE_LOSS, &[("n", &number(sum)), ("partitions", &number(losses.len() as u64))])
    };
    view! {
        <ConfirmDialog
            open=asking
            title=move || tf(text::DELETE_TITLE, &[("topic", &topic.get())])
            action=text::DELETE
            expect=topic
            busy=batch.sending()
            on_confirm=Callback::new(delete)
        >
            <Field label=text::PARTITION required=true>
                <Select value=partition options=partitions/>
            </Field>
            {move || (!partition.with(String::is_empty)).then(|| view! {
                <Field label=text::DELETE_BEFORE hint=text::DELETE_BEFORE_HINT>
                    <NumberInput value=before min=Signal::stored(0)/>
                </Field>
            })}
            <p role="status">{lost}</p>
            <p>{move || t(text::DELETE_FOR_GOOD)}</p>
        </ConfirmDialog>
        <BatchResults batch words=WORDS/>
    }
    .into_any()
}

/// What is lost: of all partitions everything, of one what is before an offset, or everything where none is given.
fn losses(detail: &TopicDetail, partition: &str, before: &str) -> Vec<Loss> {
    let only: Option<u32> = partition.parse().ok();
    let limit: Option<u64> = before.trim().parse().ok().filter(|_| only.is_some());
    let wanted = detail.partitions.iter().filter(|p| only.is_none_or(|only| only == p.partition));
    let loss = wanted.map(|p| Loss {
        partition: p.partition,
        from: p.lso,
        to: limit.map_or(p.hw, |limit| limit.clamp(p.lso.min(p.hw), p.hw)),
    });
    loss.filter(|loss| loss.messages() > 0).collect()
}

async fn send(instance_id: String, topic: String, keys: Vec<String>, losses: Vec<Loss>) -> Vec<Outcome> {
    let wanted = losses.iter().filter(|loss| keys.contains(&loss.partition.to_string()));
    // An offset even where everything goes: what is produced meanwhile stays.
    let before = |loss: &Loss| DeleteBefore {
        partition: loss.partition,
        offset: i64::try_from(loss.to).unwrap_or(i64::MAX),
    };
    let body = DeleteMessagesBody { partitions: wanted.map(before).collect() };
    let answer = mutate(DeleteMessages { instance_id, topic, body }).await;
    Outcome::of_answer(&keys, answer, |answer: &Arc<DeletedMessages>, key| {
        let of = answer.partitions.iter().find(|p| p.partition.to_string() == key)?;
        Some(of.result.eq_ignore_ascii_case("success"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::record::FromAnswer;

    #[test]
    fn what_is_lost_is_known_before() {
        let detail = TopicDetail::from_answer(&serde_json::json!({"topic": "t", "partitions": [
            {"partition": 0, "lso": 10, "hw": 110, "leo": 110}, {"partition": 1, "lso": 5, "hw": 5, "leo": 5},
        ]}));
        let lost = |partition, before| {
            losses(&detail, partition, before).iter().map(|l| (l.from, l.to)).collect::<Vec<_>>()
        };
        assert_eq!(lost("", ""), [(10, 110)], "an empty partition loses nothing");
        assert_eq!(lost("0", "50"), [(10, 50)]);
        assert_eq!(lost("0", "9999"), [(10, 110)]);
        assert_eq!(lost("0", "3"), []);
        assert_eq!(lost("", "50"), [(10, 110)], "an offset means one partition");
    }
}

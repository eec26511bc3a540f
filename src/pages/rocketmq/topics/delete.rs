//! Deleting topics: what is lost, the name typed, a result for each, failed ones again.

use std::rc::Rc;

use dms_api::ops::rocketmq::{DeleteAction, DeleteTopic, DeleteTopics, DeleteTopicsBody, ShowTopic};

use super::words::Kind;
use crate::data::{ask, mutate};
use crate::i18n::{rocketmq::topics as text, tf};
use crate::pages::batch::{BatchWords, DeleteDialog, DeleteWords};
use crate::pages::rocketmq::jobs::{Calls, is_gone, one_or_many};
use crate::prelude::*;

const WORDS: DeleteWords = DeleteWords {
    title_one: text::DELETE_TITLE_ONE,
    title_other: text::DELETE_TITLE_OTHER,
    action: crate::i18n::core::DELETE,
    loss: text::DELETE_LOSS,
    list: text::DELETE_LIST,
    count_word: text::DELETE_COUNT_WORD,
    toast_one: text::DELETED_TOAST_ONE,
    toast_other: text::DELETED_TOAST_OTHER,
    results: BatchWords {
        title: text::RESULT_TITLE,
        done: text::DELETED,
        failed: text::NOT_DELETED,
        unexplained: text::DELETE_REFUSED,
    },
};

/// Opens while `names` is not empty.
#[component]
pub fn DeleteTopicsDialog(
    instance: String,
    names: RwSignal<Vec<String>>,
    /// The dialogs are closed; these topics are gone.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let note = Signal::derive(move || {
        let own = |names: &Vec<String>| names.iter().filter(|n| Kind::of(n) != Kind::Normal).count();
        let n = names.with(own);
        (n > 0).then(|| tf(text::DELETE_OWN, &[("n", &n)]))
    });
    let job = one_or_many(instance.clone(), calls(instance));
    view! { <DeleteDialog words=WORDS names note job on_done/> }.into_any()
}

fn calls(instance: String) -> Calls {
    let (of_one, of_look) = (instance.clone(), instance.clone());
    Calls {
        many: Rc::new(move |topics| {
            let body = DeleteTopicsBody { topics };
            let op = DeleteTopics { instance_id: instance.clone(), action: DeleteAction, body };
            Box::pin(async move { mutate(op).await.map(|answer| answer.job_id.clone()) })
        }),
        one: Rc::new(move |topic| {
            let op = DeleteTopic { instance_id: of_one.clone(), topic };
            Box::pin(async move { mutate(op).await.map(drop) })
        }),
        is_done: Rc::new(move |topic| {
            let op = ShowTopic { instance_id: of_look.clone(), topic };
            Box::pin(async move { is_gone(ask(op).await) })
        }),
    }
}

//! Looking at the changes before they are made.

use dms_api::ops::kafka::{SetTopicPolicies, SetTopicPoliciesBody, TopicPolicy, UserPolicy};

use super::cells::grant_word;
use super::matrix::Matrix;
use super::rights::{Grant, SideEffect, TopicChange, changes};
use crate::data::mutate;
use crate::i18n::{tf, users as text};
use crate::pages::batch::{BatchWords, Item, Job, Outcome};
use crate::pages::matrix::{ChangeSection, ReviewDialog};
use crate::prelude::*;

const WORDS: BatchWords = BatchWords {
    title: text::APPLIED_TITLE,
    done: text::APPLIED,
    failed: text::NOT_APPLIED,
    unexplained: text::DELETE_SILENT,
};

/// Each topic's changes before and after, what they do to everybody else, then the result of each topic.
#[component]
pub fn Review(instance: String, matrix: Matrix, open: RwSignal<bool>) -> AnyView {
    let wanted =
        Memo::new(move |_| open.get().then(|| matrix.edits.with(|edits| changes(&matrix.known(), edits))));
    let all = move || wanted.get().unwrap_or_default();
    let start = Callback::new(move |()| {
        let changes = untrack(all);
        let items = changes.iter().map(|change| Item::named(&change.topic)).collect();
        let instance = instance.clone();
        let send = move |topic: String| {
            let change = changes.iter().find(|change| change.topic == topic).cloned();
            send(instance.clone(), change)
        };
        // One after the other: each call is a change to the same brokers.
        let job = Job::calls(1, move |mut topics: Vec<String>| {
            let sent = topics.pop().map(&send);
            async move {
                match sent {
                    Some(sent) => vec![sent.await],
                    None => Vec::new(),
                }
            }
        });
        (items, job)
    });
    view! {
        <ReviewDialog
            open
            count=Signal::derive(move || all().len())
            title=(text::REVIEW_TITLE_ONE, text::REVIEW_TITLE_OTHER)
            note=text::LEAVES
            sections=move || all().into_iter().map(change_view).collect_view()
            start
            results=WORDS
            toast=(text::APPLIED_TOAST_ONE, text::APPLIED_TOAST_OTHER)
            on_done=Callback::new(move |topics: Vec<String>| matrix.applied(&topics))
        />
    }
    .into_any()
}

/// One topic's policies, in place of those it has.
async fn send(instance_id: String, change: Option<TopicChange>) -> Outcome {
    let Some(change) = change else { return Outcome::Unmentioned };
    let policies = change.after.iter().filter_map(|(user, grant)| {
        Some(UserPolicy { user_name: user.clone(), access_policy: grant.word()?.to_owned() })
    });
    let topic = TopicPolicy { name: change.topic.clone(), policies: policies.collect() };
    let body = SetTopicPoliciesBody { topics: vec![topic] };
    Outcome::of_call(mutate(SetTopicPolicies { instance_id, body }).await)
}

fn change_view(change: TopicChange) -> AnyView {
    let TopicChange { topic, users, side_effect, .. } = change;
    let name = topic.clone();
    let warning = side_effect.map(|effect| {
        let msg = match effect {
            SideEffect::Closes => text::CLOSES,
            SideEffect::Opens => text::OPENS,
        };
        TextProp::from(move || tf(msg, &[("topic", &topic)]))
    });
    let row = |(user, before, after): (String, Grant, Grant)| {
        (user, grant_word(before).into(), grant_word(after).into())
    };
    view! { <ChangeSection name warning rows=users.into_iter().map(row).collect()/> }.into_any()
}

//! Looking at the changes before they are made.

use dms_api::ops::kafka::{SetTopicPolicies, SetTopicPoliciesBody, TopicPolicy, UserPolicy};
use leptos::prelude::*;

use super::matrix::Matrix;
use super::rights::{Grant, SideEffect, Source, TopicChange, changes};
use crate::data::mutate;
use crate::i18n::{Msg, core, number, plural, t, tf, users as text};
use crate::pages::batch::{self, Batch, BatchResults, BatchWords, Counts, Item, Job, Outcome};
use crate::ui::{Badge, Bound, Button, ButtonKind, Dialog, Tone, use_toasts};

const WORDS: BatchWords = BatchWords {
    title: text::APPLIED_TITLE,
    done: text::APPLIED,
    failed: text::NOT_APPLIED,
    unexplained: text::DELETE_SILENT,
};

/// A right in words.
pub fn grant_word(grant: Grant) -> Msg {
    match grant {
        Grant::None => text::GRANT_NONE,
        Grant::Write => text::GRANT_WRITE,
        Grant::Read => text::GRANT_READ,
        Grant::Both => text::GRANT_BOTH,
    }
}

/// A right in a cell: its word, which the cell's name holds too, and a dash for none.
pub fn cell_word(grant: Grant) -> Msg {
    match grant {
        Grant::None => text::SHORT_NONE,
        some => grant_word(some),
    }
}

/// Why a user has a right.
pub fn source_word(source: Source) -> Msg {
    match source {
        Source::Policy => text::BY_POLICY,
        Source::Open => text::BY_OPEN,
        Source::Closed => text::BY_NOTHING,
    }
}

/// Each topic's changes before and after, what they do to everybody else, then the result of each topic.
#[component]
pub fn ReviewDialog(instance: String, matrix: Matrix, open: RwSignal<bool>) -> AnyView {
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            let n = items.len() as u64;
            toasts.ok(plural(n, text::APPLIED_TOAST_ONE, text::APPLIED_TOAST_OTHER));
        }
        matrix.applied(&batch::done(&items));
        open.set(false);
    });
    let wanted =
        Memo::new(move |_| open.get().then(|| matrix.edits.with(|edits| changes(&matrix.known(), edits))));
    let all = move || wanted.get().unwrap_or_default();
    // The results take the place of the review; that cancels nothing.
    let asked = move || open.get() && !batch.shows_results();
    let asking = Bound::new(Signal::derive(asked), move |on: bool| {
        if !on && untrack(asked) {
            open.set(false);
        }
    });
    let apply = move |()| {
        let changes = untrack(all);
        let items = changes.iter().map(|change| Item::named(&change.topic)).collect();
        let instance = instance.clone();
        let send = move |topic: String| {
            let change = changes.iter().find(|change| change.topic == topic).cloned();
            send(instance.clone(), change)
        };
        batch.start(
            items,
            Job::calls(1, move |topics: Vec<String>| {
                let sent = topics.first().cloned().map(&send);
                async move {
                    match sent {
                        Some(sent) => vec![sent.await],
                        None => Vec::new(),
                    }
                }
            }),
        );
    };
    let footer = move || {
        let apply = apply.clone();
        view! {
            <Button label=core::CANCEL disabled=batch.sending() on_click=move |()| open.set(false)/>
            <Button label=text::APPLY kind=ButtonKind::Primary busy=batch.sending() on_click=apply/>
        }
    };
    let title = move || tf(text::REVIEW_TITLE, &[("n", &number(all().len() as u64))]);
    view! {
        <Dialog open=asking title busy=batch.sending() wide=true footer>
            <p class="muted">{move || t(text::LEAVES)}</p>
            <div class="changes" tabindex="0" role="group" aria-label=move || t(text::REVIEW)>
                {move || all().into_iter().map(change_view).collect_view()}
            </div>
        </Dialog>
        <BatchResults batch words=WORDS/>
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
        let words = move || tf(msg, &[("topic", &topic)]);
        view! { <p class="change-warning"><Badge label="!" tone=Tone::Warn/> {words}</p> }
    });
    let row = |(user, before, after): (String, Grant, Grant)| {
        view! {
            <tr>
                <th scope="row" class="mono">{user}</th>
                <td><del class="diff-before">{move || t(grant_word(before))}</del></td>
                <td><ins class="diff-after">{move || t(grant_word(after))}</ins></td>
            </tr>
        }
    };
    view! {
        <section class="change">
            <h3 class="mono">{name}</h3>
            {warning}
            <table class="diff"><tbody>{users.into_iter().map(row).collect_view()}</tbody></table>
        </section>
    }
    .into_any()
}

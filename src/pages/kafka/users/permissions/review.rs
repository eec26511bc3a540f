//! Looking at the changes before they are made.

use leptos::prelude::*;

use super::apply::Applying;
use super::matrix::Matrix;
use super::rights::{Grant, SideEffect, Source, TopicChange, changes};
use crate::i18n::{Msg, core, number, t, tf, users as text};
use crate::pages::kafka::batch::{Results, Words};
use crate::ui::{Badge, Bound, Button, ButtonKind, Dialog, Tone};

const WORDS: Words = Words {
    title: text::APPLIED_TITLE,
    done: text::APPLIED,
    not_done: text::NOT_APPLIED,
    silent: text::DELETE_SILENT,
    retry: text::RETRY_FAILED,
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

/// A right in a letter or two.
pub fn short_word(grant: Grant) -> Msg {
    match grant {
        Grant::None => text::SHORT_NONE,
        Grant::Write => text::SHORT_WRITE,
        Grant::Read => text::SHORT_READ,
        Grant::Both => text::SHORT_BOTH,
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
    let applying = Applying::new(instance, matrix);
    let outcomes = applying.outcomes;
    let wanted = Memo::new(move |_| {
        matrix.edits.track();
        open.get().then(|| matrix.edits.with(|edits| changes(&matrix.known(), edits)))
    });
    let all = move || wanted.get().unwrap_or_default();
    let asked = move || open.get() && outcomes.with(Vec::is_empty);
    let asking = Bound::new(Signal::derive(asked), move |on: bool| {
        if !on && untrack(asked) {
            open.set(false);
        }
    });
    let reported = move || outcomes.with(|o| !o.is_empty());
    let reporting = Bound::new(Signal::derive(reported), move |on: bool| {
        if !on && untrack(reported) {
            outcomes.set(Vec::new());
            open.set(false);
        }
    });
    let footer = move || {
        view! {
            <span class="muted" role="status">{move || applying.progress()}</span>
            <span class="spacer"></span>
            <Button label=core::CANCEL disabled=applying.busy on_click=move |()| open.set(false)/>
            <Button
                label=text::APPLY
                kind=ButtonKind::Primary
                busy=applying.busy
                on_click=move |()| applying.run(untrack(all), open)
            />
        }
    };
    let retry = move |topics: Vec<String>| {
        let again = matrix.edits.with_untracked(|edits| changes(&matrix.known(), edits));
        applying.run(again.into_iter().filter(|change| topics.contains(&change.topic)).collect(), open);
    };
    let title = move || tf(text::REVIEW_TITLE, &[("n", &number(all().len() as u64))]);
    view! {
        <Dialog open=asking title busy=applying.busy wide=true footer>
            <p class="muted">{move || t(text::LEAVES)}</p>
            <div class="changes" tabindex="0" role="group" aria-label=move || t(text::REVIEW)>
                {move || all().into_iter().map(change_view).collect_view()}
            </div>
        </Dialog>
        <Results open=reporting outcomes busy=applying.busy words=WORDS on_retry=Callback::new(retry)/>
    }
    .into_any()
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

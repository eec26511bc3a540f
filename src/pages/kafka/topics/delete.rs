//! Deleting topics: what is lost, the name typed, a result for each, failed ones again.

use dms_api::ops::kafka::{DeleteTopics, DeleteTopicsBody};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::outcome::{self, Outcome};
use crate::data::mutate;
use crate::i18n::{core, number, t, tf, topics as text};
use crate::shell::brief;
use crate::ui::{Bound, Button, ButtonKind, ConfirmDialog, Dialog, Status, Tone, use_toasts};

/// Topics per call. The reference names no limit; other batch calls of the service take 50.
const BATCH: usize = 50;

/// Opens while `names` is not empty. Internal topics among them are left out, and that is said.
#[component]
pub fn DeleteTopicsDialog(
    instance: String,
    names: RwSignal<Vec<String>>,
    /// Names of the instance's internal topics.
    internal: Signal<Vec<String>>,
    /// The dialogs are closed; these topics are gone.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let busy = RwSignal::new(false);
    let outcomes = RwSignal::new(Vec::<Outcome>::new());
    let toasts = use_toasts();
    let wanted = Memo::new(move |_| {
        internal.with(|internal| {
            names.get().into_iter().filter(|name| !internal.contains(name)).collect::<Vec<_>>()
        })
    });
    let left_out = Memo::new(move |_| names.with(Vec::len) - wanted.with(Vec::len));
    let close = move |gone: Vec<String>| {
        names.set(Vec::new());
        outcomes.set(Vec::new());
        on_done.run(gone);
    };
    let delete = move |batch: Vec<String>| {
        let instance = instance.clone();
        busy.set(true);
        spawn_local(async move {
            let results = delete_all(&instance, &batch).await;
            busy.try_set(false);
            let all = outcome::merged(outcomes.try_get_untracked().unwrap_or_default(), results);
            if outcome::failed(&all).is_empty() {
                toasts.ok(done_text(&all));
                close(outcome::deleted(&all));
            } else {
                outcomes.try_set(all);
            }
        });
    };
    let retry = delete.clone();
    // A dialog also closes because the other one takes its place, or because all is done; that cancels nothing.
    let asked = move || names.with(|n| !n.is_empty()) && outcomes.with(Vec::is_empty);
    let asking = Bound::new(Signal::derive(asked), move |open: bool| {
        if !open && untrack(asked) {
            close(Vec::new());
        }
    });
    let reported = move || outcomes.with(|o| !o.is_empty());
    let reporting = Bound::new(Signal::derive(reported), move |open: bool| {
        if !open && untrack(reported) {
            close(outcomes.with_untracked(|all| outcome::deleted(all)));
        }
    });
    view! {
        <ConfirmDialog
            open=asking
            title=move || wanted.with(|names| title(names))
            action=text::DELETE_MENU
            expect=Signal::derive(move || wanted.with(|names| expected(names)))
            busy
            on_confirm=Callback::new(move |()| delete(wanted.get_untracked()))
        >
            <p>{move || t(text::DELETE_LOSS)}</p>
            {move || (left_out.get() > 0).then(|| {
                view! { <p>{tf(text::DELETE_INTERNAL, &[("n", &left_out.get())])}</p> }
            })}
            <ul class="name-list mono" aria-label=move || t(text::DELETE_LIST) tabindex="0">
                {move || wanted.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </ConfirmDialog>
        <Results open=reporting outcomes busy on_retry=Callback::new(retry)/>
    }
    .into_any()
}

/// A result for each topic.
#[component]
fn Results(
    open: Bound<bool>,
    outcomes: RwSignal<Vec<Outcome>>,
    busy: RwSignal<bool>,
    on_retry: Callback<Vec<String>>,
) -> AnyView {
    let title = move || {
        outcomes.with(|all| {
            let failed = outcome::failed(all).len();
            tf(text::RESULT_TITLE, &[("ok", &(all.len() - failed)), ("failed", &failed)])
        })
    };
    let footer = move || {
        view! {
            <Button label=core::CLOSE on_click=move |()| open.set(false)/>
            <Button
                label=text::RETRY_FAILED
                kind=ButtonKind::Primary
                busy
                on_click=move |()| on_retry.run(outcomes.with_untracked(|all| outcome::failed(all)))
            />
        }
    };
    view! {
        <Dialog open title busy wide=true footer>
            <ul class="result-list">
                {move || outcomes.get().into_iter().map(|o| view! { <ResultLine outcome=o/> }).collect_view()}
            </ul>
        </Dialog>
    }
    .into_any()
}

#[component]
fn ResultLine(outcome: Outcome) -> AnyView {
    let (tone, label) = match outcome.result {
        Ok(()) => (Tone::Ok, text::DELETED),
        Err(_) => (Tone::Bad, text::NOT_DELETED),
    };
    let reason = outcome
        .result
        .err()
        .map(|failure| move || failure.as_ref().map_or_else(|| t(text::DELETE_REFUSED).to_owned(), brief));
    view! {
        <li>
            <span class="mono">{outcome.name}</span>
            <Status tone=Signal::stored(tone) label/>
            {reason.map(|reason| view! { <p class="muted">{reason}</p> })}
        </li>
    }
    .into_any()
}

/// Deletes in batches; a batch that fails as a whole does not stop the others.
async fn delete_all(instance: &str, names: &[String]) -> Vec<Outcome> {
    let mut results = Vec::with_capacity(names.len());
    for batch in names.chunks(BATCH) {
        let body = DeleteTopicsBody { topics: batch.to_vec() };
        let answer = mutate(DeleteTopics { instance_id: instance.to_owned(), body }).await;
        results.extend(match answer {
            Ok(answer) => outcome::of_answer(batch, &answer),
            Err(failure) => outcome::of_failure(batch, &failure),
        });
    }
    results
}

fn title(names: &[String]) -> String {
    match names {
        [name] => tf(text::DELETE_TITLE_ONE, &[("name", name)]),
        names => tf(text::DELETE_TITLE_OTHER, &[("n", &number(names.len() as u64))]),
    }
}

/// What has to be typed: the topic's name, or how many.
fn expected(names: &[String]) -> String {
    match names {
        [name] => name.clone(),
        names => tf(text::DELETE_COUNT_WORD, &[("n", &names.len())]),
    }
}

fn done_text(all: &[Outcome]) -> String {
    match all {
        [one] => tf(text::DELETED_TOAST_ONE, &[("name", &one.name)]),
        all => tf(text::DELETED_TOAST_OTHER, &[("n", &number(all.len() as u64))]),
    }
}

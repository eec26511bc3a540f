//! Deleting users: one call each, so that each has a result of its own.

use dms_api::ops::kafka::{DeleteUsers, DeleteUsersBody};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data::mutate_each;
use crate::i18n::{number, t, tf, users as text};
use crate::pages::kafka::batch::{self, Outcome, Reason, Results, Words};
use crate::ui::{Bound, ConfirmDialog, use_toasts};

const WORDS: Words = Words {
    title: text::RESULT_TITLE,
    done: text::DELETED,
    not_done: text::NOT_DELETED,
    silent: text::DELETE_SILENT,
    retry: text::RETRY_FAILED,
};

/// Opens while `names` is not empty. The first user among them is left out, and that is said.
#[component]
pub fn DeleteUsersDialog(
    instance: String,
    names: RwSignal<Vec<String>>,
    /// The users that cannot be deleted.
    fixed: Signal<Vec<String>>,
    /// The dialogs are closed; these users are gone.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let busy = RwSignal::new(false);
    let outcomes = RwSignal::new(Vec::<Outcome>::new());
    let toasts = use_toasts();
    let wanted = Memo::new(move |_| {
        fixed.with(|fixed| names.get().into_iter().filter(|name| !fixed.contains(name)).collect::<Vec<_>>())
    });
    let left_out = Memo::new(move |_| names.with(Vec::len) > wanted.with(Vec::len));
    let close = move |gone: Vec<String>| {
        names.set(Vec::new());
        outcomes.set(Vec::new());
        on_done.run(gone);
    };
    let delete = move |users: Vec<String>| {
        let instance = instance.clone();
        busy.set(true);
        spawn_local(async move {
            let results = delete_each(&instance, &users).await;
            busy.try_set(false);
            let all = batch::merged(outcomes.try_get_untracked().unwrap_or_default(), results);
            if batch::names(&all, false).is_empty() {
                toasts.ok(done_text(&all));
                close(batch::names(&all, true));
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
            close(outcomes.with_untracked(|all| batch::names(all, true)));
        }
    });
    let confirm = move |()| {
        let users = wanted.get_untracked();
        if !users.is_empty() {
            delete(users);
        }
    };
    view! {
        <ConfirmDialog
            open=asking
            title=move || wanted.with(|names| title(names))
            action=text::DELETE
            expect=Signal::derive(move || wanted.with(|names| expected(names)))
            busy
            on_confirm=Callback::new(confirm)
        >
            <p>{move || t(text::DELETE_LOSS)}</p>
            {move || left_out.get().then(|| view! { <p>{t(text::DELETE_FIRST)}</p> })}
            <ul class="name-list mono" aria-label=move || t(text::DELETE_LIST) tabindex="0">
                {move || wanted.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </ConfirmDialog>
        <Results open=reporting outcomes busy words=WORDS on_retry=Callback::new(retry)/>
    }
    .into_any()
}

async fn delete_each(instance: &str, users: &[String]) -> Vec<Outcome> {
    let op = |user: &String| DeleteUsers {
        instance_id: instance.to_owned(),
        body: DeleteUsersBody::of(vec![user.clone()]),
    };
    let mut results = Vec::with_capacity(users.len());
    mutate_each(users.iter().map(op).collect(), |i, result| {
        let Some(user) = users.get(i) else { return };
        results.push(match result {
            Ok(_) => Outcome::done(user),
            Err(failure) => Outcome::failed(user, Reason::Call(failure)),
        });
    })
    .await;
    results
}

fn title(names: &[String]) -> String {
    match names {
        [name] => tf(text::DELETE_TITLE_ONE, &[("name", name)]),
        names => tf(text::DELETE_TITLE_OTHER, &[("n", &number(names.len() as u64))]),
    }
}

/// What has to be typed: the user's name, or how many.
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

//! What became of each thing of a batch, and trying the failed ones again.

use leptos::prelude::*;

use crate::data::ApiFailure;
use crate::i18n::{Msg, core, t, tf};
use crate::shell::brief;
use crate::ui::{Bound, Button, ButtonKind, Dialog, Status, Tone};

/// Why one thing of a batch was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The call failed.
    Call(ApiFailure),
    /// The service's own words.
    Said(String),
    /// The service gives none.
    Silent,
}

/// The result for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub name: String,
    pub result: Result<(), Reason>,
}

impl Outcome {
    /// Done.
    pub fn done(name: impl Into<String>) -> Self {
        Self { name: name.into(), result: Ok(()) }
    }

    /// Not done.
    pub fn failed(name: impl Into<String>, reason: Reason) -> Self {
        Self { name: name.into(), result: Err(reason) }
    }
}

/// The same failure for all of them: the call failed as a whole.
pub fn all_failed(names: &[String], failure: &ApiFailure) -> Vec<Outcome> {
    names.iter().map(|name| Outcome::failed(name, Reason::Call(failure.clone()))).collect()
}

/// Names of those that were done, or of those that were not.
pub fn names(outcomes: &[Outcome], done: bool) -> Vec<String> {
    outcomes.iter().filter(|o| o.result.is_ok() == done).map(|o| o.name.clone()).collect()
}

/// `earlier` with the results of a second try put in their places.
pub fn merged(mut earlier: Vec<Outcome>, later: Vec<Outcome>) -> Vec<Outcome> {
    for new in later {
        match earlier.iter_mut().find(|o| o.name == new.name) {
            Some(old) => *old = new,
            None => earlier.push(new),
        }
    }
    earlier
}

/// How the results of a kind of batch are called.
#[derive(Clone, Copy)]
pub struct Words {
    /// "{ok} deleted, {failed} failed"
    pub title: Msg,
    pub done: Msg,
    pub not_done: Msg,
    /// Said where the service gives no reason.
    pub silent: Msg,
    pub retry: Msg,
}

/// A result for each, and a button that tries again those that failed.
#[component]
pub fn Results(
    open: Bound<bool>,
    outcomes: RwSignal<Vec<Outcome>>,
    busy: RwSignal<bool>,
    words: Words,
    on_retry: Callback<Vec<String>>,
) -> AnyView {
    let title = move || {
        outcomes.with(|all| {
            let failed = all.iter().filter(|o| o.result.is_err()).count();
            tf(words.title, &[("ok", &(all.len() - failed)), ("failed", &failed)])
        })
    };
    let footer = move || {
        view! {
            <Button label=core::CLOSE disabled=busy on_click=move |()| open.set(false)/>
            <Button
                label=words.retry
                kind=ButtonKind::Primary
                busy
                on_click=move |()| on_retry.run(outcomes.with_untracked(|all| names(all, false)))
            />
        }
    };
    let lines = move || outcomes.get().into_iter().map(|o| line(o, words)).collect_view();
    view! {
        <Dialog open title busy wide=true footer>
            <ul class="result-list">{lines}</ul>
        </Dialog>
    }
    .into_any()
}

fn line(outcome: Outcome, words: Words) -> AnyView {
    let (tone, label) = match outcome.result {
        Ok(()) => (Tone::Ok, words.done),
        Err(_) => (Tone::Bad, words.not_done),
    };
    let reason = outcome.result.err().map(|reason| {
        move || match &reason {
            Reason::Call(failure) => brief(failure),
            Reason::Said(said) => said.clone(),
            Reason::Silent => t(words.silent).to_owned(),
        }
    });
    view! {
        <li>
            <span class="mono">{outcome.name}</span>
            <Status tone=Signal::stored(tone) label/>
            {reason.map(|reason| view! { <p class="muted">{reason}</p> })}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retry_replaces_only_what_was_retried() {
        let first = vec![
            Outcome::done("a"),
            Outcome::failed("b", Reason::Silent),
            Outcome::failed("c", Reason::Said("members".into())),
        ];
        let second = vec![Outcome::done("b"), Outcome::failed("c", Reason::Silent)];
        let all = merged(first, second);
        assert_eq!(names(&all, true), ["a", "b"]);
        assert_eq!(names(&all, false), ["c"]);
        assert_eq!(all[2].result, Err(Reason::Silent));
    }
}

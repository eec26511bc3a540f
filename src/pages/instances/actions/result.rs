//! What became of each instance.

use leptos::prelude::*;

use super::{Actions, Line};
use crate::i18n::core;
use crate::i18n::instances::list;
use crate::i18n::{t, tf};
use crate::pages::instances::batch::Outcome;
use crate::ui::{Button, ButtonKind, Dialog, Status, Tone};

/// A line per instance, and a way to try the failed ones again.
#[component]
pub(super) fn ResultDialog(actions: Actions, #[prop(into)] on_retry: Callback<()>) -> AnyView {
    let failures = move || {
        actions.lines.with(|lines| {
            lines.iter().filter(|l| l.outcome.as_ref().is_some_and(Outcome::is_failure)).count()
        })
    };
    let accepted =
        move || actions.lines.with(|lines| lines.iter().filter(|l| l.outcome == Some(Outcome::Done)).count());
    let summary = move || {
        if actions.sending.get() {
            t(list::WORKING).to_owned()
        } else {
            tf(list::RESULT_SUMMARY, &[("ok", &accepted()), ("failed", &failures())])
        }
    };
    let footer = move || {
        view! {
            <Button
                label=core::CLOSE
                kind=ButtonKind::Ghost
                on_click=move |()| actions.results.set(false)
                disabled=actions.sending
            />
            {move || {
                (failures() > 0).then(|| {
                    view! {
                        <Button
                            label=list::RETRY_FAILED
                            kind=ButtonKind::Primary
                            busy=actions.sending
                            on_click=on_retry
                        />
                    }
                })
            }}
        }
    };
    let lines = move || actions.lines.get().into_iter().map(row).collect_view();
    view! {
        <Dialog open=actions.results title=list::RESULT_TITLE busy=actions.sending footer wide=true>
            <p role="status">{summary}</p>
            <ul class="affected">{lines}</ul>
        </Dialog>
    }
    .into_any()
}

fn row(line: Line) -> AnyView {
    let tone = match &line.outcome {
        None => Tone::Busy,
        Some(Outcome::Done) => Tone::Ok,
        Some(Outcome::Unknown | Outcome::Lost) => Tone::Warn,
        Some(_) => Tone::Bad,
    };
    let outcome = line.outcome;
    view! {
        <li>
            <strong>{line.instance.name.clone()}</strong>
            " "
            <Status tone=tone label=move || words(outcome.as_ref())/>
        </li>
    }
    .into_any()
}

fn words(outcome: Option<&Outcome>) -> String {
    match outcome {
        None => t(list::WORKING).to_owned(),
        Some(Outcome::Done) => t(list::RESULT_OK).to_owned(),
        Some(Outcome::Failed) => t(list::RESULT_FAILED).to_owned(),
        Some(Outcome::Unknown) => t(list::RESULT_UNKNOWN).to_owned(),
        Some(Outcome::Lost) => t(list::RESULT_LOST).to_owned(),
        Some(Outcome::Refused { message, code }) => {
            tf(list::RESULT_FAILED_CODE, &[("message", message), ("code", code)])
        }
    }
}

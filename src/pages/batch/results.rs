//! What became of each thing of a batch.

use super::{Batch, Counts, Item, Outcome};
use crate::i18n::{Msg, batch as text, core, number, t, tf};
use crate::prelude::*;
use crate::shell::brief;
use crate::ui::{Bound, Button, ButtonKind, CopyButton, Dialog, Status, Tone};

/// Lines in the document at most: a list of thousands is for the clipboard.
const LINES: usize = 200;

/// The words of a batch, where the general ones do not do.
#[derive(Clone, Copy)]
pub struct BatchWords {
    /// `{ok}` and `{failed}`: "3 deleted, 2 failed".
    pub title: Msg,
    /// Of one thing: "Deleted".
    pub done: Msg,
    /// Of one thing: "Not deleted".
    pub failed: Msg,
    /// What to look at when the service gives no reason.
    pub unexplained: Msg,
}

impl Default for BatchWords {
    fn default() -> Self {
        Self { title: text::TITLE, done: text::DONE, failed: text::FAILED, unexplained: text::UNEXPLAINED }
    }
}

/// The dialog: a line for each thing, failed ones first, and a way to try those again. Shows by itself, see
/// [`Batch::start`].
#[component]
pub fn BatchResults(
    batch: Batch,
    #[prop(optional)] words: BatchWords,
    /// Offers to make no more calls: for batches that take their time.
    #[prop(optional)]
    stoppable: bool,
) -> AnyView {
    let open = Bound::new(batch.shown, move |open: bool| {
        if !open && batch.shown.get_untracked() {
            batch.close();
        }
    });
    let counts = Memo::new(move |_| batch.items.with(|items| Counts::of(items)));
    let title = move || {
        let Counts { done, failed, all } = counts.get();
        let (ok, failed, all) = (number(done as u64), number(failed as u64), number(all as u64));
        match batch.sending.get() {
            true => tf(text::SENDING, &[("n", &ok), ("all", &all)]),
            false => tf(words.title, &[("ok", &ok), ("failed", &failed)]),
        }
    };
    let failed = Memo::new(move |_| counts.get().failed > 0);
    let footer = move || {
        let stop = move || {
            (stoppable && batch.sending.get()).then(|| {
                view! { <Button label=text::STOP on_click=move |()| batch.stop()/> }
            })
        };
        view! {
            {stop}
            <Button
                label=core::CLOSE
                kind=ButtonKind::Ghost
                disabled=batch.sending
                on_click=move |()| batch.close()
            />
            {move || failed.get().then(|| view! {
                <Button
                    label=text::RETRY
                    kind=ButtonKind::Primary
                    busy=batch.sending
                    on_click=move |()| batch.retry()
                />
            })}
        }
    };
    view! {
        <Dialog open title busy=batch.sending wide=true footer>
            <p class="sr-only" role="status">{title}</p>
            <Lines batch words/>
            {move || failed.get().then(|| view! {
                <p class="row muted">
                    {move || t(text::COPY_FAILED)} <CopyButton text=move || failed_names(batch)/>
                </p>
            })}
        </Dialog>
    }
    .into_any()
}

#[component]
fn Lines(batch: Batch, words: BatchWords) -> AnyView {
    let lines = move || {
        let (shown, more) = batch.items.with(|items| first(items, LINES));
        let more = (more > 0).then(|| {
            view! { <li class="muted">{move || tf(text::MORE, &[("n", &number(more as u64))])}</li> }
        });
        view! { {shown.into_iter().map(|item| line(item, words)).collect_view()} {more} }
    };
    view! { <ul class="result-list" tabindex="0" aria-label=move || t(text::LIST)>{lines}</ul> }.into_any()
}

/// The first `most` things, failed ones before open ones before the others; and how many are left out.
fn first(items: &[Item], most: usize) -> (Vec<Item>, usize) {
    let rank = |item: &&Item| match item.outcome {
        Outcome::Done => 2,
        Outcome::Pending => 1,
        _ => 0,
    };
    let mut order: Vec<&Item> = items.iter().collect();
    order.sort_by_key(rank);
    let shown: Vec<Item> = order.into_iter().take(most).cloned().collect();
    let more = items.len() - shown.len();
    (shown, more)
}

fn line(item: Item, words: BatchWords) -> AnyView {
    let (tone, label) = match &item.outcome {
        Outcome::Pending => (Tone::Busy, text::PENDING),
        Outcome::Done => (Tone::Ok, words.done),
        outcome if outcome.is_unclear() => (Tone::Warn, text::UNCLEAR),
        _ => (Tone::Bad, words.failed),
    };
    let id = (item.key != item.name)
        .then(|| view! { <span class="mono muted result-id">{item.key.clone()}</span> });
    let reason = item.outcome.is_failure().then(|| {
        let outcome = item.outcome.clone();
        view! { <p class="muted">{move || reason(&outcome, words)}</p> }
    });
    view! {
        <li>
            <span class="result-name">{item.name} {id}</span>
            <Status tone=Signal::stored(tone) label/>
            {reason}
        </li>
    }
    .into_any()
}

/// Why it was not done. Tracked: an error code's explanation may arrive a moment later.
fn reason(outcome: &Outcome, words: BatchWords) -> String {
    match outcome {
        Outcome::Pending | Outcome::Done => String::new(),
        Outcome::Failed => t(words.unexplained).to_owned(),
        Outcome::Said(said) => said.clone(),
        Outcome::Unmentioned => t(text::UNMENTIONED).to_owned(),
        Outcome::NotSent => t(text::NOT_SENT).to_owned(),
        Outcome::Stopped => t(text::STOPPED).to_owned(),
        Outcome::Call(failure) => brief(failure),
    }
}

/// The names of what failed, one a line.
fn failed_names(batch: Batch) -> String {
    batch.items.with(|items| {
        let failed = items.iter().filter(|item| item.outcome.is_failure()).map(|item| item.name.as_str());
        failed.collect::<Vec<_>>().join("\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_list_what_failed_shows_first() {
        let mut items: Vec<Item> = (0..500).map(|n| Item::named(format!("t{n}"))).collect();
        for item in &mut items {
            item.outcome = Outcome::Done;
        }
        items[499].outcome = Outcome::Failed;
        items[300].outcome = Outcome::Pending;
        let (shown, more) = first(&items, 200);
        let names: Vec<&str> = shown.iter().take(3).map(|item| item.name.as_str()).collect();
        assert_eq!((names, more), (vec!["t499", "t300", "t0"], 300));
    }
}

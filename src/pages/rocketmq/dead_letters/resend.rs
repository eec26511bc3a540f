//! Resending dead letters: the question, the calls at the chosen rate, an outcome for each message.

use std::cell::Cell;
use std::rc::Rc;

use dms_api::ops::rocketmq::{Reliability, ResendBody, ResendDeadLetters};

use super::marks::Marks;
use super::pace::{MOST_PER_CALL, MOST_PER_SECOND, Pace};
use crate::data::{mutate, transport};
use crate::i18n::{duration_ms, now, number, plural, rocketmq::dead_letters as text, t, tf};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item, Job, Outcome};
use crate::pages::rocketmq::messages::{DEAD, RETRY};
use crate::pages::rocketmq::outcomes::{done, outcomes};
use crate::prelude::*;
use crate::ui::{Bound, Checkbox, ConfirmDialog, Field, FieldState, FormState, NumberInput, use_toasts};

const WORDS: BatchWords = BatchWords {
    title: text::RESULT_TITLE,
    done: text::RESULT_DONE,
    failed: text::RESULT_FAILED,
    unexplained: crate::i18n::batch::UNEXPLAINED,
};
/// How often a waiting call looks whether it is still wanted, milliseconds.
const SLICE: u32 = 200;

/// Opens while `ids` is not empty.
#[component]
pub fn ResendDialog(
    instance: String,
    group: Signal<String>,
    ids: RwSignal<Vec<String>>,
    marks: Marks,
    /// All that was wanted is resent, or the user has read why not.
    #[prop(into)]
    on_done: Callback<()>,
) -> AnyView {
    let toasts = use_toasts();
    let state = FormState::new();
    let (size, rate) = (pace_field(state, MOST_PER_CALL as u64), pace_field(state, MOST_PER_SECOND.into()));
    let skip = RwSignal::new(true);
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            let n = items.len() as u64;
            toasts.ok(move || plural(n, text::RESENT_ONE, text::RESENT_OTHER));
        }
        ids.set(Vec::new());
        on_done.run(());
    });
    let marked = Memo::new(move |_| ids.with(|ids| ids.iter().filter(|id| marks.when(id).is_some()).count()));
    let wanted = Memo::new(move |_| {
        let keep = |id: &String| !skip.get() || marks.when(id).is_none();
        ids.get().into_iter().filter(keep).collect::<Vec<_>>()
    });
    let pace = Memo::new(move |_| Pace::read(&size.get(), &rate.get()));
    let asked = move || ids.with(|ids| !ids.is_empty()) && !batch.shows_results();
    let asking = Bound::new(Signal::derive(asked), move |open: bool| {
        if !open && untrack(asked) {
            ids.set(Vec::new());
        }
    });
    let target = StoredValue::new(instance);
    let resend = move |()| {
        let Some(pace) = pace.get_untracked() else { return };
        let items: Vec<Item> = wanted.get_untracked().into_iter().map(Item::named).collect();
        batch.start(items, job(batch, target.get_value(), &group.get_untracked(), pace, marks));
    };
    // Nothing is sent with numbers that are none, or when nothing is left.
    let ready = Memo::new(move |_| pace.get().is_some() && wanted.with(|wanted| !wanted.is_empty()));
    let body = move || {
        let loss = move || {
            let group = group.get();
            tf(text::RESEND_TEXT, &[("group", &group), ("topic", &format!("{RETRY}{group}"))])
        };
        view! {
            <p>{loss}</p>
            {move || (marked.get() > 0).then(|| {
                let label = move || tf(text::SKIP, &[("n", &number(marked.get() as u64))]);
                view! { <Checkbox checked=skip label/> }
            })}
            <Field label=text::SIZE of=size required=true>
                <NumberInput value=size min=Signal::stored(1) max=Signal::stored(MOST_PER_CALL as i64)/>
            </Field>
            <Field label=text::RATE of=rate required=true>
                <NumberInput value=rate min=Signal::stored(1) max=Signal::stored(i64::from(MOST_PER_SECOND))/>
            </Field>
            <p class="muted" role="status">{move || plan(pace.get(), wanted.with(Vec::len))}</p>
        }
    };
    view! {
        <ConfirmDialog
            open=asking
            title=move || plural(wanted.with(Vec::len) as u64, text::RESEND_ONE, text::RESEND_OTHER)
            action=text::RESEND
            harmless=true
            blocked=Signal::derive(move || !ready.get())
            busy=batch.sending()
            on_confirm=Callback::new(resend)
        >
            {body}
        </ConfirmDialog>
        <BatchResults batch words=WORDS stoppable=true/>
    }
    .into_any()
}

/// A number from 1 to `max`, with its error at once.
fn pace_field(state: FormState, max: u64) -> FieldState {
    let field = state.text("10", move |raw| {
        let good = raw.trim().parse::<u64>().is_ok_and(|n| (1..=max).contains(&n));
        (!good).then(|| tf(text::NUMBER_RANGE, &[("min", &1), ("max", &number(max))]))
    });
    field.touched.set(true);
    field
}

/// What will be done. Tracks the language.
fn plan(pace: Option<Pace>, count: usize) -> String {
    match pace {
        _ if count == 0 => t(text::PLAN_NOTHING).to_owned(),
        Some(pace) => {
            let n = plural(count as u64, text::PLAN_MESSAGES_ONE, text::PLAN_MESSAGES_OTHER);
            let calls = plural(pace.calls(count) as u64, text::PLAN_CALLS_ONE, text::PLAN_CALLS_OTHER);
            tf(text::PLAN, &[("n", &n), ("calls", &calls), ("span", &duration_ms(pace.least_ms(count)))])
        }
        None => String::new(),
    }
}

/// Call after call, not faster than wanted. What is resent is marked at once: a closed tab forgets nothing.
fn job(batch: Batch, instance: String, group: &str, pace: Pace, marks: Marks) -> Job {
    let topic = format!("{DEAD}{group}");
    // When the next call may begin, epoch milliseconds.
    let next = Rc::new(Cell::new(0_i64));
    Job::calls(pace.size, move |ids: Vec<String>| {
        let body = ResendBody { topic: topic.clone(), msg_id_list: ids.clone() };
        let op = ResendDeadLetters { engine: Reliability, instance_id: instance.clone(), body };
        let next = Rc::clone(&next);
        async move {
            while now() < next.get() && !batch.is_stopping() {
                let left = u32::try_from(next.get() - now()).unwrap_or(SLICE);
                transport::sleep(left.min(SLICE)).await;
            }
            if batch.is_stopping() {
                return vec![Outcome::Stopped; ids.len()];
            }
            next.set(now() + i64::from(pace.wait_ms(ids.len())));
            let outcomes = outcomes(&ids, mutate(op).await);
            marks.mark(&done(&ids, &outcomes));
            outcomes
        }
    })
}

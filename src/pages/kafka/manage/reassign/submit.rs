//! The review, the confirmation and the calls.

use std::sync::Arc;

use dms_api::ops::kafka::{CreateReassignment, Reassign, ReassignBody};
use leptos::task::spawn_local;

use super::board::Board;
use super::follow::Follow;
use super::plan::{self, Line};
use super::send::{Call, SendFields, Sending, changed_topics, replicas_of, sums};
use crate::data::{ApiFailure, ask, mutate, transport, use_mutation};
use crate::i18n::{core, date_time, number, plural, reassign as text, t, tf};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Item, Job, Outcome, done};
use crate::pages::request_preview::RequestPreview;
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Change, ConfirmDialog, DiffTable, Form, Section, use_toasts};

/// Milliseconds between two looks whether the topic before has arrived.
const SLICE: u32 = 250;

/// Changes listed in the review; more are counted.
const LISTED: usize = 100;

const WORDS: BatchWords = BatchWords {
    title: text::RESULT_TITLE,
    done: text::ACCEPTED,
    failed: text::REFUSED,
    unexplained: text::UNEXPLAINED,
};

/// What came of asking how long it would take.
#[derive(Clone)]
enum Estimate {
    Asked,
    Told(Option<u64>),
    Failed(ApiFailure),
}

/// The last step: fields at the left, what changes and the request at the right.
#[component]
pub fn Submit(board: Board, follow: Follow) -> AnyView {
    let form = Sending::new();
    let mutation = use_mutation();
    let toasts = use_toasts();
    let confirming = RwSignal::new(false);
    let estimate = RwSignal::new(None::<Estimate>);
    let sum = Memo::new(move |_| board.lines.with(|lines| plan::sum(lines)));
    let nothing = Signal::derive(move || sum.get().partitions == 0);
    let batch = Batch::new(move |items: Vec<Item>| {
        let accepted = done(&items);
        if !accepted.is_empty() {
            toasts.ok(plural(accepted.len() as u64, text::ASKED_ONE, text::ASKED_OTHER));
            board.sent.set(accepted.len() == items.len());
        }
    });
    let begin = move || {
        let (instance_id, lines) = (board.instance(), board.lines.get_untracked());
        let body = untrack(|| form.body(board));
        let moved = sum.get_untracked().partitions;
        let started = move |job: Option<String>| {
            toasts.ok(plural(moved, text::STARTED_ONE, text::STARTED_OTHER));
            board.sent.set(true);
            match job {
                Some(job) => follow.task(&job),
                None => follow.watch(&changed_topics(&board.lines.get_untracked())),
            }
        };
        match untrack(|| form.call()) {
            Call::New => mutation.run(CreateReassignment { instance_id, body }, move |answer| {
                started(answer.job_id.clone());
            }),
            Call::Old => {
                mutation.run(Reassign { instance_id, body }, move |answer| started(answer.job_id.clone()));
            }
            Call::Topic => {
                let items = changed_topics(&lines).into_iter().map(Item::named).collect();
                batch.start(items, one_by_one(batch, follow, instance_id, lines));
            }
        }
    };
    let ask_time = move |()| ask_estimate(form, board, estimate);
    // An estimate is about the plan that it was asked for.
    Effect::new(move |_| {
        board.edits.track();
        estimate.set(None);
    });
    let busy = Signal::derive(move || mutation.pending.get() || batch.sending().get());
    let asked = Memo::new(move |_| form.call() == Call::New);
    view! {
        <Section title=text::SEND>
            <div class="plan-send">
                <Form of=form.state on_submit=move |()| confirming.set(true)>
                    <SendFields form/>
                    {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
                    {move || estimate.get().map(estimate_view)}
                    <div class="form-foot">
                        {move || asked.get().then(|| view! {
                            <Button
                                label=text::ESTIMATE
                                disabled=nothing
                                tip=text::NOTHING_TIP
                                on_click=ask_time
                            />
                        })}
                        <Button
                            label=text::SUBMIT
                            kind=ButtonKind::Primary
                            submit=true
                            busy=busy
                            disabled=nothing
                            tip=text::NOTHING_TIP
                        />
                    </div>
                </Form>
                <div class="plan-review">
                    <h3>{move || t(text::REVIEW)}</h3>
                    <p class="plan-sums" role="status">{move || sums(&sum.get())}</p>
                    <Changes board/>
                    <h3>{move || t(core::REQUEST)}</h3>
                    <RequestPreview request=Signal::derive(move || form.preview(board))/>
                </div>
            </div>
        </Section>
        <Confirm form open=confirming sum on_confirm=Callback::new(move |()| begin())/>
        <BatchResults batch words=WORDS stoppable=true/>
    }
    .into_any()
}

/// The last question.
#[component]
fn Confirm(form: Sending, open: RwSignal<bool>, sum: Memo<plan::Sum>, on_confirm: Callback<()>) -> AnyView {
    view! {
        <ConfirmDialog
            open
            title=move || plural(sum.get().partitions, text::CONFIRM_TITLE_ONE, text::CONFIRM_TITLE_OTHER)
            action=text::SUBMIT
            harmless=true
            on_confirm=move |()| {
                open.set(false);
                on_confirm.run(());
            }
        >
            <p>{move || sums(&sum.get())}</p>
            {move || form.at().map(|at| view! {
                <p>{tf(text::CONFIRM_LATER, &[("time", &date_time(at))])}</p>
            })}
            <p class="muted">{move || t(text::CONFIRM_TEXT)}</p>
        </ConfirmDialog>
    }
    .into_any()
}

/// A topic's call once the partitions of the topic before have arrived: the service moves one topic at a time.
fn one_by_one(batch: Batch, follow: Follow, instance_id: String, lines: Arc<Vec<Line>>) -> Job {
    Job::calls(1, move |topics: Vec<String>| {
        let ops = topics.iter().map(|topic| replicas_of(instance_id.clone(), topic.clone(), &lines));
        let ops: Vec<_> = ops.collect();
        async move {
            while !batch.is_stopping() && untrack(|| follow.missing()) > 0 {
                transport::sleep(SLICE).await;
            }
            if batch.is_stopping() {
                return vec![Outcome::Stopped; topics.len()];
            }
            let mut outcomes = Vec::new();
            for op in ops {
                outcomes.push(Outcome::of_call(mutate(op).await));
            }
            if outcomes.iter().all(|outcome| *outcome == Outcome::Done) {
                follow.watch(&topics);
            }
            outcomes
        }
    })
}

/// Asks the service how long the plan would take.
fn ask_estimate(form: Sending, board: Board, estimate: RwSignal<Option<Estimate>>) {
    let body = ReassignBody { time_estimate: Some(true), ..untrack(|| form.body(board)) };
    let op = CreateReassignment { instance_id: board.instance(), body };
    estimate.set(Some(Estimate::Asked));
    spawn_local(async move {
        let told = match ask(op).await {
            Ok(answer) => Estimate::Told(answer.reassignment_time),
            Err(failure) => Estimate::Failed(failure),
        };
        estimate.try_set(Some(told));
    });
}

fn estimate_view(estimate: Estimate) -> AnyView {
    match estimate {
        Estimate::Asked => view! { <p class="muted" role="status">"…"</p> }.into_any(),
        Estimate::Failed(failure) => view! { <Failure failure/> }.into_any(),
        Estimate::Told(seconds) => {
            let words = move || match seconds {
                Some(n) => tf(text::ESTIMATED, &[("n", &number(n))]),
                None => t(text::NOT_ESTIMATED).to_owned(),
            };
            view! { <p role="status">{words}</p> }.into_any()
        }
    }
}

/// The partitions that change, before and after.
#[component]
fn Changes(board: Board) -> AnyView {
    let changed = Memo::new(move |_| {
        board.lines.with(|lines| lines.iter().filter(|line| line.is_changed()).cloned().collect::<Vec<_>>())
    });
    let rows =
        Signal::derive(move || changed.with(|lines| lines.iter().take(LISTED).map(row).collect::<Vec<_>>()));
    let more = move || {
        let more = changed.with(Vec::len).saturating_sub(LISTED);
        (more > 0).then(|| tf(text::MORE, &[("n", &number(more as u64))]))
    };
    view! {
        <div class="plan-changes" tabindex="0" role="group" aria-label=move || t(text::REVIEW)>
            <DiffTable changes=rows what=text::PARTITION/>
            <p class="muted">{more}</p>
        </div>
    }
    .into_any()
}

fn row(line: &Line) -> Change {
    Change::new(
        format!("{} {}", line.topic, line.partition),
        plan::list(&line.before),
        plan::list(&line.after),
    )
}

//! The plan as a table: old, new, what it means, and what became of it.

use std::sync::Arc;

use dms_api::models::rocketmq::{ResetOffsets, ResetQueue};

use super::apply::{Apply, Sent};
use super::plan::{Effect, Line, New, effect};
use super::target::Way;
use crate::i18n::{
    Msg, groups as shared, number,
    rocketmq::{self as common, groups as text},
    t, tf,
};
use crate::pages::rocketmq::groups::places::Place;
use crate::pages::rocketmq::groups::tables::known;
use crate::prelude::*;
use crate::shell::brief;
use crate::ui::{Column, DataTable, EmptyState, Status, Table, TableBuilder, Tone};

/// One row per queue.
#[component]
pub fn PlanTable(apply: Apply) -> AnyView {
    let rows =
        Memo::new(move |_| Arc::new(apply.lines.get().iter().cloned().map(Arc::new).collect::<Vec<_>>()));
    let begun = Memo::new(move |_| apply.has_begun());
    let table = move || {
        let table = columns(apply, begun.get()).rows(move || rows.get());
        let empty = move || {
            let none = match (apply.topics().is_empty(), apply.way()) {
                (true, _) => text::NO_TOPIC_CHOSEN,
                (false, Way::Unchosen) => shared::CHOOSE_TARGET,
                (false, Way::Time) if !apply.has_target() => shared::ENTER_TIME,
                (false, _) => text::PLAN_EMPTY,
            };
            view! { <EmptyState title=none/> }
        };
        view! { <DataTable table label=shared::STEP_PLAN empty/> }
    };
    view! { <div class="table-box plan-table">{table}</div> }.into_any()
}

/// Results come with the sending and stand where they are seen first; the lag is that of before.
fn columns(apply: Apply, begun: bool) -> TableBuilder<Line> {
    let mut builder = Table::builder(|line: &Line| line.place.key())
        .name(|line: &Line| format!("{} {} {}", line.place.topic, line.place.broker, line.place.queue))
        .column(
            Column::new("topic", text::TOPIC, |line: &Arc<Line>| {
                view! { <span class="mono" title=line.place.topic.clone()>{line.place.topic.clone()}</span> }
            })
            .width(200)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.place.topic, &b.place.topic))
            .required(),
        )
        .column(Column::text("broker", common::BROKER, |line: &Line| line.place.broker.clone()).width(100))
        .column(
            Column::new("queue", common::QUEUE, |line: &Arc<Line>| line.place.queue.to_string())
                .numeric()
                .width(74)
                .sort_by(|a, b| a.place.queue.cmp(&b.place.queue)),
        );
    if begun {
        let cell = move |line: &Arc<Line>| result_cell(apply, line);
        builder = builder.column(Column::new("result", shared::RESULT, cell).width(200));
    }
    let old = if begun { shared::BEFORE } else { shared::OLD };
    builder = builder.column(offset("old", old, text::NEVER, |line| line.place.position));
    if !begun {
        builder = builder.column(offset("lag", text::LAG, common::UNKNOWN, |line| line.place.lag));
    }
    builder
        .column(
            Column::new("new", shared::NEW, move |line: &Arc<Line>| new_cell(apply, line))
                .numeric()
                .width(if begun { 130 } else { 170 })
                .sort_by(|a, b| to(a).cmp(&to(b))),
        )
        .column(
            Column::new("effect", shared::EFFECT, move |line: &Arc<Line>| effect_cell(apply, line))
                .width(140),
        )
}

fn offset(id: &'static str, title: Msg, none: Msg, of: fn(&Line) -> Option<i64>) -> Column<Line> {
    Column::new(id, title, move |line: &Arc<Line>| known(of(line), none, None))
        .numeric()
        .width(110)
        .sort_by(move |a, b| of(a).cmp(&of(b)))
}

fn to(line: &Line) -> Option<i64> {
    match line.new {
        New::To(offset) => Some(offset),
        New::KnownAfter => None,
    }
}

fn muted(msg: Msg) -> AnyView {
    view! { <span class="muted">{move || t(msg)}</span> }.into_any()
}

/// Where the queue will be; once the service has said so, where it is.
fn new_cell(apply: Apply, line: &Arc<Line>) -> AnyView {
    let new = told(apply, line);
    (move || match new.get() {
        New::To(offset) => view! { <strong>{number(offset)}</strong> }.into_any(),
        New::KnownAfter => muted(shared::KNOWN_AFTER),
    })
    .into_any()
}

fn effect_cell(apply: Apply, line: &Arc<Line>) -> AnyView {
    let (old, new) = (line.place.position, told(apply, line));
    let words = |msg: Msg, n: u64| move || tf(msg, &[("n", &number(n))]);
    (move || match effect(old, new.get()) {
        Effect::Skips(n) => view! { <span>{words(shared::SKIPS, n)}</span> }.into_any(),
        Effect::Replays(n) => view! { <span>{words(shared::REPLAYS, n)}</span> }.into_any(),
        Effect::None => muted(shared::EFFECT_NONE),
        Effect::Unknown => muted(shared::EFFECT_UNKNOWN),
    })
    .into_any()
}

/// What was planned for a queue, or what the service's answer says of it where that could not be planned.
fn told(apply: Apply, line: &Arc<Line>) -> Memo<New> {
    let line = Arc::clone(line);
    Memo::new(move |_| match (line.new, apply.sent(&line.place.topic)) {
        (New::KnownAfter, Some(Sent::Done(answer))) => {
            offset_in(&answer, &line.place).map_or(New::KnownAfter, New::To)
        }
        (planned, _) => planned,
    })
}

/// Where an answer says that a queue is.
fn offset_in(answer: &ResetOffsets, place: &Place) -> Option<i64> {
    let own = |queue: &&ResetQueue| queue.broker_name == place.broker && queue.queue_id == place.queue;
    answer.queues.iter().find(own).map(|queue| queue.timestamp_offset)
}

/// Where the service says that the queue is now. A queue that its answer leaves out may or may not have moved.
fn result_cell(apply: Apply, line: &Arc<Line>) -> AnyView {
    let line = Arc::clone(line);
    let topic = line.place.topic.clone();
    let sent = Memo::new(move |_| apply.sent(&topic));
    (move || match sent.get() {
        None => ().into_any(),
        Some(Sent::Waiting) => {
            view! { <Status tone=Signal::stored(Tone::Busy) label=shared::WAITING/> }.into_any()
        }
        Some(Sent::Done(answer)) => match offset_in(&answer, &line.place) {
            Some(at) => {
                let words = move || tf(shared::MOVED_TO, &[("n", &number(at))]);
                view! { <Status tone=Signal::stored(Tone::Ok) label=words/> }.into_any()
            }
            None => view! { <Status tone=Signal::stored(Tone::Warn) label=text::NOT_MENTIONED/> }.into_any(),
        },
        Some(Sent::Failed(failure)) => {
            let why = Signal::derive(move || brief(&failure));
            let label = move || format!("{}: {}", t(shared::FAILED), why.get());
            view! { <span title=why><Status tone=Signal::stored(Tone::Bad) label/></span> }.into_any()
        }
    })
    .into_any()
}

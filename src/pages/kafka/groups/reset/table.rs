//! The plan as a table: old, new, what it means, and what became of it.

use std::sync::Arc;

use super::apply::{Apply, Sent, row_key};
use super::plan::{Clamp, Effect, Key, Line, New, Why};
use super::target::{TargetForm, Way, offset};
use crate::i18n::problems::complaint;
use crate::i18n::{Msg, core, groups as text, number, t, tf};
use crate::prelude::*;
use crate::shell::brief;
use crate::ui::{
    Badge, Bound, Button, ButtonKind, Column, DataTable, Dialog, EmptyState, Field, Form, FormState,
    MenuItem, NumberInput, Status, Table, TableBuilder, Tone,
};

/// One row per partition.
#[component]
pub fn PlanTable(apply: Apply, form: TargetForm) -> AnyView {
    let editing = RwSignal::new(None::<Key>);
    let rows =
        Memo::new(move |_| Arc::new(apply.lines.get().iter().cloned().map(Arc::new).collect::<Vec<_>>()));
    let begun = Memo::new(move |_| apply.has_begun());
    let clamped = Memo::new(move |_| rows.with(|rows| rows.iter().any(|line| line.clamp.is_some())));
    let table = move || {
        let begun = begun.get();
        let builder = columns(apply, begun, clamped.get());
        // What has been sent cannot be left out or be given another offset any more.
        let builder = if begun {
            builder
        } else {
            let menu = move |line: &Arc<Line>| own_menu(form, apply, line.key(), editing);
            builder.selection(apply.selection()).actions(menu)
        };
        let table = builder.rows(move || rows.get());
        let empty = move || {
            let title = Signal::derive(move || t(apply.facts.missing().unwrap_or(text::NOTHING_MOVES)));
            view! { <EmptyState title/> }
        };
        view! { <DataTable table label=text::STEP_PLAN empty/> }
    };
    view! {
        <p class="muted">{move || (!begun.get() && !rows.with(|rows| rows.is_empty())).then(|| t(text::PICKED_ALL))}</p>
        <div class="table-box plan-table">{table}</div>
        <OwnOffset form editing/>
    }
    .into_any()
}

/// Results come with the sending and stand where they are seen first; what was clamped is said where something was.
fn columns(apply: Apply, begun: bool, clamped: bool) -> TableBuilder<Line> {
    let mut builder = Table::builder(row_key)
        .name(|line: &Line| format!("{} {}", line.topic, line.partition))
        .column(
            Column::new("topic", text::TOPIC, |line: &Arc<Line>| {
                view! { <span class="mono" title=line.topic.clone()>{line.topic.clone()}</span> }
            })
            .width(200)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.topic, &b.topic))
            .required(),
        )
        .column(
            Column::new("partition", text::PARTITION, |line: &Arc<Line>| line.partition.to_string())
                .numeric()
                .width(92)
                .sort_by(|a, b| (&a.topic, a.partition).cmp(&(&b.topic, b.partition))),
        );
    if begun {
        let cell = move |line: &Arc<Line>| result_cell(apply, line);
        builder = builder.column(Column::new("result", text::RESULT, cell).width(200));
    }
    builder = builder
        .column(
            Column::new("old", if begun { text::BEFORE } else { text::OLD }, |line: &Arc<Line>| {
                old_cell(line.old)
            })
            .numeric()
            .width(110)
            .sort_by(|a, b| a.old.cmp(&b.old)),
        )
        .column(
            Column::new("new", text::NEW, new_cell)
                .numeric()
                .width(if begun { 130 } else { 180 })
                .sort_by(|a, b| to(a).cmp(&to(b))),
        )
        .column(
            Column::new("effect", text::EFFECT, effect_cell)
                .width(140)
                .sort_by(|a, b| amount(a).cmp(&amount(b))),
        );
    if clamped {
        builder = builder.column(Column::new("clamp", text::CLAMPING, clamp_cell).width(240));
    }
    builder
}

fn to(line: &Line) -> Option<i64> {
    match line.new {
        New::To(offset) => Some(offset),
        New::KnownAfter | New::Stays(_) => None,
    }
}

/// For sorting: replays below zero, skips above.
fn amount(line: &Line) -> i128 {
    match line.effect {
        Effect::Skips(n) => i128::from(n),
        Effect::Replays(n) => -i128::from(n),
        Effect::None | Effect::Unknown => 0,
    }
}

fn muted(msg: Msg) -> AnyView {
    view! { <span class="muted">{move || t(msg)}</span> }.into_any()
}

fn old_cell(old: Option<i64>) -> AnyView {
    match old {
        Some(offset) => number(offset).into_any(),
        None => muted(text::NEVER_COMMITTED),
    }
}

fn new_cell(line: &Arc<Line>) -> AnyView {
    match line.new {
        New::To(offset) => view! { <strong>{number(offset)}</strong> }.into_any(),
        New::KnownAfter => muted(text::KNOWN_AFTER),
        New::Stays(Why::There) => muted(text::STAYS_THERE),
        New::Stays(Why::NoOffset) => muted(text::STAYS_NO_OFFSET),
        New::Stays(Why::NotListed) => muted(text::STAYS_NOT_LISTED),
    }
}

fn effect_cell(line: &Arc<Line>) -> AnyView {
    let words = |msg: Msg, n: u64| move || tf(msg, &[("n", &number(n))]);
    match (line.send, line.effect) {
        (None, _) => ().into_any(),
        (_, Effect::Skips(n)) => view! { <span>{words(text::SKIPS, n)}</span> }.into_any(),
        (_, Effect::Replays(n)) => view! { <span>{words(text::REPLAYS, n)}</span> }.into_any(),
        (_, Effect::None) => muted(text::EFFECT_NONE),
        (_, Effect::Unknown) => muted(text::EFFECT_UNKNOWN),
    }
}

fn clamp_cell(line: &Arc<Line>) -> AnyView {
    let to = to(line).or(line.old).unwrap_or_default();
    let (msg, wanted) = match line.clamp {
        Some(Clamp::ToStart(wanted)) => (text::CLAMP_START, wanted),
        Some(Clamp::ToEnd(wanted)) => (text::CLAMP_END, wanted),
        None => return ().into_any(),
    };
    let words = move || tf(msg, &[("n", &number(wanted)), ("to", &number(to))]);
    view! { <span class="row" title=words><Badge label=text::CLAMPED tone=Tone::Warn/> <span class="truncate">{words}</span></span> }
        .into_any()
}

fn result_cell(apply: Apply, line: &Arc<Line>) -> AnyView {
    let key = line.key();
    let sent = {
        let key = key.clone();
        Memo::new(move |_| apply.results.with(|results| results.get(&key).cloned()))
    };
    let now = Memo::new(move |_| apply.offsets_now().get(&key).copied());
    (move || match sent.get() {
        None => ().into_any(),
        Some(Sent::Waiting) => {
            view! { <Status tone=Signal::stored(Tone::Busy) label=text::WAITING/> }.into_any()
        }
        Some(Sent::Done) => {
            let words = move || match now.get() {
                Some(offset) => tf(text::MOVED_TO, &[("n", &number(offset))]),
                None => t(text::MOVED).to_owned(),
            };
            view! { <Status tone=Signal::stored(Tone::Ok) label=words/> }.into_any()
        }
        Some(Sent::Failed(failure)) => {
            let why = Signal::derive(move || brief(&failure));
            let label = move || format!("{}: {}", t(text::FAILED), why.get());
            view! { <span title=why><Status tone=Signal::stored(Tone::Bad) label/></span> }.into_any()
        }
    })
    .into_any()
}

/// An offset of its own makes sense only where one is given for all.
fn own_menu(form: TargetForm, apply: Apply, key: Key, editing: RwSignal<Option<Key>>) -> Vec<MenuItem> {
    if untrack(|| form.way() != Way::Offset || apply.has_begun()) {
        return Vec::new();
    }
    let has_own = form.own.with_untracked(|own| own.contains_key(&key));
    let (edited, removed) = (key.clone(), key);
    let mut items = vec![MenuItem::new(text::OWN_OFFSET, move || editing.set(Some(edited.clone())))];
    if has_own {
        let remove = move || {
            form.own.update(|own| {
                own.remove(&removed);
            });
        };
        items.push(MenuItem::new(text::OWN_OFFSET_REMOVE, remove));
    }
    items
}

/// Asks for the offset of one partition.
#[component]
fn OwnOffset(form: TargetForm, editing: RwSignal<Option<Key>>) -> AnyView {
    let open = Bound::new(Signal::derive(move || editing.with(Option::is_some)), move |on: bool| {
        if !on {
            editing.set(None);
        }
    });
    let title = move || {
        let (topic, partition) = editing.get().unwrap_or_default();
        tf(text::OWN_OFFSET_TITLE, &[("topic", &topic), ("n", &partition)])
    };
    view! {
        <Dialog open title>
            {move || editing.get().map(|key| view! { <OwnForm form editing key/> })}
        </Dialog>
    }
    .into_any()
}

#[component]
fn OwnForm(form: TargetForm, editing: RwSignal<Option<Key>>, key: Key) -> AnyView {
    let state = FormState::new();
    let start = form.own.with_untracked(|own| own.get(&key).map(i64::to_string));
    let value =
        state.text(start.unwrap_or_else(|| untrack(|| form.offset.get())), |raw| complaint(offset(raw)));
    let submit = move |()| {
        if let Ok(offset) = offset(&value.value.get_untracked()) {
            form.own.update(|own| {
                own.insert(key.clone(), offset);
            });
        }
        editing.set(None);
    };
    view! {
        <Form of=state on_submit=submit>
            <Field label=text::OFFSET of=value required=true>
                <NumberInput value min=Signal::stored(0)/>
            </Field>
            <div class="dialog-foot">
                <Button label=core::CANCEL on_click=move |()| editing.set(None)/>
                <Button label=core::OK kind=ButtonKind::Primary submit=true/>
            </div>
        </Form>
    }
    .into_any()
}

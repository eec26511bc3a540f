//! What the plan adds up to, the button that begins it, and how far it has come.

use super::Obstacle;
use super::apply::Apply;
use super::plan::Totals;
use crate::i18n::{Msg, groups as shared, number, plural, rocketmq::groups as text, t, tf};
use crate::pages::export;
use crate::prelude::*;
use crate::ui::{Banner, Button, ButtonKind, ConfirmDialog, Glyph, Progress, Status, Tone};

/// Sums, the reason why it cannot begin, and the confirmation.
#[component]
pub fn Review(apply: Apply, barred: Memo<Option<Obstacle>>, group: String) -> AnyView {
    let confirming = RwSignal::new(false);
    let totals = Memo::new(move |_| apply.totals());
    let topics = Memo::new(move |_| apply.topics());
    let known = Memo::new(move |_| apply.is_known());
    // What is confirmed is what was looked at: not before all of it is known.
    let why = move || match (barred.get(), topics.with(Vec::is_empty), known.get()) {
        (Some(Obstacle::Broadcast), ..) => Some(text::BARRED_BROADCAST),
        (Some(Obstacle::Offline), ..) => Some(text::BARRED_OFFLINE),
        (None, true, _) => Some(text::NO_TOPIC_CHOSEN),
        (None, false, false) => Some(text::PLAN_UNKNOWN),
        (None, false, true) => None,
    };
    let blocked = Signal::derive(move || why().is_some());
    let tip = move || why().map(t).unwrap_or_default();
    let (saved, of_title, expected) = (group.clone(), group.clone(), group);
    let begin = move |()| {
        confirming.set(false);
        apply.begin();
    };
    let bar = move || {
        let (saved, of_title, expected) = (saved.clone(), of_title.clone(), expected.clone());
        (!apply.has_begun()).then(|| {
            view! {
                <div class="plan-bar">
                    <p class="plan-sums" role="status">{move || sums(&totals.get())}</p>
                    <span class="spacer"></span>
                    <Button
                        label=text::SAVE_NOW
                        icon=Glyph::Download
                        on_click=move |()| save(&saved, apply)
                    />
                    <Button
                        label=shared::REVIEW
                        kind=ButtonKind::Primary
                        busy=Signal::derive(move || apply.is_running())
                        disabled=blocked
                        tip=tip
                        on_click=move |()| confirming.set(true)
                    />
                </div>
                <ConfirmDialog
                    open=confirming
                    title=move || {
                        let n = topics.with(Vec::len) as u64;
                        let msg = if n == 1 { text::CONFIRM_ONE } else { text::CONFIRM_OTHER };
                        tf(msg, &[("n", &number(n)), ("name", &of_title)])
                    }
                    action=shared::CONFIRM_ACTION
                    expect=Signal::stored(expected)
                    on_confirm=begin
                >
                    <p>{move || sums(&totals.get())}</p>
                    // A list that scrolls can be scrolled by keyboard; a short one is not in the way of the field.
                    <ul
                        class="name-list mono"
                        aria-label=move || t(shared::TOPICS)
                        tabindex=move || topics.with(|all| all.len() > 8).then_some("0")
                    >
                        {move || topics.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
                    </ul>
                    <p>{move || t(text::NO_WAY_BACK)}</p>
                    <p class="muted">{move || t(text::PLAN_MOVES_ON)}</p>
                </ConfirmDialog>
            }
        })
    };
    view! {
        {bar}
        {move || apply.went_offline.get().then(|| view! { <Banner tone=Tone::Bad title=text::WENT_OFFLINE/> })}
    }
    .into_any()
}

/// "12 queues move · 120 messages skipped · 3 unknown"
fn sums(totals: &Totals) -> String {
    if totals.queues == 0 {
        return String::new();
    }
    let part = |n: u64, msg: Msg| (n > 0).then(|| tf(msg, &[("n", &number(n))]));
    let some = |n: u64, one, other| (n > 0).then(|| plural(n, one, other));
    let parts = [
        Some(plural(totals.queues, text::SUM_QUEUES_ONE, text::SUM_QUEUES_OTHER)),
        some(totals.skipped, shared::SUM_SKIPPED_ONE, shared::SUM_SKIPPED_OTHER),
        some(totals.replayed, shared::SUM_REPLAYED_ONE, shared::SUM_REPLAYED_OTHER),
        part(totals.unknown, text::SUM_UNKNOWN),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Saves where the group is in the queues of the plan.
fn save(group: &str, apply: Apply) {
    let lines = untrack(|| apply.lines.get());
    let rows = lines.iter().map(|line| {
        vec![
            line.place.topic.clone().into(),
            line.place.broker.clone().into(),
            line.place.queue.into(),
            line.place.position.map_or_else(|| "".into(), export::Cell::from),
            line.place.end.into(),
        ]
    });
    let header = ["topic", "broker", "queue", "position", "end"];
    export::save(&format!("positions-{group}.csv"), export::CSV, &export::csv(&header, rows));
}

/// Progress while calls are on their way, then the outcome.
#[component]
pub fn Progressing(apply: Apply) -> AnyView {
    let counts = Memo::new(move |_| apply.counts());
    let label = move || {
        let (done, failed, total) = counts.get();
        tf(text::APPLYING, &[("n", &(done + failed)), ("total", &total)])
    };
    let percent = Signal::derive(move || {
        let (done, failed, total) = counts.get();
        u8::try_from((done + failed) * 100 / total.max(1)).ok()
    });
    let outcome = move || {
        let (_, failed, _) = counts.get();
        let tone = if failed == 0 { Tone::Ok } else { Tone::Bad };
        let words = move || {
            let moved = plural(apply.moved(), text::MOVED_ONE, text::MOVED_OTHER);
            match failed as u64 {
                0 => moved,
                n => format!("{moved} · {}", plural(n, text::TOPICS_FAILED_ONE, text::TOPICS_FAILED_OTHER)),
            }
        };
        view! {
            <div class="plan-bar">
                <span role="status"><Status tone=Signal::stored(tone) label=words/></span>
                <span class="spacer"></span>
                {(failed > 0).then(|| view! {
                    <Button
                        label=shared::RETRY_FAILED
                        kind=ButtonKind::Primary
                        icon=Glyph::Refresh
                        on_click=move |()| apply.retry()
                    />
                })}
                <Button label=shared::NEW_PLAN on_click=move |()| apply.start_over()/>
            </div>
        }
    };
    (move || match (apply.has_begun(), apply.is_running()) {
        (false, _) => ().into_any(),
        (true, true) => view! {
            <div class="plan-bar"><Progress label percent/><span role="status">{label}</span></div>
        }
        .into_any(),
        (true, false) => outcome().into_any(),
    })
    .into_any()
}

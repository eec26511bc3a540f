//! What the plan adds up to, and the button that begins it.

use super::apply::{Apply, Refusal};
use super::former;
use super::plan::Totals;
use super::state::Live;
use crate::i18n::{groups as text, now, number, plural, t, tf};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Button, ButtonKind, ConfirmDialog, Glyph, Tone};

/// Sums, the reason why it cannot begin, and the confirmation.
#[component]
pub fn Review(apply: Apply, live: Memo<Option<Live>>, group: String) -> AnyView {
    let confirming = RwSignal::new(false);
    let totals = Memo::new(move |_| apply.totals());
    let nothing = move || apply.facts.missing().map_or_else(|| t(text::NOTHING_MOVES), t);
    let stopped = move || live.get() == Some(Live::No);
    let waiting = move || {
        let (waiting, total) = apply.facts.waiting();
        (waiting > 0).then(|| tf(text::LOOKING_UP, &[("n", &(total - waiting)), ("total", &total)]))
    };
    // What is confirmed is what was looked at: not before all of it is known.
    let blocked = Signal::derive(move || !stopped() || totals.get().moves == 0 || waiting().is_some());
    let tip = move || match (stopped(), totals.get().moves) {
        (false, _) => t(text::LIVE_TITLE).to_owned(),
        (true, 0) => nothing().to_owned(),
        _ => waiting().unwrap_or_default(),
    };
    let (saved, of_title, expected) = (group.clone(), group.clone(), group.clone());
    let save = move |()| former::save(&saved, now(), &untrack(|| apply.offsets_now()));
    let begin = move |()| {
        confirming.set(false);
        apply.begin();
    };
    let bar = move || {
        let (save, of_title, expected) = (save.clone(), of_title.clone(), expected.clone());
        (!apply.has_begun()).then(|| {
            view! {
                <div class="plan-bar">
                    <p class="plan-sums" role="status">{move || match totals.get() {
                        Totals { moves: 0, .. } => nothing().to_owned(),
                        totals => sums(&totals),
                    }}</p>
                    <span class="muted" role="status">{waiting}</span>
                    <span class="spacer"></span>
                    <Button label=text::SAVE_NOW icon=Glyph::Download on_click=save/>
                    <Button
                        label=text::REVIEW
                        kind=ButtonKind::Primary
                        busy=Signal::derive(move || apply.is_running())
                        disabled=blocked
                        tip=tip
                        on_click=move |()| confirming.set(true)
                    />
                </div>
                <ConfirmDialog
                    open=confirming
                    title=move || confirm_title(totals.get().moves, &of_title)
                    action=text::CONFIRM_ACTION
                    expect=Signal::stored(expected)
                    on_confirm=begin
                >
                    <p>{move || sums(&totals.get())}</p>
                    <p>{move || t(text::CONFIRM_TEXT)}</p>
                    <p class="muted">{move || t(text::MESSAGES_NOTE)}</p>
                </ConfirmDialog>
            }
        })
    };
    view! {
        {bar}
        {move || apply.refusal.get().map(|refusal| match refusal {
            Refusal::Live => view! { <Banner tone=Tone::Bad title=text::BECAME_LIVE/> }.into_any(),
            Refusal::Unchecked(failure) => view! { <Failure failure/> }.into_any(),
        })}
    }
    .into_any()
}

fn confirm_title(moves: u64, group: &str) -> String {
    let msg = if moves == 1 { text::CONFIRM_TITLE_ONE } else { text::CONFIRM_TITLE_OTHER };
    tf(msg, &[("n", &number(moves)), ("name", &group)])
}

/// "3 partitions move · 120 messages skipped · 1 clamped"
fn sums(totals: &Totals) -> String {
    let part = |n: u64, msg: crate::i18n::Msg| (n > 0).then(|| tf(msg, &[("n", &number(n))]));
    let some = |n: u64, one, other| (n > 0).then(|| plural(n, one, other));
    let parts = [
        Some(plural(totals.moves, text::SUM_MOVES_ONE, text::SUM_MOVES_OTHER)),
        some(totals.skipped, text::SUM_SKIPPED_ONE, text::SUM_SKIPPED_OTHER),
        some(totals.replayed, text::SUM_REPLAYED_ONE, text::SUM_REPLAYED_OTHER),
        part(totals.clamped, text::SUM_CLAMPED),
        part(totals.unknown, text::SUM_UNKNOWN),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

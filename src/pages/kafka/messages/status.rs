//! The lines that say what was asked, looked at, found and left out.

use super::ask::{Ask, From, Place};
use super::board::Board;
use super::report::{Report, is_search, is_too_wide};
use super::tail::{KEPT, Pulse, Tail};
use crate::i18n::{date_time, messages as text, number, plural, t, tf};
use crate::pages::browse::{broke_off, calls};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Button, Glyph, Status, Tone};

/// Contents that the button loads at a time.
const AT_A_TIME: usize = 200;

/// What the lines are about.
#[derive(Clone, Copy)]
pub struct Reading {
    pub ask: Memo<Option<Ask>>,
    pub board: Board,
    pub tail: Tail,
    /// Reads on.
    pub more: Callback<()>,
    /// Does again what failed.
    pub again: Callback<()>,
    /// Loads contents.
    pub load: Callback<Vec<Place>>,
    /// Whether the filters look at contents.
    pub by_content: Signal<bool>,
}

/// The report of a reading, or the pulse of following.
#[component]
pub fn StatusLines(reading: Reading) -> AnyView {
    let live = Memo::new(move |_| reading.ask.with(|ask| ask.as_ref().is_some_and(|a| a.from == From::Live)));
    let asked = Memo::new(move |_| reading.ask.with(Option::is_some));
    let line = move || match (asked.get(), live.get()) {
        (false, _) => ().into_any(),
        (true, true) => following(reading),
        (true, false) => report(reading),
    };
    view! {
        <div class="report" role="region" aria-label=move || t(text::REPORT)>
            {line}
            {contents(reading)}
        </div>
        {move || reading.board.failure.get().map(|failure| {
            let wide = is_too_wide(failure.status())
                && reading.ask.with(|ask| ask.as_ref().is_some_and(Ask::has_range));
            view! {
                {wide.then(|| view! { <Banner tone=Tone::Warn title=text::TOO_WIDE/> })}
                <Failure failure retry=reading.again by_hand=wide/>
            }
        })}
    }
    .into_any()
}

fn report(reading: Reading) -> AnyView {
    let words = move || {
        let ask = reading.ask.get()?;
        let running = reading.board.running.get();
        let returned = reading.board.messages.with(|m| m.len() as u64);
        let report = reading.board.report.get();
        let failed = reading.board.failure.with(Option::is_some);
        let mut parts = vec![asked(&ask)];
        if returned > 0 || running || report.done {
            parts.push(tf(text::RETURNED, &[("n", &number(returned))]));
        }
        if running {
            parts.push(t(text::READING).to_owned());
        } else {
            parts.extend(looked(&report, !is_search(&ask)));
            // How much is left nobody knows where the reading broke off.
            parts.push(if report.done { rest(&report) } else { broke_off(returned, failed) });
            parts.extend((report.calls > 0).then(|| cost(&report)));
        }
        Some(parts.join(" · "))
    };
    let notes = move || {
        let ask = reading.ask.get()?;
        let report = reading.board.report.get();
        let note = match (&ask.from, report.searched) {
            _ if report.capped => t(text::CAPPED).to_owned(),
            (From::Content { .. }, Some(all)) if report.done => {
                plural(all, text::SEARCHED_ONE, text::SEARCHED_OTHER)
            }
            (From::Time { .. }, _) => t(text::TIME_NOTE).to_owned(),
            _ => return None,
        };
        Some(view! { <span class="report-note">{note}</span> })
    };
    let can_go_on = Memo::new(move |_| {
        !reading.board.running.get()
            && reading.board.report.with(|r| r.more && r.done)
            && reading.board.failure.with(Option::is_none)
    });
    view! {
        <span role="status">{words}</span>
        {move || can_go_on.get().then(|| view! {
            <Button label=text::MORE icon=Glyph::ArrowDown on_click=reading.more/>
        })}
        {notes}
    }
    .into_any()
}

fn place_words(ask: &Ask) -> String {
    match ask.partition {
        Some(p) => tf(text::IN_PARTITION, &[("p", &p)]),
        None => t(text::IN_ALL).to_owned(),
    }
}

fn asked(ask: &Ask) -> String {
    let (n, place) = (number(ask.most as u64), place_words(ask));
    match &ask.from {
        From::Newest | From::Live => tf(text::ASKED_NEWEST, &[("n", &n), ("where", &place)]),
        From::Oldest => tf(text::ASKED_OLDEST, &[("n", &n), ("where", &place)]),
        From::Offset(offset) => {
            tf(text::ASKED_OFFSET, &[("n", &n), ("offset", &number(*offset)), ("where", &place)])
        }
        From::Time { start, end } | From::Content { times: Some((start, end)), .. } => {
            let (start, end) = (date_time(*start), date_time(*end));
            let message = if is_search(ask) { text::ASKED_SEARCH } else { text::ASKED_TIME };
            tf(message, &[("n", &n), ("start", &start), ("end", &end), ("where", &place)])
        }
        From::Content { times: None, .. } => tf(text::ASKED_WHOLE, &[("where", &place)]),
    }
}

fn looked(report: &Report, counted: bool) -> Vec<String> {
    let mut parts = Vec::new();
    // A search by content says only how many it returns.
    if let Some(found) = report.found.filter(|_| counted) {
        parts.push(tf(text::FOUND, &[("n", &number(found))]));
    }
    if report.looked_at > 0 {
        parts.push(plural(report.looked_at, text::LOOKED_AT_ONE, text::LOOKED_AT_OTHER));
    }
    if report.holes > 0 {
        parts.push(tf(text::HOLES, &[("n", &number(report.holes))]));
    }
    if report.splits > 0 {
        parts.push(tf(text::SPLIT, &[("n", &(report.splits + 1))]));
    }
    parts
}

fn rest(report: &Report) -> String {
    match (report.left, report.more || report.capped) {
        (0, false) => t(text::ALL_READ).to_owned(),
        (0, true) => t(text::LEFT_SOME).to_owned(),
        (left, _) => tf(text::LEFT, &[("n", &number(left))]),
    }
}

fn cost(report: &Report) -> String {
    calls(report.calls.into(), report.took)
}

fn following(reading: Reading) -> AnyView {
    let tail = reading.tail;
    let words = move || {
        let ask = reading.ask.get()?;
        let pulse = tail.pulse.get();
        let mut parts = vec![if tail.paused.get() {
            t(text::PAUSED).to_owned()
        } else {
            tf(text::FOLLOWING, &[("where", &place_words(&ask))])
        }];
        if pulse.at.is_some() {
            parts.push(tf(text::ARRIVING, &[("n", &tenths(pulse.arriving))]));
            parts.push(tf(text::SHOWN, &[("n", &number(pulse.shown))]));
        }
        if pulse.dropped > 0 {
            let (kept, dropped) = (number(KEPT as u64), number(pulse.dropped));
            parts.push(tf(text::KEPT_LAST, &[("n", &kept), ("dropped", &dropped)]));
        }
        Some(parts.join(" · "))
    };
    let pause = move || {
        let paused = tail.paused.get();
        let (label, icon) = if paused { (text::RESUME, Glyph::Play) } else { (text::PAUSE, Glyph::Pause) };
        view! { <Button label icon on_click=move |()| tail.paused.update(|p| *p = !*p)/> }
    };
    view! {
        {pause}
        <span class="report-pulse">{words}</span>
        {move || gap(reading.ask.get()?, tail.pulse.get())}
    }
    .into_any()
}

/// "0", "0.9", "12": what is slow is said more exactly.
fn tenths(n: u64) -> String {
    match n {
        0 => number(0),
        1..100 => format!("{}.{}", n / 10, n % 10),
        _ => number(n.saturating_add(5) / 10),
    }
}

/// What came in and is not shown.
fn gap(ask: Ask, pulse: Pulse) -> Option<AnyView> {
    let missed = pulse.missed;
    let label = move || tf(text::MISSED, &[("n", &number(missed))]);
    let link = pulse.gap.map(|gap| {
        let href = crate::routes::href_with(&[
            ("topic", ask.topic.clone()),
            ("from", "offset".to_owned()),
            ("partition", gap.partition.to_string()),
            ("offset", gap.from.to_string()),
        ]);
        view! { <a href=href>{move || t(text::SHOW_GAP)}</a> }
    });
    (missed > 0).then(|| view! { <Status tone=Signal::stored(Tone::Warn) label/> {link} }.into_any())
}

/// How many contents are here, and a button for the others.
fn contents(reading: Reading) -> AnyView {
    let counts = Memo::new(move |_| {
        reading.board.messages.with(|all| (all.iter().filter(|m| m.is_loaded()).count(), all.len()))
    });
    let view = move || {
        let (loaded, all) = counts.get();
        let loading = reading.board.loading.get();
        if loading > 0 {
            let words = move || tf(text::LOADING_CONTENTS, &[("n", &number(loading as u64))]);
            return view! { <span class="muted">{words}</span> }.into_any();
        }
        let missing = all - loaded;
        if missing == 0 || reading.board.running.get() {
            return ().into_any();
        }
        let words =
            move || tf(text::CONTENTS, &[("n", &number(loaded as u64)), ("all", &number(all as u64))]);
        let next = missing.min(AT_A_TIME);
        let label = move || tf(text::LOAD_CONTENTS, &[("n", &number(next as u64))]);
        let load = move |()| {
            let places = untrack(|| reading.board.unloaded(AT_A_TIME));
            reading.load.run(places);
        };
        let left_out = move || reading.by_content.get().then(|| t(text::LEFT_OUT));
        view! {
            <span class="muted">{words}</span>
            <Button label on_click=load/>
            <span class="report-note">{left_out}</span>
        }
        .into_any()
    };
    view.into_any()
}

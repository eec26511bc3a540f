//! The line that says what was asked, read and left out.

use super::ask::{Ask, By};
use super::browser::Browser;
use super::reader::Progress;
use crate::i18n::{date_time, messages as shared, number, plural, rocketmq::messages as text, t, tf};
use crate::pages::browse::{broke_off, calls};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Button, Glyph, Tone};

/// Messages of one page.
const PAGE: u64 = 50;

/// The report of a reading, with ways to read on, and why it failed.
#[component]
pub fn StatusLines(browser: Browser) -> AnyView {
    let Browser { ask, reader, filters, .. } = browser;
    let words = move || {
        ask.with(|ask| {
            ask.as_ref().map(|ask| {
                let failed = reader.failure.with(Option::is_some);
                reader.progress.with(|p| line(ask, p, failed))
            })
        })
    };
    let left = Memo::new(move |_| {
        let idle = reader.failure.with(Option::is_none);
        reader.progress.with(|p| {
            (idle && !p.running && !p.done && p.calls > 0).then(|| p.total.map(|t| t - p.read.min(t)))
        })
    });
    let buttons = move || {
        left.get().map(|left| {
            let next = left.map_or(PAGE, |left| left.min(PAGE));
            let label = move || tf(text::READ_MORE, &[("n", &number(next))]);
            let all = left.is_none_or(|left| left > PAGE);
            view! {
                <Button label icon=Glyph::ArrowDown on_click=move |()| reader.more()/>
                {all.then(|| view! { <Button label=text::READ_ALL on_click=move |()| reader.all()/> })}
            }
        })
    };
    // What has not been read cannot be found.
    let partly = Memo::new(move |_| filters.is_on() && reader.progress.with(|p| p.read > 0 && !p.done));
    let strangers = Memo::new(move |_| reader.progress.with(|p| p.strangers));
    let failure = move || {
        reader.failure.get().map(|failure| {
            let busy = failure.status().is_some_and(|status| matches!(status, 501 | 503));
            view! {
                {busy.then(|| view! { <Banner tone=Tone::Warn title=text::BUSY/> })}
                <Failure failure retry=Callback::new(move |()| reader.more())/>
            }
        })
    };
    view! {
        <div class="report" role="region" aria-label=move || t(shared::REPORT)>
            <span role="status">{words}</span>
            {buttons}
            {move || partly.get().then(|| view! {
                <span class="report-note">{t(text::FILTERS_WHAT_IS_READ)}</span>
            })}
        </div>
        {move || (strangers.get() > 0).then(|| {
            let title = move || plural(strangers.get(), text::STRANGERS_ONE, text::STRANGERS_OTHER);
            view! { <Banner tone=Tone::Info title/> }
        })}
        {failure}
    }
    .into_any()
}

fn line(ask: &Ask, progress: &Progress, failed: bool) -> String {
    let (mut parts, n) = (vec![asked(ask)], number(progress.read));
    match progress.total {
        Some(total) => parts.push(tf(text::READ_OF, &[("n", &n), ("total", &number(total))])),
        None if progress.read > 0 || progress.running => parts.push(tf(text::READ, &[("n", &n)])),
        None => {}
    }
    if progress.running {
        parts.push(t(shared::READING).to_owned());
    } else if failed || progress.total.is_none() && progress.read == 0 {
        parts.push(broke_off(progress.read, failed));
    } else if progress.done {
        parts.push(t(shared::ALL_READ).to_owned());
    }
    if !progress.running && progress.calls > 0 {
        parts.push(calls(progress.calls, progress.took));
    }
    parts.join(" · ")
}

fn asked(ask: &Ask) -> String {
    match &ask.by {
        By::Time { start, end } => {
            tf(text::ASKED_TIME, &[("start", &date_time(*start)), ("end", &date_time(*end))])
        }
        By::Key { key, start, end } => {
            let (start, end) = (date_time(*start), date_time(*end));
            tf(text::ASKED_KEY, &[("key", key), ("start", &start), ("end", &end)])
        }
        By::Id(id) => tf(text::ASKED_ID, &[("id", id)]),
    }
}

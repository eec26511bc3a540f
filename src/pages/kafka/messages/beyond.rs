//! Under a search that found little in what is loaded: what was not searched, and a way to search it.

use dms_api::rules::SEARCH_RESULTS;

use super::ask::{Ask, From};
use super::board::Board;
use super::filters::Filters;
use super::report::Report;
use crate::i18n::{messages as text, number, tf};
use crate::prelude::*;
use crate::routes::query::History;
use crate::routes::update_query;
use crate::ui::{Button, Glyph};

/// The note and its buttons. `found` is how many loaded messages pass the filters.
pub fn beyond_what_is_loaded(
    ask: Memo<Option<Ask>>,
    board: Board,
    filters: Filters,
    found: Signal<usize>,
) -> AnyView {
    let loaded = Memo::new(move |_| board.messages.with(|all| all.len()));
    let offered = Memo::new(move |_| {
        let little = !board.running.get() && loaded.get() > 0 && found.get() < SEARCH_RESULTS;
        let ask = ask.get().filter(|_| little && !filters.filter().as_words().is_empty())?;
        has_more(&ask, &board.report.get()).then_some(matches!(ask.from, From::Time { .. }))
    });
    let words = move || {
        let (found, all) = (number(found.get() as u64), number(loaded.get() as u64));
        tf(text::ONLY_LOADED, &[("found", &found), ("n", &all)])
    };
    let in_range = move || {
        let search = move |()| search(filters, true);
        view! { <Button label=text::SEARCH_RANGE icon=Glyph::Search on_click=search/> }
    };
    let view = move || {
        let search = move |()| search(filters, false);
        offered.get().map(|has_range| {
            view! {
                <div class="report" role="status">
                    <span class="report-note">{words}</span>
                    {has_range.then(in_range)}
                    <Button label=text::SEARCH_TOPIC icon=Glyph::Search on_click=search/>
                </div>
            }
        })
    };
    view.into_any()
}

/// Asks the service for what is searched for here: in the time range that is read, or in the whole topic.
fn search(filters: Filters, in_range: bool) {
    let words = untrack(|| filters.filter().as_words());
    let mut changes = vec![
        ("from", "content".to_owned()),
        ("with", words.with),
        ("key", words.key),
        ("without", String::new()),
        ("q", String::new()),
        ("msg", String::new()),
    ];
    if !in_range {
        changes.extend([("start", String::new()), ("end", String::new()), ("partition", String::new())]);
    }
    update_query(changes, History::Push);
}

/// Whether the topic may have more than what is loaded.
fn has_more(ask: &Ask, report: &Report) -> bool {
    match ask.from {
        From::Content { .. } => false,
        From::Time { .. } | From::Offset(_) | From::Live => true,
        From::Newest | From::Oldest => report.more || ask.partition.is_some(),
    }
}

//! `/kafka/{instance}/reassign?topics=…`: moving partitions between brokers.

mod board;
mod brokers;
mod chosen;
mod follow;
mod generate;
mod grid;
mod plan;
mod send;
mod submit;
mod tools;

use crate::i18n::{core, plural, reassign as text, t};
use crate::prelude::*;
use crate::routes::use_leave_guard;
use crate::shell::Failure;
use crate::ui::{EmptyState, Glyph, IconButton, PageHeader, Skeleton};

use board::use_board;
use brokers::Brokers;
use chosen::Chosen;
use follow::{Following, use_follow};
use grid::Grid;
use submit::Submit;
use tools::Tools;

/// Choose topics, make a plan, look at it, send it, follow it.
#[component]
pub fn ReassignPage(instance: String) -> AnyView {
    let board = use_board(&instance);
    let follow = use_follow(board);
    use_leave_guard(Signal::derive(move || {
        let open = board.lines.with(|lines| lines.iter().any(plan::Line::is_changed));
        open && !board.sent.get()
    }));
    let some = Memo::new(move |_| !board.names().is_empty());
    let known = Memo::new(move |_| board.lines.with(|lines| !lines.is_empty()));
    let waiting = Memo::new(move |_| board.waiting());
    let body = move || match (some.get(), known.get()) {
        (false, _) => {
            view! { <EmptyState title=text::NO_TOPICS_TITLE text=text::NO_TOPICS_TEXT/> }.into_any()
        }
        (true, false) => (move || (waiting.get() > 0).then(|| view! { <Skeleton lines=6/> })).into_any(),
        (true, true) => view! {
            <Tools board/>
            <Brokers board/>
            <Grid board/>
            <Submit board follow/>
        }
        .into_any(),
    };
    view! {
        <div class="page">
            <PageHeader
                title=text::TITLE
                state=move || view! {
                    <span>{move || t(text::INTRO)}</span>
                    <span role="status">
                        {move || (waiting.get() > 0).then(|| plural(waiting.get() as u64, text::READING_ONE, text::READING_OTHER))}
                    </span>
                }
                actions=move || view! {
                    <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| board.refresh()/>
                }
            />
            {move || board.cluster.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| board.cluster.refresh())/> }
            })}
            <Following follow/>
            <Chosen board/>
            {body}
        </div>
    }
    .into_any()
}

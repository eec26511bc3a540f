//! `/kafka/{instance}/permissions`: users by topics, what each may really do, and changing it.

mod cells;
mod matrix;
mod review;
mod rights;

use super::frame::{OnlyWithSasl, Views};
use super::source::use_users;
use crate::i18n::{core, number, plural, t, tf, users as text};
use crate::pages::kafka::topics::use_topics;
use crate::pages::matrix::{Board, EditBar, Grid, Pagers};
use crate::prelude::*;
use crate::routes::use_leave_guard;
use crate::shell::Failure;
use crate::ui::{
    Banner, Button, Choice, FilterMenu, Glyph, IconButton, MenuItem, PageHeader, SearchBox, Spacer, Tone,
    Toolbar,
};

use cells::board;
use matrix::{Matrix, use_matrix};
use review::Review;

pub use cells::grant_word;
pub use rights::Grant;

/// The matrix with its filters, or why there is none.
#[component]
pub fn PermissionsPage(instance: String) -> AnyView {
    let users = use_users(&instance);
    let topics = use_topics(&instance);
    let matrix = use_matrix(&instance, users, topics);
    let board = board(matrix);
    use_leave_guard(Signal::derive(move || matrix.edits.with(|edits| !edits.is_empty())));
    let of_views = instance.clone();
    let of_review = instance.clone();
    view! {
        <div class="page page-list">
            <PageHeader
                title=text::PERMISSIONS_TITLE
                state=move || view! { <span>{move || t(text::PERMISSIONS_INTRO)}</span> }
                actions=move || view! {
                    <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| matrix.refresh()/>
                }
            />
            <Views instance=of_views current="permissions"/>
            <OnlyWithSasl instance users>
                <Filters matrix/>
                <Unasked matrix/>
                {move || topics.error().or_else(|| users.list.error()).map(|failure| view! { <Failure failure/> })}
                <Grid board/>
                <Pagers board/>
                <Bar instance=of_review.clone() matrix board/>
            </OnlyWithSasl>
        </div>
    }
    .into_any()
}

#[component]
fn Filters(matrix: Matrix) -> AnyView {
    let users =
        Signal::derive(move || matrix.users.names().into_iter().map(Choice::plain).collect::<Vec<_>>());
    let rights =
        Signal::derive(|| vec![Choice::new("write", text::MAY_WRITE), Choice::new("read", text::MAY_READ)]);
    let access = Signal::derive(|| {
        vec![Choice::new("restricted", text::ACCESS_RESTRICTED), Choice::new("open", text::ACCESS_OPEN)]
    });
    view! {
        <Toolbar>
            <SearchBox value=matrix.search label=text::SEARCH_TOPICS placeholder=text::SEARCH_TOPICS/>
            <FilterMenu label=text::USER options=users value=matrix.user many=true/>
            <FilterMenu label=text::RIGHT options=rights value=matrix.right/>
            <FilterMenu label=text::ACCESS options=access value=matrix.access/>
            <Spacer/>
            <span class="muted">{move || t(text::LEGEND)}</span>
        </Toolbar>
    }
    .into_any()
}

/// A filter by right can only tell about topics that were asked about.
#[component]
fn Unasked(matrix: Matrix) -> AnyView {
    let left = Memo::new(move |_| if matrix.filters_by_right() { matrix.unasked().len() } else { 0 });
    let pending = Memo::new(move |_| matrix.policies.pending());
    (move || {
        (left.get() > 0).then(|| {
            let title = move || plural(left.get() as u64, text::NOT_LOADED_ONE, text::NOT_LOADED_OTHER);
            let waiting = move || {
                let n = pending.get();
                if n > 0 {
                    let words = tf(text::LOADING_REST, &[("n", &number(n as u64))]);
                    view! { <span role="status">{words}</span> }.into_any()
                } else {
                    view! { <Button label=text::LOAD_REST on_click=move |()| matrix.ask_all()/> }.into_any()
                }
            };
            view! { <Banner tone=Tone::Info title>{waiting}</Banner> }
        })
    })
    .into_any()
}

/// What is selected or changed; the review of the changes.
#[component]
fn Bar(instance: String, matrix: Matrix, board: Board) -> AnyView {
    let reviewing = RwSignal::new(false);
    let items = Callback::new(move |()| {
        let item = |grant: Grant| MenuItem::new(grant_word(grant), move || matrix.set_selected(grant));
        Grant::ALL.into_iter().map(item).collect::<Vec<_>>()
    });
    view! {
        <EditBar
            board
            items
            changes=Memo::new(move |_| matrix.edits.with(|edits| edits.len() as u64))
            on_discard=Callback::new(move |()| matrix.edits.set(Default::default()))
            on_review=Callback::new(move |()| reviewing.set(true))
        />
        <Review instance matrix open=reviewing/>
    }
    .into_any()
}

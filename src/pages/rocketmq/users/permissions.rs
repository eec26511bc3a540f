//! `/rocketmq/{instance}/permissions`: users by topics and groups, what each may really do, and changing it.

mod cells;
mod matrix;
mod review;

use super::frame::{OnlyWithAcl, Views};
use super::rights::Thing;
use super::source::{use_things, use_users};
use super::who::WhoPanel;
use crate::i18n::{core, rocketmq::users as text, t, users as shared};
use crate::pages::matrix::{Board, EditBar, Grid, Pagers};
use crate::prelude::*;
use crate::routes::{use_leave_guard, use_query_signal};
use crate::shell::Failure;
use crate::ui::{Choice, FilterMenu, Glyph, IconButton, MenuItem, PageHeader, SearchBox, Spacer, Toolbar};

use cells::{board, choice_word, choices};
use matrix::{Matrix, use_matrix};
use review::Review;

/// The matrix with its filters, or why there is none.
#[component]
pub fn PermissionsPage(instance: String) -> AnyView {
    let users = use_users(&instance);
    let things = use_things(&instance);
    let open = use_query_signal("row");
    let matrix = use_matrix(users, things);
    let board = board(matrix, open);
    use_leave_guard(Signal::derive(move || matrix.edits.with(|edits| !edits.is_empty())));
    let (of_views, of_review, of_panel) = (instance.clone(), instance.clone(), instance.clone());
    let opened = Memo::new(move |_| Thing::of_key(&open.get()));
    let panel = move || {
        let (thing, instance) = (opened.get()?, of_panel.clone());
        let on_close = move |()| open.set(String::new());
        Some(view! { <WhoPanel instance thing users on_close/> })
    };
    let failure =
        move || things.topics.error().or_else(|| things.groups.error()).or_else(|| users.list.error());
    view! {
        <div class="page page-list">
            <PageHeader
                title=shared::PERMISSIONS_TITLE
                state=move || view! { <span>{move || t(text::PERMISSIONS_INTRO)}</span> }
                actions=move || view! {
                    <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| matrix.refresh()/>
                }
            />
            <Views instance=of_views current="permissions"/>
            <OnlyWithAcl instance users>
                <Filters matrix/>
                {move || failure().map(|failure| {
                    view! { <Failure failure retry=Callback::new(move |()| matrix.refresh())/> }
                })}
                <div class="split">
                    <div class="split-main">
                        <Grid board/>
                        <Pagers board/>
                        <Bar instance=of_review.clone() matrix board/>
                    </div>
                    {panel.clone()}
                </div>
            </OnlyWithAcl>
        </div>
    }
    .into_any()
}

#[component]
fn Filters(matrix: Matrix) -> AnyView {
    let users =
        Signal::derive(move || matrix.users.names().into_iter().map(Choice::plain).collect::<Vec<_>>());
    let rights = Signal::derive(|| {
        vec![Choice::new("produce", text::MAY_PRODUCE), Choice::new("consume", text::MAY_CONSUME)]
    });
    let kinds = Signal::derive(|| {
        vec![Choice::new("topic", text::KIND_TOPIC), Choice::new("group", text::KIND_GROUP)]
    });
    view! {
        <Toolbar>
            <SearchBox value=matrix.search label=text::SEARCH_THINGS placeholder=text::SEARCH_THINGS/>
            <FilterMenu label=text::KIND options=kinds value=matrix.kind/>
            <FilterMenu label=shared::USER options=users value=matrix.user many=true/>
            <FilterMenu label=shared::RIGHT options=rights value=matrix.right/>
            <Spacer/>
            <span class="muted">{move || t(text::LEGEND)}</span>
        </Toolbar>
    }
    .into_any()
}

/// What is selected or changed; the review of the changes.
#[component]
fn Bar(instance: String, matrix: Matrix, board: Board) -> AnyView {
    let reviewing = RwSignal::new(false);
    let items = Callback::new(move |()| {
        let item = |choice| {
            let to = Option::clone(&choice);
            MenuItem::new(choice_word(choice.as_ref()), move || matrix.set_selected(to.clone()))
        };
        choices(matrix.picked_kind()).into_iter().map(item).collect::<Vec<_>>()
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

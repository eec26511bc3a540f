//! The columns of the group list.

use std::sync::Arc;

use dms_api::models::kafka::GroupSummary;

use super::members::{MembersCell, Peeks};
use super::places::is_deserted;
use super::samples;
use super::source::Groups;
use super::trend::{Course, Drain};
use super::words::{self, StateView};
use crate::i18n::{TimeAgo, core, groups as text, number, t, tf};
use crate::pages::name_link::name_link;
use crate::prelude::*;
use crate::routes::{QueryText, Route, use_query_signal};
use crate::ui::{Bound, Column, MenuItem, Sparkline, Table, Tone};

/// What a row can do.
#[derive(Clone, Copy)]
pub struct RowActions {
    /// Opens the row's side panel.
    pub open: Bound<String>,
    /// Asks to delete these groups.
    pub delete: Callback<Vec<String>>,
}

/// The group list's table: sort, columns and open row live in the URL.
pub fn table<P: Fn(&GroupSummary) -> bool + 'static>(
    instance: &str,
    groups: Groups,
    peeks: Peeks,
    filter: impl Fn() -> P + Send + Sync + 'static,
    actions: RowActions,
) -> Table {
    let instance: Arc<str> = instance.into();
    let own = || Arc::clone(&instance);
    let (of_name, of_trend, of_rate, of_drain, of_menu) = (own(), own(), own(), own(), own());
    let (sorted_by, rated_by) = (own(), own());
    Table::builder(|group: &GroupSummary| group.group_id.clone())
        .column(
            Column::new("name", text::NAME, move |group: &Arc<GroupSummary>| {
                name_cell(&of_name, group, actions.open)
            })
            .width(260)
            .sort_by(|a, b| crate::ui::natural_cmp(&a.group_id, &b.group_id))
            .required(),
        )
        .column(
            Column::new("state", text::STATE, |group: &Arc<GroupSummary>| {
                view! { <StateView state=group.state.clone()/> }
            })
            .width(130)
            .sort_by(|a, b| a.state.as_str().cmp(b.state.as_str())),
        )
        .column(
            Column::new("members", text::MEMBERS, move |group: &Arc<GroupSummary>| {
                view! { <MembersCell peeks group=group.group_id.clone()/> }
            })
            .numeric()
            .width(96),
        )
        .column(
            Column::new("lag", text::LAG, lag_cell).numeric().width(120).sort_by(|a, b| a.lag.cmp(&b.lag)),
        )
        .column(
            Column::new("rate", text::RATE, move |group: &Arc<GroupSummary>| {
                rate_cell(&of_rate, &group.group_id)
            })
            .numeric()
            .width(130)
            .sort_by(move |a, b| {
                let rate = |g: &GroupSummary| samples::course_untracked(&rated_by, &g.group_id).rate();
                rate(a).cmp(&rate(b))
            }),
        )
        .column(
            Column::new("drain", text::DRAIN, move |group: &Arc<GroupSummary>| drain_cell(&of_drain, group))
                .width(170)
                .sort_by(move |a, b| {
                    let urgency =
                        |g: &GroupSummary| drain(&sorted_by, g, samples::course_untracked).urgency();
                    urgency(a).cmp(&urgency(b))
                }),
        )
        .column(
            Column::new("trend", text::TREND, move |group: &Arc<GroupSummary>| {
                trend_cell(&of_trend, &group.group_id)
            })
            .width(128),
        )
        .column(
            Column::new("coordinator", text::COORDINATOR, |group: &Arc<GroupSummary>| {
                broker(group.coordinator_id)
            })
            .width(124)
            .sort_by(|a, b| a.coordinator_id.cmp(&b.coordinator_id)),
        )
        .column(
            Column::text("description", core::DESCRIPTION, |group: &GroupSummary| {
                group.group_desc.clone().unwrap_or_default()
            })
            .width(220),
        )
        .column(
            Column::new("created", core::CREATED, |group: &Arc<GroupSummary>| {
                let at = group.created_at.map(|at| at.ms());
                view! { <TimeAgo ms=at/> }
            })
            .width(130)
            .sort_by(|a, b| a.created_at.cmp(&b.created_at))
            .hidden(),
        )
        .filter(filter)
        .sort(most_lag_first(use_query_signal("sort")))
        .columns(use_query_signal("cols"))
        .open(actions.open)
        .selectable()
        .actions(move |group| menu(&of_menu, &group.group_id, actions.delete))
        .rows(move || groups.items())
}

/// What stands in the address, or the order in which a list of groups is looked through.
fn most_lag_first(sort: QueryText) -> Bound<String> {
    const USUAL: &str = "-lag";
    let shown = Signal::derive(move || match sort.get() {
        none if none.is_empty() => USUAL.to_owned(),
        chosen => chosen,
    });
    Bound::new(shown, move |new: String| sort.set(if new == USUAL { String::new() } else { new }))
}

/// The coordinator's id; the service writes a negative one for none.
pub fn broker(id: i32) -> String {
    if id < 0 { "\u{2013}".to_owned() } else { id.to_string() }
}

fn name_cell(instance: &str, group: &Arc<GroupSummary>, open: Bound<String>) -> AnyView {
    let to = Route::Group { instance: instance.to_owned(), group: group.group_id.clone() };
    name_link(to.href(), &group.group_id, open)
}

fn lag_cell(group: &Arc<GroupSummary>) -> AnyView {
    match group.lag {
        Some(lag) => number(lag).into_any(),
        None => view! {
            <span class="muted" data-tip=move || t(text::UNKNOWN_LAG_TIP)>{move || t(text::UNKNOWN)}</span>
        }
        .into_any(),
    }
}

fn trend_cell(instance: &Arc<str>, group: &str) -> AnyView {
    let (instance, group) = (Arc::clone(instance), group.to_owned());
    let course = Memo::new(move |_| samples::course(&instance, &group));
    (move || (course.with(Course::len) > 1).then(|| view! { <Trend course/> })).into_any()
}

/// The course of a group's lag as a line, with words for those who cannot see it.
#[component]
pub fn Trend(course: Memo<Course>) -> AnyView {
    let lags = Signal::derive(move || course.with(Course::lags));
    let label = move || {
        let lags = lags.get();
        let end = |lag: Option<&u64>| number(lag.copied().unwrap_or_default());
        let seconds = course.with(Course::seconds);
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("n", &seconds), ("first", &end(lags.first())), ("last", &end(lags.last()))];
        tf(text::TREND_LABEL, &values)
    };
    view! { <Sparkline label samples=lags/> }.into_any()
}

fn rate_cell(instance: &Arc<str>, group: &str) -> AnyView {
    let (instance, group) = (Arc::clone(instance), group.to_owned());
    let rate = Memo::new(move |_| samples::course(&instance, &group).rate());
    (move || match rate.get() {
        Some(rate) => words::rate(rate).into_any(),
        None => measuring(),
    })
    .into_any()
}

/// What takes its time to be known.
pub fn measuring() -> AnyView {
    view! { <span class="muted" title=move || t(text::MEASURING_TIP)>{move || t(text::MEASURING)}</span> }
        .into_any()
}

fn drain_cell(instance: &Arc<str>, group: &Arc<GroupSummary>) -> AnyView {
    let (instance, group) = (Arc::clone(instance), Arc::clone(group));
    let drain = Memo::new(move |_| drain(&instance, &group, samples::course));
    (move || drain_view(drain.get())).into_any()
}

/// When a group will have caught up; what needs attention stands out by a word and an icon, not by colour alone.
pub fn drain_view(drain: Drain) -> AnyView {
    let words = move || words::drain(drain);
    match drain {
        Drain::Growing => {
            view! { <crate::ui::Status tone=Signal::stored(Tone::Warn) label=words/> }.into_any()
        }
        Drain::Stuck(_) => {
            view! { <crate::ui::Status tone=Signal::stored(Tone::Bad) label=words/> }.into_any()
        }
        Drain::Measuring => measuring(),
        Drain::Unknown => view! { <span class="muted">{words}</span> }.into_any(),
        Drain::Standing | Drain::Nobody => {
            view! { <crate::ui::Status tone=Signal::stored(Tone::Idle) label=words/> }.into_any()
        }
        Drain::Done | Drain::Keeping | Drain::In(_) => view! { <span>{words}</span> }.into_any(),
    }
}

/// A group without lag has caught up, however few samples there are.
fn drain(instance: &str, group: &GroupSummary, course: fn(&str, &str) -> Course) -> Drain {
    match group.lag {
        None => Drain::Unknown,
        Some(0) => Drain::Done,
        Some(_) if is_deserted(&group.state) => Drain::Nobody,
        Some(_) => course(instance, &group.group_id).drain(),
    }
}

fn menu(instance: &str, group: &str, delete: Callback<Vec<String>>) -> Vec<MenuItem> {
    let (instance, group) = (instance.to_owned(), group.to_owned());
    let page = Route::Group { instance: instance.clone(), group: group.clone() };
    let reset = Route::ResetGroup { instance, group: group.clone() };
    vec![
        MenuItem::link(text::OPEN_PAGE, page.href()),
        MenuItem::link(text::RESET, reset.href()),
        MenuItem::new(text::DELETE, move || delete.run(vec![group.clone()])).danger().separated(),
    ]
}

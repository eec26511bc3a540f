//! `/kafka/{instance}/groups/{group}`: one consumer group.

use std::sync::Arc;

use dms_api::models::kafka::{Group, GroupAnswer};
use dms_api::ops::kafka::{ShowGroup, ShowGroupDetail};

use super::columns::{Trend, broker, drain_view, measuring};
use super::delete::DeleteGroupsDialog;
use super::forget::ForgetDialog;
use super::pages::Pages;
use super::places::{Place, places, total_lag, unassigned};
use super::tables::{Members, Partitions, Topics};
use super::trend::{Course, Drain, Rate};
use super::words::{self, StateView};
use super::{describe::DescribeDialog, samples};
use crate::data::{Query, use_query};
use crate::i18n::{TimeAgo, clock, core, groups as text, number, plural, t, tf};
use crate::pages::auto_refresh::{AutoRefresh, pace};
use crate::prelude::*;
use crate::routes::{Link, Route, go_replacing, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Banner, Button, ButtonKind, CopyButton, EmptyState, Fact, Glyph, Icon, IconButton, KeyValues, PageHeader,
    Section, Tab, Tabs, Tone,
};

/// Seconds between two looks unless the user chooses otherwise.
const EVERY: u32 = 5;
/// Id of the view that asks page by page.
const PAGES: &str = "pages";

/// A group with its partitions, as shown now.
#[derive(Clone, Copy)]
pub struct Shown {
    pub detail: Query<GroupAnswer>,
    pub places: Memo<Arc<Vec<Place>>>,
}

impl Shown {
    /// The group, tracked.
    pub fn group(self) -> Option<Group> {
        self.detail.data().map(|answer| answer.group.clone())
    }
}

/// Asks for a group every `every_ms` and takes a sample of its lag each time.
pub fn use_group(instance: &str, group: &str, every_ms: Signal<u32>) -> Shown {
    let op = ShowGroupDetail { instance_id: instance.to_owned(), group: group.to_owned() };
    let detail = use_query(move || Some(op.clone())).poll_every(every_ms);
    let places =
        Memo::new(move |_| Arc::new(detail.data().map(|answer| places(&answer.group)).unwrap_or_default()));
    let (instance, group) = (instance.to_owned(), group.to_owned());
    Effect::new(move |_| {
        let deserted = detail.data().is_some_and(|answer| answer.group.members.is_empty());
        if let (Some(at), Some(lag)) = (detail.loaded_at(), places.with(|places| total_lag(places))) {
            samples::add(&instance, &group, at, lag, places.get(), deserted);
        }
    });
    Shown { detail, places }
}

/// State, lag, partitions, topics and members of a group.
#[component]
pub fn GroupPage(instance: String, group: String) -> AnyView {
    let every = use_query_signal("every");
    let every_ms = pace(every, || EVERY);
    let shown = use_group(&instance, &group, every_ms);
    let detail = shown.detail;
    let missing = Memo::new(move |_| detail.error().is_some_and(|failure| failure.is_not_found()));
    let deleting = RwSignal::new(Vec::<String>::new());
    let forgetting = RwSignal::new(Vec::<String>::new());
    let view = use_query_signal("view");

    let reset = Route::ResetGroup { instance: instance.clone(), group: group.clone() };
    let list = Route::Groups { instance: instance.clone() };
    let (title, copied, doomed) = (group.clone(), group.clone(), group.clone());
    let actions = move || {
        let (reset, doomed) = (reset.clone(), doomed.clone());
        let changes = move || {
            let (reset, doomed) = (reset.clone(), doomed.clone());
            (!missing.get()).then(|| {
                view! {
                    <Button
                        label=text::DELETE
                        icon=Glyph::Trash
                        on_click=move |()| deleting.set(vec![doomed.clone()])
                    />
                    <Link to=reset class=ButtonKind::Primary.class()>
                        <Icon of=Glyph::Clock/>
                        <span class="btn-label">{move || t(text::RESET)}</span>
                    </Link>
                }
            })
        };
        view! {
            <AutoRefresh chosen=every every_ms on_refresh=move |()| detail.refresh()/>
            {changes}
        }
    };
    let body = {
        let (instance, group) = (instance.clone(), group.clone());
        move || {
            let (instance, group) = (instance.clone(), group.clone());
            if missing.get() {
                return view! { <Missing instance group/> }.into_any();
            }
            let panel = Callback::new(move |tab| match tab {
                PAGES => view! { <Pages instance=instance.clone() group=group.clone()/> }.into_any(),
                _ => view! { <Whole instance=instance.clone() group=group.clone() shown forgetting/> }
                    .into_any(),
            });
            let tabs = vec![Tab::new("whole", text::VIEW_WHOLE), Tab::new(PAGES, text::VIEW_PAGES)];
            view! { <Tabs tabs value=view label=text::VIEWS panel/> }.into_any()
        }
    };
    let left = {
        let group = group.clone();
        move |gone: Vec<String>| {
            if gone.contains(&group) {
                go_replacing(&list);
            }
        }
    };
    view! {
        <div class="page">
            <PageHeader
                title=title
                beside=move || view! { <CopyButton text=copied.clone()/> }
                state=move || view! { <StateLine shown/> }
                actions
            />
            {body}
            <DeleteGroupsDialog instance=instance.clone() names=deleting alone=true on_done=left/>
            <ForgetDialog instance group topics=forgetting/>
        </div>
    }
    .into_any()
}

/// All that one answer says of a group.
#[component]
fn Whole(instance: String, group: String, shown: Shown, forgetting: RwSignal<Vec<String>>) -> AnyView {
    let detail = shown.detail;
    let (of_partitions, of_topics) = (instance.clone(), instance.clone());
    view! {
        {move || detail.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| detail.refresh())/> }
        })}
        <Unassigned shown/>
        <Numbers instance group shown/>
        <Section title=text::TOPICS_TITLE>
            <Topics instance=of_topics shown on_forget=move |topic| forgetting.set(vec![topic])/>
        </Section>
        <Partitions instance=of_partitions shown/>
        <Section title=text::MEMBERS_TITLE><Members shown/></Section>
    }
    .into_any()
}

/// Says that there is no such group.
#[component]
pub fn Missing(instance: String, group: String) -> AnyView {
    let list = Route::Groups { instance };
    view! {
        <EmptyState title=text::NOT_FOUND_TITLE text=move || tf(text::NOT_FOUND_TEXT, &[("name", &group)])>
            <Link to=list class=ButtonKind::Primary.class()>{move || t(text::BACK_TO_LIST)}</Link>
        </EmptyState>
    }
    .into_any()
}

/// One line: what the group is doing, and when that was looked at.
#[component]
pub fn StateLine(shown: Shown) -> AnyView {
    let state = move || shown.group().map(|group| view! { <StateView state=group.state/> });
    let at = move || shown.detail.loaded_at().map(|at| tf(text::SAMPLES, &[("time", &clock(at))]));
    view! { {state} <span>{at}</span> }.into_any()
}

#[component]
fn Unassigned(shown: Shown) -> AnyView {
    let nobody = Memo::new(move |_| {
        shown.group().map_or(0, |group| shown.places.with(|places| unassigned(&group, places)))
    });
    (move || {
        let title = move || plural(nobody.get(), text::UNASSIGNED_ONE, text::UNASSIGNED_OTHER);
        (nobody.get() > 0).then(|| view! { <Banner tone=Tone::Warn title/> })
    })
    .into_any()
}

fn flow_view(rate: Option<Rate>) -> AnyView {
    match rate {
        Some(rate) => (move || words::amount(rate)).into_any(),
        None => measuring(),
    }
}

/// Lag, its course, members, coordinator, strategy.
#[component]
pub fn Numbers(instance: String, group: String, shown: Shown) -> AnyView {
    let op = ShowGroup { instance_id: instance.clone(), group: group.clone() };
    let summary = use_query(move || Some(op.clone()));
    let course = {
        let (instance, group) = (instance.clone(), group.clone());
        Memo::new(move |_| samples::course(&instance, &group))
    };
    let lag = Memo::new(move |_| shown.detail.data().map(|_| shown.places.with(|places| total_lag(places))));
    let drain = Memo::new(move |_| match lag.get() {
        Some(None) => Drain::Unknown,
        Some(Some(0)) => Drain::Done,
        Some(Some(_)) if shown.group().is_some_and(|group| group.members.is_empty()) => Drain::Nobody,
        _ => course.with(|course| course.drain()),
    });
    let flow = Memo::new(move |_| course.with(Course::flow));
    let of_group =
        move |show: fn(&Group) -> String| move || shown.group().as_ref().map(show).unwrap_or_default();
    let description = move || {
        let desc = |answer: Arc<GroupAnswer>| answer.group.group_desc.clone();
        summary.data().and_then(desc).unwrap_or_default()
    };
    let describing = RwSignal::new(false);
    view! {
        <KeyValues>
            <Fact label=text::LAG>
                {move || lag.get().map(|lag| match lag {
                    Some(lag) => view! { <strong class="big">{number(lag)}</strong> }.into_any(),
                    None => view! { <span class="muted">{move || t(text::UNKNOWN)}</span> }.into_any(),
                })}
            </Fact>
            <Fact label=text::RATE>
                {move || match course.with(Course::rate) {
                    Some(rate) => words::rate(rate).into_any(),
                    None => measuring(),
                }}
            </Fact>
            <Fact label=text::DRAIN>{move || drain_view(drain.get())}</Fact>
            <Fact label=text::READ_RATE>{move || flow_view(flow.get().map(|flow| flow.read))}</Fact>
            <Fact label=text::WRITE_RATE>{move || flow_view(flow.get().map(|flow| flow.written))}</Fact>
            <Fact label=text::TREND>
                {move || match course.with(Course::len) {
                    0 | 1 => measuring(),
                    _ => view! { <Trend course/> }.into_any(),
                }}
            </Fact>
            <Fact label=text::MEMBERS value=of_group(|group| number(group.members.len() as u64))/>
            <Fact label=text::COORDINATOR value=of_group(|group| broker(group.coordinator_id))/>
            <Fact label=text::STRATEGY value=of_group(|group| group.assignment_strategy.clone())/>
            <Fact label=core::CREATED>
                {move || {
                    let at = summary.data().and_then(|answer| answer.group.created_at).map(|at| at.ms());
                    view! { <TimeAgo ms=at/> }
                }}
            </Fact>
            <Fact label=core::DESCRIPTION wide=true>
                <span>{move || match description() {
                    none if none.is_empty() => "\u{2013}".to_owned(),
                    some => some,
                }}</span>
                <IconButton icon=Glyph::Edit label=text::DESCRIBE on_click=move |()| describing.set(true)/>
            </Fact>
        </KeyValues>
        <DescribeDialog instance group open=describing now=Signal::derive(description)/>
    }
    .into_any()
}

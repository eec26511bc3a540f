//! `/kafka/{instance}/groups/{group}/reset`: moving a group's offsets by a plan that is looked at first.

mod apply;
mod facts;
mod fields;
mod former;
mod listing;
mod plan;
mod progress;
mod state;
mod summary;
mod table;
mod target;

use super::detail::{Missing, StateLine, use_group};
use crate::i18n::{groups as text, plural, t, tf};
use crate::prelude::*;
use crate::routes::{Link, Route, use_leave_guard};
use crate::shell::Failure;
use crate::ui::{Banner, Button, ButtonKind, PageHeader, Section, Skeleton, Tone};

use apply::Apply;
use facts::use_facts;
use fields::TargetFields;
use former::FormerBanner;
use progress::Progressing;
use state::{Live, liveness};
use summary::Review;
use table::PlanTable;
use target::TargetForm;

/// Seconds between two looks at whether the group's members have gone.
const EVERY_MS: u32 = 5_000;

/// Choose where to, look at the plan, confirm, see the result of each partition.
#[component]
pub fn ResetGroupPage(instance: String, group: String) -> AnyView {
    let shown = use_group(&instance, &group, Signal::stored(EVERY_MS));
    let detail = shown.detail;
    let form = TargetForm::new(&group);
    let facts = use_facts(&instance, shown, form);
    let apply = Apply::new(instance.clone(), group.clone(), shown, facts, form);
    let live = Memo::new(move |_| detail.data().map(|answer| liveness(&answer.group)));
    let missing = Memo::new(move |_| detail.error().is_some_and(|failure| failure.is_not_found()));
    // What has been begun is seen through, but its results are only on this page.
    use_leave_guard(Signal::derive(move || apply.is_running()));

    let intro = move || match (apply.has_begun(), apply.is_running()) {
        (false, _) => text::RESET_INTRO,
        (true, true) => text::RESET_GOING,
        (true, false) => text::RESET_OVER,
    };
    let page = Route::Group { instance: instance.clone(), group: group.clone() };
    let title_group = group.clone();
    let ready = Memo::new(move |_| detail.data().is_some());
    let content = {
        let (instance, group) = (instance.clone(), group.clone());
        move || {
            let (instance, group) = (instance.clone(), group.clone());
            if missing.get() {
                return view! { <Missing instance group/> }.into_any();
            }
            if !ready.get() {
                return match detail.error() {
                    Some(failure) => {
                        view! { <Failure failure retry=Callback::new(move |()| detail.refresh())/> }
                            .into_any()
                    }
                    None => view! { <Skeleton lines=8/> }.into_any(),
                };
            }
            let of_former = group.clone();
            view! {
                <FormerBanner instance group=of_former form apply/>
                <LiveBanner live on_check=move |()| detail.refresh() apply/>
                {move || (!apply.has_begun()).then(|| view! {
                    <Section title=text::STEP_TARGET><TargetFields form facts shown/></Section>
                })}
                <Section title=text::STEP_PLAN>
                    <Progressing apply/>
                    <Review apply live group=group.clone()/>
                    <PlanTable apply form/>
                </Section>
            }
            .into_any()
        }
    };
    view! {
        <div class="page">
            <PageHeader
                title=move || tf(text::RESET_TITLE, &[("name", &title_group)])
                state=move || view! { <StateLine shown/> <span>{move || t(intro())}</span> }
                actions=move || {
                    let page = page.clone();
                    view! {
                        <Link to=page class=ButtonKind::Secondary.class()>{move || t(text::TO_GROUP)}</Link>
                    }
                }
            />
            {content}
        </div>
    }
    .into_any()
}

/// Why the group cannot be reset now.
#[component]
fn LiveBanner(live: Memo<Option<Live>>, #[prop(into)] on_check: Callback<()>, apply: Apply) -> AnyView {
    (move || match live.get() {
        Some(Live::Yes { members }) if !apply.has_begun() => view! {
            <Banner tone=Tone::Warn title=text::LIVE_TITLE>
                <p>{move || plural(members, text::LIVE_TEXT_ONE, text::LIVE_TEXT_OTHER)}</p>
                <Button label=text::CHECK_AGAIN on_click=on_check/>
            </Banner>
        }
        .into_any(),
        _ => ().into_any(),
    })
    .into_any()
}

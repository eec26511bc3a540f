//! `/rocketmq/{instance}/groups/{group}/reset`: moving a group by time, by a plan that is looked at first.

mod apply;
mod fields;
mod plan;
mod review;
mod table;
mod target;

use super::detail::{Missing, Shown, StateLine, use_group};
use crate::i18n::{groups as shared, rocketmq::groups as text, t, tf};
use crate::pages::rocketmq::facts::route;
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, use_leave_guard};
use crate::shell::Failure;
use crate::ui::{Banner, Button, ButtonKind, PageHeader, Section, Skeleton, Tone};

use apply::Apply;
use fields::TargetFields;
use review::{Progressing, Review};
use table::PlanTable;
use target::TargetForm;

/// Milliseconds between two looks at where the group is and who is in it.
const EVERY_MS: u32 = 5_000;

/// Why the group cannot be moved now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Each member keeps its own position; the service has none to move.
    Broadcast,
    /// The service moves a group only through its connected consumers.
    Offline,
}

/// What stands in the way, as far as is known. Tracked.
fn obstacle(shown: Shown) -> Option<Obstacle> {
    if shown.detail.data().is_some_and(|group| group.broadcast) {
        return Some(Obstacle::Broadcast);
    }
    (shown.online() == Some(false)).then_some(Obstacle::Offline)
}

/// Choose topics and time, look at the plan, confirm, see the result of each queue.
#[component]
pub fn ResetGroupPage(instance: String, group: String) -> AnyView {
    let shown = use_group(&instance, &group, Signal::stored(EVERY_MS));
    let form = TargetForm::new(shown.consumed);
    let apply = Apply::new(instance.clone(), group.clone(), shown, form);
    let barred = Memo::new(move |_| obstacle(shown));
    let missing = Memo::new(move |_| shown.is_missing());
    let ready = Memo::new(move |_| shown.detail.data().is_some() && !shown.consumed.topics.loading());
    // What has been begun is seen through, but its results are only on this page.
    use_leave_guard(Signal::derive(move || apply.is_running()));

    let intro = move || match (apply.has_begun(), apply.is_running()) {
        (false, _) => shared::RESET_INTRO,
        (true, true) => shared::RESET_GOING,
        (true, false) => shared::RESET_OVER,
    };
    let hint = move || if apply.has_begun() { "" } else { t(text::PLAN_HINT) };
    let page = route(&instance, RocketMqPage::Group(group.clone()));
    let content = {
        let (instance, group) = (instance.clone(), group.clone());
        move || {
            let (instance, group) = (instance.clone(), group.clone());
            if missing.get() {
                return view! { <Missing instance group/> }.into_any();
            }
            if !ready.get() {
                return match shown.detail.error() {
                    Some(failure) => {
                        view! { <Failure failure retry=Callback::new(move |()| shown.refresh())/> }.into_any()
                    }
                    None => view! { <Skeleton lines=8/> }.into_any(),
                };
            }
            view! {
                {move || shown.consumed.topics.error().map(|failure| {
                    view! { <Failure failure retry=Callback::new(move |()| shown.refresh())/> }
                })}
                <Barred barred shown apply/>
                {move || (!apply.has_begun()).then(|| view! {
                    <Section title=shared::STEP_TARGET><TargetFields form consumed=shown.consumed/></Section>
                })}
                <Section title=shared::STEP_PLAN hint=hint>
                    <Progressing apply/>
                    <Review apply barred group/>
                    <PlanTable apply/>
                </Section>
            }
            .into_any()
        }
    };
    view! {
        <div class="page">
            <PageHeader
                title=move || tf(shared::RESET_TITLE, &[("name", &group)])
                state=move || view! { <StateLine shown/> <span>{move || t(intro())}</span> }
                actions=move || {
                    let page = page.clone();
                    view! {
                        <Link to=page class=ButtonKind::Secondary.class()>{move || t(shared::TO_GROUP)}</Link>
                    }
                }
            />
            {content}
        </div>
    }
    .into_any()
}

#[component]
fn Barred(barred: Memo<Option<Obstacle>>, shown: Shown, apply: Apply) -> AnyView {
    (move || {
        let (title, words) = match barred.get().filter(|_| !apply.has_begun())? {
            Obstacle::Broadcast => (text::BARRED_BROADCAST, text::BARRED_BROADCAST_TEXT),
            Obstacle::Offline => (text::BARRED_OFFLINE, text::BARRED_OFFLINE_TEXT),
        };
        Some(view! {
            <Banner tone=Tone::Warn title>
                <p>{move || t(words)}</p>
                <Button label=shared::CHECK_AGAIN on_click=move |()| shown.refresh()/>
            </Banner>
        })
    })
    .into_any()
}

//! The fields that say which topics and where to.

use super::target::{TargetForm, Way};
use crate::i18n::{
    Zone, groups as shared, number, plural,
    rocketmq::{self as common, groups as text},
    t, zone,
};
use crate::pages::rocketmq::groups::consumption::Consumed;
use crate::pages::rocketmq::groups::places::TopicPlace;
use crate::pages::time_shortcuts::TimeShortcuts;
use crate::prelude::*;
use crate::ui::{Bound, Checkbox, Choice, DateTimeInput, Field, RadioGroup, RadioLook};

/// The ways as cards, the time, the topics.
#[component]
pub fn TargetFields(form: TargetForm, consumed: Consumed) -> AnyView {
    let ways = Signal::derive(|| Way::ALL.into_iter().map(choice).collect::<Vec<_>>());
    let way = Bound::new(Signal::derive(move || form.way().word().to_owned()), move |word: String| {
        form.way.set(word)
    });
    let zone_word = || t(if zone() == Zone::Utc { shared::TIME_ZONE_UTC } else { shared::TIME_ZONE_LOCAL });
    view! {
        <div class="stack reset-fields">
            <RadioGroup value=way options=ways label=shared::TO look=RadioLook::Cards/>
            {move || (form.way() == Way::Time).then(|| view! {
                <Field label=shared::TIME of=form.time hint=text::TIME_HINT required=true>
                    <DateTimeInput value=form.time seconds=true zone=zone_word/>
                </Field>
                <TimeShortcuts field=form.time/>
            })}
            <Scope form consumed/>
        </div>
    }
    .into_any()
}

fn choice(way: Way) -> Choice {
    let (label, hint) = match way {
        Way::Unchosen => (shared::CHOOSE_TARGET, shared::CHOOSE_TARGET),
        Way::Earliest => (shared::TO_EARLIEST, shared::TO_EARLIEST_HINT),
        Way::Latest => (shared::TO_LATEST, shared::TO_LATEST_HINT),
        Way::Time => (shared::TO_TIME, text::TO_TIME_HINT),
    };
    Choice::new(way.word(), label).hint(hint)
}

/// Which topics the plan is about: a reset moves all queues of a topic, or none.
#[component]
fn Scope(form: TargetForm, consumed: Consumed) -> AnyView {
    let names =
        Memo::new(move |_| consumed.topics.items().iter().map(|name| (**name).clone()).collect::<Vec<_>>());
    let boxes = move || {
        let each = names.get().into_iter().map(|topic| {
            let (is, of_hint, label) = (topic.clone(), topic.clone(), topic.clone());
            let on = Signal::derive(move || form.topics().contains(&is));
            let checked = Bound::new(on, move |on: bool| form.choose(&topic, on));
            let hint = move || {
                let sums = consumed.sums.get();
                sums.iter().find(|sum| sum.topic == of_hint).map(summary).unwrap_or_default()
            };
            view! { <Checkbox checked label hint/> }
        });
        each.collect_view()
    };
    view! {
        <Field label=shared::TOPICS hint=text::SCOPE_HINT required=true group=true>
            <div class="check-row" role="group" aria-label=move || t(shared::TOPICS)>{boxes}</div>
        </Field>
    }
    .into_any()
}

/// "8 queues · lag 12"
fn summary(place: &TopicPlace) -> String {
    let lag = place.lag.map_or_else(|| t(common::UNKNOWN).to_owned(), number);
    let queues = place.queues.unwrap_or_default() as u64;
    let queues = plural(
        queues,
        crate::i18n::rocketmq::topics::QUEUES_ONE,
        crate::i18n::rocketmq::topics::QUEUES_OTHER,
    );
    match place.queues {
        Some(_) => format!("{queues} · {} {lag}", t(text::LAG)),
        None => place.failure.clone().unwrap_or_else(|| "…".to_owned()),
    }
}

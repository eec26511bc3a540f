//! States, rates and times of consumer groups in words.

use dms_api::models::kafka::GroupState;
use leptos::prelude::*;

use super::trend::{Drain, Rate};
use crate::i18n::{groups as text, number, t, tf};
use crate::ui::{Choice, Status, Tone};

/// The states that a list can be filtered by, as they stand in the URL.
pub const STATES: [GroupState; 5] = [
    GroupState::Stable,
    GroupState::Empty,
    GroupState::PreparingRebalance,
    GroupState::CompletingRebalance,
    GroupState::Dead,
];

/// A state in the user's language; one that is not known as the service wrote it.
pub fn state(state: &GroupState) -> String {
    let word = match state {
        GroupState::Dead => text::STATE_DEAD,
        GroupState::Empty => text::STATE_EMPTY,
        GroupState::PreparingRebalance => text::STATE_PREPARING,
        GroupState::CompletingRebalance => text::STATE_COMPLETING,
        GroupState::Stable => text::STATE_STABLE,
        GroupState::Other(word) if word.is_empty() => text::STATE_UNKNOWN,
        GroupState::Other(word) => return word.clone(),
    };
    t(word).to_owned()
}

fn tone(state: &GroupState) -> Tone {
    match state {
        GroupState::Stable => Tone::Ok,
        GroupState::PreparingRebalance | GroupState::CompletingRebalance => Tone::Busy,
        GroupState::Dead => Tone::Bad,
        GroupState::Empty | GroupState::Other(_) => Tone::Idle,
    }
}

/// A state as icon and word.
#[component]
pub fn StateView(state: GroupState) -> AnyView {
    let tone = tone(&state);
    view! { <Status tone=Signal::stored(tone) label=move || self::state(&state)/> }.into_any()
}

/// States to filter by.
pub fn state_choices() -> Vec<Choice> {
    STATES.into_iter().map(|s| Choice::new(s.as_str().to_owned(), move || state(&s))).collect()
}

/// "−120/s", "3/min"; the sign says whether the lag shrinks.
pub fn rate(rate: Rate) -> String {
    let Rate(thousandths) = rate;
    let per_minute = thousandths.saturating_mul(60) / 1000;
    match (thousandths / 1000, per_minute) {
        (0, 0) => t(text::RATE_STILL).to_owned(),
        (-9..=9, slow) => tf(text::PER_MINUTE, &[("n", &signed(slow))]),
        (fast, _) => tf(text::PER_SECOND, &[("n", &signed(fast))]),
    }
}

/// A number that always has its sign.
pub fn signed(n: i64) -> String {
    if n > 0 { format!("+{}", number(n)) } else { number(n) }
}

/// When a group will have caught up.
pub fn drain(drain: Drain) -> String {
    match drain {
        Drain::Unknown => t(text::UNKNOWN).to_owned(),
        Drain::Done => t(text::CAUGHT_UP).to_owned(),
        Drain::Standing => t(text::STANDING).to_owned(),
        Drain::Nobody => t(text::NOBODY_READS).to_owned(),
        Drain::Growing => t(text::GROWING).to_owned(),
        Drain::In(seconds) => match (seconds, seconds / 60, seconds / 3600, seconds / 86_400) {
            (0..90, ..) => tf(text::IN_SECONDS, &[("n", &seconds)]),
            (_, minutes @ 0..120, ..) => tf(text::IN_MINUTES, &[("n", &minutes)]),
            (_, minutes, hours @ 0..48, _) => tf(text::IN_HOURS, &[("h", &hours), ("m", &(minutes % 60))]),
            (.., days) => tf(text::IN_DAYS, &[("n", &number(days))]),
        },
    }
}

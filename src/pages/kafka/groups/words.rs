//! States, rates and times of consumer groups in words.

use dms_api::models::kafka::GroupState;

use super::trend::{Drain, Rate};
use crate::i18n::{groups as text, number, t, tf};
use crate::prelude::*;
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

/// "-120", "+3": how much the lag changes in a minute; the sign says whether it shrinks.
pub fn rate(rate: Rate) -> String {
    match per_minute(rate) {
        0 if rate.0 > 0 => "< +1".to_owned(),
        0 if rate.0 < 0 => "> -1".to_owned(),
        n => signed(n),
    }
}

/// "120 per minute", "less than 1 per minute".
pub fn amount(rate: Rate) -> String {
    match per_minute(rate) {
        0 if rate.0 > 0 => t(text::LESS_THAN_ONE).to_owned(),
        n => tf(text::PER_MINUTE, &[("n", &number(n))]),
    }
}

fn per_minute(rate: Rate) -> i64 {
    rate.0.saturating_mul(60) / 1000
}

/// A number that always has its sign.
pub fn signed(n: i64) -> String {
    if n > 0 { format!("+{}", number(n)) } else { number(n) }
}

/// When a group will have caught up.
pub fn drain(drain: Drain) -> String {
    match drain {
        Drain::Unknown => t(text::UNKNOWN).to_owned(),
        Drain::Measuring => t(text::MEASURING).to_owned(),
        Drain::Stuck(seconds) => tf(text::STUCK, &[("span", &span(seconds))]),
        Drain::Done => t(text::CAUGHT_UP).to_owned(),
        Drain::Keeping => t(text::KEEPS_UP).to_owned(),
        Drain::Standing => t(text::STANDING).to_owned(),
        Drain::Nobody => t(text::NOBODY_READS).to_owned(),
        Drain::Growing => t(text::GROWING).to_owned(),
        Drain::In(seconds) if seconds < LONG => tf(text::ABOUT, &[("span", &span(seconds))]),
        Drain::In(seconds) => tf(text::IN_DAYS, &[("n", &number(seconds / DAY))]),
    }
}

/// Seconds of a day, and of the two that are counted in hours.
const DAY: u64 = 86_400;
const LONG: u64 = 2 * DAY;

/// "45 s", "12 min", "3 h 20 min".
fn span(seconds: u64) -> String {
    match (seconds, seconds / 60) {
        (0..90, _) => tf(text::SECONDS, &[("n", &seconds)]),
        (_, minutes @ 0..120) => tf(text::MINUTES, &[("n", &minutes)]),
        (_, minutes) => tf(text::HOURS, &[("h", &(minutes / 60)), ("m", &(minutes % 60))]),
    }
}

//! Events in words.

use dms_api::models::rocketmq::{Consumed, MessageKind, TransactionState};

use super::story::{Actor, Event, Outcome, Story, Went, What};
use crate::i18n::{Msg, date_time_exact, duration_ms, rocketmq::trace as text, t, tf};
use crate::ui::Tone;

/// What kind of actor it is.
pub fn kind(actor: &Actor) -> Msg {
    match actor {
        Actor::Producer(_) => text::PRODUCER,
        Actor::Broker(_) => text::BROKER,
        Actor::Group(_) => text::GROUP,
    }
}

/// What happened. Tracks the language.
pub fn what(event: &Event) -> String {
    match &event.what {
        What::Sent => t(text::SENT).to_owned(),
        What::Stored => t(text::STORED).to_owned(),
        What::Ended { checked: true, .. } => t(text::TRANSACTION_CHECK).to_owned(),
        What::Ended { checked: false, .. } => t(text::TRANSACTION).to_owned(),
        What::Delivery { retry: 0, .. } => t(text::DELIVERED).to_owned(),
        What::Delivery { retry, .. } => tf(text::RETRIED, &[("n", retry)]),
        What::Other(word) => word.clone(),
    }
}

/// How it went. Tracks the language.
pub fn result(event: &Event) -> String {
    match (&event.what, event.went) {
        (What::Ended { state, .. }, _) => t(state_word(state.as_ref())).to_owned(),
        (What::Delivery { how: None, .. }, _) => t(text::NO_END).to_owned(),
        (What::Delivery { how: Some(how), .. }, Went::Badly) => {
            format!("{}: {}", t(text::FAILED), failure(*how))
        }
        (_, Went::Well) => t(text::WELL).to_owned(),
        (_, Went::Badly) => t(text::FAILED).to_owned(),
        (_, Went::Open) => t(text::NO_END).to_owned(),
    }
}

fn state_word(state: Option<&TransactionState>) -> Msg {
    match state {
        Some(TransactionState::Commit) => text::COMMIT,
        Some(TransactionState::Rollback) => text::ROLLBACK,
        _ => text::UNKNOWN,
    }
}

fn failure(how: Consumed) -> String {
    match how {
        Consumed::Success => t(text::FAILED).to_owned(),
        Consumed::Timeout => t(text::HOW_TIMEOUT).to_owned(),
        Consumed::Exception => t(text::HOW_EXCEPTION).to_owned(),
        Consumed::Null => t(text::HOW_NULL).to_owned(),
        Consumed::Failed => t(text::HOW_FAILED).to_owned(),
        Consumed::Other(n) => tf(text::HOW_OTHER, &[("n", &n)]),
    }
}

/// What a result means for the user.
pub const fn tone(went: Went) -> Tone {
    match went {
        Went::Well => Tone::Ok,
        Went::Badly => Tone::Bad,
        Went::Open => Tone::Busy,
    }
}

/// A time that passed, in milliseconds.
pub fn span(ms: i64) -> String {
    duration_ms(u32::try_from(ms.max(0)).unwrap_or(u32::MAX))
}

/// The name of a kind of message; `None` for one that is not known.
pub fn message_kind(kind: &MessageKind) -> Option<Msg> {
    Some(match kind {
        MessageKind::Normal => text::KIND_NORMAL,
        MessageKind::TransactionHalf => text::KIND_HALF,
        MessageKind::TransactionCommit => text::KIND_COMMIT,
        MessageKind::Delay => text::KIND_DELAY,
        MessageKind::Order => text::KIND_ORDER,
        _ => return None,
    })
}

/// A sentence of the summary, and the group that it is about if that one failed.
pub struct Sentence {
    pub tone: Tone,
    pub words: String,
    pub failing: Option<String>,
}

/// The story in sentences. Tracks the language.
pub fn sentences(story: &Story) -> Vec<Sentence> {
    let plain = |tone, words| Sentence { tone, words, failing: None };
    let mut all = vec![sending(story)];
    if let Some((state, checked)) = story.transaction() {
        let (tone, words) = match state {
            Some(TransactionState::Commit) => (Tone::Ok, text::COMMITTED),
            Some(TransactionState::Rollback) => (Tone::Warn, text::ROLLED_BACK),
            _ => (Tone::Busy, text::UNDECIDED),
        };
        let asked = if checked { format!(" {}", t(text::CHECKED)) } else { String::new() };
        all.push(plain(tone, format!("{}{asked}", t(words))));
    }
    let groups = story.groups();
    if groups.is_empty() {
        all.push(plain(Tone::Info, t(text::NO_CONSUMER).to_owned()));
    }
    all.extend(groups.into_iter().map(|(group, outcome)| of_group(story, group, outcome)));
    all
}

fn sending(story: &Story) -> Sentence {
    let Some(sent) = story.events.iter().find(|e| e.what == What::Sent) else {
        return Sentence { tone: Tone::Info, words: t(text::NO_PRODUCER).to_owned(), failing: None };
    };
    let (producer, at) = (sent.actor.name(), date_time_exact(sent.begin));
    let broker = story.events.iter().find(|e| e.what == What::Stored).map_or("–", |e| e.actor.name());
    let cost = span(sent.end - sent.begin);
    let words = match sent.went {
        Went::Well => text::SENT_WELL,
        Went::Badly | Went::Open => text::SENT_BADLY,
    };
    let words = tf(words, &[("producer", &producer), ("broker", &broker), ("at", &at), ("cost", &cost)]);
    Sentence { tone: tone(sent.went), words, failing: None }
}

fn of_group(story: &Story, group: &str, outcome: Outcome) -> Sentence {
    let (tone, words, n) = match outcome {
        Outcome::Consumed(0 | 1) => (Tone::Ok, text::CONSUMED_ONE, 1),
        Outcome::Consumed(n) => (Tone::Ok, text::CONSUMED_MORE, n),
        Outcome::Failing(1) => (Tone::Bad, text::FAILING_ONE, 1),
        Outcome::Failing(n) => (Tone::Bad, text::FAILING, n),
        Outcome::Waiting(n) => (Tone::Busy, text::WAITING, n),
    };
    let last = story.events.iter().rev().find_map(|e| match &e.what {
        What::Delivery { how: Some(how), .. } if e.actor.name() == group => Some(failure(*how)),
        _ => None,
    });
    let how = last.unwrap_or_default();
    let words = tf(words, &[("group", &group), ("n", &n), ("how", &how)]);
    let failing = matches!(outcome, Outcome::Failing(_)).then(|| group.to_owned());
    Sentence { tone, words, failing }
}

//! What topics are and may be used for, in words.

use std::sync::Arc;

use dms_api::models::rocketmq::{Topic, TopicPermission};

use crate::i18n::{
    Msg, TimeAgo, core, number, plural,
    rocketmq::{groups, topics as text},
    t, tf,
};
use crate::prelude::*;
use crate::ui::{Badge, Choice, Fact, KeyValues, Tone};

/// The prefix of the topic that has a group's messages to be tried again.
pub const RETRY: &str = "%RETRY%";
/// The prefix of the topic that has a group's dead letters.
pub const DEAD: &str = "%DLQ%";

/// "1 topic, 3 groups"
pub fn topics_and_groups(topics: u64, groups: u64) -> String {
    let topics = plural(topics, text::COUNT_ONE, text::COUNT_OTHER);
    let groups = plural(groups, groups::COUNT_ONE, groups::COUNT_OTHER);
    tf(text::WITH_GROUPS, &[("topics", &topics), ("groups", &groups)])
}

/// What a topic is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// For applications.
    Normal,
    /// RocketMQ made it for a group's retries.
    Retry,
    /// RocketMQ made it for a group's dead letters.
    Dead,
}

impl Kind {
    /// In the order of the filter.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Retry, Self::Dead];

    /// What the name says.
    pub fn of(name: &str) -> Self {
        if name.starts_with(RETRY) {
            Self::Retry
        } else if name.starts_with(DEAD) {
            Self::Dead
        } else {
            Self::Normal
        }
    }

    /// The word in the URL.
    pub fn word(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Retry => "retry",
            Self::Dead => "dead",
        }
    }

    /// In the user's language.
    pub fn label(self) -> Msg {
        match self {
            Self::Normal => text::KIND_NORMAL,
            Self::Retry => text::KIND_RETRY,
            Self::Dead => text::KIND_DEAD,
        }
    }
}

/// The kind of a topic as a word, or a badge where it is not the usual one.
pub fn kind_view(name: &str) -> AnyView {
    match Kind::of(name) {
        Kind::Normal => view! { <span class="muted">{move || t(text::KIND_NORMAL)}</span> }.into_any(),
        kind => view! { <Badge label=kind.label() tone=Tone::Info/> }.into_any(),
    }
}

/// What clients may do with a topic; a word that is not known as the service wrote it. Tracks the language.
pub fn permission(permission: &TopicPermission) -> String {
    let word = match permission {
        TopicPermission::All => text::PERM_ALL,
        TopicPermission::Pub => text::PERM_PUB,
        TopicPermission::Sub => text::PERM_SUB,
        TopicPermission::Other(word) if word.is_empty() => text::UNKNOWN,
        TopicPermission::Other(word) => return word.clone(),
    };
    t(word).to_owned()
}

/// The permissions of a form, as the API writes them.
pub fn permission_choices() -> Vec<Choice> {
    let choice = |p: TopicPermission, hint| {
        let word = p.as_str().to_owned();
        Choice::new(word, move || permission(&p)).hint(hint)
    };
    vec![
        choice(TopicPermission::All, text::PERM_ALL_HINT),
        choice(TopicPermission::Pub, text::PERM_PUB_HINT),
        choice(TopicPermission::Sub, text::PERM_SUB_HINT),
    ]
}

/// `NORMAL`, `FIFO` and so on in words; empty where the edition does not say. Tracks the language.
pub fn message_type(kind: &str) -> String {
    let word = match kind {
        "NORMAL" => text::TYPE_NORMAL,
        "FIFO" => text::TYPE_FIFO,
        "DELAY" => text::TYPE_DELAY,
        "TRANSACTION" => text::TYPE_TRANSACTION,
        other => return other.to_owned(),
    };
    t(word).to_owned()
}

/// Everything that the service says of a topic, but its queues' content.
#[component]
pub fn Settings(topic: Arc<Topic>) -> AnyView {
    let (perm, kind) = (topic.permission.clone(), topic.message_type.clone().unwrap_or_default());
    let created = topic.created_at.map(|at| at.ms());
    let brokers = topic.brokers.iter().map(|b| b.broker_name.clone()).collect::<Vec<_>>().join(", ");
    view! {
        <KeyValues>
            <Fact label=text::PERMISSION value=move || permission(&perm)/>
            <Fact label=text::READ_QUEUES value=number(topic.total_read_queue_num)/>
            <Fact label=text::WRITE_QUEUES value=number(topic.total_write_queue_num)/>
            <Fact label=crate::i18n::rocketmq::BROKERS value=brokers/>
            <Fact label=text::MESSAGE_TYPE value=move || message_type(&kind)/>
            <Fact label=core::CREATED><TimeAgo ms=created/></Fact>
            <Fact label=core::DESCRIPTION value=topic.topic_desc.clone().unwrap_or_default() wide=true/>
        </KeyValues>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn the_name_tells_what_rocketmq_made() {
        let kinds = ["orders", "%RETRY%billing", "%DLQ%billing", "a|b", "x%DLQ%"].map(Kind::of);
        assert_eq!(kinds, [Kind::Normal, Kind::Retry, Kind::Dead, Kind::Normal, Kind::Normal]);
    }
}

//! A message as the screens know it.

use std::sync::{Arc, OnceLock};

use dms_api::models::rocketmq::{Message, MessageProperty};

use super::crc::{self, Checked};
use crate::i18n::lower;
use crate::json::Doc;
use crate::ui::Content;

/// Prefix of a group's topic of dead letters.
pub const DEAD: &str = "%DLQ%";
/// Prefix of a group's topic of retries.
pub const RETRY: &str = "%RETRY%";

/// The group that a topic of dead letters or retries belongs to.
pub fn group_of(topic: &str) -> Option<&str> {
    [DEAD, RETRY].iter().find_map(|prefix| topic.strip_prefix(prefix)).filter(|group| !group.is_empty())
}

/// A message with what was found out about it.
pub struct Row {
    pub message: Message,
    content: OnceLock<Arc<Content>>,
    checked: OnceLock<Checked>,
}

impl Row {
    /// A message; its body is looked at only when asked for.
    pub fn new(message: Message) -> Self {
        Self { message, content: OnceLock::new(), checked: OnceLock::new() }
    }

    /// What tells it from the others of its topic: the broker's id or, where the answer has none, its place.
    pub fn id(&self) -> String {
        let m = &self.message;
        if m.msg_id.is_empty() { format!("{}-{}", m.queue_id, m.queue_offset) } else { m.msg_id.clone() }
    }

    /// When the broker stored it, epoch milliseconds.
    pub fn stored_at(&self) -> Option<i64> {
        Some(self.message.store_timestamp.ms()).filter(|at| *at > 0)
    }

    /// When the producer made it, epoch milliseconds.
    pub fn born_at(&self) -> Option<i64> {
        Some(self.message.born_timestamp.ms()).filter(|at| *at > 0)
    }

    /// The body looked at: form, JSON taken apart. Found out once.
    pub fn content(&self) -> &Arc<Content> {
        self.content.get_or_init(|| Arc::new(Content::of_text(self.message.body.as_str().into())))
    }

    /// The body taken apart, where it is JSON.
    pub fn doc(&self) -> Option<&Arc<Doc>> {
        self.content().doc.as_ref()
    }

    /// Whether the body is what the broker stored. Found out once.
    pub fn checked(&self) -> Checked {
        *self.checked.get_or_init(|| crc::check(&self.message.body, self.message.body_crc))
    }

    /// Whether one of its keys is `key`.
    pub fn has_key(&self, key: &str) -> bool {
        self.message.keys().contains(&key)
    }

    /// The topic that the message was sent to first, and its id there: of a retry or a dead letter.
    pub fn origin(&self) -> Option<(&str, &str)> {
        let topic = self.message.property(MessageProperty::RETRY_TOPIC).filter(|t| !t.is_empty())?;
        let id = self.message.property(MessageProperty::ORIGIN_ID).filter(|id| !id.is_empty())?;
        Some((topic, id))
    }

    /// The topic for a copy: not the one of retries or dead letters.
    pub fn home(&self) -> &str {
        self.origin().map_or(&self.message.topic, |(topic, _)| topic)
    }

    /// Whether it has all of these lower-case words, somewhere.
    pub fn has_words(&self, words: &[String]) -> bool {
        let m = &self.message;
        words.iter().all(|word| {
            let own = [m.msg_id.as_str(), m.body.as_str()].into_iter();
            own.chain(m.property_list.iter().map(|p| p.value.as_str())).any(|text| lower(text).contains(word))
        })
    }
}

impl PartialEq for Row {
    /// Messages never change.
    fn eq(&self, other: &Self) -> bool {
        let place = |r: &Self| (r.message.queue_id, r.message.queue_offset, r.message.store_timestamp);
        self.message.msg_id == other.message.msg_id && place(self) == place(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(properties: &[(&str, &str)]) -> Row {
        let property_list = properties.iter().map(|(n, v)| MessageProperty::new(n, *v)).collect();
        let (topic, body) = ("%DLQ%g".to_owned(), "{\"city\": \"Lyon\"}".to_owned());
        Row::new(Message { topic, body, property_list, ..Message::default() })
    }

    #[test]
    fn a_dead_letter_knows_where_it_comes_from() {
        let dead = row(&[("RETRY_TOPIC", "orders"), ("ORIGIN_MESSAGE_ID", "AB")]);
        assert_eq!((dead.origin(), dead.home()), (Some(("orders", "AB")), "orders"));
        let plain = row(&[("RETRY_TOPIC", "")]);
        assert_eq!((plain.origin(), plain.home()), (None, "%DLQ%g"));
    }

    #[test]
    fn words_are_looked_for_everywhere() {
        let row = row(&[("KEYS", "LS-1 LS-2"), ("TAGS", "Paid")]);
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(row.has_words(&words("lyon paid ls-2")) && !row.has_words(&words("lyon oslo")));
        assert!(row.has_key("LS-2") && !row.has_key("LS"));
    }
}

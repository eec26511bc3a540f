//! Messages, dead letters, and what became of sending them again (R5.4.1, R5.4.3-5).

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use crate::record;
use crate::record::{FromAnswer, Lenient, Millis};

record! {
    /// Answer of `rocketmq.ListMessages` (R5.4.1).
    pub struct MessageList {
        /// The page.
        pub messages: Vec<Message>,
        /// How many messages match in all.
        pub total: u64,
    }
}

record! {
    /// A message as the broker keeps it.
    pub struct Message {
        /// Its place on the broker, 32 hex digits. Producers know it by its [`unique key`](Self::unique_key).
        pub msg_id: String,
        /// The instance.
        pub instance_id: String,
        /// The topic.
        pub topic: String,
        /// When the broker stored it.
        pub store_timestamp: Millis,
        /// When the producer made it.
        pub born_timestamp: Millis,
        /// How often it was tried again.
        pub reconsume_times: u32,
        /// What it says. One of the SDKs shows the whole record here when it is missing.
        pub body: String,
        /// Checksum of the body.
        pub body_crc: u64,
        /// Bytes on disk.
        pub store_size: u64,
        /// Properties: the broker's own in capitals, then the producer's.
        pub property_list: Vec<MessageProperty>,
        /// The producer's address with port.
        pub born_host: String,
        /// The broker's address with port.
        pub store_host: String,
        /// The queue's number, from 0.
        pub queue_id: u32,
        /// Its place in the queue.
        pub queue_offset: u64,
        ..rest
    }
}

impl Message {
    /// A property's value.
    pub fn property(&self, name: &str) -> Option<&str> {
        self.property_list.iter().find(|p| p.name == name).map(|p| p.value.as_str())
    }

    /// The id that the producer gave it; traces go by it.
    pub fn unique_key(&self) -> Option<&str> {
        self.property(MessageProperty::UNIQ_KEY).filter(|key| !key.is_empty())
    }

    /// Its keys.
    pub fn keys(&self) -> Vec<&str> {
        self.property(MessageProperty::MESSAGE_KEYS)
            .map(|keys| keys.split_whitespace().collect())
            .unwrap_or_default()
    }

    /// Its tag.
    pub fn tags(&self) -> Option<&str> {
        self.property(MessageProperty::TAGS).filter(|tag| !tag.is_empty())
    }
}

record! {
    /// One property of a message; also what [`SendMessage`](crate::ops::rocketmq::SendMessage) sends.
    #[derive(Eq, Deserialize)]
    #[serde(default)]
    pub struct MessageProperty {
        /// Its name.
        pub name: String,
        /// Its value.
        pub value: String,
    }
}

impl MessageProperty {
    /// Keys to find it by, with blanks between.
    pub const MESSAGE_KEYS: &'static str = "KEYS";
    /// What consumers choose by.
    pub const TAGS: &'static str = "TAGS";
    /// The producer's own id.
    pub const UNIQ_KEY: &'static str = "UNIQ_KEY";
    /// The queue goes by it: messages with the same value stay in order.
    pub const SHARDING_KEY: &'static str = "__SHARDINGKEY";
    /// How long it is held back: a level, 1-18.
    pub const DELAY: &'static str = "DELAY";
    /// Topic of a dead letter or a retry before it became one.
    pub const RETRY_TOPIC: &'static str = "RETRY_TOPIC";
    /// Id of a dead letter or a retry before it became one.
    pub const ORIGIN_ID: &'static str = "ORIGIN_MESSAGE_ID";

    /// A property.
    pub fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into() }
    }
}

/// Answer of `rocketmq.ExportDeadLetters` (R5.4.3): a bare list; the reference's example is one bare message.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportedMessages(pub Vec<Message>);

impl FromAnswer for ExportedMessages {
    fn from_answer(body: &Value) -> Self {
        let list = body.get("messages").or_else(|| body.get("body").filter(|inner| inner.is_array()));
        Self(Vec::read(list.unwrap_or(body)).unwrap_or_default())
    }
}

impl Serialize for ExportedMessages {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

record! {
    /// Answer of `rocketmq.ResendDeadLetters` (R5.4.4) and `rocketmq.VerifyConsumption` (R5.4.5).
    pub struct ResendResults {
        /// One result per message.
        pub resend_results: Vec<ResendResult>,
    }
}

record! {
    /// What became of one message.
    pub struct ResendResult {
        /// The message's id as it was asked for.
        pub msg_id: String,
        /// [`SUCCESS`](Self::SUCCESS), or why it failed.
        pub error_code: String,
        /// The same in words.
        pub error_message: String as "error_message" | "error_msg" | "message",
        ..rest
    }
}

impl ResendResult {
    /// The code of a message that went well.
    pub const SUCCESS: &'static str = "DMS.00000000";

    /// Whether it went well.
    pub fn is_success(&self) -> bool {
        self.error_code == Self::SUCCESS
    }
}

record! {
    /// Answer of `rocketmq.SendMessage`; only the SDKs have it.
    pub struct SentMessage {
        /// The topic.
        pub topic: String,
        /// What was sent.
        pub body: String,
        /// Properties, the broker's own included.
        pub property_list: Vec<MessageProperty>,
        /// The message's id.
        pub msg_id: String,
        /// The queue's number, from 0.
        pub queue_id: u32,
        /// Its place in the queue.
        pub queue_offset: u64,
        /// The broker.
        pub broker_name: String,
    }
}

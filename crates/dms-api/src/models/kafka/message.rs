//! Messages (K5.6).

use crate::record;
use crate::record::{Json, Millis, Nullable};

record! {
    /// Answer of `kafka.FindMessages` (K5.6.1).
    pub struct MessageList {
        /// The page.
        pub messages: Vec<Message>,
        /// How many messages were found in all.
        pub total: u64,
        /// How many messages the page has.
        pub size: u64,
    }
}

record! {
    /// A message as K5.6.1 has it. The content is there where it was asked for by place.
    pub struct Message {
        /// The topic.
        pub topic: String,
        /// The partition.
        pub partition: u32,
        /// The key; absent where the message has none.
        pub key: Nullable,
        /// The content; absent where it was not asked for, and for a message that deletes its key.
        pub value: Nullable,
        /// Bytes of key and content.
        pub size: u64,
        /// When it was produced.
        pub timestamp: Millis,
        /// Whether the content is too big to be shown, so that `value` is only its start: it has to be downloaded.
        pub huge_message: bool,
        /// Its offset.
        pub message_offset: u64,
        /// Empty: Kafka's messages have none.
        pub message_id: String,
        /// Empty: Kafka's messages have none.
        pub app_id: String,
        /// Empty: Kafka's messages have none.
        pub tag: String,
        ..rest
    }
}

record! {
    /// Answer of `kafka.ShowMessage` (K5.6.2).
    pub struct PartitionMessages {
        /// The message: a list of one, despite its name.
        pub message: Vec<PartitionMessage>,
    }
}

record! {
    /// A message with its content.
    pub struct PartitionMessage {
        /// The key; absent where the message has none.
        pub key: Nullable,
        /// The content; absent for a message that deletes its key.
        pub value: Nullable,
        /// The topic.
        pub topic: String,
        /// The partition.
        pub partition: u32,
        /// Its offset.
        pub message_offset: u64,
        /// Bytes of key and content.
        pub size: u64,
        /// When it was produced.
        pub timestamp: Millis,
        ..rest
    }
}

record! {
    /// Answer of `kafka.ListMessages` (K5.6.3).
    pub struct MessagePage {
        /// The page.
        pub messages: Vec<ListedMessage>,
        /// How many messages there are in all.
        pub messages_count: u64,
        /// How many pages.
        pub offsets_count: u64,
        /// Which page this is, from 1.
        pub offset: u64,
    }
}

record! {
    /// A message without its content.
    pub struct ListedMessage {
        /// The topic.
        pub topic: String,
        /// The partition.
        pub partition: u32,
        /// Its offset.
        pub message_offset: u64,
        /// Bytes of key and content.
        pub size: u64,
        /// When it was produced.
        pub timestamp: Millis,
        ..rest
    }
}

record! {
    /// Answer of `kafka.ShowFirstMessage` (K5.6.4) and `kafka.ShowLastMessage` (K5.6.5).
    pub struct MessagePosition {
        /// The topic.
        pub topic: String,
        /// The partition.
        pub partition: u32,
        /// The message's offset; in an empty partition the one that the next message gets.
        pub offset: u64,
        /// When it was produced; absent in an empty partition.
        pub timestamp: Option<Millis>,
    }
}

record! {
    /// Answer of `kafka.SendMessage`.
    pub struct SentMessage {
        /// The topic.
        pub topic: String,
        /// The content.
        pub body: String,
        /// Where it went, as far as the service says: objects with `name` and `value`.
        pub property_list: Vec<Json>,
    }
}

record! {
    /// Answer of `kafka.DeleteMessages`.
    pub struct DeletedMessages {
        /// One result per partition.
        pub partitions: Vec<DeletedMessagesOf>,
    }
}

record! {
    /// What became of the deletion in one partition.
    pub struct DeletedMessagesOf {
        /// The partition.
        pub partition: u32,
        /// `success`, or why not.
        pub result: String,
        /// `0` for success.
        pub error_code: String,
    }
}

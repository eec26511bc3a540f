//! The way of a message (R5.4.2).

use crate::record::Millis;
use crate::{open_enum, record};

record! {
    /// Answer of `rocketmq.ShowTrace` (R5.4.2). The reference's example is the bare list.
    pub struct TraceList {
        /// What happened to the message, oldest first.
        pub trace: Vec<Trace> as "trace" | "",
        /// How many entries there are in all; newer editions only.
        pub total: Option<u64>,
        /// Where the next page begins, -1 for none; newer editions only.
        pub next_offset: Option<i64>,
        /// Where the previous page begins, -1 for none; newer editions only.
        pub previous_offset: Option<i64>,
    }
}

record! {
    /// One thing that happened to a message.
    pub struct Trace {
        /// Whether it went well.
        pub success: bool,
        /// What happened.
        pub trace_type: TraceType,
        /// When.
        pub timestamp: Millis,
        /// The producer's or the consumer's group.
        pub group_name: String,
        /// How long it took, milliseconds.
        pub cost_time: u64,
        /// Joins the entries of one attempt to consume.
        pub request_id: String,
        /// How consuming ended; see [`Trace::consumed`].
        pub consume_status: u32,
        /// The topic.
        pub topic: String,
        /// The producer's id of the message.
        pub msg_id: String,
        /// The broker's id of the message.
        pub offset_msg_id: String,
        /// Its tag.
        pub tags: String,
        /// Its keys.
        pub keys: String,
        /// The broker's address with port.
        pub store_host: String,
        /// The client's address.
        pub client_host: String,
        /// Which attempt, 0 for the first.
        pub retry_times: u32,
        /// Bytes of the body.
        pub body_length: u64,
        /// Kind of message.
        pub msg_type: MessageKind,
        /// What a transaction came to.
        pub transaction_state: Option<TransactionState>,
        /// The transaction.
        pub transaction_id: Option<String>,
        /// Whether the broker had to ask what the transaction came to.
        pub from_transaction_check: bool,
        ..rest
    }
}

open_enum! {
    /// What happened to a message.
    pub enum TraceType {
        /// A producer sent it.
        Pub = "Pub",
        /// A consumer got it.
        SubBefore = "SubBefore",
        /// A consumer was done with it.
        SubAfter = "SubAfter",
        /// Its transaction ended.
        EndTransaction = "EndTransaction",
        /// The service took it.
        Receive = "Receive",
        /// A consumer answered for it.
        Ack = "Ack",
    }
}

open_enum! {
    /// Kind of a message.
    pub enum MessageKind {
        /// Delivered at once, in any order.
        Normal = "Normal_Msg",
        /// Held back until its transaction ends.
        TransactionHalf = "Trans_Msg_Half",
        /// Its transaction was committed.
        TransactionCommit = "Trans_msg_Commit",
        /// Held back for a time.
        Delay = "Delay_Msg",
        /// In order with others of its queue.
        Order = "Order_Msg",
    }
}

open_enum! {
    /// What a transaction came to.
    pub enum TransactionState {
        /// The message is delivered.
        Commit = "COMMIT_MESSAGE",
        /// The message is dropped.
        Rollback = "ROLLBACK_MESSAGE",
        /// Not known yet; the broker asks again.
        Unknown = "UNKNOW",
    }
}

/// How consuming a message ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consumed {
    /// Well.
    Success,
    /// Too late.
    Timeout,
    /// The consumer's code broke.
    Exception,
    /// The consumer's code said nothing.
    Null,
    /// The consumer wants it again.
    Failed,
    /// A number that this version does not know.
    Other(u32),
}

impl Trace {
    /// How consuming ended.
    pub const fn consumed(&self) -> Consumed {
        match self.consume_status {
            0 => Consumed::Success,
            1 => Consumed::Timeout,
            2 => Consumed::Exception,
            3 => Consumed::Null,
            5 => Consumed::Failed,
            other => Consumed::Other(other),
        }
    }
}

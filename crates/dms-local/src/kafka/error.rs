//! What can go wrong in the data plane, sorted by what the REST side has to answer.

use std::io;

use krafka::KrafkaError;
use krafka::error::ErrorCode;
use thiserror::Error;

/// What kind of failure it was: the part that decides the DMS error code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// The topic exists already.
    TopicExists,
    /// The topic does not exist.
    UnknownTopic,
    /// The topic exists, the partition does not.
    UnknownPartition,
    /// A name that Kafka refuses.
    InvalidTopic,
    /// A partition count that is not positive, or not an increase.
    InvalidPartitions,
    /// A replication factor that the cluster cannot meet, or an impossible placement.
    InvalidReplication,
    /// An unknown configuration name or a value out of range.
    InvalidConfig,
    /// The group does not exist.
    UnknownGroup,
    /// The group has members, so it can neither be deleted nor moved.
    GroupNotEmpty,
    /// No record at that offset or time.
    OffsetOutOfRange,
    /// The message exceeds `max.message.bytes`, or a compacted topic got one without a key.
    InvalidMessage,
    /// Authentication failed or the user may not do this.
    NotAuthorized,
    /// The cluster does not offer this operation.
    Unsupported,
    /// Nobody answered in time, or the cluster is being stopped.
    Unavailable,
    /// Any other refusal; the source tells.
    Refused,
}

/// A failed call to a cluster.
#[derive(Debug, Error)]
#[error("{subject}: {kind:?}")]
pub struct KafkaError {
    kind: ErrorKind,
    subject: String,
    #[source]
    source: Box<KrafkaError>,
}

impl KafkaError {
    /// Wraps the client's error; `subject` names what was acted on, such as `topic orders`.
    pub(crate) fn new(subject: impl Into<String>, source: KrafkaError) -> Self {
        Self { kind: kind_of(&source), subject: subject.into(), source: Box::new(source) }
    }

    /// Wraps an error of a call about a topic, where what the client itself refuses can only be the topic's name.
    pub(crate) fn of_topic(topic: &str, source: KrafkaError) -> Self {
        use krafka::ProtocolErrorKind::{InvalidLength, InvalidValue};
        let named_badly = matches!(source, KrafkaError::Protocol { kind: InvalidLength | InvalidValue, .. });
        let error = Self::new(format!("topic {topic}"), source);
        if named_badly { Self { kind: ErrorKind::InvalidTopic, ..error } } else { error }
    }

    /// The same with a kind that the caller knows better than the code tells.
    pub(crate) fn with_kind(kind: ErrorKind, subject: impl Into<String>, message: &str) -> Self {
        let source = KrafkaError::illegal_state(message);
        Self { kind, subject: subject.into(), source: Box::new(source) }
    }

    /// What kind of failure it was.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What was acted on.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The broker's own sentence, or the client's where no broker answered.
    pub fn reason(&self) -> String {
        match self.source.as_ref() {
            KrafkaError::Broker { message, .. } => message.clone(),
            other => other.to_string(),
        }
    }
}

fn kind_of(error: &KrafkaError) -> ErrorKind {
    match error {
        KrafkaError::Broker { code, .. } => kind_of_code(*code),
        KrafkaError::UnknownTopic { .. } => ErrorKind::UnknownTopic,
        KrafkaError::Network(_)
        | KrafkaError::Timeout { .. }
        | KrafkaError::DeliveryTimeout { .. }
        | KrafkaError::Closed { .. } => ErrorKind::Unavailable,
        KrafkaError::Auth { .. } => ErrorKind::NotAuthorized,
        KrafkaError::Protocol { kind: krafka::ProtocolErrorKind::UnknownApiVersion, .. } => {
            ErrorKind::Unsupported
        }
        _ => ErrorKind::Refused,
    }
}

fn kind_of_code(code: ErrorCode) -> ErrorKind {
    match code {
        ErrorCode::TopicAlreadyExists => ErrorKind::TopicExists,
        ErrorCode::UnknownTopicOrPartition => ErrorKind::UnknownTopic,
        ErrorCode::InvalidTopic => ErrorKind::InvalidTopic,
        ErrorCode::InvalidPartitions => ErrorKind::InvalidPartitions,
        ErrorCode::InvalidReplicationFactor | ErrorCode::InvalidReplicaAssignment => {
            ErrorKind::InvalidReplication
        }
        ErrorCode::InvalidConfig => ErrorKind::InvalidConfig,
        ErrorCode::GroupIdNotFound => ErrorKind::UnknownGroup,
        ErrorCode::NonEmptyGroup | ErrorCode::UnknownMemberId => ErrorKind::GroupNotEmpty,
        ErrorCode::OffsetOutOfRange | ErrorCode::OffsetNotAvailable => ErrorKind::OffsetOutOfRange,
        ErrorCode::MessageTooLarge | ErrorCode::RecordListTooLarge | ErrorCode::InvalidRecord => {
            ErrorKind::InvalidMessage
        }
        ErrorCode::SaslAuthenticationFailed
        | ErrorCode::TopicAuthorizationFailed
        | ErrorCode::GroupAuthorizationFailed
        | ErrorCode::ClusterAuthorizationFailed => ErrorKind::NotAuthorized,
        ErrorCode::UnsupportedVersion | ErrorCode::SecurityDisabled => ErrorKind::Unsupported,
        code if code.is_retriable() => ErrorKind::Unavailable,
        _ => ErrorKind::Refused,
    }
}

/// An embedded broker that could not start.
#[derive(Debug, Error)]
pub enum StartError {
    /// No port could be opened on the address.
    #[error("cannot listen on {address}")]
    Listen {
        /// Address and port asked for.
        address: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The folder for the messages cannot be used.
    #[error("cannot use the data folder {path}")]
    Folder {
        /// The folder.
        path: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The file with the messages cannot be read or written.
    #[error("cannot open the message store {path}")]
    Store {
        /// The file.
        path: String,
        /// Why.
        #[source]
        source: rusqlite::Error,
    },
    /// An option makes no sense, such as zero brokers.
    #[error("{0}")]
    Options(&'static str),
}

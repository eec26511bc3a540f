//! What a reading has done, so that it can be said honestly. Pure.

use super::ask::{Ask, From};

/// What was asked, looked at, found, and left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Requests sent.
    pub calls: u32,
    /// Offsets looked at, where messages are read one by one.
    pub looked_at: u64,
    /// Offsets without a message: compacted away, or deleted meanwhile.
    pub holes: u64,
    /// What the service says it found, where messages are found by time.
    pub found: Option<u64>,
    /// Messages known to be there and not read yet.
    pub left: u64,
    /// How often a time range was split because the service could not answer for the whole.
    pub splits: u32,
    /// Milliseconds since the first request.
    pub took: u32,
    /// The service itself may have stopped early: a search by content.
    pub capped: bool,
    /// All messages that the topic has, where a search by content looks through no more than that.
    pub searched: Option<u64>,
    /// The reading came to its end: it neither failed nor was stopped. Before that nothing is said about what is left.
    pub done: bool,
    /// Whether reading can go on.
    pub more: bool,
}

/// Whether a reading stops at what the service gives for a search by content.
pub fn is_search(ask: &Ask) -> bool {
    matches!(ask.from, From::Content { .. })
}

/// Whether a status of an answer means that the range asked for was too wide.
pub fn is_too_wide(status: Option<u16>) -> bool {
    matches!(status, Some(500..=504))
}

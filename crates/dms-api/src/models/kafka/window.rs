//! Maintenance windows (K5.9.1).

use crate::record;

record! {
    /// Answer of `kafka.ListMaintainWindows`.
    pub struct MaintainWindowList {
        /// The windows that an instance can have.
        pub maintain_windows: Vec<MaintainWindow>,
    }
}

record! {
    /// Four hours a day in which the service may restart things.
    pub struct MaintainWindow {
        /// Position in the list, from 1.
        pub seq: u32,
        /// Start, UTC: `22`; other editions write `22:00` or `22:00:00`.
        pub begin: String,
        /// End.
        pub end: String,
        /// Whether an instance gets this one if it asks for none.
        pub default: bool,
        ..rest
    }
}

impl MaintainWindow {
    /// Hour of the start, 0-23.
    pub fn begin_hour(&self) -> Option<u8> {
        hour(&self.begin)
    }

    /// Hour of the end, 0-23.
    pub fn end_hour(&self) -> Option<u8> {
        hour(&self.end)
    }
}

/// The hour of `22`, `22:00` or `22:00:00`.
pub fn hour(text: &str) -> Option<u8> {
    text.split(':').next()?.trim().parse().ok().filter(|h| *h < 24)
}

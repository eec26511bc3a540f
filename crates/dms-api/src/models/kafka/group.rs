//! Consumer groups (K5.2.12).

use crate::record::Millis;
use crate::{open_enum, record};

open_enum! {
    /// State of a Kafka consumer group.
    pub enum GroupState {
        /// It has no members and no offsets.
        Dead = "DEAD",
        /// It has offsets but no members.
        Empty = "EMPTY",
        /// A rebalance is about to begin.
        PreparingRebalance = "PREPARING_REBALANCE",
        /// Members wait for their partitions.
        CompletingRebalance = "COMPLETING_REBALANCE",
        /// Members have their partitions.
        Stable = "STABLE",
    }
}

record! {
    /// Answer of `kafka.ListGroups`.
    pub struct GroupList {
        /// The page.
        pub groups: Vec<GroupSummary>,
        /// How many groups match in all.
        pub total: u64 as "total" | "count",
    }
}

record! {
    /// A consumer group as the list has it.
    pub struct GroupSummary {
        /// Its name.
        pub group_id: String,
        /// State.
        pub state: GroupState,
        /// Broker that coordinates it.
        pub coordinator_id: i32,
        /// What it is for; newer editions only.
        pub group_desc: Option<String>,
        /// Messages not yet consumed; newer editions only.
        pub lag: Option<u64>,
        /// When it was created; newer editions only.
        pub created_at: Option<Millis> as "createdAt" | "created_at",
        ..rest
    }
}

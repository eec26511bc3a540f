//! Consumer groups (K5.2.6, K5.2.8, K5.2.12-14).

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

record! {
    /// Answer of `kafka.ShowGroup` (K5.2.13) and `kafka.ShowGroupDetail` (K5.2.6). One example has the group's
    /// fields beside an empty `group`.
    pub struct GroupAnswer {
        /// The group.
        pub group: Group as "group" | ".",
    }
}

record! {
    /// A consumer group.
    pub struct Group {
        /// Its name.
        pub group_id: String,
        /// State.
        pub state: GroupState,
        /// Broker that coordinates it.
        pub coordinator_id: i32,
        /// Its members; not in today's editions of K5.2.13.
        pub members: Vec<GroupMember>,
        /// Where it stands, one entry per partition; not in today's editions of K5.2.13.
        pub group_message_offsets: Vec<GroupOffset>,
        /// How its members share the partitions, such as `range`; empty without members.
        pub assignment_strategy: String,
        /// What it is for; newer editions only.
        pub group_desc: Option<String>,
        /// When it was created; newer editions only.
        pub created_at: Option<Millis> as "createdAt" | "created_at",
        ..rest
    }
}

record! {
    /// A member of a group.
    pub struct GroupMember {
        /// Its address, after a slash.
        pub host: String,
        /// What it reads; only K5.2.6 has it.
        pub assignment: Vec<Assignment>,
        /// Its id, which the coordinator gave it.
        pub member_id: String,
        /// Its name, which it chose itself.
        pub client_id: String,
        ..rest
    }
}

impl GroupMember {
    /// The address without the slash that Kafka puts before it.
    pub fn address(&self) -> &str {
        self.host.trim_start_matches('/')
    }
}

record! {
    /// What a member reads of one topic.
    pub struct Assignment {
        /// The topic.
        pub topic: String,
        /// The partitions.
        pub partitions: Vec<u32>,
    }
}

record! {
    /// Where a group stands in one partition.
    pub struct GroupOffset {
        /// The partition.
        pub partition: u32,
        /// Messages not yet consumed; absent where that is not known.
        pub lag: Option<u64>,
        /// The topic.
        pub topic: String,
        /// The offset that is read next; absent, in JSON also negative, where none was committed.
        pub message_current_offset: Option<u64>,
        /// The partition's end: the next message's offset; absent where that is not known.
        pub message_log_end_offset: Option<u64>,
        ..rest
    }
}

record! {
    /// Answer of `kafka.ListCoordinators` (K5.2.8).
    pub struct CoordinatorList {
        /// One entry per group.
        pub coordinators: Vec<Coordinator>,
    }
}

record! {
    /// Which broker coordinates a group.
    pub struct Coordinator {
        /// The group.
        pub group_id: String,
        /// The broker.
        pub id: i32,
        /// Its address; some answers have a slash before it.
        pub host: String,
        /// Its port.
        pub port: u32,
        ..rest
    }
}

record! {
    /// Answer of `kafka.DeleteGroups` (K5.2.14).
    pub struct DeletedGroups {
        /// The groups that could not be deleted.
        pub failed_groups: Vec<FailedGroup>,
        /// How many could not.
        pub total: u64,
    }
}

record! {
    /// A group that could not be deleted.
    pub struct FailedGroup {
        /// The group.
        pub group_id: String,
        /// Why not.
        pub error_message: String as "error_message" | "error_msg",
        ..rest
    }
}

record! {
    /// Answer of `kafka.ListGroupMembers`.
    pub struct GroupMemberPage {
        /// The page.
        pub members: Vec<MemberName>,
        /// How many members match in all.
        pub total: u64,
    }
}

record! {
    /// A member's names, without what it reads.
    pub struct MemberName {
        /// Its id, which the coordinator gave it.
        pub member_id: String,
        /// Its name, which it chose itself.
        pub client_id: String,
    }
}

record! {
    /// Answer of `kafka.ListGroupOffsets`.
    pub struct GroupOffsetPage {
        /// The page.
        pub group_message_offsets: Vec<GroupPosition>,
        /// How many entries match in all.
        pub total: u64,
    }
}

record! {
    /// Where a group stands in one partition, and who reads it.
    pub struct GroupPosition {
        /// The partition.
        pub partition: u32,
        /// The topic.
        pub topic: String,
        /// The offset that is read next.
        pub message_current_offset: u64,
        /// The partition's start: the oldest message's offset.
        pub message_log_start_offset: u64,
        /// The partition's end: the next message's offset.
        pub message_log_end_offset: u64,
        /// Messages not yet consumed.
        pub lag: u64,
        /// The member that reads it, empty for nobody.
        pub consumer_id: String,
        /// The member's address.
        pub host: String,
        /// The member's name.
        pub client_id: String,
        ..rest
    }
}

record! {
    /// Answer of `kafka.ListGroupTopics`.
    pub struct GroupTopicPage {
        /// The page.
        pub topics: Vec<GroupTopic>,
        /// How many topics match in all.
        pub total: u64,
    }
}

record! {
    /// A topic that a group reads.
    pub struct GroupTopic {
        /// The topic.
        pub topic: String,
        /// Number of its partitions that the group has a place in.
        pub partitions: u32,
        /// Messages not yet consumed.
        pub lag: u64,
        ..rest
    }
}

record! {
    /// Answer of `kafka.DeleteGroupOffsets`.
    pub struct DeletedGroupOffsets {
        /// One result per topic.
        pub topics: Vec<DeletedOffsetsOf>,
    }
}

record! {
    /// What became of the positions in one topic.
    pub struct DeletedOffsetsOf {
        /// The topic.
        pub name: String,
        /// Whether they are gone.
        pub success: bool,
        /// Why not, empty for success.
        pub error_code: String,
    }
}

//! Consumer groups (K5.2.6-8, K5.2.12-14).

use serde::{Deserialize, Serialize};

use crate::models::kafka::{
    CoordinatorList, DeletedGroupOffsets, DeletedGroups, GroupAnswer, GroupList, GroupMemberPage,
    GroupOffsetPage, GroupTopicPage,
};
use crate::operation;
use crate::operation::Engine;

operation! {
    /// Lists the instance's consumer groups.
    pub ListGroups -> GroupList = "kafka.ListGroups" "K5.2.12" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/groups",
    path { instance_id: String }
    query {
        /// Index of the first group wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Part of the name.
        group: Option<String>,
    }
}

operation! {
    /// Shows a group; today's editions leave members and positions out, which [`ShowGroupDetail`] has.
    pub ShowGroup -> GroupAnswer = "kafka.ShowGroup" "K5.2.13" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/groups/{group}",
    path { instance_id: String, group: String }
    query {}
}

operation! {
    /// Shows a group with its members, what each of them reads, and where the group stands.
    pub ShowGroupDetail -> GroupAnswer = "kafka.ShowGroupDetail" "K5.2.6" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/management/groups/{group}",
    path { instance_id: String, group: String }
    query {}
}

operation! {
    /// Lists which broker coordinates which group.
    pub ListCoordinators -> CoordinatorList = "kafka.ListCoordinators" "K5.2.8" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/management/coordinators",
    path { instance_id: String }
    query {}
}

operation! {
    /// Creates a group before anybody joins it.
    pub CreateGroup -> () = "kafka.CreateGroup" "SDK" "" 200,
    Post "/v2/{project_id}/kafka/instances/{instance_id}/group",
    path { instance_id: String }
    query {}
    body: GroupBody
}

operation! {
    /// Changes the description of a group.
    pub ModifyGroup -> () = "kafka.ModifyGroup" "SDK" "" 204,
    Put "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}",
    path { engine: Engine, instance_id: String, group: String }
    query {}
    body: GroupBody
}

operation! {
    /// Changes the descriptions of several groups.
    pub ModifyGroups -> () = "kafka.ModifyGroups" "SDK" "" 204,
    Put "/v2/{engine}/{project_id}/instances/{instance_id}/groups",
    path { engine: Engine, instance_id: String }
    query {}
    body: ModifyGroupsBody
}

operation! {
    /// Deletes a group with its positions; refused while it has members.
    pub DeleteGroup -> () = "kafka.DeleteGroup" "SDK" "" 204,
    Delete "/v2/{project_id}/instances/{instance_id}/groups/{group}",
    path { instance_id: String, group: String }
    query {}
}

operation! {
    /// Deletes groups. Some may fail: the answer says which and why.
    pub DeleteGroups -> DeletedGroups = "kafka.DeleteGroups" "K5.2.14" "" 200,
    Post "/v2/{project_id}/instances/{instance_id}/groups/batch-delete",
    path { instance_id: String }
    query {}
    body: DeleteGroupsBody
}

operation! {
    /// Moves a group to an offset or a time; refused while it has members.
    pub ResetOffset -> () = "kafka.ResetOffset" "K5.2.7" "" 204,
    Post "/v2/{project_id}/instances/{instance_id}/management/groups/{group}/reset-message-offset",
    path { instance_id: String, group: String }
    query {}
    body: ResetOffsetBody
}

operation! {
    /// The same under its newer path.
    pub ResetGroupOffset -> () = "kafka.ResetGroupOffset" "SDK" "" 204,
    Put "/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/reset-message-offset",
    path { instance_id: String, group: String }
    query {}
    body: ResetOffsetBody
}

operation! {
    /// Lists a group's members, page by page.
    pub ListGroupMembers -> GroupMemberPage = "kafka.ListGroupMembers" "SDK" "" 200,
    Get "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}/members",
    path { engine: Engine, instance_id: String, group: String }
    query {
        /// Index of the first member wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Part of the member's address.
        host: Option<String>,
        /// Part of the member's id.
        member_id: Option<String>,
    }
}

operation! {
    /// Lists where a group stands, partition by partition, page by page.
    pub ListGroupOffsets -> GroupOffsetPage = "kafka.ListGroupOffsets" "SDK" "" 200,
    Get "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}/message-offset",
    path { engine: Engine, instance_id: String, group: String }
    query {
        /// Only this topic.
        topic: Option<String>,
        /// Only this partition.
        partition: Option<u32>,
        /// Index of the first entry wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
    }
}

operation! {
    /// Lists the topics that a group reads, page by page.
    pub ListGroupTopics -> GroupTopicPage = "kafka.ListGroupTopics" "SDK" "" 200,
    Get "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group}/topics",
    path { engine: Engine, instance_id: String, group: String }
    query {
        /// Index of the first topic wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// What to sort by: `topic`, `partition` or `messages` (the lag).
        sort_key: Option<String>,
        /// `asc` or `desc`.
        sort_dir: Option<String>,
        /// Part of the topic's name.
        topic: Option<String>,
    }
}

operation! {
    /// Forgets where a group stands in topics. Some may fail: the answer says which.
    pub DeleteGroupOffsets -> DeletedGroupOffsets = "kafka.DeleteGroupOffsets" "SDK" "" 200,
    Post "/v2/kafka/{project_id}/instances/{instance_id}/groups/{group}/delete-offset",
    path { instance_id: String, group: String }
    query {}
    body: DeleteGroupOffsetsBody
}

/// Body of [`CreateGroup`] and [`ModifyGroup`], and one entry of [`ModifyGroupsBody`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupBody {
    /// The group's name, 3-64 characters.
    pub group_name: String,
    /// What it is for, 0-200 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_desc: Option<String>,
}

/// Body of [`ModifyGroups`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ModifyGroupsBody {
    /// The groups, each with its new description.
    pub groups: Vec<GroupBody>,
}

/// Body of [`DeleteGroups`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteGroupsBody {
    /// Names of the groups.
    pub group_ids: Vec<String>,
}

/// Body of [`DeleteGroupOffsets`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteGroupOffsetsBody {
    /// Names of the topics.
    pub topics: Vec<String>,
}

/// Body of [`ResetOffset`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "WrittenReset", try_from = "WrittenReset")]
pub struct ResetOffsetBody {
    /// The topic whose positions are moved.
    pub topic: String,
    /// The partition, or `None` for all of them.
    pub partition: Option<u32>,
    /// Where to.
    pub to: ResetTo,
}

impl Default for ResetOffsetBody {
    fn default() -> Self {
        Self { topic: String::new(), partition: None, to: ResetTo::Offset(0) }
    }
}

/// Where a group is moved to. What is outside the partition means its nearest end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResetTo {
    /// The offset that is read next.
    Offset(i64),
    /// The first message at or after this time, milliseconds since 1970.
    Time(i64),
}

/// [`ResetOffsetBody`] as it is written: the partition -1 means all.
#[derive(Clone, Serialize, Deserialize)]
struct WrittenReset {
    topic: String,
    #[serde(default = "all_partitions")]
    partition: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message_offset: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    timestamp: Option<i64>,
}

const ALL_PARTITIONS: i64 = -1;

const fn all_partitions() -> i64 {
    ALL_PARTITIONS
}

impl From<ResetOffsetBody> for WrittenReset {
    fn from(body: ResetOffsetBody) -> Self {
        let (message_offset, timestamp) = match body.to {
            ResetTo::Offset(offset) => (Some(offset), None),
            ResetTo::Time(at) => (None, Some(at)),
        };
        let partition = body.partition.map_or(ALL_PARTITIONS, i64::from);
        Self { topic: body.topic, partition, message_offset, timestamp }
    }
}

impl TryFrom<WrittenReset> for ResetOffsetBody {
    type Error = &'static str;

    fn try_from(written: WrittenReset) -> Result<Self, Self::Error> {
        let to = match (written.message_offset, written.timestamp) {
            (Some(offset), None) => ResetTo::Offset(offset),
            (None, Some(at)) => ResetTo::Time(at),
            (Some(_), Some(_)) => return Err("message_offset and timestamp exclude each other"),
            (None, None) => return Err("message_offset or timestamp is needed"),
        };
        let partition = match written.partition {
            ALL_PARTITIONS => None,
            index => Some(u32::try_from(index).map_err(|_| "partition is an index or -1")?),
        };
        Ok(Self { topic: written.topic, partition, to })
    }
}

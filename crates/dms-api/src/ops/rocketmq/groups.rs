//! Consumer groups (R5.2.1-6).

use serde::{Deserialize, Serialize};

use super::DeleteAction;
use crate::models::rocketmq::{CreatedGroup, Group, GroupList, JobAnswer};
use crate::operation;
use crate::ops::shared::whole_number;

operation! {
    /// Lists an instance's consumer groups.
    pub ListGroups -> GroupList = "rocketmq.ListGroups" "R5.2.1" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/groups",
    path { instance_id: String }
    query {
        /// Part of the name.
        group: Option<String>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Index of the first group wanted, from 0.
        offset: Option<u64>,
    }
}

operation! {
    /// Creates a consumer group.
    pub CreateGroup -> CreatedGroup = "rocketmq.CreateGroup" "R5.2.2" "" 200,
    Post "/v2/{project_id}/instances/{instance_id}/groups",
    path { instance_id: String }
    query {}
    body: GroupBody
}

operation! {
    /// Deletes consumer groups; a task does it.
    pub DeleteGroups -> JobAnswer = "rocketmq.DeleteGroups" "R5.2.2" "" 200,
    Post "/v2/{project_id}/instances/{instance_id}/groups",
    path { instance_id: String }
    query { action: DeleteAction }
    body: DeleteGroupsBody
}

operation! {
    /// Changes consumer groups; a task does it.
    pub ModifyGroups -> JobAnswer = "rocketmq.ModifyGroups" "R5.2.3" "" 200,
    Put "/v2/{project_id}/instances/{instance_id}/groups",
    path { instance_id: String }
    query {}
    body: ModifyGroupsBody
}

operation! {
    /// Deletes a consumer group with its positions.
    pub DeleteGroup -> () = "rocketmq.DeleteGroup" "R5.2.4" "" 204,
    Delete "/v2/{project_id}/instances/{instance_id}/groups/{group}",
    path { instance_id: String, group: String }
    query {}
}

operation! {
    /// Shows a consumer group.
    pub ShowGroup -> Group = "rocketmq.ShowGroup" "R5.2.5" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/groups/{group}",
    path { instance_id: String, group: String }
    query {}
}

operation! {
    /// Changes a consumer group.
    pub ModifyGroup -> () = "rocketmq.ModifyGroup" "R5.2.6" "" 204,
    Put "/v2/{project_id}/instances/{instance_id}/groups/{group}",
    path { instance_id: String, group: String }
    query {}
    body: GroupBody
}

/// Body of [`CreateGroup`] and [`ModifyGroup`], and an entry of [`ModifyGroups`]. What is left out has its default
/// in a new group and stays as it is in another. Today's SDKs demand `enabled`, `broadcast` and `retry_max_time` in
/// a change. The rules are in [`crate::rules`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupBody {
    /// The group's name, 3-64 characters; cannot be changed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether it may consume; `true` in a new group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Whether every member gets every message; `false` in a new group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broadcast: Option<bool>,
    /// The brokers that know it; all of them in a new group. Version 4.8.0 only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brokers: Option<Vec<String>>,
    /// How often a message is tried again, 1-16; 16 in a new group.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number")]
    pub retry_max_time: Option<i64>,
    /// Whether it begins with the oldest message. Newer editions have left it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_beginning: Option<bool>,
    /// Whether messages of a queue are consumed one after another. Newer editions, version 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consume_orderly: Option<bool>,
    /// What it is for, 0-200 characters. Newer editions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_desc: Option<String>,
}

/// Body of [`DeleteGroups`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteGroupsBody {
    /// Names of the groups.
    pub groups: Vec<String>,
}

/// Body of [`ModifyGroups`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ModifyGroupsBody {
    /// The changes, one entry per group.
    pub groups: Vec<GroupBody>,
}

//! Users and who may do what (R5.5). Only instances with access control have them.

use serde::{Deserialize, Serialize};

use super::Reliability;
use crate::models::rocketmq::{DeletedUser, NamedPermission, PolicyList, User, UserList};
use crate::operation;
use crate::secret::Secret;

operation! {
    /// Creates a user.
    pub CreateUser -> User = "rocketmq.CreateUser" "R5.5.1" "dms:instance:modify" 200,
    Post "/v2/{project_id}/instances/{instance_id}/users",
    path { instance_id: String }
    query {}
    body: UserBody
}

operation! {
    /// Lists an instance's users.
    pub ListUsers -> UserList = "rocketmq.ListUsers" "R5.5.2" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}/users",
    path { instance_id: String }
    query {
        /// Index of the first user wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
    }
}

operation! {
    /// Replaces a user's settings. Without a secret key the old one stays.
    pub ModifyUser -> User = "rocketmq.ModifyUser" "R5.5.3" "" 200,
    Put "/v2/{project_id}/instances/{instance_id}/users/{user_name}",
    path { instance_id: String, user_name: String }
    query {}
    body: UserBody
}

operation! {
    /// Shows a user.
    pub ShowUser -> User = "rocketmq.ShowUser" "R5.5.4" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}/users/{user_name}",
    path { instance_id: String, user_name: String }
    query {}
}

operation! {
    /// Deletes a user.
    pub DeleteUser -> DeletedUser = "rocketmq.DeleteUser" "R5.5.5" "" 200,
    Delete "/v2/{project_id}/instances/{instance_id}/users/{user_name}",
    path { instance_id: String, user_name: String }
    query {}
}

operation! {
    /// Lists the users that may do something with a topic.
    pub ListTopicPolicies -> PolicyList = "rocketmq.ListTopicPolicies" "R5.5.6" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/topics/{topic}/accesspolicy",
    path { instance_id: String, topic: String }
    query {
        /// Index of the first user wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
    }
}

operation! {
    /// Lists the users that may do something with a group.
    pub ListGroupPolicies -> PolicyList = "rocketmq.ListGroupPolicies" "R5.5.7" "" 200,
    Get "/v2/{engine}/{project_id}/instances/{instance_id}/groups/{group_id}/accesspolicy",
    path { engine: Reliability, instance_id: String, group_id: String }
    query {
        /// Index of the first user wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
    }
}

/// Body of [`CreateUser`] and [`ModifyUser`]. The rules are in [`crate::rules`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserBody {
    /// The user's name, 7-64 characters; cannot be changed.
    pub access_key: String,
    /// 8-32 characters of three kinds. Empty in a change: the old one stays.
    pub secret_key: Secret,
    /// Addresses that need no key: `10.10.*.*`, several joined by commas; empty for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub white_remote_address: Option<String>,
    /// Whether the user may do everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin: Option<bool>,
    /// Right to topics without an entry of their own: `PUB`, `SUB`, `PUB|SUB` or `DENY`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_topic_perm: Option<String>,
    /// Right to groups without an entry of their own: `SUB` or `DENY`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_group_perm: Option<String>,
    /// Rights to single topics.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic_perms: Option<Vec<NamedPermission>>,
    /// Rights to single groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_perms: Option<Vec<NamedPermission>>,
}

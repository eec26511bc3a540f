//! Users and what they may do with topics (K5.5). Only instances with SASL have them.

use serde::{Deserialize, Serialize};

use crate::models::kafka::{TopicPolicies, UserList};
use crate::operation;
use crate::operation::Engine;
use crate::secret::Secret;

operation! {
    /// Lists the instance's users.
    pub ListUsers -> UserList = "kafka.ListUsers" "K5.5.1" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}/users",
    path { instance_id: String }
    query {}
}

operation! {
    /// Creates a user.
    pub CreateUser -> () = "kafka.CreateUser" "K5.5.2" "dms:instance:modify" 204,
    Post "/v2/{project_id}/instances/{instance_id}/users",
    path { instance_id: String }
    query {}
    body: CreateUserBody
}

operation! {
    /// Deletes users; their clients cannot connect any more.
    pub DeleteUsers -> () = "kafka.DeleteUsers" "K5.5.3" "dms:instance:modify" 204,
    Put "/v2/{project_id}/instances/{instance_id}/users",
    path { instance_id: String }
    query {}
    body: DeleteUsersBody
}

operation! {
    /// Gives a user a new password.
    pub ResetUserPassword -> () = "kafka.ResetUserPassword" "K5.5.4" "dms:instance:get" 204,
    Put "/v2/{project_id}/instances/{instance_id}/users/{user_name}",
    path { instance_id: String, user_name: String }
    query {}
    body: ResetUserPasswordBody
}

operation! {
    /// Changes a user's description or password.
    pub ModifyUser -> () = "kafka.ModifyUser" "SDK" "" 204,
    Put "/v2/{engine}/{project_id}/instances/{instance_id}/users/{user_name}",
    path { engine: Engine, instance_id: String, user_name: String }
    query {}
    body: ModifyUserBody
}

operation! {
    /// Shows who may do what with a topic.
    pub ShowTopicPolicies -> TopicPolicies = "kafka.ShowTopicPolicies" "K5.5.5" "dms:instance:get" 200,
    Get "/v1/{project_id}/instances/{instance_id}/topics/{topic_name}/accesspolicy",
    path { instance_id: String, topic_name: String }
    query {}
}

operation! {
    /// Says who may do what with topics, in place of what was said before.
    pub SetTopicPolicies -> () = "kafka.SetTopicPolicies" "K5.5.6" "dms:instance:modify" 204,
    Post "/v1/{project_id}/instances/{instance_id}/topics/accesspolicy",
    path { instance_id: String }
    query {}
    body: SetTopicPoliciesBody
}

/// Body of [`CreateUser`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateUserBody {
    /// Its name, 4-64 characters.
    pub user_name: String,
    /// Its password, 8-32 characters.
    pub user_passwd: Secret,
    /// What it is for, 0-200 characters; newer editions only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_desc: Option<String>,
}

/// Body of [`DeleteUsers`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteUsersBody {
    /// Always [`DELETE`](Self::DELETE).
    pub action: String,
    /// Names of the users.
    pub users: Vec<String>,
}

impl DeleteUsersBody {
    /// The only action there is.
    pub const DELETE: &'static str = "delete";

    /// Deletes these users.
    pub fn of(users: Vec<String>) -> Self {
        Self { users, ..Self::default() }
    }
}

impl Default for DeleteUsersBody {
    fn default() -> Self {
        Self { action: Self::DELETE.to_owned(), users: Vec::new() }
    }
}

/// Body of [`ResetUserPassword`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResetUserPasswordBody {
    /// The new password, 8-32 characters.
    pub new_password: Secret,
}

/// Body of [`ModifyUser`]: what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ModifyUserBody {
    /// The user's name, as in the path; it cannot be changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// The new password, 8-32 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_password: Option<Secret>,
    /// What the user is for, 0-200 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_desc: Option<String>,
}

/// Body of [`SetTopicPolicies`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetTopicPoliciesBody {
    /// The topics. What a topic had before is replaced.
    pub topics: Vec<TopicPolicy>,
}

/// Who may do what with one topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicPolicy {
    /// The topic.
    pub name: String,
    /// One entry per user. None at all lets everybody do everything.
    pub policies: Vec<UserPolicy>,
}

/// What one user may do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserPolicy {
    /// The user.
    pub user_name: String,
    /// `all`, `pub` or `sub`: see [`AccessPolicy`](crate::models::kafka::AccessPolicy).
    pub access_policy: String,
}

//! The pages about one RocketMQ instance, below `/rocketmq/{instance}`.

use dms_api::operation::encode;

use super::{decode, named_segment};

/// A page and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RocketMqPage {
    /// `/rocketmq/{instance}`
    Overview,
    /// `…/topics`
    Topics,
    /// `…/topics/new`; a topic called "new" is at `/topics/%6Eew`.
    NewTopic,
    /// `…/topics/{topic}`
    Topic(String),
    /// `…/groups`
    Groups,
    /// `…/groups/new`; a group called "new" is at `/groups/%6Eew`.
    NewGroup,
    /// `…/groups/{group}`
    Group(String),
    /// `…/groups/{group}/reset`
    ResetGroup(String),
    /// `…/messages`; which ones is in the query.
    Messages,
    /// `…/messages/new`
    NewMessage,
    /// `…/trace`; of which message is in the query.
    Trace,
    /// `…/dead-letters`; of which group is in the query.
    DeadLetters,
    /// `…/users`
    Users,
    /// `…/permissions`
    Permissions,
    /// `…/migrations`
    Migrations,
    /// `…/migrations/new`
    NewMigration,
    /// `…/tasks`
    Tasks,
}

impl RocketMqPage {
    /// What follows the instance in the path: nothing, or `/` and encoded segments.
    pub fn path(&self) -> String {
        match self {
            Self::Overview => String::new(),
            Self::Topics => "/topics".to_owned(),
            Self::NewTopic => "/topics/new".to_owned(),
            Self::Topic(topic) => format!("/topics/{}", named_segment(topic)),
            Self::Groups => "/groups".to_owned(),
            Self::NewGroup => "/groups/new".to_owned(),
            Self::Group(group) => format!("/groups/{}", named_segment(group)),
            Self::ResetGroup(group) => format!("/groups/{}/reset", encode(group)),
            Self::Messages => "/messages".to_owned(),
            Self::NewMessage => "/messages/new".to_owned(),
            Self::Trace => "/trace".to_owned(),
            Self::DeadLetters => "/dead-letters".to_owned(),
            Self::Users => "/users".to_owned(),
            Self::Permissions => "/permissions".to_owned(),
            Self::Migrations => "/migrations".to_owned(),
            Self::NewMigration => "/migrations/new".to_owned(),
            Self::Tasks => "/tasks".to_owned(),
        }
    }

    /// Reads the encoded segments after the instance.
    pub fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::Overview,
            ["topics"] => Self::Topics,
            ["topics", "new"] => Self::NewTopic,
            ["topics", topic] => Self::Topic(decode(topic)),
            ["groups"] => Self::Groups,
            ["groups", "new"] => Self::NewGroup,
            ["groups", group] => Self::Group(decode(group)),
            ["groups", group, "reset"] => Self::ResetGroup(decode(group)),
            ["messages"] => Self::Messages,
            ["messages", "new"] => Self::NewMessage,
            ["trace"] => Self::Trace,
            ["dead-letters"] => Self::DeadLetters,
            ["users"] => Self::Users,
            ["permissions"] => Self::Permissions,
            ["migrations"] => Self::Migrations,
            ["migrations", "new"] => Self::NewMigration,
            ["tasks"] => Self::Tasks,
            _ => return None,
        })
    }

    /// Every page, those about something about `name`.
    #[cfg(test)]
    pub fn every(name: &str) -> Vec<Self> {
        vec![
            Self::Overview,
            Self::Topics,
            Self::NewTopic,
            Self::Topic(name.to_owned()),
            Self::Groups,
            Self::NewGroup,
            Self::Group(name.to_owned()),
            Self::ResetGroup(name.to_owned()),
            Self::Messages,
            Self::NewMessage,
            Self::Trace,
            Self::DeadLetters,
            Self::Users,
            Self::Permissions,
            Self::Migrations,
            Self::NewMigration,
            Self::Tasks,
        ]
    }
}

//! Users and who may do what (R5.5).

use serde::Deserialize;

use crate::{open_enum, record};

record! {
    /// Answer of `rocketmq.ListUsers` (R5.5.2).
    pub struct UserList {
        /// The page.
        pub users: Vec<User>,
        /// How many users there are in all.
        pub total: u64,
    }
}

record! {
    /// A user: answer of creating (R5.5.1), changing (R5.5.3) and showing one (R5.5.4).
    pub struct User {
        /// The user's name.
        pub access_key: String,
        /// Asterisks; the service never tells the key.
        pub secret_key: String,
        /// Addresses that need no key: `10.10.*.*`, several joined by commas; empty for none.
        pub white_remote_address: String,
        /// Whether the user may do everything.
        pub admin: bool,
        /// Right to topics that have no entry of their own.
        pub default_topic_perm: Permission,
        /// Right to groups that have no entry of their own.
        pub default_group_perm: Permission,
        /// Rights to single topics.
        pub topic_perms: Vec<NamedPermission>,
        /// Rights to single groups.
        pub group_perms: Vec<NamedPermission>,
        ..rest
    }
}

open_enum! {
    /// What a user may do.
    pub enum Permission {
        /// Produce.
        Pub = "PUB",
        /// Consume.
        Sub = "SUB",
        /// Both.
        PubSub = "PUB|SUB" | "SUB|PUB" | "ALL",
        /// Nothing.
        Deny = "DENY",
    }
}

impl Permission {
    /// Whether it lets a user produce.
    pub const fn may_publish(&self) -> bool {
        matches!(self, Self::Pub | Self::PubSub)
    }

    /// Whether it lets a user consume.
    pub const fn may_subscribe(&self) -> bool {
        matches!(self, Self::Sub | Self::PubSub)
    }
}

record! {
    /// A right to one topic or group; also what creating and changing a user send.
    #[derive(Eq, Deserialize)]
    #[serde(default)]
    pub struct NamedPermission {
        /// Name of the topic or group.
        pub name: String,
        /// `PUB`, `SUB`, `PUB|SUB`, `DENY`; for a group only `SUB` and `DENY`. See [`Permission`].
        pub perm: String,
    }
}

record! {
    /// Answer of `rocketmq.DeleteUser` (R5.5.5), alone among the deletions in having one.
    pub struct DeletedUser {
        /// A sentence.
        pub message: String,
    }
}

record! {
    /// Answer of `rocketmq.ListTopicPolicies` (R5.5.6) and `rocketmq.ListGroupPolicies` (R5.5.7).
    pub struct PolicyList {
        /// The page. The example of R5.5.7 has one object instead of a list.
        pub policies: Vec<Policy>,
        /// How many users there are in all.
        pub total: u64,
        /// The topic or group.
        pub name: String,
    }
}

record! {
    /// What one user may do with a topic or a group.
    pub struct Policy {
        /// The user's name.
        pub access_key: String,
        /// Asterisks; older editions only.
        pub secret_key: Option<String>,
        /// Addresses that need no key.
        pub white_remote_address: String,
        /// Whether the user may do everything.
        pub admin: bool,
        /// The right.
        pub perm: Permission,
        ..rest
    }
}

//! Users and topic policies (K5.5).

use crate::record::Millis;
use crate::{open_enum, record};

record! {
    /// Answer of `kafka.ListUsers` (K5.5.1).
    pub struct UserList {
        /// All users of the instance.
        pub users: Vec<User>,
    }
}

record! {
    /// A SASL user.
    pub struct User {
        /// Its name.
        pub user_name: String,
        /// What it is for; newer editions only.
        pub user_desc: Option<String>,
        /// Its role: `guest`.
        pub role: String,
        /// Whether it is the one that the instance was created with.
        pub default_app: bool,
        /// When it was created.
        pub created_time: Option<Millis>,
        ..rest
    }
}

open_enum! {
    /// What a user may do with a topic.
    pub enum AccessPolicy {
        /// Produce and consume.
        All = "all",
        /// Produce.
        Publish = "pub",
        /// Consume.
        Subscribe = "sub",
    }
}

record! {
    /// Answer of `kafka.ShowTopicPolicies` (K5.5.5).
    pub struct TopicPolicies {
        /// The topic.
        pub name: String,
        /// 0 for a topic of the user, 1 for one of Kafka itself.
        pub topic_type: i32,
        /// One entry per user that was granted something. None at all: everybody may do everything.
        pub policies: Vec<PolicyEntry>,
    }
}

record! {
    /// What one user may do.
    pub struct PolicyEntry {
        /// Whether it is the user that was chosen when the topic was created.
        pub owner: bool,
        /// The user.
        pub user_name: String,
        /// What it may do.
        pub access_policy: AccessPolicy,
        ..rest
    }
}

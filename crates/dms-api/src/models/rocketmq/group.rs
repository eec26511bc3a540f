//! Consumer groups (R5.2.1-6).

use crate::record;
use crate::record::Millis;

record! {
    /// Answer of `rocketmq.ListGroups` (R5.2.1).
    pub struct GroupList {
        /// How many groups match in all.
        pub total: u64,
        /// The page.
        pub groups: Vec<Group>,
        /// Most groups that the instance can have.
        pub max: u64,
        /// Groups that can still be made.
        pub remaining: u64,
        /// Where the next page begins, -1 for none.
        pub next_offset: i64,
        /// Where the previous page begins, -1 for none.
        pub previous_offset: i64,
    }
}

record! {
    /// A consumer group, as the list (R5.2.1) and `rocketmq.ShowGroup` (R5.2.5) have it.
    pub struct Group {
        /// Its name.
        pub name: String,
        /// Whether it may consume.
        pub enabled: bool,
        /// Whether every member gets every message.
        pub broadcast: bool,
        /// The brokers that know it.
        pub brokers: Vec<String>,
        /// How often a message is tried again before it becomes a dead letter, 1-16.
        pub retry_max_time: u32,
        /// Whether a new group begins with the oldest message; the list of older editions only.
        pub from_beginning: Option<bool>,
        /// Whether messages of a queue are consumed one after another; newer editions only.
        pub consume_orderly: Option<bool>,
        /// What it is for; newer editions only.
        pub group_desc: Option<String>,
        /// When it was created; newer editions only.
        pub created_at: Option<Millis>,
        /// Whether consumers are connected; newer editions only.
        pub group_online: Option<bool>,
        /// How many topics it subscribes to; newer editions' list only.
        pub topic_subscription_count: Option<u32>,
        /// Rights to it; always empty in the references.
        pub permissions: Option<Vec<String>>,
        /// Application that it belongs to; `null` in the references.
        pub app_id: Option<String>,
        /// That application's name.
        pub app_name: Option<String>,
        ..rest
    }
}

record! {
    /// Answer of `rocketmq.CreateGroup` (R5.2.2).
    pub struct CreatedGroup {
        /// The group's name.
        pub name: String as "name" | "id",
    }
}

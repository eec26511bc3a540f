//! Topics (K5.4).

use crate::record;

record! {
    /// Answer of `kafka.ListTopics` (K5.4.2).
    pub struct TopicList {
        /// Number of topics of the instance.
        pub total: u64 as "total" | "count",
        /// The page.
        pub topics: Vec<Topic>,
    }
}

record! {
    /// A topic as the list has it.
    pub struct Topic {
        /// Its name; some answers call it `id`.
        pub name: String as "name" | "id",
        /// Number of partitions.
        pub partition: u32,
    }
}

//! What the monitoring knows of an instance; only the SDKs have the operation for RocketMQ.

use crate::record;

record! {
    /// Answer of `rocketmq.ShowHierarchy`.
    pub struct Hierarchy {
        /// What can be monitored, and by which keys.
        pub dimensions: Vec<HierarchyDimension>,
        /// The instance.
        pub instance_ids: Vec<HierarchyName>,
        /// Its nodes.
        pub nodes: Vec<HierarchyNode>,
        /// Its topics.
        pub topics: Vec<HierarchyName>,
        /// Its queues of dead letters.
        pub dlq: Vec<HierarchyName>,
        /// Its groups, and what each consumes.
        pub groups: Vec<HierarchyGroup>,
    }
}

record! {
    /// Something that can be monitored.
    pub struct HierarchyDimension {
        /// Its name.
        pub name: String,
        /// Its metrics.
        pub metrics: Vec<String>,
        /// Keys that a query names it by.
        pub key_name: Vec<String>,
        /// The way to it from the instance.
        pub dim_router: Vec<String>,
        /// What is inside it.
        pub children: Vec<HierarchyChild>,
        ..rest
    }
}

record! {
    /// A dimension inside another.
    pub struct HierarchyChild {
        /// Its name.
        pub name: String,
        /// Its metrics.
        pub metrics: Vec<String>,
        /// Keys that a query names it by.
        pub key_name: Vec<String>,
        /// The way to it from the instance.
        pub dim_router: Vec<String>,
    }
}

record! {
    /// A thing's name.
    pub struct HierarchyName {
        /// Its name.
        pub name: String,
    }
}

record! {
    /// A node.
    pub struct HierarchyNode {
        /// Its name.
        pub name: String,
        /// The zone it is in.
        pub available_zone: Option<String>,
        ..rest
    }
}

record! {
    /// A group and the topics it consumes.
    pub struct HierarchyGroup {
        /// The group's name.
        pub name: String,
        /// Its topics.
        pub topics: Vec<HierarchyName>,
        ..rest
    }
}

//! What the monitoring service (CES) knows of an instance (K5.9.4).

use crate::record;

record! {
    /// Answer of `kafka.ShowCesHierarchy`: dimensions, and the names that fill them.
    pub struct CesHierarchy {
        /// What can be measured, and along which names.
        pub dimensions: Vec<CesDimension>,
        /// The instance itself.
        pub instance_ids: Vec<CesName>,
        /// Brokers: `broker-0` and so on.
        pub nodes: Vec<CesName>,
        /// Topics.
        pub queues: Vec<CesQueue>,
        /// Consumer groups and what they read.
        pub groups: Vec<CesGroup>,
    }
}

record! {
    /// Something that is measured per instance, broker, topic, or group.
    pub struct CesDimension {
        /// `kafka_topics` and so on.
        pub name: String,
        /// Names of its metrics.
        pub metrics: Vec<String>,
        /// The lists of this answer that its values come from, outermost first.
        pub key_name: Vec<String>,
        /// The dimensions that a query names, outermost first.
        pub dim_router: Vec<String>,
        /// Dimensions within this one.
        pub children: Option<Vec<CesChild>>,
        ..rest
    }
}

record! {
    /// A dimension within another.
    pub struct CesChild {
        /// `kafka_partitions`.
        pub name: String,
        /// Names of its metrics.
        pub metrics: Vec<String>,
        /// See [`CesDimension::key_name`].
        pub key_name: Vec<String>,
        /// See [`CesDimension::dim_router`].
        pub dim_router: Vec<String>,
    }
}

record! {
    /// A name.
    pub struct CesName {
        /// The name.
        pub name: String,
    }
}

record! {
    /// A topic with its partitions.
    pub struct CesQueue {
        /// The topic's name.
        pub name: String,
        /// Its partitions' numbers.
        pub partitions: Vec<CesName>,
    }
}

record! {
    /// A consumer group with what it reads.
    pub struct CesGroup {
        /// The group's name.
        pub name: String,
        /// The topics, with those of their partitions that it has a place in.
        pub queues: Vec<CesQueue>,
        ..rest
    }
}

//! The cluster's metadata (K5.2.5).

use crate::record;
use crate::record::Millis;

record! {
    /// Answer of `kafka.ShowCluster`.
    pub struct ClusterAnswer {
        /// The cluster.
        pub cluster: Cluster,
    }
}

record! {
    /// A Kafka cluster as its brokers see it.
    pub struct Cluster {
        /// Id of the controller.
        pub controller: String,
        /// The brokers that are up.
        pub brokers: Vec<Broker>,
        /// Topics.
        pub topics_count: u64,
        /// Partitions of all topics.
        pub partitions_count: u64,
        /// Partitions that have a leader.
        pub online_partitions_count: u64,
        /// Replicas of all partitions.
        pub replicas_count: u64,
        /// Replicas that are in sync.
        pub isr_replicas_count: u64,
        /// Consumers.
        pub consumers_count: u64,
        ..rest
    }
}

record! {
    /// One broker.
    pub struct Broker {
        /// Its id: a number, written as text.
        pub broker_id: String,
        /// Its address.
        pub host: String,
        /// Its port for the other brokers.
        pub port: u32,
        /// Whether it is the controller.
        pub is_controller: bool,
        /// Version of Kafka.
        pub version: String,
        /// When it joined.
        pub register_time: Option<Millis>,
        /// Whether it answers.
        pub is_health: bool,
        ..rest
    }
}

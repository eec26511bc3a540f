//! Answers of the operations on an instance's settings and partitions (K5.2).

use crate::record;

record! {
    /// Answer of `kafka.SetAutoTopic` (K5.2.3). The reference answers without a body.
    pub struct AutoTopic {
        /// What it is now.
        pub enable_auto_topic: Option<bool>,
    }
}

record! {
    /// Answer of `kafka.ModifyCrossVpc` (K5.2.4).
    pub struct CrossVpcResults {
        /// Whether every broker took its address.
        pub success: bool,
        /// One result per broker.
        pub results: Vec<CrossVpcResult>,
    }
}

record! {
    /// What became of one broker's address.
    pub struct CrossVpcResult {
        /// What clients in other networks are told: an address or a domain name.
        pub advertised_ip: String,
        /// Whether the broker took it.
        pub success: bool,
        /// The address that it listens on, which names the broker.
        pub ip: String,
        ..rest
    }
}

record! {
    /// Answer of `kafka.Reassign` (K5.2.15) and `kafka.CreateReassignment`: one field or the other.
    pub struct ReassignmentStarted {
        /// The task that moves the partitions.
        pub job_id: Option<String>,
        /// How long it would take, seconds, where only an estimate was asked for.
        pub reassignment_time: Option<u64>,
    }
}

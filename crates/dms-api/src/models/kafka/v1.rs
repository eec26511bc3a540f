//! Answers that only version 1 of the API has (K7.1.2.2); its others are those of version 2.

use crate::record;
use crate::record::TextNumber;

record! {
    /// Answer of `kafka.V1ListProducts`: flavours by way of paying.
    pub struct V1ProductList {
        /// Flavours that are paid by the hour.
        pub hourly: Vec<V1Engine> as "Hourly" | "hourly",
        /// Flavours that are paid in advance.
        pub monthly: Option<Vec<V1Engine>> as "Monthly" | "monthly",
    }
}

record! {
    /// A version of an engine.
    pub struct V1Engine {
        /// `kafka`.
        pub name: String,
        /// `2.3.0`.
        pub version: String,
        /// Kinds of instance.
        pub values: Vec<V1Kind>,
    }
}

record! {
    /// A kind of instance.
    pub struct V1Kind {
        /// Flavours.
        pub detail: Vec<V1Product>,
        /// `cluster`.
        pub name: String,
        /// Zones where it is sold out.
        pub unavailable_zones: Vec<String>,
        /// Zones that have it.
        pub available_zones: Vec<String>,
    }
}

record! {
    /// A flavour: version 1 sells bandwidth.
    pub struct V1Product {
        /// Messages per second.
        pub tps: TextNumber,
        /// Smallest disk, GB.
        pub storage: TextNumber,
        /// Partitions of all topics together.
        pub partition_num: TextNumber,
        /// `00300-30308-0--0` and so on.
        pub product_id: String,
        /// `dms.instance.kafka.cluster.c3.mini` and so on.
        pub spec_code: String,
        /// Kinds of disk.
        pub io: Vec<V1Io>,
        /// `100MB` and so on; what a request calls `specification`.
        pub bandwidth: String,
        /// Zones where it is sold out.
        pub unavailable_zones: Option<Vec<String>>,
        /// Zones that have it.
        pub available_zones: Vec<String>,
        /// Flavour of the machines beneath.
        pub ecs_flavor_id: String,
        /// `X86`.
        pub arch_type: String,
    }
}

record! {
    /// A kind of disk.
    pub struct V1Io {
        /// `high`, `ultra`.
        pub io_type: String,
        /// `dms.physical.storage.high`: what a request calls it.
        pub storage_spec_code: String,
        /// Zones that have it.
        pub available_zones: Vec<String>,
        /// Zones where it is sold out.
        pub unavailable_zones: Option<Vec<String>>,
        /// `SAS`, `SSD`.
        pub volume_type: String,
    }
}

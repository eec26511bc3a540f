//! Availability zones (K5.9.2, R5.8.1).

use crate::record;
use crate::record::TextBool;

record! {
    /// Answer of `kafka.ListAvailableZones`.
    pub struct AvailableZoneList {
        /// The region asked.
        pub region_id: String as "region_id" | "regionId",
        /// Its zones.
        pub available_zones: Vec<AvailableZone>,
    }
}

record! {
    /// A zone that instances can be placed in.
    pub struct AvailableZone {
        /// What requests name the zone by: 32 hex digits in the cloud.
        pub id: String,
        /// Its short code, such as `eu-west-0a`.
        pub code: String,
        /// Its name for people.
        pub name: String,
        /// Whether it takes no new instances.
        pub sold_out: bool as "soldOut" | "sold_out",
        /// An internal port number of the zone; of no use to callers.
        pub port: String,
        /// Whether resources are left in the zone.
        pub resource_availability: Option<TextBool>,
        /// Whether it is the region's default.
        pub default_az: bool,
        /// Remaining time, without a unit in the references; the examples have a number past `i64`.
        pub remain_time: Option<u64>,
        /// Whether instances can have IPv6 addresses there.
        pub ipv6_enable: bool,
        ..rest
    }
}

impl AvailableZone {
    /// Whether an instance can be created there.
    pub fn is_usable(&self) -> bool {
        !self.sold_out && self.resource_availability != Some(TextBool(false))
    }
}

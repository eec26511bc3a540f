//! Availability zones (K5.9.2, R5.8.1).

use dms_api::models::AvailableZone;
use dms_api::record::TextBool;

/// A zone.
#[derive(Debug)]
pub struct Zone {
    /// 32 hex digits.
    pub id: &'static str,
    /// Short code.
    pub code: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Whether it takes no new instances.
    pub sold_out: bool,
    /// Whether instances can have IPv6 addresses there.
    pub ipv6: bool,
}

/// All zones; the first is the default.
pub static ALL: [Zone; 4] = [
    Zone {
        id: "9f1c5806706d4c1fb0eb72f0a9b18c77",
        code: "local-1a",
        name: "可用区1",
        sold_out: false,
        ipv6: true,
    },
    Zone {
        id: "d539378ec1314c85b76fefa3f7071458",
        code: "local-1b",
        name: "可用区2",
        sold_out: false,
        ipv6: true,
    },
    Zone {
        id: "8c90c2a4e2594c0782faa6b205afeca7",
        code: "local-1c",
        name: "可用区3",
        sold_out: false,
        ipv6: false,
    },
    Zone {
        id: "4add9c0a7c2f4f3d8b0f6c1f6f8d21aa",
        code: "local-1d",
        name: "可用区4",
        sold_out: true,
        ipv6: false,
    },
];

/// The zone with this id.
pub fn find(id: &str) -> Option<&'static Zone> {
    ALL.iter().find(|zone| zone.id == id)
}

/// All zones as the API shows them.
pub fn answer() -> Vec<AvailableZone> {
    let zones = ALL.iter().enumerate().map(|(index, zone)| AvailableZone {
        id: zone.id.to_owned(),
        code: zone.code.to_owned(),
        name: zone.name.to_owned(),
        sold_out: zone.sold_out,
        port: format!("{}", 8002 + index),
        resource_availability: Some(TextBool(!zone.sold_out)),
        default_az: index == 0,
        // What the cloud answers: past i64, so that clients meet it here first.
        remain_time: Some(9_223_372_036_854_776_000),
        ipv6_enable: zone.ipv6,
        ..AvailableZone::default()
    });
    zones.collect()
}

//! Words of the API in the user's language.

use dms_api::models::Charging;

use crate::i18n::Msg;
use crate::i18n::core;
use crate::i18n::instances as text;

/// The words for a kind of disk that the references know.
pub fn disk_kind(code: &str) -> Option<Msg> {
    match code {
        "dms.physical.storage.high" | "dms.physical.storage.high.v2" => Some(text::DISK_HIGH),
        "dms.physical.storage.ultra" | "dms.physical.storage.ultra.v2" => Some(text::DISK_ULTRA),
        _ => None,
    }
}

/// The words for what happens when disks are full.
pub fn retention_policy(code: &str) -> Option<Msg> {
    match code {
        "time_base" => Some(text::TIME_BASE),
        "produce_reject" => Some(text::PRODUCE_REJECT),
        _ => None,
    }
}

/// `c6.4u8g.cluster × 3` of `c6.4u8g.cluster * 3 broker`.
pub fn specification(raw: &str) -> String {
    match raw.split_once(" * ") {
        Some((flavour, brokers)) => format!("{flavour} × {}", brokers.trim_end_matches(" broker")),
        None => raw.to_owned(),
    }
}

/// The words for a state of public access, or for its switch.
pub fn public_access(word: &str) -> Option<Msg> {
    match word {
        "closed" | "false" => Some(core::OFF),
        "actived" | "activated" | "opened" | "true" => Some(core::ON),
        _ => None,
    }
}

/// `02:00 – 06:00` of `02:00:00` and `06:00:00`.
pub fn window(begin: &str, end: &str) -> String {
    let short = |time: &str| time.get(..5).unwrap_or(time).to_owned();
    format!("{} – {}", short(begin), short(end))
}

/// The words for a way of paying.
pub fn charging(mode: Charging) -> Msg {
    match mode {
        Charging::PayPerUse => text::PAY_PER_USE,
        Charging::Period => text::PREPAID,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_specification_names_flavour_and_brokers() {
        assert_eq!(specification("c6.4u8g.cluster * 3 broker"), "c6.4u8g.cluster × 3");
        assert_eq!(specification("100MB"), "100MB");
    }

    #[test]
    fn windows_lose_their_seconds() {
        assert_eq!(window("02:00:00", "06:00:00"), "02:00 – 06:00");
        assert_eq!(window("22", "02"), "22 – 02");
    }
}

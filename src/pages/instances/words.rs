//! Words of the API in the user's language.

use dms_api::models::Charging;

use crate::i18n::Msg;
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
    fn windows_lose_their_seconds() {
        assert_eq!(window("02:00:00", "06:00:00"), "02:00 – 06:00");
        assert_eq!(window("22", "02"), "22 – 02");
    }
}

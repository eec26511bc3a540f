//! Moments between the browser's own control for date and time and the API's milliseconds.

use js_sys::Date;

use crate::i18n::{Zone, zone};

/// Milliseconds since 1970 of what the control holds, in the zone that the page shows; `None` for nothing or for no
/// date. Tracks the zone.
pub fn epoch_ms(raw: &str) -> Option<i64> {
    if raw.is_empty() {
        return None;
    }
    let text = if zone() == Zone::Utc { format!("{raw}Z") } else { raw.to_owned() };
    let ms = Date::parse(&text);
    (!ms.is_nan()).then_some(ms as i64)
}

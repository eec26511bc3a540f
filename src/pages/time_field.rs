//! Moments between epoch milliseconds and what the browser's control for them holds.

use dms_api::time;
use js_sys::Date;
use wasm_bindgen::JsValue;

use crate::i18n::{Zone, zone};

/// What the control shows for a moment in the zone of the user's choice; `""` for none.
pub fn to_field(ms: &str) -> String {
    let Ok(ms) = ms.trim().parse::<i64>() else { return String::new() };
    let shift = match zone() {
        Zone::Utc => 0,
        Zone::Local => {
            let minutes = Date::new(&JsValue::from_f64(ms as f64)).get_timezone_offset();
            (minutes as i64).saturating_mul(60_000)
        }
    };
    time::iso(ms.saturating_sub(shift)).chars().take(19).collect()
}

/// The moment that the control shows, in epoch milliseconds as text; `""` for none.
pub fn from_field(text: &str) -> String {
    let text = if zone() == Zone::Utc { format!("{text}Z") } else { text.to_owned() };
    let ms = Date::parse(&text);
    if ms.is_nan() { String::new() } else { (ms as i64).to_string() }
}

//! Times: epoch milliseconds in, text of the current language and time zone choice out, written by `Intl`.

use std::cell::RefCell;
use std::sync::LazyLock;
use std::time::Duration;

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::i18n::{Locale, core, locale, read, t};
use crate::prelude::*;
use crate::session::storage;

/// Which zone times are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Zone {
    #[default]
    Local,
    Utc,
}

const KEY: &str = "dms.zone";
/// Relative times are good to the half minute.
const TICK: Duration = Duration::from_secs(30);

static ZONE: LazyLock<ArcRwSignal<Zone>> = LazyLock::new(|| ArcRwSignal::new(Zone::Local));
static NOW: LazyLock<ArcRwSignal<i64>> = LazyLock::new(|| ArcRwSignal::new(0));

/// The zone choice, tracked.
pub fn zone() -> Zone {
    read(&ZONE)
}

/// Switches the zone of every time on the page and remembers the choice.
pub fn set_zone(zone: Zone) {
    storage::local_set(KEY, if zone == Zone::Utc { "utc" } else { "local" });
    ZONE.set(zone);
}

/// The browser's clock in epoch milliseconds; not tracked.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

pub(super) fn init() {
    if storage::local_get(KEY).as_deref() == Some("utc") {
        ZONE.set(Zone::Utc);
    }
    NOW.set(now());
    // Runs as long as the page: there is nothing to stop it for.
    let _ = set_interval_with_handle(|| NOW.set(now()), TICK);
}

/// Day and time to the second.
pub fn date_time(ms: i64) -> String {
    format(Style::DateTime, ms)
}

/// Day and time to the millisecond with the zone's name: what a hover shows.
pub fn date_time_exact(ms: i64) -> String {
    format(Style::Exact, ms)
}

/// The day.
pub fn date(ms: i64) -> String {
    format(Style::Date, ms)
}

/// Time of day to the second.
pub fn clock(ms: i64) -> String {
    format(Style::Clock, ms)
}

/// Time of day to the millisecond.
pub fn time(ms: i64) -> String {
    format(Style::Time, ms)
}

/// "just now", "5 min ago", "in 2 hr"; follows the clock. Always counted, never "last year", which may be a day ago.
pub fn relative(ms: i64) -> String {
    let (value, unit) = distance(ms, read(&NOW).max(now()));
    if value == 0 {
        return t(core::JUST_NOW).to_owned();
    }
    let locale = locale();
    RELATIVE.with_borrow_mut(|formats| {
        let format = match formats.iter().find(|(l, _)| *l == locale) {
            Some((_, format)) => format.clone(),
            None => {
                let options = options(&[("numeric", "always"), ("style", "short")]);
                let format = Intl::RelativeTimeFormat::new(&locales(locale), &options);
                formats.push((locale, format.clone()));
                format
            }
        };
        String::from(format.format(f64::from(value), unit))
    })
}

/// The largest unit that fits, and how many of them; negative for the past.
fn distance(ms: i64, now: i64) -> (i32, &'static str) {
    const UNITS: [(i64, &str); 5] =
        [(31_536_000, "year"), (2_592_000, "month"), (86_400, "day"), (3600, "hour"), (60, "minute")];
    let seconds = (ms.saturating_sub(now)) / 1000;
    let (size, unit) = UNITS.into_iter().find(|(size, _)| seconds.abs() >= *size).unwrap_or((1, "second"));
    // A clock that is a little off must not say "in 3 seconds" about the past.
    let value = if unit == "second" && seconds.abs() < 10 { 0 } else { seconds / size };
    (i32::try_from(value).unwrap_or(i32::MAX), unit)
}

#[derive(Clone, Copy, PartialEq)]
enum Style {
    DateTime,
    Exact,
    Date,
    Time,
    Clock,
}

type Format = (Locale, Zone, Style, Intl::DateTimeFormat);

thread_local! {
    // Making an Intl object takes about 50 µs, using one about 1 µs.
    static FORMATS: RefCell<Vec<Format>> = const { RefCell::new(Vec::new()) };
    static RELATIVE: RefCell<Vec<(Locale, Intl::RelativeTimeFormat)>> = const { RefCell::new(Vec::new()) };
}

fn format(style: Style, ms: i64) -> String {
    let (locale, zone) = (locale(), zone());
    let format = FORMATS.with_borrow_mut(|formats| {
        if let Some((.., format)) = formats.iter().find(|(l, z, s, _)| (*l, *z, *s) == (locale, zone, style))
        {
            return format.clone();
        }
        let format = date_format(locale, zone, style);
        formats.push((locale, zone, style, format.clone()));
        format
    });
    let text = format.format().call1(&JsValue::UNDEFINED, &JsValue::from_f64(ms as f64));
    // Intl refuses times beyond the year 275 760 only.
    text.ok().and_then(|text| text.as_string()).unwrap_or_else(|| ms.to_string())
}

fn date_format(locale: Locale, zone: Zone, style: Style) -> Intl::DateTimeFormat {
    let mut fields = vec![("hourCycle", "h23")];
    if !matches!(style, Style::Time | Style::Clock) {
        let month = if locale == Locale::Zh { "2-digit" } else { "short" };
        fields.extend([("year", "numeric"), ("month", month), ("day", "2-digit")]);
    }
    if style != Style::Date {
        fields.extend([("hour", "2-digit"), ("minute", "2-digit"), ("second", "2-digit")]);
    }
    if matches!(style, Style::Exact | Style::Time) {
        fields.push(("fractionalSecondDigits", "3"));
    }
    if style == Style::Exact {
        fields.push(("timeZoneName", "short"));
    }
    if zone == Zone::Utc {
        fields.push(("timeZone", "UTC"));
    }
    Intl::DateTimeFormat::new(&locales(locale), &options(&fields))
}

fn locales(locale: Locale) -> Array {
    // British order (21 Nov 2026) reads unambiguously everywhere; American does not.
    let tag = if locale == Locale::En { "en-GB" } else { locale.tag() };
    Array::of1(&JsValue::from_str(tag))
}

fn options(fields: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_the_largest_unit() {
        assert_eq!(distance(0, 5_000), (0, "second"));
        assert_eq!(distance(0, 42_000), (-42, "second"));
        assert_eq!(distance(0, 61_000), (-1, "minute"));
        assert_eq!(distance(7_200_000, 0), (2, "hour"));
        assert_eq!(distance(0, 400 * 86_400_000), (-1, "year"));
    }
}

//! Numbers and sizes. Integer arithmetic only: printing floats costs 20 kB of download.

use crate::i18n::{Locale, locale};

/// Between groups of three digits: narrow, and never broken over two lines.
const SEPARATOR: char = '\u{202f}';

/// A whole number, digits grouped in threes from 10 000 on.
pub fn number(n: impl Into<i128>) -> String {
    let n = n.into();
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    if n < 0 {
        out.push('\u{2212}');
    }
    let grouped = digits.len() > 4;
    for (i, digit) in digits.chars().enumerate() {
        if grouped && i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(SEPARATOR);
        }
        out.push(digit);
    }
    out
}

/// "3", or "3 of 10" while not all are there.
pub fn count(n: u64, total: Option<u64>) -> String {
    match (total.filter(|total| *total > n), locale()) {
        (None, _) => number(n),
        (Some(total), Locale::En) => format!("{} of {}", number(n), number(total)),
        (Some(total), Locale::Zh) => format!("{} / {}", number(n), number(total)),
    }
}

/// A size in bytes with a unit: powers of 1024, at most one decimal, as DMS counts storage.
pub fn bytes(n: u64) -> String {
    const UNITS: [&str; 6] = ["B", "KB", "MB", "GB", "TB", "PB"];
    let mut unit = 0;
    // In tenths of the unit, so that one decimal survives integer arithmetic.
    let mut tenths = u128::from(n) * 10;
    while tenths >= 10_240 && unit + 1 < UNITS.len() {
        tenths = (tenths + 512) / 1024;
        unit += 1;
    }
    let name = UNITS.get(unit).copied().unwrap_or_default();
    let (whole, tenth) = (tenths / 10, tenths % 10);
    if tenth == 0 || whole >= 100 { format!("{whole} {name}") } else { format!("{whole}.{tenth} {name}") }
}

/// A share in percent, at most one decimal below 10 %; a remainder never shows as nothing or as all.
pub fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "0%".to_owned();
    }
    let mille = (u128::from(part) * 1000 + u128::from(whole) / 2) / u128::from(whole);
    match mille {
        0 if part > 0 => "<0.1%".to_owned(),
        m if m >= 1000 && part < whole => "99.9%".to_owned(),
        m if m >= 100 || m.is_multiple_of(10) => format!("{}%", m / 10),
        m => format!("{}.{}%", m / 10, m % 10),
    }
}

/// A short duration: "85 ms", "1.2 s", "3 min".
pub fn duration_ms(ms: u32) -> String {
    match ms {
        0..1000 => format!("{ms} ms"),
        1000..60_000 => format!("{}.{} s", ms / 1000, ms % 1000 / 100),
        60_000..3_600_000 => two(ms, (60_000, "min"), (1000, "s")),
        _ => two(ms, (3_600_000, "h"), (60_000, "min")),
    }
}

/// "3 min 55 s"; the smaller unit is left out where it is 0.
fn two(ms: u32, (large, large_name): (u32, &str), (small, small_name): (u32, &str)) -> String {
    match ms % large / small {
        0 => format!("{} {large_name}", ms / large),
        rest => format!("{} {large_name} {rest} {small_name}", ms / large),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_from_five_digits_on() {
        assert_eq!(number(9999), "9999");
        assert_eq!(number(10_000), "10\u{202f}000");
        assert_eq!(number(-1_234_567), "\u{2212}1\u{202f}234\u{202f}567");
        assert_eq!(number(u64::MAX), "18\u{202f}446\u{202f}744\u{202f}073\u{202f}709\u{202f}551\u{202f}615");
    }

    #[test]
    fn sizes_have_one_decimal_at_most() {
        assert_eq!(bytes(0), "0 B");
        assert_eq!(bytes(1023), "1023 B");
        assert_eq!(bytes(1024), "1 KB");
        assert_eq!(bytes(1536), "1.5 KB");
        assert_eq!(bytes(300 << 30), "300 GB");
        assert_eq!(bytes(u64::MAX), "16384 PB");
    }

    #[test]
    fn shares_never_lie_about_a_remainder() {
        assert_eq!(percent(0, 0), "0%");
        assert_eq!(percent(1, 100_000), "<0.1%");
        assert_eq!(percent(99_999, 100_000), "99.9%");
        assert_eq!(percent(1, 8), "12%");
        assert_eq!(percent(1, 80), "1.3%");
        assert_eq!(percent(5, 5), "100%");
    }
}

//! Points in time as milliseconds since 1970-01-01T00:00:00Z, and the texts that DMS writes for them. Integer
//! arithmetic on the proleptic Gregorian calendar, no clock, no time zones: a time without a zone is UTC, as DMS
//! means it.

/// Milliseconds of one day.
const DAY: i64 = 86_400_000;

/// A civil date and time in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    /// Year, 0-9999 in everything that DMS writes.
    pub year: i64,
    /// Month, 1-12.
    pub month: u8,
    /// Day of the month, 1-31.
    pub day: u8,
    /// Hour, 0-23.
    pub hour: u8,
    /// Minute, 0-59.
    pub minute: u8,
    /// Second, 0-59; a leap second is read as 59.
    pub second: u8,
    /// Millisecond, 0-999.
    pub milli: u16,
}

impl Civil {
    /// The date and time of a point in time. Every `i64` has one.
    pub fn from_ms(ms: i64) -> Self {
        let (days, rest) = (ms.div_euclid(DAY), ms.rem_euclid(DAY));
        let (year, month, day) = date_of(days);
        let part = |unit: i64, modulus: i64| (rest / unit) % modulus;
        Self {
            year,
            month,
            day,
            hour: part(3_600_000, 24) as u8,
            minute: part(60_000, 60) as u8,
            second: part(1000, 60) as u8,
            milli: part(1, 1000) as u16,
        }
    }

    /// The point in time, or `None` for a date that does not exist or that does not fit.
    pub fn to_ms(self) -> Option<i64> {
        let valid = (1..=12).contains(&self.month)
            && (1..=days_in_month(self.year, self.month)).contains(&self.day)
            && self.hour < 24
            && self.minute < 60
            && self.second < 61
            && self.milli < 1000
            && (-200_000..=200_000).contains(&self.year);
        let clock =
            i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second.min(59));
        valid.then(|| days_of(self.year, self.month, self.day) * DAY + clock * 1000 + i64::from(self.milli))
    }
}

/// Days since 1970-01-01. Years begin in March so that the leap day is the last of a year; an era is 400 years.
fn days_of(year: i64, month: u8, day: u8) -> i64 {
    let year = if month > 2 { year } else { year - 1 };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let from_march = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719_468
}

/// The inverse of [`days_of`].
fn date_of(days: i64) -> (i64, u8, u8) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month as u8, day as u8)
}

fn days_in_month(year: i64, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Reads a time in any shape that the service is known to use:
/// milliseconds (`1636699753874`), ISO-8601 with any number of decimals and `Z`, an offset or nothing
/// (`2020-05-15T03:19:51.046Z`, `2023-03-13 19:43:32.12`), a date alone, and `YYYYMMDDHHmmss` or
/// `YYYYMMDDTHHMMSSZ`. `None` for anything else, the empty text included.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        return match digits.len() {
            // As milliseconds, 14 digits would be the year 2286 at the least.
            14 => parse_compact(text).or_else(|| text.parse().ok()),
            _ => text.parse().ok(),
        };
    }
    parse_compact(text).or_else(|| parse_iso(text))
}

/// `YYYYMMDDHHmmss` or `YYYYMMDDTHHMMSSZ`.
fn parse_compact(text: &str) -> Option<i64> {
    let mut reader = Reader(text.as_bytes());
    let (year, month, day) = (reader.number(4)?, reader.number(2)?, reader.number(2)?);
    let marked = reader.skip(b"T");
    let (hour, minute, second) = (reader.number(2)?, reader.number(2)?, reader.number(2)?);
    if marked && !reader.skip(b"Z") || !reader.0.is_empty() {
        return None;
    }
    civil(year, month, day, hour, minute, second, 0)
}

fn parse_iso(text: &str) -> Option<i64> {
    let mut reader = Reader(text.as_bytes());
    let year = reader.number(4)?;
    let month = reader.after(b"-/")?;
    let day = reader.after(b"-/")?;
    if reader.0.is_empty() {
        return civil(year, month, day, 0, 0, 0, 0);
    }
    let hour = reader.after(b"T t")?;
    let minute = reader.after(b":")?;
    let second = if reader.0.first() == Some(&b':') { reader.after(b":")? } else { 0 };
    let milli = if reader.skip(b".,") { reader.millis()? } else { 0 };
    let offset = reader.offset()?;
    civil(year, month, day, hour, minute, second, milli)?.checked_sub(offset * 60_000)
}

fn civil(year: i64, month: i64, day: i64, hour: i64, minute: i64, second: i64, milli: i64) -> Option<i64> {
    let small = |n: i64| u8::try_from(n).ok();
    Civil {
        year,
        month: small(month)?,
        day: small(day)?,
        hour: small(hour)?,
        minute: small(minute)?,
        second: small(second)?,
        milli: u16::try_from(milli).ok()?,
    }
    .to_ms()
}

/// What is left to read.
struct Reader<'t>(&'t [u8]);

impl Reader<'_> {
    /// Exactly `digits` decimal digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let (head, tail) = self.0.split_at_checked(digits)?;
        let value =
            head.iter().try_fold(0, |n, b| b.is_ascii_digit().then(|| n * 10 + i64::from(b - b'0')))?;
        self.0 = tail;
        Some(value)
    }

    /// Whether the next byte is one of `set`; if so it is taken.
    fn skip(&mut self, set: &[u8]) -> bool {
        match self.0 {
            [first, tail @ ..] if set.contains(first) => {
                self.0 = tail;
                true
            }
            _ => false,
        }
    }

    /// One of `set`, then two digits.
    fn after(&mut self, set: &[u8]) -> Option<i64> {
        if self.skip(set) { self.number(2) } else { None }
    }

    /// The decimals of a second, cut to milliseconds.
    fn millis(&mut self) -> Option<i64> {
        let digits = self.0.iter().take_while(|b| b.is_ascii_digit()).count();
        let (head, tail) = self.0.split_at_checked(digits)?;
        self.0 = tail;
        let padded = head.iter().copied().chain([b'0'; 3]).take(3);
        (digits > 0).then(|| padded.fold(0, |n, b| n * 10 + i64::from(b - b'0')))
    }

    /// Minutes east of UTC; the end of the text and `Z` are 0.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.0 {
            [] | [b'Z' | b'z'] => return Some(0),
            [b'+', ..] => 1,
            [b'-', ..] => -1,
            _ => return None,
        };
        let hours = self.after(b"+-")?;
        self.skip(b":");
        let minutes = if self.0.is_empty() { 0 } else { self.number(2)? };
        (self.0.is_empty() && hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
    }
}

/// `2020-05-15T03:19:51.046Z`.
pub fn iso(ms: i64) -> String {
    let c = Civil::from_ms(ms);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
        c.year, c.month, c.day, c.hour, c.minute, c.second, c.milli
    )
}

/// `2023-03-13 19:43:32.12`: two decimals, as RocketMQ's migration tasks write it (R5.6.2).
pub fn spaced(ms: i64) -> String {
    let c = Civil::from_ms(ms);
    format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:02}",
        c.year,
        c.month,
        c.day,
        c.hour,
        c.minute,
        c.second,
        c.milli / 10
    )
}

/// `20200515031951`: the shape of the time filters of background tasks (K5.7.1).
pub fn compact(ms: i64) -> String {
    let c = Civil::from_ms(ms);
    format!("{:04}{:02}{:02}{:02}{:02}{:02}", c.year, c.month, c.day, c.hour, c.minute, c.second)
}

/// `20200515T031951Z`: the shape of the header `X-Sdk-Date`.
pub fn sdk_date(ms: i64) -> String {
    let c = Civil::from_ms(ms);
    format!("{:04}{:02}{:02}T{:02}{:02}{:02}Z", c.year, c.month, c.day, c.hour, c.minute, c.second)
}

//! The stretch of time whose tasks are shown.

use dms_api::time;

/// Hours of the ready-made stretches, by their word in the URL.
const HOURS: [(&str, i64); 4] = [("1h", 1), ("1d", 24), ("7d", 7 * 24), ("30d", 30 * 24)];
const HOUR: i64 = 3_600_000;

/// The word for a stretch of the user's own.
pub const OWN: &str = "own";

/// Both ends as the query of `ListTasks` wants them; `None` is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub begin_time: Option<String>,
    pub end_time: Option<String>,
}

impl Span {
    /// The stretch that the URL names: a word, and for [`OWN`] both ends in epoch milliseconds, which may be empty.
    pub fn of(word: &str, from: &str, to: &str, now: i64) -> Self {
        let at = |ms: &str| ms.parse().ok().map(time::compact);
        match HOURS.iter().find(|(own, _)| *own == word) {
            Some((_, hours)) => Self { begin_time: Some(time::compact(now - hours * HOUR)), end_time: None },
            None if word == OWN => Self { begin_time: at(from), end_time: at(to) },
            None => Self::default(),
        }
    }

    /// Whether it ends before it begins, so that nothing can be in it.
    pub fn is_backwards(&self) -> bool {
        matches!((&self.begin_time, &self.end_time), (Some(begin), Some(end)) if begin > end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_ends_become_times_of_the_api() {
        let now = 1_700_000_000_000;
        assert_eq!(Span::of("", "1", "2", now), Span::default());
        assert_eq!(Span::of("1h", "", "", now).begin_time.as_deref(), Some("20231114211320"));
        let own = Span::of(OWN, "1700000000000", "", now);
        assert_eq!((own.begin_time.as_deref(), own.end_time), (Some("20231114221320"), None));
    }

    #[test]
    fn an_end_before_the_beginning_is_noticed() {
        assert!(Span::of(OWN, "2000000", "1000000", 0).is_backwards());
        assert!(!Span::of(OWN, "1000000", "1000000", 0).is_backwards());
        assert!(!Span::of(OWN, "", "1000000", 0).is_backwards());
    }
}

//! When a read is asked again, and how long to wait before. Writes are never repeated: DMS has no idempotency
//! key, so a lost answer does not tell whether the change was made.

/// Attempts after the first.
pub const RETRIES: u8 = 3;
/// A service that asks for more patience than this gets its error shown instead.
const LONGEST_WAIT_MS: u32 = 20_000;
const FIRST_WAIT_MS: u32 = 300;

/// How one attempt ended, as far as repeating it is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// No usable answer: connection lost, time limit, cut-off body.
    Lost,
    /// An answer with this status and, if it had one, `Retry-After` in milliseconds.
    Status { status: u16, retry_after: Option<u32> },
}

/// The wait in milliseconds before the next attempt of a read, `None` to give up. `attempt` counts from 0,
/// `random` is in 0..=255 and spreads clients that failed together.
pub fn wait(attempt: u8, ending: Ending, random: u8) -> Option<u32> {
    if attempt >= RETRIES {
        return None;
    }
    let backoff = FIRST_WAIT_MS << attempt;
    let spread = backoff + backoff * u32::from(random) / 512;
    match ending {
        Ending::Lost => Some(spread),
        Ending::Status { status: 429 | 502..=504, retry_after } => {
            let wait = retry_after.map_or(spread, |asked| asked.max(spread));
            (wait <= LONGEST_WAIT_MS).then_some(wait)
        }
        Ending::Status { .. } => None,
    }
}

/// `Retry-After` in milliseconds: whole seconds, or an HTTP date read with `date_ms` (epoch milliseconds).
pub fn retry_after(header: &str, now_ms: i64, date_ms: impl FnOnce(&str) -> Option<i64>) -> Option<u32> {
    let header = header.trim();
    match header.parse::<u32>() {
        Ok(seconds) => Some(seconds.saturating_mul(1000)),
        Err(_) => date_ms(header).map(|at| u32::try_from((at - now_ms).max(0)).unwrap_or(u32::MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(status: u16, retry_after: Option<u32>) -> Ending {
        Ending::Status { status, retry_after }
    }

    #[test]
    fn waits_longer_each_time_and_then_gives_up() {
        let waits: Vec<_> = (0..5).map(|n| wait(n, Ending::Lost, 0)).collect();
        assert_eq!(waits, [Some(300), Some(600), Some(1200), None, None]);
        assert_eq!(wait(0, Ending::Lost, 255), Some(449));
    }

    #[test]
    fn only_passing_troubles_are_worth_another_attempt() {
        for passing in [429, 502, 503, 504] {
            assert!(wait(0, status(passing, None), 0).is_some(), "{passing}");
        }
        for lasting in [400, 401, 403, 404, 409, 500] {
            assert_eq!(wait(0, status(lasting, None), 0), None, "{lasting}");
        }
    }

    #[test]
    fn does_as_the_service_asks_within_reason() {
        assert_eq!(wait(0, status(429, Some(2000)), 0), Some(2000));
        assert_eq!(wait(0, status(503, Some(3_600_000)), 0), None);
    }

    #[test]
    fn reads_both_forms_of_retry_after() {
        assert_eq!(retry_after(" 3 ", 0, |_| None), Some(3000));
        assert_eq!(retry_after("Fri, 31 Dec", 1000, |_| Some(6000)), Some(5000));
        assert_eq!(retry_after("Fri, 31 Dec", 9000, |_| Some(6000)), Some(0));
        assert_eq!(retry_after("soon", 0, |_| None), None);
    }
}

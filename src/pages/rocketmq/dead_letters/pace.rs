//! How fast dead letters are resent. Pure.

/// Messages of one call, from 1 to this.
pub const MOST_PER_CALL: usize = 50;
/// Messages in a second, from 1 to this.
pub const MOST_PER_SECOND: u32 = 1_000;

/// How many messages at once, and how many in a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    pub size: usize,
    pub rate: u32,
}

impl Pace {
    /// What the user entered; `None` for what is no number or out of range.
    pub fn read(size: &str, rate: &str) -> Option<Self> {
        let size = size.trim().parse().ok().filter(|size| (1..=MOST_PER_CALL).contains(size))?;
        let rate = rate.trim().parse().ok().filter(|rate| (1..=MOST_PER_SECOND).contains(rate))?;
        Some(Self { size, rate })
    }

    /// How many calls `count` messages need.
    pub fn calls(self, count: usize) -> usize {
        count.div_ceil(self.size)
    }

    /// How long to wait after the begin of a call with `count` messages before the next one begins, milliseconds.
    pub fn wait_ms(self, count: usize) -> u32 {
        u32::try_from(count).unwrap_or(u32::MAX).saturating_mul(1000) / self.rate
    }

    /// The least time that `count` messages take, milliseconds: the last call is not waited for.
    pub fn least_ms(self, count: usize) -> u32 {
        let last = match count % self.size {
            0 => self.size.min(count),
            rest => rest,
        };
        self.wait_ms(count - last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_kept_by_waiting() {
        let pace = Pace::read("10", "5").unwrap();
        assert_eq!((pace.calls(25), pace.wait_ms(10), pace.least_ms(25)), (3, 2_000, 4_000));
        assert_eq!((pace.least_ms(10), pace.least_ms(1), pace.least_ms(0)), (0, 0, 0));
    }

    #[test]
    fn what_is_out_of_range_is_refused() {
        for (size, rate) in [("0", "5"), ("51", "5"), ("", "5"), ("10", "0"), ("10", "1001"), ("10", "x")] {
            assert_eq!(Pace::read(size, rate), None, "{size} {rate}");
        }
    }
}

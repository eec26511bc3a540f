//! What is still to be read. Pure.

use super::ask::Place;

/// The offsets of one partition that have not been read: `from` up to but not including `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub partition: u32,
    pub from: u64,
    pub to: u64,
}

/// What is left of every partition, read from one end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offsets {
    left: Vec<Stretch>,
    newest_first: bool,
}

impl Offsets {
    /// Stretches to read from their newest or their oldest end.
    pub fn new(stretches: impl IntoIterator<Item = Stretch>, newest_first: bool) -> Self {
        let left = stretches.into_iter().filter(|s| s.from < s.to).collect();
        Self { left, newest_first }
    }

    /// How many offsets are left.
    pub fn len(&self) -> u64 {
        self.left.iter().fold(0, |sum, s| sum.saturating_add(s.to - s.from))
    }

    /// The next places, taking turns between the partitions: at most `most`.
    pub fn take(&mut self, most: usize) -> Vec<Place> {
        let mut places = Vec::with_capacity(most.min(1024));
        while places.len() < most && !self.left.is_empty() {
            for stretch in &mut self.left {
                if places.len() == most {
                    break;
                }
                let offset = if self.newest_first {
                    stretch.to -= 1;
                    stretch.to
                } else {
                    stretch.from += 1;
                    stretch.from - 1
                };
                places.push(Place { partition: stretch.partition, offset });
            }
            self.left.retain(|s| s.from < s.to);
        }
        places
    }
}

/// Widths of a time range that are not split any more.
const NARROW: i64 = 1000;

/// Time ranges still to be asked for, the next one last, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Windows {
    left: Vec<(i64, i64)>,
    /// How often a range had to be split because the service refused it whole.
    pub splits: u32,
}

impl Windows {
    /// One range.
    pub fn new(start: i64, end: i64) -> Self {
        Self { left: vec![(start, end)], splits: 0 }
    }

    /// The range to ask for now.
    pub fn current(&self) -> Option<(i64, i64)> {
        self.left.last().copied()
    }

    /// The current range has been read to its end.
    pub fn done(&mut self) {
        self.left.pop();
    }

    /// The service could not answer for the current range: halves it, the newer half first. `false` where it is too
    /// narrow for that.
    pub fn split(&mut self) -> bool {
        let Some((start, end)) = self.current().filter(|(start, end)| end - start > NARROW) else {
            return false;
        };
        self.left.pop();
        let middle = start + (end - start) / 2;
        self.left.push((start, middle));
        self.left.push((middle + 1, end));
        self.splits += 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(partition: u32, from: u64, to: u64) -> Stretch {
        Stretch { partition, from, to }
    }

    fn taken(offsets: &mut Offsets, most: usize) -> Vec<String> {
        offsets.take(most).iter().map(Place::to_string).collect()
    }

    #[test]
    fn partitions_take_turns() {
        let mut newest = Offsets::new([stretch(0, 0, 100), stretch(1, 5, 7), stretch(2, 3, 3)], true);
        assert_eq!(newest.len(), 102);
        assert_eq!(taken(&mut newest, 3), ["0:99", "1:6", "0:98"]);
        assert_eq!(taken(&mut newest, 3), ["0:97", "1:5", "0:96"]);
        assert_eq!(newest.len(), 96);
        let mut oldest = Offsets::new([stretch(0, 10, 12), stretch(1, 0, 1)], false);
        assert_eq!(taken(&mut oldest, 9), ["0:10", "1:0", "0:11"]);
        assert_eq!((oldest.len(), taken(&mut oldest, 9).len()), (0, 0));
    }

    #[test]
    fn a_range_that_is_too_wide_is_halved_newer_half_first() {
        let mut windows = Windows::new(0, 10_000);
        assert!(windows.split());
        assert_eq!(windows.current(), Some((5001, 10_000)));
        windows.done();
        assert_eq!(windows.current(), Some((0, 5000)));
        assert!(windows.split() && windows.split() && windows.split());
        assert!(!windows.split(), "a second is not split");
        assert_eq!(windows.splits, 4);
    }
}

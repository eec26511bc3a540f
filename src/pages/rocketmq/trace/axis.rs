//! Where moments stand on the time axis. Pure.

/// Places along the axis, in thousandths of its length.
pub type Place = u32;
/// The whole length.
const LENGTH: i64 = 1000;

/// A time axis from the first moment to the last. Between milliseconds of work lie retries after minutes: the axis
/// shortens long waits, unless it is to be true to scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Moments in order, each with the room before it added up.
    marks: Vec<(i64, i64)>,
}

impl Axis {
    /// An axis for these moments, in any order.
    pub fn new(moments: &[i64], to_scale: bool) -> Self {
        let mut marks: Vec<(i64, i64)> = Vec::new();
        let mut room = 0;
        for at in crate::order::in_order(moments, i64::cmp) {
            match marks.last() {
                Some((last, _)) if *last == at => continue,
                Some((last, _)) => room += share(at.saturating_sub(*last), to_scale),
                None => {}
            }
            marks.push((at, room));
        }
        Self { marks }
    }

    /// The place of one of the moments.
    pub fn place(&self, at: i64) -> Place {
        let all = self.marks.last().map_or(0, |(_, all)| *all).max(1);
        let room = self.marks.iter().find(|(mark, _)| *mark >= at).map_or(all, |(_, room)| *room);
        u32::try_from(room.saturating_mul(LENGTH) / all).unwrap_or_default()
    }

    /// Moments to write below the axis, not nearer to each other than `apart`; the first and the last are among them.
    pub fn ticks(&self, apart: Place) -> Vec<(i64, Place)> {
        let end = self.marks.last().map_or(0, |(at, _)| self.place(*at));
        let mut ticks: Vec<(i64, Place)> = Vec::new();
        for (i, (at, _)) in self.marks.iter().enumerate() {
            let place = self.place(*at);
            let last = i + 1 == self.marks.len();
            let near = ticks.last().is_some_and(|(_, before)| place.saturating_sub(*before) < apart);
            if !near && (last || end.saturating_sub(place) >= apart) || ticks.is_empty() {
                ticks.push((*at, place));
            }
        }
        ticks
    }
}

/// The room that a time gets. Shortened: a bit more for each doubling, so that a millisecond can be seen and an hour fits.
fn share(ms: i64, to_scale: bool) -> i64 {
    if to_scale { ms } else { 4 + 3 * i64::from(ms.max(1).ilog2()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENTS: [i64; 6] = [1_000, 1_012, 1_020, 1_051, 11_000, 611_000];

    #[test]
    fn order_is_kept_and_both_ends_are_used() {
        for to_scale in [true, false] {
            let axis = Axis::new(&MOMENTS, to_scale);
            let places: Vec<Place> = MOMENTS.iter().map(|at| axis.place(*at)).collect();
            assert!(places.windows(2).all(|pair| pair[0] <= pair[1]), "{places:?}");
            assert_eq!((places[0], places[5]), (0, 1000));
        }
    }

    #[test]
    fn shortened_every_step_can_be_seen() {
        let axis = Axis::new(&MOMENTS, false);
        let places: Vec<Place> = MOMENTS.iter().map(|at| axis.place(*at)).collect();
        assert!(places.windows(2).all(|pair| pair[1] - pair[0] > 50), "{places:?}");
    }

    #[test]
    fn ticks_keep_their_distance() {
        let ticks = Axis::new(&MOMENTS, true).ticks(150);
        assert_eq!(ticks, [(1_000, 0), (611_000, 1000)]);
        assert!(Axis::new(&MOMENTS, false).ticks(150).len() > 3);
        assert_eq!(Axis::new(&[7], false).ticks(150), [(7, 0)]);
        assert_eq!(Axis::new(&[7], false).place(7), 0);
    }
}

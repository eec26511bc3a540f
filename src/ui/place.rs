//! Where floating things go. Pure functions.

/// A box in the window, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rect {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

/// Where something floats beside its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Below, left edges aligned; above where there is no room.
    Below,
    /// Above, centred; below where there is no room.
    Above,
}

/// Distance to the anchor and to the edge of the window.
const GAP: i32 = 4;
const MARGIN: i32 = 8;

/// Left and top of a box of `size` beside `anchor`, kept inside a window of size `view`.
pub(crate) fn place(anchor: Rect, size: (i32, i32), view: (i32, i32), side: Side) -> (i32, i32) {
    let (width, height) = size;
    let below = anchor.bottom + GAP;
    let above = anchor.top - GAP - height;
    let fits_below = below + height <= view.1 - MARGIN;
    let fits_above = above >= MARGIN;
    let (wanted, top) = match side {
        Side::Below if fits_below || !fits_above => (anchor.left, below),
        Side::Below => (anchor.left, above),
        Side::Above => {
            let centred = (anchor.left + anchor.right - width) / 2;
            (centred, if fits_above || !fits_below { above } else { below })
        }
    };
    // Too far to the right: align the right edges rather than touch the window's edge.
    let overflows = wanted + width > view.0 - MARGIN;
    let left = if overflows && side == Side::Below { anchor.right - width } else { wanted };
    let inside = |value: i32, length: i32, limit: i32| value.min(limit - MARGIN - length).max(MARGIN);
    (inside(left, width, view.0), inside(top, height, view.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: (i32, i32) = (1000, 600);
    const ANCHOR: Rect = Rect { left: 100, top: 100, right: 180, bottom: 130 };

    #[test]
    fn menus_hang_below_their_button() {
        assert_eq!(place(ANCHOR, (200, 150), VIEW, Side::Below), (100, 134));
    }

    #[test]
    fn menus_turn_upwards_at_the_bottom_and_align_right_at_the_edge() {
        let low = Rect { top: 540, bottom: 570, ..ANCHOR };
        assert_eq!(place(low, (200, 150), VIEW, Side::Below), (100, 386));
        let right = Rect { left: 900, right: 980, ..ANCHOR };
        assert_eq!(place(right, (200, 150), VIEW, Side::Below), (780, 134));
    }

    #[test]
    fn tips_stand_centred_above_and_stay_inside() {
        assert_eq!(place(ANCHOR, (40, 24), VIEW, Side::Above), (120, 72));
        let high = Rect { top: 4, bottom: 30, ..ANCHOR };
        assert_eq!(place(high, (40, 24), VIEW, Side::Above), (120, 34));
        let corner = Rect { left: 0, top: 300, right: 20, bottom: 320 };
        assert_eq!(place(corner, (200, 24), VIEW, Side::Above), (8, 272));
    }

    #[test]
    fn what_is_larger_than_the_window_starts_inside_it() {
        assert_eq!(place(ANCHOR, (2000, 900), VIEW, Side::Below), (8, 8));
    }
}

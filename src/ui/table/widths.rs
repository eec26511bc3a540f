//! Widths of columns. Pure functions.

/// Narrowest a column can be dragged to.
pub(super) const NARROWEST: u16 = 48;
/// The column of check boxes and that of menus.
pub(super) const CHECK: u16 = 40;
pub(super) const MENU: u16 = 44;

/// A column as the layout sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Track {
    pub width: u16,
    /// Takes a share of the room left over.
    pub grows: bool,
}

/// Value of `grid-template-columns`.
pub(super) fn template(tracks: &[Track], check: bool, menu: bool) -> String {
    let mut out = String::new();
    if check {
        out.push_str(&format!("{CHECK}px "));
    }
    for Track { width, grows } in tracks {
        let track = if *grows { format!("minmax({width}px,{width}fr) ") } else { format!("{width}px ") };
        out.push_str(&track);
    }
    // Where no column grows the rest stays empty at the right.
    let rest = if tracks.iter().any(|t| t.grows) { "0" } else { "minmax(0,1fr)" };
    out.push_str(rest);
    if menu {
        out.push_str(&format!(" {MENU}px"));
    }
    out
}

/// Narrowest width of a whole row.
pub(super) fn total(tracks: &[Track], check: bool, menu: bool) -> u32 {
    let fixed = if check { CHECK } else { 0 } + if menu { MENU } else { 0 };
    tracks.iter().map(|t| u32::from(t.width)).sum::<u32>() + u32::from(fixed)
}

/// A dragged width, kept within reason.
pub(super) fn dragged(width: i32) -> u16 {
    u16::try_from(width.clamp(i32::from(NARROWEST), 1200)).unwrap_or(NARROWEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growing_columns_share_the_room_and_fixed_ones_leave_it_at_the_right() {
        let name = Track { width: 280, grows: true };
        let size = Track { width: 90, grows: false };
        assert_eq!(template(&[name, size], true, true), "40px minmax(280px,280fr) 90px 0 44px");
        assert_eq!(template(&[size], false, false), "90px minmax(0,1fr)");
        assert_eq!(total(&[name, size], true, true), 454);
    }

    #[test]
    fn dragging_has_limits() {
        assert_eq!((dragged(-5), dragged(300), dragged(99_999)), (48, 300, 1200));
    }
}

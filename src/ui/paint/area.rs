//! Cutting areas. No cut is larger than what there is, so that no size of the terminal is too small.

use ratatui::layout::Rect;

/// The first `rows`, and the rest.
pub(in crate::ui) fn top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// All but the last `rows`, and those.
pub(in crate::ui) fn bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    top(area, area.height.saturating_sub(rows))
}

/// The first `cols`, and the rest.
pub(in crate::ui) fn left(area: Rect, cols: u16) -> (Rect, Rect) {
    let cols = cols.min(area.width);
    (Rect { width: cols, ..area }, Rect { x: area.x + cols, width: area.width - cols, ..area })
}

/// Without so many columns on either side.
pub(in crate::ui) fn inset(area: Rect, cols: u16) -> Rect {
    let (_, rest) = left(area, cols);
    Rect { width: rest.width.saturating_sub(cols), ..rest }
}

/// A part of this size in the middle, a little above it when there is room.
pub(in crate::ui) fn middle(area: Rect, cols: u16, rows: u16) -> Rect {
    let (width, height) = (cols.min(area.width), rows.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 5 * 2, width, height }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn parts_never_leave_the_whole(w in 0u16..40, h in 0u16..20, n in 0u16..60, m in 0u16..60) {
            let whole = Rect::new(3, 2, w, h);
            let (a, b) = top(whole, n);
            prop_assert_eq!(a.height + b.height, h);
            let (c, d) = left(whole, n);
            prop_assert_eq!(c.width + d.width, w);
            for part in [a, b, c, d, bottom(whole, n).1, inset(whole, n), middle(whole, n, m)] {
                prop_assert_eq!(part.intersection(whole).area(), part.area());
            }
        }
    }
}

//! The one honest line of a terminal that is too small.

use ratatui::layout::Rect;

use crate::text::{Words, width, wrap};
use crate::ui::SMALLEST;
use crate::ui::paint::{Canvas, Row, middle};
use crate::ui::theme::Theme;

pub(in crate::ui) fn draw(words: &Words, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let size = |(cols, rows): (u16, u16)| format!("{cols}×{rows}");
    let wanted = size(SMALLEST);
    let here = size((area.width, area.height));
    let text = words.say_with("screen-too-small", &[("wanted", wanted.into()), ("here", here.into())]);
    let lines = wrap(&text, area.width.into());
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let wide = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    let place = middle(area, u16::try_from(wide).unwrap_or(u16::MAX), rows);
    canvas.rows(place, lines.iter().map(|line| Row::of(line, theme.text)));
}

//! The line of a filter: what is typed, or how to start.

use ratatui::layout::Rect;

use super::field;
use crate::app::parts::line::Line;
use crate::app::{Action, Context};
use crate::ui::paint::{Canvas, Row, left};
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, text: &Line, finding: bool, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    if !finding && text.text().is_empty() {
        let key = view.keys_in(&[Context::List, Context::Global], Action::Find).unwrap_or_default();
        canvas.row(area, 0, Row::of(&format!(" {key} {}", view.say("pane-find")), theme.dim));
        return;
    }
    canvas.row(area, 0, Row::of(" /", if finding { theme.accent } else { theme.dim }));
    field::draw(text, finding, if finding { theme.text } else { theme.strong }, left(area, 3).1, canvas);
}

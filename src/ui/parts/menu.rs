//! A menu at its field: what is typed to filter, the choices, the current one marked.

use ratatui::layout::Rect;

use super::{field, list, pane};
use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::Picked;
use crate::text::{line, width};
use crate::ui::paint::{Canvas, Row, left, middle, top};
use crate::ui::symbols;
use crate::ui::view::View;

/// The most choices in view.
const MOST: u16 = 12;

pub(in crate::ui) fn draw(view: View<'_>, menu: &Menu<Picked>, area: Rect, canvas: &mut Canvas<'_>) {
    // As large as all choices ask for, whatever is typed: nothing moves while typing.
    let choices = menu.all();
    let label = choices.iter().map(|choice| width(&line(&choice.label))).max().unwrap_or(0).clamp(12, 40);
    let note = choices.iter().map(|choice| width(&line(&choice.note))).max().unwrap_or(0).min(28);
    let title = width(&line(&menu.title));
    // The marks, the label, a gap, the note; the border and its air come on top.
    let inner = (3 + label + if note > 0 { note + 2 } else { 0 }).max(title + 2);
    let cols = u16::try_from(inner + 4).unwrap_or(u16::MAX);
    let rows = u16::try_from(choices.len().max(1)).unwrap_or(u16::MAX).min(MOST);
    let place = at(anchor(menu, canvas), area, cols, rows + 3);
    let body = canvas.float(place, Row::of(&menu.title, view.theme.strong), view.theme.border);
    let (filter, body) = top(body, 1);
    canvas.row(filter, 0, Row::of("/ ", view.theme.dim));
    field::draw(&menu.filter, true, view.theme.text, left(filter, 2).1, canvas);
    canvas.regions.popup = body.height;
    if menu.list.window.total == 0 {
        let text = view.say_with("pane-no-match", &[("text", menu.filter.text().into())]);
        pane::sentence(&text, view.theme.dim, body, canvas);
    }
    for at in 0..body.height {
        let place = menu.list.top + usize::from(at);
        let Some(choice) = menu.list.window.at(place) else { break };
        let selected = place == menu.list.cursor;
        canvas.row(body, at, row(view, choice, selected, label));
        if selected {
            canvas.tint(body, at, view.theme.selected_row);
        }
    }
}

fn row(view: View<'_>, choice: &Choice<Picked>, selected: bool, label: usize) -> Row {
    let theme = view.theme;
    let mut row = list::bar(view, selected, true);
    row.push(if choice.current { symbols::DONE } else { " " }, theme.accent);
    row.gap(1);
    row.column(&choice.label, label, if selected { theme.selected } else { theme.text });
    if !choice.note.is_empty() {
        row.gap(2);
        row.push(&choice.note, theme.dim);
    }
    row
}

/// The field that the menu belongs to, if that is in view.
fn anchor(menu: &Menu<Picked>, canvas: &Canvas<'_>) -> Option<Rect> {
    let anchors = canvas.anchors;
    match menu.all().first().map(|choice| &choice.value) {
        Some(Picked::Status(..)) => anchors.status,
        Some(Picked::From(_)) => anchors.from,
        Some(Picked::Shown(_)) => anchors.shown,
        Some(Picked::Attachment(_)) => anchors.files,
        Some(Picked::Department(..) | Picked::Priority(_) | Picked::Channel(_) | Picked::Assignee(_)) => {
            anchors.field
        }
        Some(Picked::Customer(_) | Picked::Partner(..) | Picked::Wins(_)) | None => None,
    }
}

/// Below its field, above it when there is more room, and never out of the screen.
fn at(anchor: Option<Rect>, area: Rect, cols: u16, rows: u16) -> Rect {
    let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) else { return middle(area, cols, rows) };
    let (width, height) = (cols.min(area.width), rows.min(area.height));
    let below = area.bottom().saturating_sub(anchor.bottom());
    let above = anchor.y.saturating_sub(area.y);
    let y = if below >= height || below >= above { anchor.bottom() } else { anchor.y.saturating_sub(height) };
    let y = y.clamp(area.y, area.bottom() - height);
    let x = anchor.x.saturating_sub(1).clamp(area.x, area.right() - width);
    Rect { x, y, width, height }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_menu_never_leaves_the_screen(
            x in 0u16..200, y in 0u16..60, w in 0u16..160, h in 0u16..50, cols in 0u16..80, rows in 0u16..30,
        ) {
            let area = Rect::new(0, 2, w, h);
            let place = at(Some(Rect::new(x, y, 1, 1)), area, cols, rows);
            prop_assert_eq!(place.intersection(area).area(), place.area());
        }
    }
}

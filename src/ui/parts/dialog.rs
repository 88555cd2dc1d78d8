//! A question: what there is to know, and the answers with their keys.

use ratatui::layout::Rect;

use crate::app::parts::dialog::{Answer, Dialog};
use crate::text::{line, width, wrap};
use crate::ui::paint::{Canvas, Row, bottom, middle};
use crate::ui::view::View;

/// Lines longer than this are hard to read.
const READABLE: u16 = 72;

pub(in crate::ui) fn draw(view: View<'_>, dialog: &Dialog, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let cols = area.width.saturating_sub(4).min(READABLE);
    let inner = usize::from(cols.saturating_sub(4));
    let mut rows = Vec::new();
    for paragraph in &dialog.lines {
        rows.extend(wrap(&line(paragraph), inner).iter().map(|line| Row::of(line, theme.text)));
    }
    let answers = answers(view, dialog, inner);
    let said = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let asked = u16::try_from(answers.len()).unwrap_or(u16::MAX);
    let place = middle(area, cols, said.saturating_add(asked).saturating_add(3));
    let body = canvas.float(place, Row::of(&dialog.title, theme.strong), theme.border);
    let (body, foot) = bottom(body, asked);
    canvas.rows(body, rows);
    canvas.rows(foot, answers);
}

/// The answers on as few lines as they need.
fn answers(view: View<'_>, dialog: &Dialog, cols: usize) -> Vec<Row> {
    let mut rows = vec![Row::new()];
    for (at, answer) in dialog.answers.iter().enumerate() {
        let row = self::answer(view, answer, at == dialog.selected);
        let last = rows.len() - 1;
        if rows[last].is_empty() {
            rows[last] = row;
        } else if rows[last].width() + 3 + row.width() <= cols {
            rows[last].gap(3);
            rows[last].append(row);
        } else {
            rows.push(row);
        }
    }
    rows
}

fn answer(view: View<'_>, answer: &Answer, selected: bool) -> Row {
    let theme = view.theme;
    let label = if selected { theme.marked } else { theme.text };
    let key = answer.key.to_string();
    debug_assert!(width(&key) <= 2, "a key is one letter");
    Row::of(&key, theme.key).and(" ", theme.text).and(&format!(" {} ", answer.label), label)
}

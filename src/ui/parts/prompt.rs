//! A path being typed, and how it could go on.

use ratatui::layout::Rect;

use super::field;
use crate::app::parts::prompt::{For, Prompt};
use crate::text::{line, wrap};
use crate::ui::paint::{Canvas, Row, middle, top};
use crate::ui::view::View;

/// The most continuations in view.
const MOST: usize = 8;

pub(in crate::ui) fn draw(view: View<'_>, prompt: &Prompt, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let cols = area.width.saturating_sub(4).min(84);
    let inner = usize::from(cols.saturating_sub(4));
    let title = match &prompt.purpose {
        For::Attach => view.say("prompt-attach"),
        For::Save(file) => view.say_with("prompt-save", &[("name", file.name.as_str().into())]),
    };
    let mut rows: Vec<_> = match &prompt.trouble {
        Some(trouble) => wrap(&line(trouble), inner).iter().map(|line| Row::of(line, theme.error)).collect(),
        None => Vec::new(),
    };
    if prompt.waits {
        rows.push(Row::of(&view.say("prompt-saving"), theme.dim));
    }
    rows.extend(prompt.choices.iter().take(MOST).map(|choice| Row::of(choice, theme.dim)));
    if let Some(more) = prompt.choices.len().checked_sub(MOST).filter(|more| *more > 0) {
        rows.push(Row::of(&view.say_with("pane-more", &[("count", more.into())]), theme.dim));
    }
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(3);
    let body = canvas.float(middle(area, cols, height), Row::of(&title, theme.strong), theme.border);
    let (path, rest) = top(body, 1);
    field::draw(&prompt.path, true, theme.text, path, canvas);
    canvas.rows(rest, rows);
}

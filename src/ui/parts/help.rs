//! All keys, by where they work, from the keymap itself.

use ratatui::layout::Rect;

use super::{field, popup};
use crate::app::parts::popup::Help;
use crate::app::{Action, Context};
use crate::text::{fold, width};
use crate::ui::paint::{Canvas, Row, left, top};
use crate::ui::symbols;
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, help: &Help, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let place = popup::large(area);
    let rows = rows(view, help.filter.text());
    // The border, and the line of the filter.
    let visible = usize::from(place.height.saturating_sub(3));
    let first = help.top.min(rows.len().saturating_sub(visible));
    let mut title = Row::of(&view.say("help-title"), theme.strong);
    if rows.len() > visible {
        let last = first + visible;
        title.push(&format!("  {}{}{last} / {}", first + 1, symbols::NONE, rows.len()), theme.dim);
    }
    let body = canvas.float(place, title, theme.border);
    let (filter, body) = top(body, 1);
    canvas.row(filter, 0, Row::of("/ ", theme.dim));
    field::draw(&help.filter, true, theme.text, left(filter, 2).1, canvas);
    canvas.regions.popup = body.height;
    if rows.is_empty() {
        let text = view.say_with("pane-no-match", &[("text", help.filter.text().into())]);
        canvas.row(body, 0, Row::of(&text, theme.dim));
    }
    canvas.regions.popup_beyond = u16::try_from(rows.len().saturating_sub(visible)).unwrap_or(u16::MAX);
    canvas.rows(body, rows.into_iter().skip(first));
}

/// A section for each context, a line for each action with all its chords.
fn rows(view: View<'_>, filter: &str) -> Vec<Row> {
    let wanted = fold(filter);
    let mut sections: Vec<(Context, Vec<(Action, String)>)> = Vec::new();
    for context in Context::ALL {
        let mut lines: Vec<(Action, String)> = Vec::new();
        for (_, chord, action) in view.app.keymap.entries().filter(|(at, ..)| *at == context) {
            let chord = view.chord(chord);
            match lines.iter_mut().find(|(known, _)| known == action) {
                Some((_, chords)) => {
                    chords.push_str(", ");
                    chords.push_str(&chord);
                }
                None => lines.push((*action, chord)),
            }
        }
        lines.retain(|(action, chords)| {
            fold(&label(view, *action)).contains(&wanted) || fold(chords).contains(&wanted)
        });
        sections.push((*context, lines));
    }
    let chords =
        sections.iter().flat_map(|(_, lines)| lines).map(|(_, chords)| width(chords)).max().unwrap_or(0);
    let mut rows = Vec::new();
    for (context, lines) in sections.iter().filter(|(_, lines)| !lines.is_empty()) {
        if !rows.is_empty() {
            rows.push(Row::new());
        }
        rows.push(Row::of(&view.say(&format!("context-{}", context.name())), view.theme.accent));
        for (action, keys) in lines {
            let mut row = Row::new();
            row.gap(2);
            row.column(keys, chords.min(28), view.theme.key);
            row.gap(2);
            row.push(&label(view, *action), view.theme.text);
            rows.push(row);
        }
    }
    rows
}

fn label(view: View<'_>, action: Action) -> String {
    view.say(&format!("action-{}", action.name()))
}

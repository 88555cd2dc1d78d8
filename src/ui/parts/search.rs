//! A search over all that was said.

use ratatui::layout::Rect;

use super::{field, list, popup};
use crate::app::effect::Hit;
use crate::app::parts::popup::{Asked, Search};
use crate::ui::paint::{Canvas, Row, left, top};
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, search: &Search, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let hits = &search.hits;
    let mut title = Row::of(&view.say("search-title"), theme.strong);
    if hits.window.total > 0 {
        title.push(&format!(" {}", hits.window.total), theme.dim);
    }
    let body = canvas.float(popup::large(area), title, theme.border);
    let (line, body) = top(body, 1);
    canvas.row(line, 0, Row::of("/ ", theme.accent));
    field::draw(&search.text, true, theme.text, left(line, 2).1, canvas);
    let (said, body) = top(body, 1);
    canvas.row(said, 0, desk(view, search));
    canvas.regions.popup = body.height / 2;
    if hits.window.total == 0 {
        let text = match search.text.text() {
            "" => view.say("search-how"),
            text => view.say_with("pane-no-match", &[("text", text.into())]),
        };
        canvas.row(body, 0, Row::of(&text, theme.dim));
    }
    for at in 0..body.height / 2 {
        let place = hits.top + usize::from(at);
        let Some(hit) = hits.window.at(place) else { break };
        let selected = place == hits.cursor;
        let (pair, _) = top(top(body, at * 2).1, 2);
        draw_hit(view, hit, selected, pair, canvas);
    }
}

/// What Desk has to do with it.
fn desk(view: View<'_>, search: &Search) -> Row {
    let theme = view.theme;
    match &search.desk {
        Asked::Not => Row::new(),
        Asked::Asking => Row::of(&view.say("search-asking"), theme.dim),
        Asked::Answered => {
            let more = search.hits.window.rows.iter().filter(|hit| hit.in_desk).count();
            Row::of(&view.say_with("search-answered", &[("count", more.into())]), theme.dim)
        }
        Asked::Failed(trouble) => {
            let args = [("sentence", trouble.sentence.as_str().into())];
            Row::of(&view.say_with("search-failed", &args), theme.warning)
        }
    }
}

fn draw_hit(view: View<'_>, hit: &Hit, selected: bool, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = view.theme;
    let mut end = Row::new();
    if hit.in_desk {
        end.push(&view.say("search-in-desk"), theme.accent);
        end.gap(2);
    }
    end.push(&view.ago(hit.at), theme.dim);
    let mut row = list::bar(view, selected, true);
    row.push(&format!("#{}", hit.number), theme.dim);
    row.to(9);
    row.push(&hit.subject, if selected { theme.selected } else { theme.text });
    canvas.row(area, 0, row.fit(usize::from(area.width).saturating_sub(end.width() + 2)));
    canvas.right(area, 0, end);
    let mut row = list::bar(view, selected, true);
    row.to(9);
    row.push(&hit.snippet, theme.dim);
    canvas.row(area, 1, row);
    if selected {
        canvas.tint(area, 0, theme.selected_row);
        canvas.tint(area, 1, theme.selected_row);
    }
}

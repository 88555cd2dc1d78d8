//! What a pane says about itself: loading, empty, failed, troubled, how old.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::Action;
use crate::app::parts::pane::{Freshness, State};
use crate::text::{count, wrap};
use crate::ui::paint::{Canvas, Row, bottom, inset};
use crate::ui::symbols;
use crate::ui::view::View;

/// Columns of the placeholders, so that the layout stands before its rows come.
const PLACEHOLDERS: [usize; 5] = [19, 14, 22, 11, 17];

/// Draws what stands in the place of rows, if anything does; else returns the area that is left for them.
pub(in crate::ui) fn draw(
    view: View<'_>,
    fresh: &Freshness,
    rows: bool,
    empty: &str,
    area: Rect,
    canvas: &mut Canvas<'_>,
) -> Option<Rect> {
    match fresh.state(rows, view.app.now) {
        State::Loading => placeholders(view, area, canvas),
        State::Empty => sentence(empty, view.theme.dim, inset(area, 1), canvas),
        State::Failed(trouble) => failed(view, &trouble.sentence, inset(area, 1), canvas),
        State::Troubled(trouble) => return Some(troubled(view, &trouble.sentence, area, canvas)),
        State::Partial | State::Stale(_) | State::Fresh => return Some(area),
    }
    None
}

/// How old the rows are, when that matters; of rows that are not the whole, that they are not.
pub(in crate::ui) fn age(view: View<'_>, fresh: &Freshness, rows: bool) -> Row {
    match (fresh.state(rows, view.app.now), fresh.fetched) {
        (State::Stale(at), _) => Row::of(&view.age(at), view.theme.dim),
        (State::Troubled(_), Some(at)) => Row::of(&view.age(at), view.theme.warning),
        (State::Partial, _) if fresh.fetching => Row::of(&view.say("pane-loading"), view.theme.dim),
        (State::Partial | State::Troubled(_), None) => {
            Row::of(&view.say("pane-incomplete"), view.theme.warning)
        }
        _ => Row::new(),
    }
}

/// `3 / 12`: where one is, and how many there are; `3 / 12+` while there may be more.
pub(in crate::ui) fn place(view: View<'_>, fresh: &Freshness, cursor: usize, total: usize) -> Row {
    let number = |n: usize| count(i64::try_from(n).unwrap_or(i64::MAX));
    let more = if fresh.whole() { "" } else { "+" };
    Row::of(&format!("{} / {}{more}", number(cursor + 1), number(total)), view.theme.dim)
}

/// A sentence over as many lines as it needs. Returns how many.
pub(in crate::ui) fn sentence(text: &str, style: Style, area: Rect, canvas: &mut Canvas<'_>) {
    let lines = wrap(&crate::text::line(text), area.width.into());
    canvas.rows(area, lines.iter().map(|line| Row::of(line, style)));
}

/// Says below the rows that they are not up to date, and why. Returns what is left for them.
fn troubled(view: View<'_>, text: &str, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let text = view.say_with("pane-not-fresh", &[("sentence", text.into())]);
    let lines = wrap(&text, inset(area, 1).width.into());
    let (rows, foot) = bottom(area, u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height / 3));
    canvas.rows(inset(foot, 1), lines.iter().map(|line| Row::of(line, view.theme.warning)));
    rows
}

fn failed(view: View<'_>, text: &str, area: Rect, canvas: &mut Canvas<'_>) {
    let lines = wrap(&crate::text::line(text), area.width.into());
    let mut rows: Vec<_> = lines.iter().map(|line| Row::of(line, view.theme.error)).collect();
    if let Some(key) = view.keys_of(Action::Refresh) {
        rows.push(view.hint(&key, &view.say("pane-try-again")));
    }
    canvas.rows(area, rows);
}

fn placeholders(view: View<'_>, area: Rect, canvas: &mut Canvas<'_>) {
    let first = Row::of(&view.say("pane-loading"), view.theme.dim);
    let rest = PLACEHOLDERS.iter().map(|cols| Row::of(&symbols::FOLD.repeat(*cols), view.theme.dim));
    canvas.rows(inset(area, 1), std::iter::once(first).chain(rest));
}

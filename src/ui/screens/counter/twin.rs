//! Where the record stands in Desk, when that is not plain: not there, or several match and nobody guesses.

use ratatui::layout::Rect;

use crate::app::effect::RecordPage;
use crate::model::DeskTwin;
use crate::text::wrap;
use crate::ui::paint::{Canvas, Row, inset, top};
use crate::ui::view::View;

/// Draws the lines and returns what is left below them.
pub(super) fn draw(view: View<'_>, page: &RecordPage, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let found = page.twins.iter().any(|twin| matches!(twin, DeskTwin::Contact(_) | DeskTwin::Account(_)));
    let mut rows = Vec::new();
    let inner = inset(area, 1);
    for twin in &page.twins {
        let (text, style) = match twin {
            DeskTwin::Ambiguous(names) => {
                let names = names.join(" · ");
                (view.say_with("twin-ambiguous", &[("names", names.into())]), view.theme.warning)
            }
            DeskTwin::None if !found => (view.say("twin-none"), view.theme.dim),
            _ => continue,
        };
        let row: Vec<_> = wrap(&text, inner.width.into()).iter().map(|line| Row::of(line, style)).collect();
        if !rows.ends_with(&row) {
            rows.extend(row);
        }
    }
    if rows.is_empty() {
        return area;
    }
    let (lines, rest) = top(inner, u16::try_from(rows.len()).unwrap_or(u16::MAX));
    canvas.rows(lines, rows);
    Rect { x: area.x, width: area.width, ..top(rest, 1).1 }
}

/// The same in a few words, for the Overview: by name, each once.
pub(super) fn short(view: View<'_>, page: &RecordPage) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for (at, twin) in page.twins.iter().enumerate() {
        let name = page.twin_names.get(at).filter(|name| !name.trim().is_empty());
        let named = |id, alone| match name {
            Some(name) => view.say_with(id, &[("name", name.as_str().into())]),
            None => view.say(alone),
        };
        let word = match twin {
            DeskTwin::Contact(_) => named("twin-contact", "twin-contact-unnamed"),
            DeskTwin::Account(_) => named("twin-account", "twin-account-unnamed"),
            DeskTwin::None => view.say("twin-none-short"),
            DeskTwin::Ambiguous(names) => {
                view.say_with("twin-ambiguous-short", &[("count", names.len().into())])
            }
        };
        if !words.contains(&word) {
            words.push(word);
        }
    }
    (!words.is_empty()).then(|| words.join(" · "))
}

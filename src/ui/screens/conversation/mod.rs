//! An opened ticket: its head, what was said, what is on its way out, and the composer in front.

mod entry;
mod head;
mod talk;

use ratatui::layout::Rect;

use crate::app::screens::conversation::Talk;
use crate::ui::paint::{Canvas, bottom, top};
use crate::ui::parts::{composer, outbox};
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, talk: &Talk, area: Rect, canvas: &mut Canvas<'_>) {
    let (mut area, composer) = match &view.app.composer {
        Some(composer) => {
            let (rest, place) = bottom(area, composer::height(area.height));
            (rest, Some((composer, place)))
        }
        None => (area, None),
    };
    // While one writes there is no room to spare, and the foot counts down anyway.
    if composer.is_none() {
        let rows = outbox::rows(view, &talk.id, area.width.into(), usize::from(area.height / 3));
        let (rest, place) = bottom(area, u16::try_from(rows.len()).unwrap_or(u16::MAX));
        canvas.rows(place, rows);
        area = rest;
    }
    let (head, body) = top(area, 3);
    head::draw(view, talk, head, canvas);
    talk::draw(view, talk, body, canvas);
    if let Some((composer, place)) = composer {
        composer::draw(view, composer, place, canvas);
    }
}

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
    if composer.is_none() {
        let (rest, place) = bottom(area, outbox::height(view, &talk.id, area.height / 3));
        outbox::draw(view, &talk.id, place, canvas);
        area = rest;
    }
    let (head, body) = top(area, 3);
    head::draw(view, talk, head, canvas);
    talk::draw(view, talk, body, canvas);
    if let Some((composer, place)) = composer {
        composer::draw(view, composer, place, canvas);
    }
}

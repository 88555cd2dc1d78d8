//! What floats: a box, and what is in it.

use ratatui::layout::Rect;

use super::{dialog, form, help, menu, prompt, search, written};
use crate::app::parts::popup::Popup;
use crate::ui::paint::{Canvas, middle};
use crate::ui::view::View;

pub(in crate::ui) fn draw(view: View<'_>, popup: &Popup, area: Rect, canvas: &mut Canvas<'_>) {
    match popup {
        Popup::Menu(menu) => menu::draw(view, menu, area, canvas),
        Popup::Form(form) => form::draw(view, form, area, canvas),
        Popup::Dialog(dialog) => dialog::draw(view, dialog, area, canvas),
        Popup::Prompt(prompt) => prompt::draw(view, prompt, area, canvas),
        Popup::Drafts(list) => written::draw(view, list, area, canvas),
        Popup::Search(search) => search::draw(view, search, area, canvas),
        Popup::Help(help) => help::draw(view, help, area, canvas),
    }
}

/// The place of a large box: most of the screen, but not wider than one reads well.
pub(super) fn large(area: Rect) -> Rect {
    middle(area, area.width.saturating_sub(4).min(104), area.height.saturating_sub(2))
}

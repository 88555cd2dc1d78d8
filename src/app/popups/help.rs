//! The page of keys.

use crate::app::parts::popup::Popup;
use crate::app::{Action, App, Effect};

impl App {
    pub(super) fn act_help(&mut self, action: Action) -> Vec<Effect> {
        let Some(Popup::Help(help)) = self.popups.last_mut() else { return Vec::new() };
        let (page, end) = (usize::from(self.regions.popup).max(1), usize::from(self.regions.popup_beyond));
        match action {
            Action::Down => help.top += 1,
            Action::Up => help.top = help.top.saturating_sub(1),
            Action::PageDown => help.top += page,
            Action::PageUp => help.top = help.top.saturating_sub(page),
            Action::First => help.top = 0,
            Action::Last => help.top = end,
            Action::Back => return self.close_popup(),
            _ => {}
        }
        help.top = help.top.min(end);
        Vec::new()
    }
}

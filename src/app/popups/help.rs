//! The page of keys.

use crate::app::parts::popup::Popup;
use crate::app::{Action, App, Effect};

impl App {
    pub(super) fn act_help(&mut self, action: Action) -> Vec<Effect> {
        let Some(Popup::Help(help)) = self.popups.last_mut() else { return Vec::new() };
        match action {
            Action::Down => help.top += 1,
            Action::Up => help.top = help.top.saturating_sub(1),
            Action::PageDown => help.top += 10,
            Action::PageUp => help.top = help.top.saturating_sub(10),
            Action::First => help.top = 0,
            Action::Back => return self.close_popup(),
            _ => {}
        }
        Vec::new()
    }
}

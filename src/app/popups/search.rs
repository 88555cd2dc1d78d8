//! Searching what was said anywhere.

use crate::app::parts::popup::Popup;
use crate::app::{Action, App, Effect, Load};

impl App {
    pub(super) fn act_search(&mut self, action: Action) -> Vec<Effect> {
        let Some(Popup::Search(search)) = self.popups.last_mut() else { return Vec::new() };
        match action {
            Action::Open => {
                let Some(ticket) = search.hits.selected().map(|hit| hit.ticket.clone()) else {
                    return Vec::new();
                };
                self.popups.pop();
                self.open_ticket(ticket, None)
            }
            Action::Back => self.close_popup(),
            _ => {
                search.hits.act(action);
                Vec::new()
            }
        }
    }

    pub(super) fn search_again(&self) -> Vec<Effect> {
        match self.popups.last() {
            Some(Popup::Search(search)) => vec![Effect::Load(Load::Search(search.text.text().to_owned()))],
            _ => Vec::new(),
        }
    }
}

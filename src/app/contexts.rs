//! Which tables of the keymap are read, innermost first: derived from what is in front.

use super::parts::popup::Popup;
use super::screens::counter::{Focus, Tab};
use super::{App, Context, Front, ScreenName};

impl App {
    /// The contexts of the moment, innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        match self.front() {
            Front::Popup => match self.popups.last() {
                Some(Popup::Menu(_)) => vec![Context::Menu],
                Some(Popup::Form(_) | Popup::Prompt(_)) => vec![Context::Form],
                Some(Popup::Search(_)) => vec![Context::Filter],
                Some(Popup::Help(_)) => vec![Context::Help],
                Some(Popup::Drafts(_)) => vec![Context::Dialog, Context::List],
                Some(Popup::Dialog(_)) | None => vec![Context::Dialog],
            },
            Front::Composer => vec![Context::Composer],
            Front::Talk => vec![Context::Conversation, Context::Ticket, Context::Global],
            Front::Screen => self.screen_contexts(),
        }
    }

    fn screen_contexts(&self) -> Vec<Context> {
        if self.screen == ScreenName::Sync {
            return vec![Context::Sync, Context::List, Context::Global];
        }
        let Some(module) = self.screen.module() else {
            return if self.queue.finding {
                vec![Context::Filter]
            } else {
                vec![Context::Ticket, Context::List, Context::Global]
            };
        };
        let counter = self.counter(module);
        match (counter.finding, counter.focus, counter.tab) {
            (true, ..) => vec![Context::Filter],
            (_, Focus::List, _) => vec![Context::Record, Context::List, Context::Global],
            (_, Focus::Record, Tab::Tickets) => {
                vec![Context::Ticket, Context::Record, Context::List, Context::Global]
            }
            (_, Focus::Record, _) => vec![Context::Record, Context::List, Context::Global],
        }
    }
}

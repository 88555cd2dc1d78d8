//! The list of what is written and not sent.

use crate::app::parts::dialog::Then;
use crate::app::parts::popup::{Popup, Written};
use crate::app::{Action, App, Effect};

impl App {
    pub(super) fn act_drafts(&mut self, action: Action) -> Vec<Effect> {
        let Some(Popup::Drafts(list)) = self.popups.last_mut() else { return Vec::new() };
        match action {
            Action::Open => match list.selected().cloned() {
                Some(Written::Draft(draft)) => {
                    self.popups.pop();
                    self.resume(draft)
                }
                Some(Written::Form(form)) => {
                    self.popups.pop();
                    self.resume_form(form);
                    Vec::new()
                }
                Some(Written::Outgoing(outgoing)) => {
                    self.ask_about(&outgoing);
                    Vec::new()
                }
                None => Vec::new(),
            },
            Action::Drop => match list.selected().cloned() {
                Some(Written::Draft(draft)) => {
                    self.ask_before_dropping(Then::DropDraft(draft.id));
                    Vec::new()
                }
                Some(Written::Form(form)) => {
                    self.ask_before_dropping(Then::DropForm(form.key()));
                    Vec::new()
                }
                Some(Written::Outgoing(outgoing)) => {
                    self.ask_about(&outgoing);
                    Vec::new()
                }
                None => Vec::new(),
            },
            Action::Back => self.close_popup(),
            _ => {
                list.act(action);
                Vec::new()
            }
        }
    }
}

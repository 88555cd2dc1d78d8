//! Choosing from a menu.

use crate::app::parts::popup::{Picked, Popup};
use crate::app::{Action, App, Effect};
use crate::model::pairing::Act;

impl App {
    pub(super) fn act_menu(&mut self, action: Action) -> Vec<Effect> {
        let Some(Popup::Menu(menu)) = self.popups.last_mut() else { return Vec::new() };
        match action {
            Action::Open => {
                let picked = menu.selected().cloned();
                self.popups.pop();
                picked.map(|picked| self.pick(picked)).unwrap_or_default()
            }
            Action::Back => self.close_popup(),
            _ => {
                menu.list.act(action);
                Vec::new()
            }
        }
    }

    fn pick(&mut self, picked: Picked) -> Vec<Effect> {
        match picked {
            Picked::Status(ticket, status) => return self.set_status(ticket, status),
            Picked::Shown(department) => return self.show_department(department),
            Picked::Attachment(attachment) => self.ask_where_to_save(attachment),
            Picked::From(address) => {
                let now = self.now;
                if let Some(composer) = &mut self.composer {
                    composer.draft.from = Some(address);
                    composer.touch(now);
                }
            }
            Picked::Partner(kind, ids) => return vec![Effect::AskFor(Act::Link(kind, ids))],
            Picked::Wins(change) => return self.propose(change),
            Picked::Customer(customer) => self.open_form_for(*customer),
            Picked::Department(..) | Picked::Priority(_) | Picked::Channel(_) | Picked::Assignee(_) => {
                let now = self.now;
                if let Some(Popup::Form(form)) = self.popups.last_mut() {
                    form.pick(picked, now);
                }
            }
        }
        Vec::new()
    }
}

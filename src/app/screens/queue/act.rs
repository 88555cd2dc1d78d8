//! What keys do in the queue.

use super::Shelf;
use crate::app::parts::list::List;
use crate::app::parts::menu::{Choice, Menu};
use crate::app::parts::popup::{Picked, Popup};
use crate::app::{Action, App, Effect};
use crate::keys::Key;
use crate::model::DepartmentId;

impl App {
    pub(in crate::app) fn act_queue(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Find => {
                self.queue.finding = true;
                self.queue.find.choose();
            }
            Action::NextTab | Action::NextPane => return self.turn_shelf(1),
            Action::PreviousTab | Action::PreviousPane => return self.turn_shelf(Shelf::ALL.len() - 1),
            Action::ChooseDepartment => self.choose_department(),
            Action::Open => {
                self.queue.finding = false;
                return match self.queue.tickets.selected().cloned() {
                    Some(ticket) => self.open_ticket(ticket.id.clone(), Some(ticket)),
                    None => Vec::new(),
                };
            }
            Action::Back if self.queue.finding => self.queue.finding = false,
            Action::Back if !self.queue.find.text().is_empty() => {
                self.queue.find = Default::default();
                return self.question_changed();
            }
            Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::First | Action::Last => {
                self.queue.tickets.act(action);
                return self.fill_queue();
            }
            _ => return self.act_global(action),
        }
        Vec::new()
    }

    fn turn_shelf(&mut self, by: usize) -> Vec<Effect> {
        self.queue.shelf = Shelf::ALL[(self.queue.shelf as usize + by) % Shelf::ALL.len()];
        let mut effects = self.question_changed();
        effects.extend(self.ask_for_shelf());
        effects
    }

    fn choose_department(&mut self) {
        let current = &self.queue.department;
        let all = Choice {
            value: Picked::Shown(None),
            label: self.words.say("queue-all-departments"),
            note: String::new(),
            also: String::new(),
            current: current.is_none(),
        };
        let each = self.furniture.departments.iter().map(|department| Choice {
            value: Picked::Shown(Some(department.id.clone())),
            label: department.name.clone(),
            note: String::new(),
            also: String::new(),
            current: current.as_ref() == Some(&department.id),
        });
        let choices = std::iter::once(all).chain(each).collect();
        self.popups.push(Popup::Menu(Menu::new(self.words.say("menu-department"), choices)));
    }

    /// Shows one department's tickets, or everybody's.
    pub(in crate::app) fn show_department(&mut self, department: Option<DepartmentId>) -> Vec<Effect> {
        self.queue.department = department;
        self.queue.totals = [None; 4];
        let mut effects = self.question_changed();
        effects.extend(self.load_shelves());
        effects
    }

    pub(in crate::app) fn type_queue_filter(&mut self, key: Key) -> Vec<Effect> {
        let before = self.queue.find.text().to_owned();
        self.queue.find.key(key);
        if self.queue.find.text() == before { Vec::new() } else { self.question_changed() }
    }

    pub(in crate::app) fn paste_into_queue_filter(&mut self, text: &str) -> Option<Vec<Effect>> {
        if !self.queue.finding {
            return None;
        }
        let whole = self.queue.find.insert(text);
        self.say_when_cut(whole);
        Some(self.question_changed())
    }

    /// Another question: the rows of the last one are no answer to it.
    fn question_changed(&mut self) -> Vec<Effect> {
        self.queue.tickets = List { visible: self.queue.tickets.visible, ..List::default() };
        self.queue.freshness_mut().loaded = false;
        self.load_rows(0)
    }
}

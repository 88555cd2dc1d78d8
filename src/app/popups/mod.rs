//! What keys do in the thing that floats topmost: a file a kind.

mod create;
mod customer;
mod dialog;
mod drafts;
mod form;
mod help;
mod menu;
mod prompt;
mod search;

use super::parts::popup::Popup;
use super::{Action, App, Effect};
use crate::keys::Key;

impl App {
    pub(super) fn act_popup(&mut self, action: Action) -> Vec<Effect> {
        match self.popups.last() {
            Some(Popup::Menu(_)) => self.act_menu(action),
            Some(Popup::Form(_)) => self.act_form(action),
            Some(Popup::Dialog(_)) => self.act_dialog(action),
            Some(Popup::Prompt(_)) => self.act_prompt(action),
            Some(Popup::Drafts(_)) => self.act_drafts(action),
            Some(Popup::Search(_)) => self.act_search(action),
            Some(Popup::Help(_)) => self.act_help(action),
            None => Vec::new(),
        }
    }

    pub(in crate::app) fn type_popup(&mut self, key: Key) -> Vec<Effect> {
        match self.popups.last_mut() {
            Some(Popup::Menu(menu)) => {
                if menu.filter.key(key) {
                    menu.narrow();
                }
                Vec::new()
            }
            Some(Popup::Help(help)) => {
                if help.filter.key(key) {
                    help.top = 0;
                }
                Vec::new()
            }
            Some(Popup::Form(_)) => self.type_form(key),
            Some(Popup::Prompt(_)) => self.type_prompt(key),
            Some(Popup::Search(search)) => {
                let changed = search.text.key(key);
                if changed { self.search_again() } else { Vec::new() }
            }
            Some(Popup::Dialog(_) | Popup::Drafts(_)) | None => Vec::new(),
        }
    }

    pub(super) fn paste_into_popup(&mut self, text: &str) -> Vec<Effect> {
        let now = self.now;
        let whole = match self.popups.last_mut() {
            Some(Popup::Menu(menu)) => {
                let whole = menu.filter.insert(text);
                menu.narrow();
                whole
            }
            Some(Popup::Form(form)) => form.paste(text, now),
            Some(Popup::Prompt(prompt)) => prompt.paste(text),
            Some(Popup::Search(search)) => search.text.insert(text),
            Some(Popup::Help(help)) => help.filter.insert(text),
            Some(Popup::Dialog(_) | Popup::Drafts(_)) | None => return Vec::new(),
        };
        self.say_when_cut(whole);
        if matches!(self.popups.last(), Some(Popup::Search(_))) { self.search_again() } else { Vec::new() }
    }

    /// Closes the lists that float: what was chosen from them is opened below.
    pub(in crate::app) fn close_lists(&mut self) {
        self.popups.retain(|popup| !matches!(popup, Popup::Drafts(_) | Popup::Search(_)));
    }

    /// Closes the topmost floating thing.
    fn close_popup(&mut self) -> Vec<Effect> {
        self.popups.pop();
        Vec::new()
    }
}

//! What keys do at the counter.

use super::{Focus, Tab};
use crate::app::{Action, App, Effect, Load};
use crate::keys::Key;
use crate::model::Module;

impl App {
    pub(in crate::app) fn act_counter(&mut self, module: Module, action: Action) -> Vec<Effect> {
        let counter = self.counter_mut(module);
        match action {
            Action::Find => {
                counter.finding = true;
                counter.find.choose();
                counter.focus = Focus::List;
                let mut effects = vec![Effect::Warm(module)];
                effects.extend(self.follow_list(module));
                return effects;
            }
            Action::NextPane | Action::PreviousPane => {
                counter.focus = if counter.focus == Focus::List { Focus::Record } else { Focus::List };
                return self.follow_list(module);
            }
            Action::NextTab => return self.turn_tab(module, 1),
            Action::PreviousTab => return self.turn_tab(module, Tab::ALL.len() - 1),
            Action::ShowTicketsTab => {
                counter.tab = Tab::Tickets;
                counter.focus = Focus::Record;
            }
            Action::Open => return self.open_selected(module),
            Action::Back => return self.step_back(module),
            Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::First | Action::Last => {
                return self.move_in_counter(module, action);
            }
            _ => return self.act_global(action),
        }
        Vec::new()
    }

    fn turn_tab(&mut self, module: Module, by: usize) -> Vec<Effect> {
        let counter = self.counter_mut(module);
        let at = Tab::ALL.iter().position(|tab| *tab == counter.tab).unwrap_or(0);
        counter.tab = Tab::ALL[(at + by) % Tab::ALL.len()];
        counter.top = 0;
        self.ask_about_record(module)
    }

    fn open_selected(&mut self, module: Module) -> Vec<Effect> {
        let counter = self.counter_mut(module);
        counter.finding = false;
        if counter.focus == Focus::List {
            if counter.shown.is_some() {
                counter.focus = Focus::Record;
            }
            return self.ask_about_record(module);
        }
        if counter.choosing() {
            return self.look_at_candidate(module);
        }
        if let Some(linked) = counter.linked() {
            return self.visit(linked);
        }
        match counter.ticket().cloned() {
            Some(ticket) => self.open_ticket(ticket.id.clone(), Some(ticket)),
            None => Vec::new(),
        }
    }

    /// One step back: out of the filter's line, then out of the record, then out of the filter.
    fn step_back(&mut self, module: Module) -> Vec<Effect> {
        let counter = self.counter_mut(module);
        if counter.finding {
            counter.finding = false;
        } else if counter.focus == Focus::Record && counter.looking.is_some() && counter.tab == Tab::Tickets {
            counter.look_away();
        } else if counter.focus == Focus::Record
            && let Some(screen) = counter.from.take()
        {
            return self.return_to(screen);
        } else if counter.focus == Focus::Record {
            counter.focus = Focus::List;
            return self.follow_list(module);
        } else if !counter.find.text().is_empty() {
            counter.find = Default::default();
            return vec![counter.ask_rows(0)];
        }
        Vec::new()
    }

    /// Whoever comes back to the list sees the page of the row they are on: another one, when the row was deleted.
    fn follow_list(&mut self, module: Module) -> Vec<Effect> {
        let now = self.now;
        self.counter_mut(module).follow(now).into_iter().collect()
    }

    fn move_in_counter(&mut self, module: Module, action: Action) -> Vec<Effect> {
        let now = self.now;
        let counter = self.counter_mut(module);
        if counter.focus == Focus::Record && counter.choosing() {
            counter.candidates.act(action);
            return Vec::new();
        }
        if counter.focus == Focus::Record && counter.tab == Tab::Tickets {
            counter.tickets.act(action);
            return self.reload_tab(module);
        }
        if let Some(last) = counter.last_link() {
            counter.link = match action {
                Action::Down => counter.link + 1,
                Action::Up => counter.link.saturating_sub(1),
                Action::PageDown => counter.link + 10,
                Action::PageUp => counter.link.saturating_sub(10),
                Action::First => 0,
                _ => last,
            }
            .min(last);
            return Vec::new();
        }
        if counter.focus == Focus::Record {
            counter.top = match action {
                Action::Down => counter.top + 1,
                Action::Up => counter.top.saturating_sub(1),
                Action::PageDown => counter.top + 10,
                Action::PageUp => counter.top.saturating_sub(10),
                Action::First => 0,
                _ => counter.top,
            };
            return Vec::new();
        }
        counter.rows.act(action);
        // The page of the selected record first: it is waited for, the next rows mostly not yet.
        let page = counter.follow(now);
        let more = counter.ask_more_rows();
        page.into_iter().chain(more).collect()
    }

    pub(in crate::app) fn type_filter(&mut self, module: Module, key: Key) -> Vec<Effect> {
        let counter = self.counter_mut(module);
        let before = counter.find.text().to_owned();
        counter.find.key(key);
        if counter.find.text() == before { Vec::new() } else { self.filter_changed(module) }
    }

    pub(in crate::app) fn paste_into_filter(&mut self, text: &str) -> Option<Vec<Effect>> {
        let Some(module) = self.screen.module() else { return self.paste_into_queue_filter(text) };
        let counter = self.counter_mut(module);
        if !counter.finding {
            return None;
        }
        let whole = counter.find.insert(text);
        self.say_when_cut(whole);
        Some(self.filter_changed(module))
    }

    fn filter_changed(&mut self, module: Module) -> Vec<Effect> {
        let counter = self.counter_mut(module);
        counter.rows.cursor = 0;
        counter.rows.top = 0;
        // The best match is shown, not the row that happened to be selected before.
        vec![Effect::Load(Load::Rows {
            module,
            text: counter.find.text().to_owned(),
            offset: 0,
            keep: None,
            ahead: false,
        })]
    }
}

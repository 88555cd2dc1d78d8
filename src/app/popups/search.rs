//! Searching what was said anywhere: at once among what was read here, and, when the keys rest, in Desk.

use jiff::{SignedDuration, Timestamp};

use crate::app::effect::Hit;
use crate::app::parts::popup::{Asked, Popup, Search};
use crate::app::{Action, App, Effect, Fetch, Load, Trouble};
use crate::model::Window;

/// Desk is asked when nothing was typed for so long.
const REST: SignedDuration = SignedDuration::from_millis(400);

/// Desk searches for this many letters or more.
const SHORTEST: usize = 3;

impl App {
    pub(super) fn act_search(&mut self, action: Action) -> Vec<Effect> {
        let Some(Popup::Search(search)) = self.popups.last_mut() else { return Vec::new() };
        match action {
            Action::Open => {
                let Some(ticket) = search.hits.selected().map(|hit| hit.ticket.clone()) else {
                    return Vec::new();
                };
                let search = self.popups.pop();
                let effects = self.open_ticket(ticket, None);
                if let (Some(talk), Some(Popup::Search(search))) = (&mut self.talk, search) {
                    talk.found_by = Some(Box::new(search));
                }
                effects
            }
            Action::Back => self.close_popup(),
            _ => {
                search.hits.act(action);
                Vec::new()
            }
        }
    }

    pub(super) fn search_again(&mut self) -> Vec<Effect> {
        let now = self.now;
        let Some(search) = self.search_mut() else { return Vec::new() };
        let text = search.text.text().to_owned();
        let asks = text.trim().chars().count() >= SHORTEST;
        search.desk = if asks { Asked::Asking } else { Asked::Not };
        search.rests = asks.then_some(now + REST);
        // What Desk found for other words is no answer to these.
        search.found.clear();
        vec![Effect::Load(Load::Search(text))]
    }

    /// When Desk shall be asked.
    pub(in crate::app) fn search_rests(&self) -> Option<Timestamp> {
        match self.popups.last() {
            Some(Popup::Search(search)) => search.rests,
            _ => None,
        }
    }

    /// Asks Desk when the keys have rested.
    pub(in crate::app) fn search_in_desk(&mut self) -> Option<Effect> {
        let now = self.now;
        let search = self.search_mut()?;
        search.rests.take_if(|at| *at <= now)?;
        Some(Effect::Fetch(Fetch::Search(search.text.text().to_owned())))
    }

    /// Takes what was found here.
    pub(in crate::app) fn take_hits(&mut self, text: &str, hits: Vec<Hit>) {
        if let Some(search) = self.search_mut().filter(|search| search.text.text() == text) {
            search.show(hits);
        }
    }

    /// Takes what Desk found: what was found here already is not said twice.
    pub(in crate::app) fn take_found(&mut self, text: &str, found: Vec<Hit>) {
        if let Some(search) = self.search_mut().filter(|search| search.text.text() == text) {
            search.found = found;
            search.desk = Asked::Answered;
            let here = std::mem::take(&mut search.hits.window.rows);
            search.show(here.into_iter().filter(|hit| !hit.in_desk).collect());
        }
    }

    /// Desk could not be asked.
    pub(in crate::app) fn search_failed(&mut self, text: &str, trouble: &Trouble) {
        if let Some(search) = self.search_mut().filter(|search| search.text.text() == text) {
            search.desk = Asked::Failed(trouble.clone());
        }
    }

    fn search_mut(&mut self) -> Option<&mut Search> {
        match self.popups.last_mut() {
            Some(Popup::Search(search)) => Some(search),
            _ => None,
        }
    }
}

impl Search {
    fn show(&mut self, mut rows: Vec<Hit>) {
        let known = |hit: &Hit, rows: &[Hit]| rows.iter().any(|row| row.ticket == hit.ticket);
        for hit in &self.found {
            if !known(hit, &rows) {
                rows.push(hit.clone());
            }
        }
        self.hits.take(Window { total: rows.len(), offset: 0, rows }, None);
    }
}

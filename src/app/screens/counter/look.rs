//! Several match in Desk: one of them can be chosen to look at. Nothing is linked by it, and nothing is remembered.

use super::Counter;
use crate::app::parts::list::List;
use crate::app::parts::pane::Freshness;
use crate::app::{App, Effect, Fetch};
use crate::model::{DeskTwin, Module, TicketCounts};

impl App {
    /// Shows the tickets of the selected candidate.
    pub(super) fn look_at_candidate(&mut self, module: Module) -> Vec<Effect> {
        let counter = self.counter_mut(module);
        let Some(candidate) = counter.candidates.selected().cloned() else { return Vec::new() };
        let twin = candidate.twin();
        counter.looking = Some(candidate);
        counter.forget_tickets();
        counter.tickets_fresh.fetching = true;
        let mut effects: Vec<_> = counter.ask_tickets(0).into_iter().collect();
        effects.push(Effect::Fetch(Fetch::TicketsOfCandidate(module, twin)));
        effects
    }
}

impl Counter {
    /// Whether this candidate's tickets are looked at.
    pub(in crate::app) fn looks_at(&self, twin: &DeskTwin) -> bool {
        self.looking.as_ref().is_some_and(|candidate| candidate.twin() == *twin)
    }

    /// Goes back from a candidate to all of them.
    pub(super) fn look_away(&mut self) {
        self.looking = None;
        self.forget_tickets();
        self.tickets_fresh.fetched = self.page.as_ref().and_then(|page| page.tickets_fetched);
        self.tickets_fresh.loaded = true;
    }

    /// Other tickets are asked for: these are no answer.
    pub(super) fn forget_tickets(&mut self) {
        self.tickets = List { visible: self.tickets.visible, ..List::default() };
        self.counts = TicketCounts::default();
        self.tickets_fresh = Freshness::default();
    }
}

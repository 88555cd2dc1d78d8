//! What the cache answers about the queue, and what is asked next.

use jiff::Timestamp;

use super::Queue;
use crate::app::effect::TicketPlace;
use crate::app::{App, Effect, Fetch, Load};
use crate::model::{Ticket, TicketCounts, TicketQuery, Window};

impl App {
    /// Reads the shown shelf from the cache.
    pub(in crate::app) fn load_queue(&self, offset: usize) -> Vec<Effect> {
        let query = self.queue.query(self.my_id());
        query
            .map(|query| Effect::Load(Load::Tickets { place: TicketPlace::Queue, query, offset }))
            .into_iter()
            .collect()
    }

    /// Asks Zoho for the shown shelf.
    pub(in crate::app) fn ask_for_shelf(&mut self) -> Vec<Effect> {
        let Some(scope) = Queue::scope(self.queue.shelf, self.my_id()) else { return Vec::new() };
        self.queue.freshness_mut().fetching = true;
        vec![Effect::Fetch(Fetch::Queue(scope))]
    }

    pub(in crate::app) fn take_queue(
        &mut self,
        query: &TicketQuery,
        window: Window<Ticket>,
        counts: TicketCounts,
        fetched: Option<Timestamp>,
    ) -> Vec<Effect> {
        if self.queue.query(self.my_id()).as_ref() != Some(query) {
            return Vec::new();
        }
        // At the top stays at the top: the newest may still be on its way.
        let kept = self.queue.tickets.selected().filter(|_| self.queue.tickets.cursor > 0);
        let kept = kept.map(|ticket| ticket.id.clone());
        let place =
            kept.and_then(|id| window.rows.iter().position(|row| row.id == id)).map(|at| at + window.offset);
        self.queue.tickets.take(window, place);
        self.queue.counts = counts;
        let fresh = self.queue.freshness_mut();
        fresh.loaded = true;
        fresh.fetched = fresh.fetched.max(fetched);
        self.queue.tickets.misses().map(|offset| self.load_queue(offset)).unwrap_or_default()
    }

    /// Asks for tickets that are not here and came into view, or soon will.
    pub(in crate::app) fn fill_queue(&self) -> Vec<Effect> {
        self.queue.tickets.wants().map(|offset| self.load_queue(offset)).unwrap_or_default()
    }
}

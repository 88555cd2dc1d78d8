//! What the cache answers about the queue, and what is asked next.

use jiff::{SignedDuration, Timestamp};

use super::{Queue, Shelf};
use crate::app::effect::TicketPlace;
use crate::app::{App, Effect, Fetch, Load};
use crate::model::{DepartmentId, Ticket, TicketCounts, TicketQuery, TicketScope, Window};

/// Desk is asked to count so often at most.
const COUNTED: SignedDuration = SignedDuration::from_secs(60);

/// What Desk does not count is read so often for its number alone.
const UNCOUNTED: SignedDuration = SignedDuration::from_mins(10);

impl App {
    /// Reads the shown shelf from the cache.
    pub(in crate::app) fn load_queue(&self, offset: usize) -> Vec<Effect> {
        self.load_rows(offset).into_iter().chain(self.load_shelves()).collect()
    }

    /// Reads the rows of the shown shelf alone: what a key waits for.
    pub(in crate::app) fn load_rows(&self, offset: usize) -> Vec<Effect> {
        let query = self.queue.query(self.my_id(), &self.words);
        let rows =
            query.map(|query| Effect::Load(Load::Tickets { place: TicketPlace::Queue, query, offset }));
        rows.into_iter().collect()
    }

    /// Reads how many tickets stand on the shelves.
    pub(in crate::app) fn load_shelves(&self) -> Option<Effect> {
        let me = self.my_id()?.clone();
        Some(Effect::Load(Load::Shelves { me, department: self.queue.department.clone() }))
    }

    pub(in crate::app) fn take_shelves(
        &mut self,
        department: Option<&DepartmentId>,
        counts: [Option<u32>; 4],
        mine: Option<u32>,
    ) {
        self.queue.mine = mine;
        if self.queue.department.as_ref() == department {
            self.queue.totals = counts;
        }
    }

    /// Lets Desk count what stands on the shelves, unless it has just done so.
    pub(in crate::app) fn ask_for_totals(&mut self, every: SignedDuration) -> Option<Effect> {
        let me = self.my_id()?.clone();
        if self.queue.counted.is_some_and(|at| self.now.duration_since(at) < every) {
            return None;
        }
        self.queue.counted = Some(self.now);
        Some(Effect::Fetch(Fetch::Totals(me)))
    }

    /// Asks Zoho for the shown shelf.
    pub(in crate::app) fn ask_for_shelf(&mut self) -> Vec<Effect> {
        let Some(scope) = Queue::scope(self.queue.shelf, self.my_id()) else { return Vec::new() };
        self.queue.freshness_mut().fetching = true;
        let mut effects = vec![Effect::Fetch(Fetch::Queue(scope))];
        effects.extend(self.ask_for_totals(COUNTED));
        // Desk does not count these as they are shown here: they are read for their numbers as well.
        for (shelf, scope) in
            [(Shelf::Unassigned, TicketScope::Unassigned), (Shelf::Overdue, TicketScope::Overdue)]
        {
            let fresh = &mut self.queue.fresh[shelf as usize];
            if self.queue.shelf != shelf && fresh.due(self.now, UNCOUNTED) {
                fresh.fetching = true;
                effects.push(Effect::Fetch(Fetch::Queue(scope)));
            }
        }
        effects
    }

    pub(in crate::app) fn take_queue(
        &mut self,
        query: &TicketQuery,
        window: Window<Ticket>,
        counts: TicketCounts,
        fetched: Option<Timestamp>,
    ) -> Vec<Effect> {
        if self.queue.query(self.my_id(), &self.words).as_ref() != Some(query) {
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
        self.queue.tickets.wants().map(|offset| self.load_rows(offset)).unwrap_or_default()
    }
}

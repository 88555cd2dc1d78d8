//! The agent's own tickets: mine, unassigned, overdue, all open; of one department or all.

mod act;
mod take;

use jiff::Timestamp;

use crate::app::parts::{line::Line, list::List, pane::Freshness};
use crate::model::{AgentId, DepartmentId, Ticket, TicketCounts, TicketQuery, TicketScope};
use crate::text::Words;

/// Which part of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// Assigned to the agent.
    #[default]
    Mine,
    /// Assigned to nobody.
    Unassigned,
    /// Past their due time.
    Overdue,
    /// All that are not closed.
    AllOpen,
}

impl Shelf {
    /// In the order of the screen.
    pub const ALL: [Self; 4] = [Self::Mine, Self::Unassigned, Self::Overdue, Self::AllOpen];
}

/// The state of the Tickets screen.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    /// Which part is shown.
    pub shelf: Shelf,
    /// Only this department's.
    pub department: Option<DepartmentId>,
    /// The filter as typed.
    pub find: Line,
    /// Whether the filter is being typed.
    pub finding: bool,
    /// The tickets.
    pub tickets: List<Ticket>,
    /// How many of which kind.
    pub counts: TicketCounts,
    /// Whether the shown shelf was not read to its end: older tickets are not here.
    pub cut: bool,
    /// How many stand on each shelf, in the order of [`Shelf::ALL`]; none = not known.
    pub totals: [Option<u32>; 4],
    /// How many are the agent's own, of all departments.
    pub mine: Option<u32>,
    /// When Desk was last asked to count.
    pub counted: Option<Timestamp>,
    /// How good they are: one a shelf, in the order of [`Shelf::ALL`].
    pub fresh: [Freshness; 4],
}

impl Queue {
    /// How good the shown shelf is.
    pub fn freshness(&self) -> &Freshness {
        &self.fresh[self.shelf as usize]
    }

    /// The same, to change it.
    pub fn freshness_mut(&mut self) -> &mut Freshness {
        &mut self.fresh[self.shelf as usize]
    }

    /// What a shelf holds; `None` while nobody knows who is signed in.
    pub fn scope(shelf: Shelf, me: Option<&AgentId>) -> Option<TicketScope> {
        Some(match shelf {
            Shelf::Mine => TicketScope::Mine(me?.clone()),
            Shelf::Unassigned => TicketScope::Unassigned,
            Shelf::Overdue => TicketScope::Overdue,
            Shelf::AllOpen => TicketScope::AllOpen,
        })
    }

    /// The question to the cache for what is shown.
    pub fn query(&self, me: Option<&AgentId>, words: &Words) -> Option<TicketQuery> {
        Some(TicketQuery {
            scope: Self::scope(self.shelf, me)?,
            department: self.department.clone(),
            text: self.find.text().to_owned(),
            meant: words.meant(self.find.text()),
        })
    }
}

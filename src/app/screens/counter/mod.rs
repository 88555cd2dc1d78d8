//! The counter: a list of contacts, companies or deals, and the page of the selected one beside it.

mod act;
mod take;

use jiff::Timestamp;

use crate::app::effect::RecordPage;
use crate::app::parts::{line::Line, list::List, pane::Freshness};
use crate::model::{Module, RecordId, RecordRow, Ticket, TicketCounts};

/// The state of one of the three panes.
#[derive(Clone, Debug)]
pub struct Counter {
    /// Which module.
    pub module: Module,
    /// The filter as typed.
    pub find: Line,
    /// Whether the filter is being typed.
    pub finding: bool,
    /// The rows.
    pub rows: List<RecordRow>,
    /// How good they are.
    pub fresh: Freshness,
    /// Where the keys go.
    pub focus: Focus,
    /// Which tab of the record's page.
    pub tab: Tab,
    /// The record whose page is wanted.
    pub shown: Option<RecordId>,
    /// Its page, once the cache answered.
    pub page: Option<RecordPage>,
    /// Whether the cache does not have it any more: it was deleted in Bigin, and the page shows what was known.
    pub gone: bool,
    /// Its tickets.
    pub tickets: List<Ticket>,
    /// How many of which kind.
    pub counts: TicketCounts,
    /// How good the tickets are.
    pub tickets_fresh: Freshness,
    /// How good the activities are.
    pub activities_fresh: Freshness,
    /// How good the deals are.
    pub deals_fresh: Freshness,
    /// The first visible line of the tabs that only scroll.
    pub top: usize,
    /// Zoho is asked about the shown record when the cursor has rested until then.
    pub rests: Option<Timestamp>,
}

/// Where the keys go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The record's page.
    Record,
}

/// The tabs of a record's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Who and what.
    Overview,
    /// Their tickets.
    #[default]
    Tickets,
    /// Notes, tasks, calls, meetings.
    Activity,
}

impl Tab {
    /// In the order of the screen.
    pub const ALL: [Self; 3] = [Self::Overview, Self::Tickets, Self::Activity];
}

impl Counter {
    /// An empty pane.
    pub fn new(module: Module) -> Self {
        Self {
            module,
            find: Line::default(),
            finding: false,
            rows: List::default(),
            fresh: Freshness::default(),
            focus: Focus::default(),
            tab: Tab::default(),
            shown: None,
            page: None,
            gone: false,
            tickets: List::default(),
            counts: TicketCounts::default(),
            tickets_fresh: Freshness::default(),
            activities_fresh: Freshness::default(),
            deals_fresh: Freshness::default(),
            top: 0,
            rests: None,
        }
    }

    /// The selected ticket, when the Tickets tab has the keys.
    pub fn ticket(&self) -> Option<&Ticket> {
        (self.focus == Focus::Record && self.tab == Tab::Tickets).then(|| self.tickets.selected()).flatten()
    }
}

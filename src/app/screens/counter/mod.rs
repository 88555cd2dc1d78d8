//! The counter: a list of contacts, companies or deals, and the page of the selected one beside it.

mod act;
mod links;
mod look;
mod take;

use jiff::Timestamp;

pub use links::links;

use crate::app::ScreenName;
use crate::app::effect::RecordPage;
use crate::app::parts::{line::Line, list::List, pane::Freshness};
use crate::model::{Candidate, Module, RecordId, RecordRow, Ticket, TicketCounts, TicketScope};

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
    /// Those of Desk that match it, where several do: to choose one and look at its tickets.
    pub candidates: List<Candidate>,
    /// The one of them whose tickets are looked at; the record's own twin is as unknown as before.
    pub looking: Option<Candidate>,
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
    /// Which of the records that the Overview names has the cursor.
    pub link: usize,
    /// A record to go to as soon as its place in the list is known.
    pub seek: Option<RecordId>,
    /// The screen from which the shown record was opened: where the way back leads.
    pub from: Option<ScreenName>,
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
            candidates: List::default(),
            looking: None,
            tickets: List::default(),
            counts: TicketCounts::default(),
            tickets_fresh: Freshness::default(),
            activities_fresh: Freshness::default(),
            deals_fresh: Freshness::default(),
            top: 0,
            link: 0,
            seek: None,
            from: None,
            rests: None,
        }
    }

    /// Whose tickets the tab shows: those of the candidate that is looked at, else the record's own; none while its
    /// twin is not known.
    pub fn scope(&self) -> Option<TicketScope> {
        let own = || self.page.as_ref().and_then(|page| page.scope.clone());
        self.looking.as_ref().map(Candidate::scope).or_else(own)
    }

    /// Whether the Tickets tab offers candidates instead of tickets.
    pub fn choosing(&self) -> bool {
        self.tab == Tab::Tickets && self.candidates.window.total > 0 && self.scope().is_none()
    }

    /// The record that the Overview's cursor is on.
    pub fn linked(&self) -> Option<RecordId> {
        if self.focus != Focus::Record || self.tab != Tab::Overview {
            return None;
        }
        links(self.page.as_ref()?).into_iter().nth(self.link)
    }

    /// The last of the records that the Overview names, when its cursor has the keys.
    fn last_link(&self) -> Option<usize> {
        self.linked()?;
        links(self.page.as_ref()?).len().checked_sub(1)
    }

    /// The selected ticket, when the Tickets tab has the keys.
    pub fn ticket(&self) -> Option<&Ticket> {
        (self.focus == Focus::Record && self.tab == Tab::Tickets).then(|| self.tickets.selected()).flatten()
    }
}

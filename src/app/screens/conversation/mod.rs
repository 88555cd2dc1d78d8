//! An opened ticket: its head, and what was said, oldest first.

mod act;
mod lines;
mod take;

use std::collections::BTreeSet;

pub use lines::{Line, lay_out};

use crate::app::effect::{Said, TicketPage};
use crate::app::parts::pane::Freshness;
use crate::app::parts::popup::Search;
use crate::model::{Conversation, DraftKind, Entry, EntryKey, Ticket, TicketId};

/// The state of an opened ticket.
#[derive(Clone, Debug)]
pub struct Talk {
    /// Which ticket.
    pub id: TicketId,
    /// What the cache knows of it; the row of the list until then.
    pub ticket: Option<Ticket>,
    /// What was said.
    pub page: Option<TicketPage>,
    /// How good it is.
    pub fresh: Freshness,
    /// For how many columns it is laid out.
    pub width: u16,
    /// Every line of it, in order: what is drawn, and what scrolling counts.
    pub lines: Vec<Line>,
    /// The first visible line.
    pub top: usize,
    /// How many lines are visible, as last drawn.
    pub visible: usize,
    /// The selected entry.
    pub selected: usize,
    /// Entries whose quote is unfolded.
    pub unfolded: BTreeSet<EntryKey>,
    /// Whether the reader has moved: until then the end stays in view, while texts come in one by one.
    pub moved: bool,
    /// What to write as soon as the conversation is here.
    pub then: Option<DraftKind>,
    /// The search it was found with: *back* leads there.
    pub found_by: Option<Box<Search>>,
}

impl Talk {
    /// A ticket just opened; the row that was selected serves as its head meanwhile.
    pub fn new(id: TicketId, ticket: Option<Ticket>, width: u16) -> Self {
        Self {
            id,
            ticket,
            page: None,
            fresh: Freshness::default(),
            width,
            lines: Vec::new(),
            top: 0,
            visible: 20,
            selected: 0,
            unfolded: BTreeSet::new(),
            moved: false,
            then: None,
            found_by: None,
        }
    }

    /// What was said, without how it is laid out.
    pub fn conversation(&self) -> Conversation {
        let entries = self.said().iter().map(|said| said.entry.clone()).collect();
        Conversation { ticket: self.id.clone(), entries }
    }

    /// What was said, as far as it is here.
    pub fn said(&self) -> &[Said] {
        self.page.as_ref().map_or(&[], |page| &page.entries)
    }

    /// The selected entry.
    pub fn entry(&self) -> Option<&Entry> {
        self.said().get(self.selected).map(|said| &said.entry)
    }
}

//! A question that floats: a few lines and a few answers, each with its key.

use jiff::Timestamp;

use crate::model::pairing::Act;
use crate::model::{Draft, DraftId, OutgoingId, TicketId};

/// What an answer leads to. Data, not a closure, so that tests can read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing: back to where one was.
    Nothing,
    /// Send this although something was asked.
    Send(Box<Draft>),
    /// Send a message that waits in the outbox; its writer has seen what is new. Who gets it is compared with the newest
    /// message first, when the ticket has grown.
    Deliver(OutgoingId),
    /// Send it: that was answered as well.
    DeliverChecked(OutgoingId),
    /// Take a message of the outbox back and edit it.
    TakeBack(OutgoingId),
    /// Ask once more before a message of the outbox is thrown away.
    AskDrop(OutgoingId),
    /// Throw a message of the outbox away.
    DropOutgoing(OutgoingId),
    /// Throw a draft away.
    DropDraft(DraftId),
    /// Throw a form of `+ Ticket` away.
    DropForm(String),
    /// Open a ticket.
    OpenTicket(TicketId),
    /// Look once more for the ticket of a form whose answer was lost.
    LookForTicket,
    /// Create the ticket of a form although it may be there already.
    CreateTicket,
    /// Ask for a change of the pairing.
    AskFor(Box<Act>),
    /// Leave the program.
    Quit,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The letter that gives it.
    pub key: char,
    /// What it is called.
    pub label: String,
    /// What it leads to.
    pub then: Then,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialog {
    /// Its title.
    pub title: String,
    /// What there is to know: clean text, each a paragraph.
    pub lines: Vec<String>,
    /// The answers; Enter gives the selected one, Esc the last.
    pub answers: Vec<Answer>,
    /// The selected answer.
    pub selected: usize,
    /// When it came up, if no key of its reader brought it.
    pub unasked: Option<Timestamp>,
}

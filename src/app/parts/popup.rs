//! What floats above the screen: a stack, so that a menu can float above a form.

use super::{
    dialog::Dialog,
    form::{Customer, Form},
    list::List,
    menu::Menu,
    prompt::Prompt,
};
use jiff::Timestamp;

use crate::app::Trouble;
use crate::app::effect::Hit;
use crate::model::pairing::{Change, Kind, Per, RecordId};
use crate::model::{Address, AgentId, Attachment, DepartmentId, Draft, Outgoing, TicketForm, TicketId};

/// One floating thing.
#[derive(Clone, Debug)]
pub enum Popup {
    /// A menu.
    Menu(Menu<Picked>),
    /// `+ Ticket`.
    Form(Box<Form>),
    /// A question.
    Dialog(Dialog),
    /// A path.
    Prompt(Prompt),
    /// Drafts and outbox.
    Drafts(List<Written>),
    /// What was said anywhere.
    Search(Search),
    /// All keys.
    Help(Help),
}

/// What a menu gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A status for a ticket.
    Status(TicketId, String),
    /// The address to send from.
    From(Address),
    /// The department whose tickets are shown; none = all.
    Shown(Option<DepartmentId>),
    /// Whose the new ticket is, of several that match or belong to the company.
    Customer(Box<Customer>),
    /// The department of the new ticket: id and name.
    Department(DepartmentId, String),
    /// The priority of the new ticket.
    Priority(Option<String>),
    /// The channel of the new ticket.
    Channel(String),
    /// The assignee of the new ticket: id and name.
    Assignee(Option<(AgentId, String)>),
    /// An attachment to save.
    Attachment(Attachment),
    /// Two records that belong together.
    Partner(Kind, Per<RecordId>),
    /// Who wins conflicts of a field from now on.
    Wins(Change),
}

/// A row of the list of things written and not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A draft.
    Draft(Draft),
    /// A message of the outbox.
    Outgoing(Outgoing),
    /// A form of `+ Ticket`.
    Form(TicketForm),
}

/// A search over all tickets.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is typed.
    pub text: super::line::Line,
    /// What was found here, then what Desk found beside it.
    pub hits: List<Hit>,
    /// What Desk found, for the words it was asked for.
    pub found: Vec<Hit>,
    /// When Desk is asked, if nothing more is typed.
    pub rests: Option<Timestamp>,
    /// How far Desk's answer is.
    pub desk: Asked,
}

/// How far Desk's answer to a search is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Asked {
    /// It is not asked: too little is typed.
    #[default]
    Not,
    /// It will be, or is being asked.
    Asking,
    /// It has answered.
    Answered,
    /// It could not be asked.
    Failed(Trouble),
}

/// The page of keys.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// What is typed to filter by name or key.
    pub filter: super::line::Line,
    /// The first visible line.
    pub top: usize,
}

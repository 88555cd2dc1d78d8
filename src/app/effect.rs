//! What shall happen outside: `update` returns these, `jobs` carries them out. Plain data, so that tests read them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::Timestamp;

use super::Trouble;
use crate::model::pairing::{Act, Change, List, Overview, Page, Row, RowKey};
use crate::model::{
    Activity, Agent, AgentId, Candidate, Channel, Company, Contact, Deal, Department, DepartmentId, DeskTwin,
    FromAddress, Me,
};
use crate::model::{
    Attachment, Draft, DraftId, Entry, Module, NewTicket, OutgoingId, RecordId, RecordRow, TicketCounts,
    TicketForm, TicketId, TicketQuery, TicketScope, Window,
};
use crate::model::{Outgoing, Permissions, Status, Ticket};
use crate::text::Letter;

/// Something to be done outside the loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read from the cache; answered by [`Message::Loaded`](super::Message::Loaded).
    Load(Load),
    /// Ask Zoho and put the answer into the cache; answered by [`Message::Fetched`](super::Message::Fetched).
    Fetch(Fetch),
    /// Get ready to filter a module: what the first letter would have to wait for is done before it is typed.
    Warm(Module),
    /// Keep what is being written.
    SaveDraft(Box<Draft>),
    /// Forget a draft.
    DropDraft(DraftId),
    /// Keep a form of `+ Ticket`.
    SaveForm(Box<TicketForm>),
    /// Forget a form, by its [`TicketForm::key`].
    DropForm(String),
    /// Commit a message to the outbox, held until then.
    Queue {
        /// What to send.
        draft: Box<Draft>,
        /// When the hold ends.
        until: Timestamp,
    },
    /// Take a message back from the outbox; it becomes a draft again.
    TakeBack(OutgoingId),
    /// Hand a message to Zoho now. `despite_news`: the sender has seen what is new and sends all the same.
    Deliver {
        /// Which.
        id: OutgoingId,
        /// Whether the stale-thread guard was answered.
        despite_news: bool,
    },
    /// Compare who gets a message of the outbox with the newest message of its ticket, before it leaves although the
    /// ticket has grown; answered by [`Message::CheckedAgain`](super::Message::CheckedAgain).
    CheckAgain(OutgoingId),
    /// Forget a message of the outbox.
    DropOutgoing(OutgoingId),
    /// A person asks: what is left alone for a while after Zoho refused it may be asked at once.
    Insist,
    /// Change a ticket's status.
    SetStatus {
        /// Which ticket.
        ticket: TicketId,
        /// The status by name.
        status: String,
    },
    /// Create a ticket.
    CreateTicket(Box<NewTicket>),
    /// Look for a ticket that may have been created, without its answer, since then.
    LookForTicket {
        /// What was asked for.
        new: Box<NewTicket>,
        /// When.
        since: Timestamp,
    },
    /// Look at a file that shall be attached.
    StatFile(PathBuf),
    /// List what a path could go on with.
    CompletePath(String),
    /// Save an attachment to a file.
    SaveAttachment {
        /// What.
        attachment: Attachment,
        /// Where to.
        path: PathBuf,
    },
    /// Let `$EDITOR` go on with this text.
    Edit(String),
    /// Let `$PAGER` show this text.
    Read(String),
    /// Put this on the clipboard.
    Copy(String),
    /// Ask for something that the next run does, or change the mapping; answered by
    /// [`Message::AskedFor`](super::Message::AskedFor).
    AskFor(Act),
    /// Look what a change of the mapping would be; answered by [`Message::Proposed`](super::Message::Proposed).
    Propose(Change),
    /// Bring Bigin and Desk together, until nothing is left to do.
    RunSync,
    /// Stop that.
    StopSync,
    /// Watch the ledger for what other processes write, or no longer.
    WatchLedger(bool),
    /// Stop the program for a while.
    Suspend,
    /// Leave.
    Quit,
}

/// What to read from the cache. The answer carries the question, so that a late one can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load {
    /// Rows of one module.
    Rows {
        /// Which.
        module: Module,
        /// The filter as typed.
        text: String,
        /// From which place.
        offset: usize,
        /// The record whose place shall be told.
        keep: Option<RecordId>,
        /// Whether all rows in view are here: these are for the next page, and nobody waits for them.
        ahead: bool,
    },
    /// A record's page.
    Record(RecordId),
    /// Tickets.
    Tickets {
        /// Whose list this is.
        place: TicketPlace,
        /// Which.
        query: TicketQuery,
        /// From which place.
        offset: usize,
    },
    /// A ticket with its conversation, laid out for a width in columns.
    Conversation {
        /// Which.
        ticket: TicketId,
        /// For how many columns.
        width: u16,
    },
    /// How many tickets stand on each shelf of the queue.
    Shelves {
        /// Who is signed in.
        me: AgentId,
        /// Only this department's.
        department: Option<DepartmentId>,
    },
    /// Drafts and outbox.
    Writing,
    /// Departments, statuses, agents, …
    Furniture,
    /// What was said anywhere.
    Search(String),
    /// How the pairing of Bigin and Desk stands.
    Overview,
    /// Rows of one of its lists.
    Pairs {
        /// Which.
        list: List,
        /// From which place.
        offset: usize,
    },
    /// A record of it, or a pair.
    Pair(RowKey),
}

/// Which list of tickets on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TicketPlace {
    /// The Tickets tab of a record of this module.
    Tab(Module),
    /// The Tickets screen.
    Queue,
}

/// What a [`Load`] found.
#[derive(Clone, Debug)]
pub enum Loaded {
    /// Rows of one module.
    Rows {
        /// The rows.
        window: Window<RecordRow>,
        /// Where the record to keep stands now.
        place: Option<usize>,
        /// When the whole list was last fetched.
        fetched: Option<Timestamp>,
    },
    /// A record's page; none when the cache does not know it.
    Record(Option<Box<RecordPage>>),
    /// Tickets.
    Tickets {
        /// The rows.
        window: Window<Ticket>,
        /// How many of which kind.
        counts: TicketCounts,
        /// When they were last fetched.
        fetched: Option<Timestamp>,
        /// Whether Desk was not read to the end then: there are older ones that are not here.
        cut: bool,
    },
    /// How many tickets stand on each shelf of the queue, as far as that is known.
    Shelves {
        /// In the order of [`Shelf::ALL`](super::screens::queue::Shelf::ALL).
        counts: [Option<u32>; 4],
        /// The agent's own, of all departments.
        mine: Option<u32>,
    },
    /// A conversation; none when the cache does not know the ticket.
    Conversation(Option<Box<TicketPage>>),
    /// Drafts and outbox.
    Writing {
        /// Drafts, newest first.
        drafts: Vec<Draft>,
        /// The outbox, oldest first.
        outbox: Vec<Outgoing>,
        /// Which of the messages another living process answers for.
        others: BTreeSet<OutgoingId>,
        /// Which of the drafts another living process saved last: it may have them on its screen.
        elsewhere: BTreeSet<DraftId>,
        /// Forms of `+ Ticket` that were left, newest first.
        forms: Vec<TicketForm>,
    },
    /// Departments, statuses, agents, …
    Furniture(Box<Furniture>),
    /// What was found.
    Search(Vec<Hit>),
    /// How the pairing stands; none when there is no ledger.
    Overview(Option<Box<Overview>>),
    /// Rows of one of its lists.
    Pairs(Window<Row>),
    /// A record of it; none when the ledger does not know it any more.
    Pair(Option<Box<Page>>),
    /// The ledger could not be read.
    NoLedger(Trouble),
}

/// A record of one of the three modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A contact.
    Contact(Contact),
    /// A company.
    Company(Company),
    /// A deal.
    Deal(Deal),
}

/// What a record's page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPage {
    /// The record.
    pub record: Record,
    /// Its twin in Desk, when it was looked up. A deal has those of its contact and company.
    pub twins: Vec<DeskTwin>,
    /// Which tickets are its own; none until the twin is known.
    pub scope: Option<TicketScope>,
    /// How many.
    pub counts: TicketCounts,
    /// Notes, tasks, calls, meetings, newest first.
    pub activities: Vec<Activity>,
    /// What the twins are called in Desk, in their order; empty where that is not known.
    pub twin_names: Vec<String>,
    /// Those that match where several do, and nobody guesses.
    pub candidates: Vec<Candidate>,
    /// The deals of a contact or company.
    pub deals: Vec<Deal>,
    /// The people of a company, as rows.
    pub related: Vec<RecordRow>,
    /// The same people: for whom a ticket can be made.
    pub people: Vec<Person>,
    /// When twin and tickets were last looked up.
    pub tickets_fetched: Option<Timestamp>,
    /// When the activities were last fetched.
    pub activities_fetched: Option<Timestamp>,
}

/// Somebody of a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub contact: Contact,
    /// Their twin in Desk, when it was looked up.
    pub twin: Option<DeskTwin>,
}

/// A ticket with all that was said, ready to be drawn.
#[derive(Clone, Debug)]
pub struct TicketPage {
    /// The ticket.
    pub ticket: Ticket,
    /// The entries, oldest first, each with its text laid out.
    pub entries: Vec<Said>,
    /// When it was last fetched.
    pub fetched: Option<Timestamp>,
    /// The domains of the customer: who is in none of them, nor in ours, is outside.
    pub customer: Vec<String>,
}

/// One entry, laid out.
#[derive(Clone, Debug)]
pub struct Said {
    /// The entry.
    pub entry: Entry,
    /// Its text for the width that was asked for.
    pub letter: Letter,
}

/// A place where words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which ticket.
    pub ticket: TicketId,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// The words around.
    pub snippet: String,
    /// When it was said.
    pub at: Timestamp,
    /// Whether Desk found it, and not the cache.
    pub in_desk: bool,
}

/// What a portal is furnished with: read once, refreshed now and then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Furniture {
    /// Who is signed in.
    pub me: Option<Me>,
    /// What they may do; none = not known yet.
    pub permissions: Option<Permissions>,
    /// The currency of all amounts, by its ISO 4217 code; none = not known.
    pub currency: Option<String>,
    /// Departments in use.
    pub departments: Vec<Department>,
    /// Statuses, in the portal's order.
    pub statuses: Vec<Status>,
    /// Priorities, in the portal's order.
    pub priorities: Vec<String>,
    /// Channels.
    pub channels: Vec<Channel>,
    /// Agents that can work.
    pub agents: Vec<Agent>,
    /// Addresses to send from, of all departments.
    pub from: Vec<FromAddress>,
}

/// What to ask Zoho for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fetch {
    /// All records of a module, or what changed since the last time.
    Module(Module),
    /// The twin of a record and its tickets.
    TicketsOf(RecordId),
    /// The tickets of one of several that match a record of this module: looked at, not taken for its twin.
    TicketsOfCandidate(Module, DeskTwin),
    /// The deals of a contact or company.
    DealsOf(RecordId),
    /// The activities of a record.
    ActivitiesOf(RecordId),
    /// A list of the agent's own queue.
    Queue(TicketScope),
    /// How many tickets stand on this agent's shelves.
    Totals(AgentId),
    /// A ticket and what was said.
    Conversation(TicketId),
    /// Tickets with these words, wherever they are.
    Search(String),
    /// Departments, statuses, agents, …
    Furniture,
}

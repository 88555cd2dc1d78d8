//! A ticket of Desk.

use jiff::Timestamp;

use super::{AccountId, AgentId, AgentRef, DepartmentId, DeskContactId, StatusKind, TicketId, UploadId};

/// A ticket: the fields that lists, searches and the single record have in common, so that a row in the cache never
/// depends on which answer it came from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Ticket {
    /// Its id: what the API is asked with.
    pub id: TicketId,
    /// Its number: what people say (`#1042`), without the `#`.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// The status by name.
    pub status: String,
    /// What the status counts as.
    pub kind: StatusKind,
    /// How it came in, as Desk spells it on tickets (`Email`, `Phone`, `Web`, …).
    pub channel: String,
    /// Priority by name (`High`); none is common.
    pub priority: Option<String>,
    /// The department that has it.
    pub department: DepartmentId,
    /// The customer, as Desk knows them.
    pub contact: Option<DeskContactId>,
    /// The customer's name; empty when the answer did not say.
    pub contact_name: String,
    /// The customer's e-mail.
    pub email: Option<String>,
    /// The customer's company in Desk.
    pub account: Option<AccountId>,
    /// The company's name; empty when the answer did not say.
    pub account_name: String,
    /// Who has it; none = unassigned.
    pub assignee: Option<AgentRef>,
    /// When it came in.
    pub created: Timestamp,
    /// When it is due; none while on hold or without a service level.
    pub due: Option<Timestamp>,
    /// When the next answer is due.
    pub response_due: Option<Timestamp>,
    /// When it was closed.
    pub closed: Option<Timestamp>,
    /// When the customer last wrote: grows with each reply of theirs.
    pub customer_response: Option<Timestamp>,
    /// How many threads it has: grows with each message.
    pub threads: u32,
    /// How many comments it has.
    pub comments: u32,
    /// Whether this agent has read it; unknown when the answer did not say.
    pub read: Option<bool>,
    /// Whether Desk calls it escalated; list answers do not say.
    pub escalated: bool,
}

impl Ticket {
    /// Whether it is overdue at `now`: open (on hold does not count) and past its due time.
    pub fn overdue(&self, now: Timestamp) -> bool {
        self.kind == StatusKind::Open && self.due.is_some_and(|due| due < now)
    }
}

/// What `+ Ticket` sends.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct NewTicket {
    /// Subject; never empty.
    pub subject: String,
    /// Description as plain text; sent as simple HTML.
    pub description: String,
    /// The department; never guessed.
    pub department: DepartmentId,
    /// The customer when Desk knows them already.
    pub contact: Option<DeskContactId>,
    /// The customer's name, used when `contact` is none: first and last.
    pub name: (String, String),
    /// The customer's e-mail, used when `contact` is none.
    pub email: Option<String>,
    /// Priority by name.
    pub priority: Option<String>,
    /// Channel by name.
    pub channel: Option<String>,
    /// Who shall have it.
    pub assignee: Option<AgentId>,
    /// Files uploaded beforehand.
    pub uploads: Vec<UploadId>,
}

//! Lists as screens see them: a query, and a window of rows out of a possibly very long answer.

use super::{AccountId, AgentId, CompanyId, ContactId, DealId, DepartmentId, DeskContactId};

/// A part of a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window<T> {
    /// How many rows there are in all.
    pub total: usize,
    /// The place of the first row here, from 0.
    pub offset: usize,
    /// At most 200 rows.
    pub rows: Vec<T>,
}

impl<T> Default for Window<T> {
    fn default() -> Self {
        Self { total: 0, offset: 0, rows: Vec::new() }
    }
}

impl<T> Window<T> {
    /// The row at a place of the whole list, if it is in this window.
    pub fn at(&self, place: usize) -> Option<&T> {
        self.rows.get(place.checked_sub(self.offset)?)
    }
}

/// Which of the three Bigin modules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Module {
    /// Contacts.
    Contacts,
    /// Companies (API name `Accounts`).
    Companies,
    /// Pipelines (deals).
    Pipelines,
}

/// Names a record of one of the three modules.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum RecordId {
    /// A contact.
    Contact(ContactId),
    /// A company.
    Company(CompanyId),
    /// A deal.
    Deal(DealId),
}

impl RecordId {
    /// The module it belongs to.
    pub fn module(&self) -> Module {
        match self {
            Self::Contact(_) => Module::Contacts,
            Self::Company(_) => Module::Companies,
            Self::Deal(_) => Module::Pipelines,
        }
    }

    /// The id as Bigin spells it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Contact(id) => id.as_str(),
            Self::Company(id) => id.as_str(),
            Self::Deal(id) => id.as_str(),
        }
    }
}

/// A row of the list of one module: what the narrow column shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRow {
    /// Which record.
    pub id: RecordId,
    /// What it is called.
    pub name: String,
    /// The second column: a contact's company, a company's domain or phone, a deal's stage.
    pub second: String,
    /// How many open tickets it has, as far as the cache knows.
    pub open: Open,
    /// Overdue ones among them.
    pub overdue: u32,
}

/// How many open tickets a record has: what its page says as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Nobody looked yet.
    Unread,
    /// Several in Desk match, so nobody can say whose tickets count.
    Several,
    /// So many.
    Known(u32),
}

/// Which tickets a list shows, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum TicketScope {
    /// Assigned to this agent and not closed.
    Mine(AgentId),
    /// Assigned to nobody and not closed.
    Unassigned,
    /// Open and past their due time, most overdue first.
    Overdue,
    /// All that are not closed.
    AllOpen,
    /// Everything that these Desk contacts or accounts ever asked, closed ones included.
    Of {
        /// The contacts.
        contacts: Vec<DeskContactId>,
        /// The accounts: with all their contacts.
        accounts: Vec<AccountId>,
    },
}

/// A question to the cache for tickets.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct TicketQuery {
    /// Which tickets.
    pub scope: TicketScope,
    /// Only this department's.
    pub department: Option<DepartmentId>,
    /// Only those whose number, subject, customer, company, status, channel or priority matches this text
    /// (accent-insensitive); empty = all.
    pub text: String,
    /// What words of the text mean besides what they say: a word, folded, and a status, channel or priority in Zoho's
    /// spelling, its letters and digits alone in lower case. So `alta` finds what Zoho calls `High`.
    #[serde(default)]
    pub meant: Vec<(String, String)>,
}

/// How many tickets, for a tab's title: `3 · 1 overdue`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TicketCounts {
    /// All, closed ones included.
    pub all: u32,
    /// Not closed.
    pub open: u32,
    /// Overdue at the time of counting.
    pub overdue: u32,
}

/// How many tickets stand on the shelves of the agent's queue, as Desk itself counts them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Totals {
    /// The agent's own that are not closed.
    pub mine: u32,
    /// All that are not closed.
    pub open: u32,
}

//! A ticket that an agent began to fill in. It lives in the local cache only, until the ticket is created.

use jiff::Timestamp;

use super::{AgentId, DepartmentId, DeskContactId};

/// The form of `+ Ticket`, as it was left. There is one for each customer.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TicketForm {
    /// For whom, as the screen says it.
    pub customer: String,
    /// The customer, when Desk knows them.
    pub contact: Option<DeskContactId>,
    /// First and last name, when Desk does not.
    pub name: (String, String),
    /// Their e-mail.
    pub email: Option<String>,
    /// The subject, as typed.
    pub subject: String,
    /// The department: id and name.
    pub department: Option<(DepartmentId, String)>,
    /// The priority by name.
    pub priority: Option<String>,
    /// The channel by name.
    pub channel: Option<String>,
    /// Who shall have it: id and name.
    pub assignee: Option<(AgentId, String)>,
    /// The description, lines split by `\n`.
    pub description: String,
    /// Where the cursor stands in the description: line and column (in characters), from 0.
    pub cursor: (u32, u32),
    /// Since when a ticket that it asked for may be there, though no answer said so.
    #[serde(default)]
    pub tried: Option<Timestamp>,
    /// When it was last changed.
    pub updated: Timestamp,
}

impl TicketForm {
    /// Whose form it is: people of one name are told apart by what Desk or their mail knows.
    pub fn key(&self) -> String {
        let known = self.contact.as_ref().map(DeskContactId::as_str).or(self.email.as_deref());
        format!("{}\n{}", self.customer, known.unwrap_or_default())
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.subject.trim().is_empty() && self.description.trim().is_empty()
    }
}

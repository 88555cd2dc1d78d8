//! The form of `+ Ticket`.

use jiff::Timestamp;
use tui_textarea::{CursorMove, TextArea};

use super::composer::editor;
use super::line::Line;
use crate::model::{AgentId, DepartmentId, DeskContactId, TicketForm};

/// The fields of the form, from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
    /// What it is about.
    Subject,
    /// The department.
    Department,
    /// The priority.
    Priority,
    /// The channel.
    Channel,
    /// Who shall have it.
    Assignee,
    /// What there is to say.
    Description,
}

impl FormField {
    /// In the order of the screen.
    pub const ALL: [Self; 6] =
        [Self::Subject, Self::Department, Self::Priority, Self::Channel, Self::Assignee, Self::Description];
}

/// For whom a ticket is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customer {
    /// Who that is, as the screen says it: of several that match, enough to know which.
    pub shown: String,
    /// The customer, when Desk knows them.
    pub contact: Option<DeskContactId>,
    /// First and last name, when Desk does not.
    pub name: (String, String),
    /// Their e-mail.
    pub email: Option<String>,
}

impl Customer {
    /// Whether a form that was left is theirs.
    pub fn is_of(&self, left: &TicketForm) -> bool {
        match (&self.contact, &left.contact) {
            (Some(contact), Some(other)) => contact == other,
            _ => self.email == left.email && self.shown == left.customer,
        }
    }
}

/// A ticket in the making.
#[derive(Clone, Debug)]
pub struct Form {
    /// For whom: shown at the top.
    pub customer: String,
    /// The customer, when Desk knows them.
    pub contact: Option<DeskContactId>,
    /// First and last name, when Desk does not.
    pub name: (String, String),
    /// Their e-mail.
    pub email: Option<String>,
    /// The field that has the keys.
    pub field: FormField,
    /// What it is about.
    pub subject: Line,
    /// The department: id and name.
    pub department: Option<(DepartmentId, String)>,
    /// The priority.
    pub priority: Option<String>,
    /// The channel.
    pub channel: Option<String>,
    /// Who shall have it: id and name.
    pub assignee: Option<(AgentId, String)>,
    /// What there is to say.
    pub description: TextArea<'static>,
    /// Since when it is on its way: no second press sends it twice.
    pub sending: Option<Timestamp>,
    /// What is missing or was refused, in a sentence.
    pub trouble: Option<String>,
    /// Since when a ticket that it asked for may be there, though no answer said so.
    pub tried: Option<Timestamp>,
    /// When it was changed first since it was last put on the disk.
    pub changed: Option<Timestamp>,
    /// Whether the disk refused it the last time.
    pub unkept: bool,
}

impl Form {
    /// The form that was left, as it was.
    pub fn resumed(left: TicketForm) -> Self {
        let (row, column) = left.cursor;
        let mut description = editor(&left.description);
        description.move_cursor(CursorMove::Jump(
            u16::try_from(row).unwrap_or(u16::MAX),
            u16::try_from(column).unwrap_or(u16::MAX),
        ));
        Self {
            customer: left.customer,
            contact: left.contact,
            name: left.name,
            email: left.email,
            field: if left.subject.is_empty() { FormField::Subject } else { FormField::Description },
            subject: Line::new(left.subject),
            department: left.department,
            priority: left.priority,
            channel: left.channel,
            assignee: left.assignee,
            description,
            sending: None,
            trouble: None,
            tried: left.tried,
            changed: None,
            unkept: false,
        }
    }

    /// What is in it now.
    pub fn current(&self, now: Timestamp) -> TicketForm {
        let cursor = self.description.cursor();
        let (row, column) = (cursor.0, cursor.1);
        TicketForm {
            customer: self.customer.clone(),
            contact: self.contact.clone(),
            name: self.name.clone(),
            email: self.email.clone(),
            subject: self.subject.text().to_owned(),
            department: self.department.clone(),
            priority: self.priority.clone(),
            channel: self.channel.clone(),
            assignee: self.assignee.clone(),
            description: self.description.lines().join("\n"),
            cursor: (u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX)),
            tried: self.tried,
            updated: now,
        }
    }

    /// Marks it as changed; the first change since the last keeping counts.
    pub fn touch(&mut self, now: Timestamp) {
        self.changed.get_or_insert(now);
    }
}

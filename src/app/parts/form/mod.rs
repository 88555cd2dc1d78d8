//! The form of `+ Ticket`.

use tui_textarea::TextArea;

use super::line::Line;
use crate::model::{AgentId, DepartmentId, DeskContactId};

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
    /// Whether it is on its way: no second press sends it twice.
    pub sending: bool,
    /// What is missing or was refused, in a sentence.
    pub trouble: Option<String>,
}

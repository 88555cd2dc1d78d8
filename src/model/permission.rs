//! What the signed-in agent may do in Desk (`GET /myProfilePermissions`).

/// The permissions that the counter needs. An absent key counts as *no*: the service decides in the end anyway, and a
/// greyed action that says why is better than a refused one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Permissions {
    /// See tickets.
    pub view_tickets: bool,
    /// Create tickets (`+ Ticket`).
    pub create_tickets: bool,
    /// Change tickets: status, assignee, priority.
    pub edit_tickets: bool,
    /// Close tickets.
    pub close_tickets: bool,
    /// Change the owner (assignee).
    pub change_owner: bool,
    /// Send mail: reply, reply all, forward. Light agents have it not.
    pub send_mail: bool,
    /// Write comments.
    pub comment: bool,
}

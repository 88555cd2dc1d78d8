//! What happens to tickets, whoever does it: an agent through the API, or the control plane for a customer.

/// Notes in a ticket's history.
pub mod history;
/// Comments.
pub mod note;
/// New tickets.
pub mod open;
/// Due times that pass.
pub mod overshoot;
/// People, found by address or made.
pub mod person;
/// Messages.
pub mod speak;
/// Statuses.
pub mod status;

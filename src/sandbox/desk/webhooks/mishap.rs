//! What goes wrong with a delivery; the faults say so through [`super::Post::decide`].

use jiff::SignedDuration;

/// A mishap of one delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// It never comes.
    Lose,
    /// It comes twice.
    Duplicate,
    /// The next one comes first; when none follows within a second (of the sandbox's time), it comes after all.
    Reorder,
    /// It comes that much later (of the sandbox's time), and those behind it as well.
    Delay(SignedDuration),
}

/// Says what goes wrong with an event that is about to be told: its webhook's address and its name
/// (`Ticket_Update`). Asked once for each delivery, before its first try.
pub type Fate = Box<dyn FnMut(&str, &str) -> Vec<Mishap> + Send>;

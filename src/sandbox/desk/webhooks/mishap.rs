//! What goes wrong with a delivery besides the fault rules: whoever embeds the sandbox says so through
//! `Post::decide`.

use crate::sandbox::faults::Mishap;

/// Says what goes wrong with an event that is about to be told: its webhook's address and its name
/// (`Ticket_Update`). Asked once for each delivery, before its first try.
pub type Fate = Box<dyn FnMut(&str, &str) -> Vec<Mishap> + Send>;

//! Tasks, calls and events (OAS Task, Call, Event, Activity): three names for one shape.

/// Lists.
pub mod list;
/// An activity on the wire.
pub mod project;
/// Search.
pub mod search;
/// One of them.
pub mod show;
/// Creation, change, the recycle bin.
pub mod write;

use crate::sandbox::world::desk::activity::Deed;

/// What one kind is called.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// In permissions: `tasks`.
    pub noun: &'static str,
    /// In activity lists: `Tasks`.
    pub word: &'static str,
    /// The key of its time: `dueDate`, `startTime`.
    pub time: &'static str,
    /// Its statuses, the first one for new ones; names of others are refused.
    pub statuses: &'static [&'static str],
}

/// What a kind is called.
pub fn names(deed: Deed) -> Names {
    const TODO: &[&str] =
        &["Not Started", "Deferred", "In Progress", "Completed", "Waiting on someone else", "Canceled"];
    const CALL: &[&str] = &["Scheduled", "Completed", "Missed", "Canceled", "In Progress"];
    match deed {
        Deed::Task => Names { noun: "tasks", word: "Tasks", time: "dueDate", statuses: TODO },
        Deed::Call => Names { noun: "calls", word: "Calls", time: "startTime", statuses: CALL },
        Deed::Event => Names { noun: "events", word: "Events", time: "startTime", statuses: TODO },
    }
}

//! What happened around a Bigin record besides tickets: notes, tasks, calls, meetings.

use jiff::Timestamp;

/// One note, task, call or meeting.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Activity {
    /// Its id in Bigin.
    pub id: String,
    /// What it is.
    pub kind: ActivityKind,
    /// Title or subject.
    pub title: String,
    /// Its text: the note's content, the call's agenda, …; empty when there is none.
    pub text: String,
    /// When it was written (notes), is due (tasks) or took place.
    pub at: Timestamp,
    /// Whether it is over: a completed task, a call or meeting in the past. Notes are never open.
    pub done: bool,
    /// Who looks after it.
    pub owner: String,
}

/// What an [`Activity`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum ActivityKind {
    /// A note.
    Note,
    /// A task.
    Task,
    /// A telephone call.
    Call,
    /// A meeting (Bigin's module `Events`).
    Meeting,
}

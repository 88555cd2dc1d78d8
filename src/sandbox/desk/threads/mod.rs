//! Messages of a ticket: lists, one with its content, the conversation, replies, drafts (sheet §12).

/// Threads and comments mixed.
pub mod conversations;
/// Drafts.
pub mod drafts;
/// What a reply's body says.
pub mod letter;
/// Lists.
pub mod list;
/// The two projections.
pub mod project;
/// Replies.
pub mod reply;
/// One message.
pub mod show;

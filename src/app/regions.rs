//! What drawing found out about the room there is: fed back so that pages and windows have the right size.

/// Rows and columns of the last frame. Zero where a part was not drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// Rows of the list of records.
    pub list: u16,
    /// Rows of the list of tickets, of a tab or the queue.
    pub tickets: u16,
    /// Columns and rows of the conversation's text.
    pub talk: (u16, u16),
    /// Rows of the list in the topmost floating thing.
    pub popup: u16,
    /// The last line that the page of keys may begin with: further down there is nothing more to show.
    pub help_end: u16,
}

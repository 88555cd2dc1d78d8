//! What drawing found out about the room there is: fed back so that pages and windows have the right size.

/// Rows and columns of the last frame. Zero where a part was not drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    /// Rows of the list of records.
    pub list: u16,
    /// Rows of the fields or of the history of a pair.
    pub fields: u16,
    /// Rows of the list of tickets, of a tab or the queue.
    pub tickets: u16,
    /// Columns and rows of the conversation's text.
    pub talk: (u16, u16),
    /// Rows of the list in the topmost floating thing.
    pub popup: u16,
    /// How many rows of the page of keys are out of view, at its end or its start.
    pub popup_beyond: u16,
    /// The same of the record's page (Overview, Activity); none when that is not in view.
    pub page_beyond: Option<u16>,
}

//! What is asked of a service, and what it answers. The words are the core's own: the shell translates them into the
//! calls of each API, field names included.

use crate::sync::{FieldId, Fields, Kind, Millis, RecordId, Seconds, Side, Value, mode::Pen};

/// A call that shall be made.
#[derive(Debug)]
pub struct Call {
    /// Told back with the answer.
    pub id: crate::sync::CallId,
    /// Not to be sent after this: then another process may lead. By our clock as it stood in the step that wanted the
    /// call; what is left from there is measured by a clock that nobody can set back. A call that is too late counts as
    /// lost.
    pub before: Millis,
    /// What is asked.
    pub request: Request,
}

/// What is asked of a service.
#[derive(Debug)]
pub enum Request {
    /// Records modified at `from` or later, by (modified, id), without the first `skip`.
    List {
        /// Of which service.
        side: Side,
        /// Of which kind.
        kind: Kind,
        /// The first second.
        from: Seconds,
        /// How many to leave out.
        skip: u32,
        /// At most so many.
        limit: u32,
    },
    /// Deleted records, the latest first, without the first `skip`. Desk's feed holds all kinds at once.
    Gone {
        /// Of which service.
        side: Side,
        /// Of which kind, where there is a choice.
        kind: Kind,
        /// How many to leave out.
        skip: u32,
        /// At most so many.
        limit: u32,
    },
    /// Records by id, from the database and not from an index. One that is not in the answer is gone.
    Read {
        /// Of which service.
        side: Side,
        /// Of which kind.
        kind: Kind,
        /// Their ids.
        ids: Vec<RecordId>,
    },
    /// Records that have one of these values, from an index that may lag.
    Find {
        /// Of which service.
        side: Side,
        /// Of which kind.
        kind: Kind,
        /// What is looked for.
        seeks: Vec<Seek>,
    },
    /// A write.
    Write(Write),
}

impl Request {
    /// The service that is asked.
    pub const fn side(&self) -> Side {
        match self {
            Self::List { side, .. }
            | Self::Gone { side, .. }
            | Self::Read { side, .. }
            | Self::Find { side, .. } => *side,
            Self::Write(write) => write.side,
        }
    }

    /// What the service counts for it. Bigin counts a write by tens of records (sheet `bigin.md` §1).
    pub fn credits(&self) -> u32 {
        match self {
            Self::Write(write) => credits_of(write.side, write.rows.len()),
            _ => 1,
        }
    }
}

/// The credits of a write of so many records.
pub(super) fn credits_of(side: Side, records: usize) -> u32 {
    let tens = u32::try_from(records.div_ceil(10)).unwrap_or(u32::MAX);
    if side == Side::Bigin { tens } else { 1 }
}

/// What a record is looked for by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seek {
    /// A match field.
    Key(FieldId, Value),
    /// Our key: the record of the other side that it was created from.
    Mark(RecordId),
}

/// Records to be written with one call. Made with a [`Pen`] only.
#[derive(Debug)]
pub struct Write {
    side: Side,
    kind: Kind,
    rows: Vec<WriteRow>,
}

/// One record of a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteRow {
    /// The record to change; none to create one.
    pub target: Option<RecordId>,
    /// Our key, for one that is created: the record of the other side.
    pub mark: RecordId,
    /// What it shall have.
    pub fields: Vec<(FieldId, Value)>,
}

impl Write {
    /// A write of the pen's side.
    pub fn new(pen: &Pen, kind: Kind, rows: Vec<WriteRow>) -> Self {
        Self { side: pen.side(), kind, rows }
    }

    /// The side that is written.
    pub const fn side(&self) -> Side {
        self.side
    }

    /// What is written.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The records.
    pub fn rows(&self) -> &[WriteRow] {
        &self.rows
    }
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Records, to [`Request::List`], [`Request::Read`] and [`Request::Find`].
    Rows {
        /// In the order of the service.
        rows: Vec<Row>,
        /// Whether there are more.
        more: bool,
        /// The service's clock.
        date: Seconds,
    },
    /// Deleted records, to [`Request::Gone`].
    Gone {
        /// The latest first.
        rows: Vec<GoneRow>,
        /// Whether there are more.
        more: bool,
        /// The service's clock.
        date: Seconds,
    },
    /// To [`Request::Write`]: a fate for each record, in their order. Missing ones at the end are lost answers.
    Written(Vec<Outcome>),
    /// Too many calls. Nothing was done.
    Busy {
        /// For how long to wait, if the service says so.
        wait: Option<Millis>,
    },
    /// No answer, half an answer, or a server's fault. What was asked may have been done, or may be done yet.
    Lost,
    /// The service does not take the call as a whole, in its words. Nothing was done.
    Denied(String),
}

/// A record in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: RecordId,
    /// Its modified time.
    pub version: Seconds,
    /// Our key, if it carries one.
    pub mark: Option<RecordId>,
    /// Its mapped fields, as far as told.
    pub fields: Fields,
}

/// A deleted record in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoneRow {
    /// What it was; none for what takes no part in this, such as a ticket in Desk's feed of everything.
    pub kind: Option<Kind>,
    /// Its id.
    pub id: RecordId,
    /// When it was deleted.
    pub at: Seconds,
}

/// What became of one record of a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is written.
    Done {
        /// Its id.
        id: RecordId,
        /// Its modified time after it.
        version: Seconds,
        /// All its mapped fields after it, if the service says so. Desk does, Bigin does not.
        fields: Option<Fields>,
    },
    /// It is not written, because of what was sent; in the service's words.
    Refused(String),
    /// It is not written: there is no such record.
    Missing,
}

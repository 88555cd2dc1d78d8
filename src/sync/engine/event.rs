//! What the engine is told, and what it wants done.

use serde::{Deserialize, Serialize};

use crate::sync::{
    CallId, FieldId, Kind, LinkId, Millis, OpId, Per, RecordId, Side,
    ledger::{Refusal, Txn, Work},
};

use super::{Answer, Call};

/// What the engine is told. The time comes beside it.
#[derive(Debug)]
pub enum Event {
    /// It begins, or begins again after a crash.
    Start,
    /// A transaction was applied.
    Committed,
    /// A transaction was refused.
    CommitRefused(Refusal),
    /// A call was answered.
    Answer(CallId, Answer),
    /// The time it slept for is over.
    Woke,
    /// A person wants something.
    Command(Command),
}

/// What a person wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// A held conflict is decided. Void when one of the values moved since they were shown.
    Decide {
        /// Of which link.
        link: LinkId,
        /// Of which field.
        field: FieldId,
        /// Whose value shall stand.
        winner: Side,
        /// What the person saw.
        shown: Per<crate::sync::Value>,
    },
    /// The brake is taken off: what is gone is gone.
    ReleaseBrake,
    /// Something that rests is tried again.
    Retry(Kind, Work),
    /// A field is kept as it is, or with none the whole record; or no longer.
    Pin {
        /// Of which link.
        link: LinkId,
        /// Which field; none is all of them.
        field: Option<FieldId>,
        /// Whether, or no longer.
        on: bool,
    },
    /// A write is undone, field by field, where what it wrote still stands. The other side follows where it may be written;
    /// where it may not, the field is pinned as well.
    Revert(OpId),
    /// A webhook says that a record may have changed.
    Hint(Side, Kind, RecordId),
    /// Two records belong together. Void when one of them is not known, or belongs to another.
    Link(Kind, Per<RecordId>),
    /// Two records do not belong together, and are left alone from now on.
    Part(LinkId),
}

/// What shall happen. The program may die before, between and after any two of them.
#[derive(Debug)]
pub enum Effect {
    /// A call to a service.
    Call(Call),
    /// A transaction on the ledger.
    Commit(Txn),
    /// Nothing until then, by our clock.
    Sleep(Millis),
    /// Something worth telling.
    Tell(Notice),
}

/// Something worth telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A cycle came to its end.
    CycleDone {
        /// Whether it wrote to a service.
        wrote: bool,
        /// Whether something waits: for a pass, for a company, for an answer to be found again.
        waits: bool,
    },
    /// Another process leads.
    NotLeader,
    /// A service does not answer, or asks to be left alone.
    Interrupted(Side),
    /// The budget of a service is used up.
    Paused {
        /// Whose.
        side: Side,
        /// When it goes on, by our clock.
        until: Millis,
    },
    /// Too much was deleted at once; deletions and creates wait for a person.
    Braked,
}

//! What the loop hands to `update`: keys, answers, reports.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use super::effect::{Fetch, Hit, Load, Loaded};
use crate::compose::Concern;
use crate::keys::Key;
use crate::model::pairing::{Act, Change, Progress, RunLine};
use crate::model::{Attachment, DraftId, LocalFile, OutgoingId, TicketId};

/// One thing that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; line ends are `\n`, control characters are gone.
    Paste(String),
    /// What was just pasted was longer than a megabyte, and its end was left out.
    PasteCut,
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// A moment that [`App::next_wake`](super::App::next_wake) asked for has come.
    Woke,
    /// The cache answered.
    Loaded(Load, Box<Loaded>),
    /// Zoho answered, and the cache has it.
    Fetched {
        /// What was asked.
        fetch: Fetch,
        /// Whether anything in the cache changed, or what went wrong.
        result: Result<bool, Trouble>,
    },
    /// Zoho's clock turned out to be so far ahead of ours (negative: behind).
    ClockDiffers(SignedDuration),
    /// Desk found these tickets for these words.
    Found(String, Vec<Hit>),
    /// A long fetch has put more into the cache and goes on.
    Progressed(Fetch),
    /// Drafts or outbox changed: read them again.
    WritingChanged,
    /// A draft is on disk, or could not be put there.
    DraftKept(DraftId, Result<(), Trouble>),
    /// A form is on disk (by its key), or could not be put there.
    FormKept(String, Result<(), Trouble>),
    /// A message is in the outbox, or could not be put there.
    Queued(DraftId, Result<(), Trouble>),
    /// A message was handed to Zoho, or what became of it.
    Delivered(OutgoingId, Delivery),
    /// Who gets a message that waits for its writer was compared with the newest message: what is to be asked.
    CheckedAgain(OutgoingId, Result<Vec<Concern>, Trouble>),
    /// An answer came too late: the question about this message is no longer true.
    TooLate(OutgoingId, Late),
    /// A status was changed, or not.
    StatusSet {
        /// Which ticket.
        ticket: TicketId,
        /// The status asked for.
        status: String,
        /// What came of it.
        result: Result<(), Trouble>,
    },
    /// A ticket was created, or not.
    Created(Result<(TicketId, String), NotCreated>),
    /// A file to attach was looked at.
    FileSeen(Result<LocalFile, Trouble>),
    /// What the path can go on with.
    PathCompleted {
        /// The question.
        typed: String,
        /// The longest common continuation, whole path.
        common: String,
        /// The choices, at most 50.
        choices: Vec<String>,
    },
    /// An attachment was saved, or not.
    AttachmentSaved {
        /// Which one.
        attachment: Attachment,
        /// Where it is.
        result: Result<PathBuf, Trouble>,
    },
    /// `$EDITOR` came back.
    Edited(Result<String, Trouble>),
    /// Text went to the clipboard.
    Copied,
    /// The records of another process changed the cache.
    CacheChanged,
    /// Another process wrote to the ledger of the pairing.
    LedgerChanged,
    /// Something was asked for: of how many records, or what went wrong.
    AskedFor(Act, Result<usize, Trouble>),
    /// What a change of the mapping would be.
    Proposed(Result<Change, Trouble>),
    /// How far the run is.
    SyncWent(Progress),
    /// Something worth telling of the run.
    SyncSaid(String),
    /// The run is over.
    SyncEnded(Result<RunLine, Trouble>),
    /// Something to say at the foot of the screen.
    Notice(Trouble),
}

/// What became of a message that was to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Desk has it.
    Sent(TicketId),
    /// The ticket grew meanwhile: so many new entries, and the message stays here.
    Stale(TicketId, usize),
    /// The answer was lost and Desk cannot be asked now: it will be.
    Unknown(Trouble),
    /// It has certainly not left, and is tried again when Zoho answers.
    Waiting(Trouble),
    /// It did not leave; the outbox says why.
    Failed(Trouble),
    /// Somebody else took it: another process, or an undo that came first.
    Taken,
}

/// What became of a message before somebody decided about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// Desk has it.
    Sent,
    /// It was handed to Desk, and nothing can call it back.
    Leaving,
    /// Another process answers for it.
    Elsewhere,
    /// It was taken back or dropped.
    Gone,
}

/// Why a ticket is not there, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCreated {
    /// It was not created.
    Refused(Trouble),
    /// The answer was lost: it may be there.
    Unknown(Trouble),
    /// The answer was lost, and Desk does not list it, or not yet.
    NotFound,
}

/// Something that went wrong, said in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What happened and what to do.
    pub sentence: String,
    /// Whether it is only that the network does not answer.
    pub offline: bool,
    /// When.
    pub at: Timestamp,
}

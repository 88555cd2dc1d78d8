//! The composer: addresses, text, files. Its text is an editor of tui-textarea, the one piece of drawing that the
//! state may hold: it is the editing that is wanted of it, and it keeps the cursor, the undo history and the scroll.

mod act;
mod open;

pub use act::pressed;
pub use open::editor;

use jiff::Timestamp;
use tui_textarea::TextArea;

use super::line::Line;
use crate::app::Trouble;
use crate::model::{Draft, Ticket};

/// The fields of the composer, from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// From which of our addresses.
    From,
    /// To whom.
    To,
    /// Copy to whom.
    Cc,
    /// Blind copy to whom.
    Bcc,
    /// The text.
    Body,
}

/// Whether what is typed is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing was typed yet.
    Untouched,
    /// It is.
    Saved,
    /// Not yet: changed first then.
    Changed(Timestamp),
    /// On its way to the disk.
    Saving,
    /// On its way to the outbox: locked until that is committed.
    Queueing,
    /// It could not be.
    Failed(Trouble),
}

/// A message in the making.
#[derive(Clone, Debug)]
pub struct Composer {
    /// The draft as last kept; the fields below are newer.
    pub draft: Draft,
    /// The ticket it answers.
    pub ticket: Ticket,
    /// The field that has the keys.
    pub field: Field,
    /// To, as typed.
    pub to: Line,
    /// Copy, as typed.
    pub cc: Line,
    /// Blind copy, as typed.
    pub bcc: Line,
    /// The text.
    pub body: TextArea<'static>,
    /// Whether it is on disk.
    pub kept: Kept,
    /// A draft that was left: what its writer has read is what the conversation shows when it comes back.
    pub rereads: bool,
}

impl Composer {
    /// The fields this kind of message has.
    pub fn fields(&self) -> &'static [Field] {
        if self.draft.kind.is_mail() {
            &[Field::From, Field::To, Field::Cc, Field::Bcc, Field::Body]
        } else {
            &[Field::Body]
        }
    }

    /// What is typed now, as a draft.
    pub fn current(&self, now: Timestamp) -> Draft {
        let cursor = self.body.cursor();
        Draft {
            to: self.to.text().to_owned(),
            cc: self.cc.text().to_owned(),
            bcc: self.bcc.text().to_owned(),
            body: self.body.lines().join("\n"),
            cursor: (
                u32::try_from(cursor.0).unwrap_or(u32::MAX),
                u32::try_from(cursor.1).unwrap_or(u32::MAX),
            ),
            updated: now,
            ..self.draft.clone()
        }
    }
}

//! One record, or a pair of them: its fields, and what was done with it.

use jiff::Timestamp;

use super::list::Ids;
use super::{Act, FieldId, Kind, LinkId, List, OpId, Per, RecordId, RowKey, Side};

/// What can be said of one record, or of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Which.
    pub key: RowKey,
    /// What it is.
    pub kind: Kind,
    /// What it is called: foreign text.
    pub name: String,
    /// Its ids.
    pub ids: Ids,
    /// Its link, if it has one.
    pub link: Option<LinkId>,
    /// How it stands, in a word: the catalogue has a sentence for it.
    pub state: &'static str,
    /// Under which lists it is told.
    pub list: List,
    /// The words of the service that refused it.
    pub words: Option<(Side, String)>,
    /// The side on which it is gone.
    pub gone: Option<Side>,
    /// The records that have the same key.
    pub rivals: Vec<Candidate>,
    /// Its fields.
    pub fields: Vec<FieldLine>,
    /// What was done with it last, the latest first.
    pub lines: Vec<JournalLine>,
    /// Whether a person keeps the whole record as it is.
    pub pinned: bool,
    /// What somebody asked for and the next run does.
    pub asked: Vec<Act>,
}

/// A record that might be the partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where.
    pub side: Side,
    /// Its id there.
    pub id: RecordId,
    /// What it is called: foreign text.
    pub name: String,
    /// Whether it has another partner.
    pub taken: bool,
}

/// A field of a pair. Values are as people read them; none where nothing was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldLine {
    /// Which.
    pub field: FieldId,
    /// What it is called in each system.
    pub name: Per<String>,
    /// What was agreed, as each side spells it; none when nothing was.
    pub base: Option<Per<String>>,
    /// What each side has.
    pub now: Per<Option<String>>,
    /// Whether there is a difference to look at: to what was agreed, or between the two.
    pub differs: bool,
    /// Whether a conflict of it waits for a person.
    pub held: bool,
    /// Whom a person said shall win.
    pub decided: Option<Side>,
    /// Whether a person keeps it as it is.
    pub pinned: bool,
    /// Whether what is wrong with the record is about it.
    pub concerned: bool,
    /// Who wins by the mapping, as the mapping's file says it.
    pub wins: String,
}

/// A line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    /// Its number.
    pub seq: i64,
    /// When, by our clock.
    pub at: Timestamp,
    /// The write it belongs to.
    pub op: Option<OpId>,
    /// Whose record.
    pub side: Side,
    /// The field; none when the record as a whole is meant.
    pub field: Option<FieldId>,
    /// What it was.
    pub old: String,
    /// What it became.
    pub new: String,
    /// By which rule, in a word: the catalogue has it.
    pub why: &'static str,
    /// The run that did it, when it has ended.
    pub run: Option<i64>,
    /// Whether it is a write that can be taken back.
    pub undoable: bool,
}

impl Page {
    /// The place of a field among all of them.
    pub fn field(&self, field: FieldId) -> Option<&FieldLine> {
        self.fields.iter().find(|line| line.field == field)
    }
}

//! One call of the core, made over HTTP: a verb a file. What comes back is an answer in the core's words, and what the person
//! at the screen should know of it.

mod find;
mod gone;
mod list;
mod read;
mod trouble;
mod write;

use std::sync::Arc;

use jiff::Timestamp;

use super::wire::Wire;
use crate::sync::{
    Kind, RecordId, Seconds, Side,
    engine::{Answer, Call, Request, Row},
};
use crate::zoho::{self, Zoho};

/// Makes the calls. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Bigin and Desk.
    pub zoho: Zoho,
    /// What things are called there.
    pub wire: Arc<Wire>,
}

/// A call that was made.
#[derive(Debug)]
pub struct Made {
    /// What the engine is told.
    pub answer: Answer,
    /// What was asked for.
    pub cause: Cause,
    /// The service that was asked.
    pub side: Side,
    /// How many calls of the API this takes at least.
    pub calls: u64,
    /// How many records were written.
    pub written: u64,
    /// What went wrong.
    pub trouble: Option<Trouble>,
}

/// What a call is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Changes are listed.
    List,
    /// Deletions are listed.
    Deleted,
    /// Records are read by id.
    Read,
    /// Records are searched for, before they are created.
    Search,
    /// Records are written.
    Write,
    /// A call was made again, or a list had more pages than the core asked for.
    Again,
}

impl Cause {
    /// All, in the order of a report.
    pub const ALL: [Self; 6] =
        [Self::List, Self::Deleted, Self::Read, Self::Search, Self::Write, Self::Again];

    /// The word in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Deleted => "deleted",
            Self::Read => "read",
            Self::Search => "search",
            Self::Write => "write",
            Self::Again => "again",
        }
    }
}

/// What went wrong with a call.
#[derive(Debug)]
pub struct Trouble {
    /// What the client says.
    pub error: zoho::Error,
    /// What follows from it.
    pub weight: Weight,
}

/// What follows from trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It passes by itself.
    Passing,
    /// Nothing more can be done until a person has done something.
    Fatal,
    /// Part of the work cannot be done by this user; the rest goes on.
    Partial,
}

/// What a verb gives: the answer, and how many calls it takes.
type Verb = Result<(Answer, u64), zoho::Error>;

impl Caller {
    /// Makes a call. One that is too late is not made: another process may lead by now. Of a write, the rows at `left` are
    /// not sent, and are told so.
    pub async fn make(&self, call: &Call, left: &[usize]) -> Made {
        let side = call.request.side();
        let late = Timestamp::now().as_millisecond() > call.before;
        let cause = cause(&call.request);
        let mut made = Made { answer: Answer::Lost, cause, side, calls: 0, written: 0, trouble: None };
        if late && cause == Cause::Write {
            return made;
        }
        let outcome = match &call.request {
            Request::List { side, kind, from, skip, limit } => {
                self.list(*side, *kind, *from, *skip as usize, *limit as usize).await
            }
            Request::Gone { side, kind, skip, limit } => {
                self.gone(*side, *kind, *skip as usize, *limit as usize).await
            }
            Request::Read { side, kind, ids } => self.read(*side, *kind, ids).await,
            Request::Find { side, kind, seeks } => self.find(*side, *kind, seeks).await,
            Request::Write(write) => {
                made.written = (write.rows().len() - left.len()) as u64;
                self.write(write, left).await
            }
        };
        match outcome {
            Ok((answer, calls)) => {
                made.answer = answer;
                made.calls = calls;
            }
            Err(error) => {
                made.calls = 1;
                let (answer, trouble) = trouble::of(error, cause);
                made.answer = answer;
                made.trouble = Some(trouble);
            }
        }
        made
    }

    /// The service's clock, as far as its answers told.
    fn date(&self) -> Seconds {
        self.zoho.time(Timestamp::now()).as_second()
    }

    fn rows(&self, side: Side, kind: Kind, records: &[zoho::records::Record]) -> Vec<Row> {
        self.wire.rows(side, kind, records)
    }
}

const fn cause(request: &Request) -> Cause {
    match request {
        Request::List { .. } => Cause::List,
        Request::Gone { .. } => Cause::Deleted,
        Request::Read { .. } => Cause::Read,
        Request::Find { .. } => Cause::Search,
        Request::Write(_) => Cause::Write,
    }
}

/// A kind that is not exchanged: nothing is told of it.
fn nothing(date: Seconds) -> (Answer, u64) {
    (Answer::Rows { rows: Vec::new(), more: false, date }, 0)
}

fn texts(ids: &[RecordId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

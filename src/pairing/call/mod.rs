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
use tokio::time::{Instant, timeout_at};

use super::wire::Wire;
use crate::sync::{
    Kind, RecordId, Seconds, Side,
    engine::{Answer, Request, Row},
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
    /// How many calls of the API this takes at least.
    pub calls: u64,
    /// What went wrong.
    pub trouble: Option<Trouble>,
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

impl Made {
    /// A write whose time was over.
    const fn late(calls: u64) -> Self {
        Self { answer: Answer::Lost, calls, trouble: None }
    }
}

/// What a verb gives: the answer, and how many calls it takes.
type Verb = Result<(Answer, u64), zoho::Error>;

impl Caller {
    /// Makes a call. A write does not leave after `deadline`, and is not repeated then: another process may lead by now. What
    /// is given up in the middle counts as lost.
    pub async fn make(&self, request: &Request, deadline: Instant) -> Made {
        let outcome = match request {
            Request::Write(_) if Instant::now() >= deadline => return Made::late(0),
            Request::Write(write) => match timeout_at(deadline, self.write(write)).await {
                Ok(outcome) => outcome,
                Err(_) => return Made::late(1),
            },
            read => self.ask(read).await,
        };
        match outcome {
            Ok((answer, calls)) => Made { answer, calls, trouble: None },
            Err(error) => {
                let (answer, trouble) = trouble::of(error, request);
                Made { answer, calls: 1, trouble: Some(trouble) }
            }
        }
    }

    async fn ask(&self, request: &Request) -> Verb {
        match request {
            Request::List { side, kind, from, skip, limit } => {
                self.list(*side, *kind, *from, *skip as usize, *limit as usize).await
            }
            Request::Gone { side, kind, skip, limit } => {
                self.gone(*side, *kind, *skip as usize, *limit as usize).await
            }
            Request::Read { side, kind, ids } => self.read(*side, *kind, ids).await,
            Request::Find { side, kind, seeks } => self.find(*side, *kind, seeks).await,
            Request::Write(write) => self.write(write).await,
        }
    }

    /// The service's clock, as far as its answers told.
    fn date(&self) -> Seconds {
        self.zoho.time(Timestamp::now()).as_second()
    }

    fn rows(&self, side: Side, kind: Kind, records: &[zoho::records::Record]) -> Vec<Row> {
        self.wire.rows(side, kind, records)
    }
}

/// A kind that is not exchanged: nothing is told of it.
fn nothing(date: Seconds) -> (Answer, u64) {
    (Answer::Rows { rows: Vec::new(), more: false, date }, 0)
}

fn texts(ids: &[RecordId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

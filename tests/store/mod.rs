//! The cache as others use it: through its public face, on real files.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall stop")]

mod crash;
mod damage;
mod drafts;
mod fleeting;
mod outbox;
mod two;
mod waiting;

use balcao::{
    model::{Draft, DraftId, DraftKind, Seen, TicketId},
    store::cache::Cache,
};
use jiff::Timestamp;
use std::path::Path;

/// Opens a cache that had to be sound.
fn open(dir: &Path) -> Cache {
    let opened = Cache::open(dir).unwrap();
    assert_eq!((opened.set_aside, opened.words_set_aside, opened.salvaged), (None, None, 0));
    opened.cache
}

/// A second of a day in 2026.
fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

/// A reply that somebody is writing.
pub fn draft(id: &str, body: &str) -> Draft {
    Draft {
        id: DraftId::new(id),
        ticket: TicketId::new("t1"),
        ticket_number: "1042".into(),
        kind: DraftKind::ReplyAll,
        from: None,
        to: "marina@zylker.exam".into(),
        cc: String::new(),
        bcc: String::new(),
        subject: "Re: Boleto".into(),
        body: body.into(),
        cursor: (2, 7),
        files: vec![],
        in_reply_to: None,
        seen: Seen::default(),
        updated: at(0),
    }
}

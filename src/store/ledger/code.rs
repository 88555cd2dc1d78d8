//! Numbers of the core as numbers of SQLite, and bodies as JSON.

use rusqlite::types::Type;
use serde::{Serialize, de::DeserializeOwned};

use super::LedgerError;
use crate::sync::{
    Kind, LinkId, RecordId, Side, Value,
    ledger::{Brake, Work},
};

pub(super) const fn side(side: Side) -> i64 {
    side as i64
}

pub(super) const fn side_of(number: i64) -> Side {
    if number == 0 { Side::Bigin } else { Side::Desk }
}

pub(super) const fn kind(kind: Kind) -> i64 {
    kind as i64
}

pub(super) const fn kind_of(number: i64) -> Kind {
    match number {
        0 => Kind::Company,
        1 => Kind::Contact,
        _ => Kind::Product,
    }
}

pub(super) const fn brake(brake: Brake) -> i64 {
    brake as i64
}

pub(super) const fn brake_of(number: i64) -> Brake {
    match number {
        0 => Brake::Off,
        1 => Brake::On,
        _ => Brake::Released,
    }
}

/// An id. Both services' ids have at most nineteen digits and fit; should one not, its bits do.
pub(super) const fn number(id: u64) -> i64 {
    id.cast_signed()
}

/// The id of a number.
pub(super) const fn id(number: i64) -> u64 {
    number.cast_unsigned()
}

/// Work as two numbers that sort as work does.
pub(super) const fn work(work: Work) -> (i64, i64) {
    match work {
        Work::Link(link) => (0, number(link.0)),
        Work::Record(Side::Bigin, record) => (1, number(record.0)),
        Work::Record(Side::Desk, record) => (2, number(record.0)),
    }
}

/// Work of two numbers.
pub(super) const fn work_of(what: i64, number: i64) -> Work {
    match what {
        0 => Work::Link(LinkId(id(number))),
        1 => Work::Record(Side::Bigin, RecordId(id(number))),
        _ => Work::Record(Side::Desk, RecordId(id(number))),
    }
}

/// A match value as text, kinds of values kept apart.
pub(super) fn key(value: &Value) -> Result<String, LedgerError> {
    body(value)
}

pub(super) fn body(of: &impl Serialize) -> Result<String, LedgerError> {
    Ok(serde_json::to_string(of)?)
}

/// A body out of a row.
pub(super) fn read<T: DeserializeOwned>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    serde_json::from_str(text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}

//! Departments, statuses, agents and the like: small lists, each under a key that knows its type.

use std::marker::PhantomData;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Cache,
    error::Error,
    fresh::Key,
    json::{At, Json},
};
use crate::model::{Agent, Channel, Department, DepartmentId, FromAddress, Me, Permissions, Status, Totals};

/// A place for one value of type `T`.
#[derive(Clone, Debug)]
pub struct Slot<T> {
    key: Key,
    holds: PhantomData<fn() -> T>,
}

impl<T> Slot<T> {
    const fn new(key: Key) -> Self {
        Self { key, holds: PhantomData }
    }

    /// The name under which its age is known.
    pub fn key(&self) -> &Key {
        &self.key
    }
}

impl Slot<Vec<Department>> {
    /// The portal's departments.
    pub const DEPARTMENTS: Self = Self::new(Key::Departments);
}

impl Slot<Totals> {
    /// How many tickets stand on the agent's shelves.
    pub const TOTALS: Self = Self::new(Key::Totals);
}

impl Slot<Vec<Status>> {
    /// The portal's statuses, in its own order.
    pub const STATUSES: Self = Self::new(Key::Statuses);
}

impl Slot<Vec<Agent>> {
    /// The portal's agents.
    pub const AGENTS: Self = Self::new(Key::Agents);
}

impl Slot<Vec<Channel>> {
    /// The ways tickets come in.
    pub const CHANNELS: Self = Self::new(Key::Channels);
}

impl Slot<Vec<String>> {
    /// The priorities by name, in the portal's own order.
    pub const PRIORITIES: Self = Self::new(Key::Priorities);
}

impl Slot<Vec<FromAddress>> {
    /// The addresses that mail may be sent from, of all departments.
    pub const FROM_ADDRESSES: Self = Self::new(Key::FromAddresses(None));

    /// The addresses that mail of one department may be sent from.
    pub fn from_addresses_of(department: DepartmentId) -> Self {
        Self::new(Key::FromAddresses(Some(department)))
    }
}

impl Slot<String> {
    /// The currency of all amounts, by its ISO 4217 code.
    pub const CURRENCY: Self = Self::new(Key::Currency);
}

impl Slot<Me> {
    /// Who is signed in.
    pub const ME: Self = Self::new(Key::Me);
}

impl Slot<Permissions> {
    /// What they may do.
    pub const PERMISSIONS: Self = Self::new(Key::Permissions);
}

const GET: &str = "SELECT body, at FROM furniture WHERE key = ?1";
const PUT: &str = "INSERT OR REPLACE INTO furniture(key, body, at) VALUES (?1, ?2, ?3)";

impl Cache {
    /// What stands in a slot and since when; none when it was never filled.
    pub fn get<T: DeserializeOwned>(&self, slot: &Slot<T>) -> Result<Option<(T, Timestamp)>, Error> {
        self.db.run(|conn| {
            conn.prepare_cached(GET)?
                .query_row([Json(&slot.key)], |row| Ok((row.get::<_, Json<T>>(0)?.0, row.get::<_, At>(1)?.0)))
                .optional()
        })
    }

    /// Fills a slot and says when that was: [`Cache::fetched_at`] of its key is the same time.
    pub fn put<T: Serialize>(&self, slot: &Slot<T>, value: &T, at: Timestamp) -> Result<(), Error> {
        self.db.write(|tx| {
            tx.prepare_cached(PUT)?.execute(params![Json(&slot.key), Json(value), At(at)]).map(|_| ())
        })?;
        self.set_fetched(&slot.key, at)
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[GET, PUT];

//! Writing what changed.

use std::sync::Arc;

use rusqlite::{Connection, params};
use serde::Serialize;

use super::super::world::bigin::Kind;
use super::super::world::{Id, Item, Shelf, World};

/// What changed in a world since the last time.
#[derive(Debug, Default)]
pub struct Changes {
    parts: Vec<(&'static str, String)>,
    rows: Vec<(&'static str, Id, Option<String>)>,
    files: Vec<(Id, Arc<[u8]>)>,
}

impl Changes {
    /// Takes the changes out of a world.
    pub fn of(world: &mut World) -> Self {
        let mut changes = Self::default();
        if std::mem::take(&mut world.accounts.dirty) {
            changes.part("accounts", &world.accounts);
        }
        if std::mem::take(&mut world.bigin.dirty) {
            changes.part("bigin", &world.bigin.settings);
        }
        if std::mem::take(&mut world.desk.dirty) {
            changes.part("desk", &world.desk.settings);
        }
        if world.clock.take_dirty() {
            changes.part("clock", &world.clock.setting());
        }
        for kind in Kind::ALL {
            changes.shelf(kind.api_name(), world.bigin.records_mut(kind));
        }
        let desk = &mut world.desk;
        changes.shelf("desk contacts", &mut desk.contacts);
        changes.shelf("desk accounts", &mut desk.accounts);
        changes.shelf("desk tickets", &mut desk.tickets);
        changes.shelf("desk threads", &mut desk.threads);
        changes.shelf("desk comments", &mut desk.comments);
        changes.shelf("desk attachments", &mut desk.attachments);
        changes.shelf("desk events", &mut desk.events);
        changes.shelf("desk ratings", &mut desk.ratings);
        changes.shelf("desk activities", &mut desk.activities);
        changes.shelf("desk deliveries", &mut desk.deliveries);
        changes.files = world.take_dirty_bytes();
        changes
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.rows.is_empty() && self.files.is_empty()
    }

    /// Writes them, all or nothing.
    pub fn write(&self, connection: &mut Connection) -> rusqlite::Result<()> {
        let transaction = connection.transaction()?;
        for (name, body) in &self.parts {
            transaction
                .execute("INSERT OR REPLACE INTO parts (name, body) VALUES (?1, ?2)", [*name, body])?;
        }
        {
            let mut put = transaction
                .prepare_cached("INSERT OR REPLACE INTO rows (kind, id, body) VALUES (?1, ?2, ?3)")?;
            for (kind, id, body) in &self.rows {
                put.execute(params![kind, number(*id), body])?;
            }
            let mut files =
                transaction.prepare_cached("INSERT OR REPLACE INTO files (id, bytes) VALUES (?1, ?2)")?;
            for (id, bytes) in &self.files {
                files.execute(params![number(*id), bytes.as_ref()])?;
            }
        }
        transaction.commit()
    }

    fn part(&mut self, name: &'static str, value: &impl Serialize) {
        match serde_json::to_string(value) {
            Ok(body) => self.parts.push((name, body)),
            Err(error) => tracing::error!(name, %error, "a part of the sandbox can't be kept"),
        }
    }

    fn shelf<T: Item + Serialize>(&mut self, kind: &'static str, records: &mut Shelf<T>) {
        for (id, row) in records.take_dirty() {
            match row.map(serde_json::to_string).transpose() {
                Ok(body) => self.rows.push((kind, id, body)),
                Err(error) => tracing::error!(kind, %id, %error, "a record of the sandbox can't be kept"),
            }
        }
    }
}

/// An id as the store counts; ids have at most 19 digits and begin below 9.
fn number(id: Id) -> i64 {
    i64::try_from(id.0).unwrap_or(i64::MAX)
}

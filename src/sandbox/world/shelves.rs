//! All shelves of a world, one list for whoever keeps them.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::World;
use super::id::Id;
use super::shelf::{Item, Shelf};

/// A record as JSON; `None` when it is gone.
pub type Row = (Id, Option<String>);

/// A shelf of any kind of record, as JSON.
pub trait Rows {
    /// The records that changed since the last call.
    fn changed(&mut self) -> Result<Vec<Row>, serde_json::Error>;
    /// All records.
    fn all(&self) -> Result<Vec<(Id, String)>, serde_json::Error>;
    /// One record; `None` when there is none.
    fn row(&self, id: Id) -> Result<Option<String>, serde_json::Error>;
    /// Puts a record, or takes it away.
    fn put(&mut self, id: Id, row: Option<&str>) -> Result<(), serde_json::Error>;
    /// Says that the disk has everything as it is now.
    fn is_kept(&mut self);
}

impl<T: Item + Serialize + DeserializeOwned> Rows for Shelf<T> {
    fn changed(&mut self) -> Result<Vec<Row>, serde_json::Error> {
        let dirty = self.take_dirty().into_iter();
        dirty.map(|(id, row)| Ok((id, row.map(serde_json::to_string).transpose()?))).collect()
    }

    fn all(&self) -> Result<Vec<(Id, String)>, serde_json::Error> {
        self.iter().map(|item| Ok((item.id(), serde_json::to_string(item)?))).collect()
    }

    fn row(&self, id: Id) -> Result<Option<String>, serde_json::Error> {
        self.get(id).map(serde_json::to_string).transpose()
    }

    fn put(&mut self, id: Id, row: Option<&str>) -> Result<(), serde_json::Error> {
        match row {
            Some(row) => self.insert(serde_json::from_str(row)?),
            None => drop(self.remove(id)),
        }
        Ok(())
    }

    fn is_kept(&mut self) {
        self.clean();
    }
}

impl World {
    /// Every shelf under its name on disk; Desk's begin with `desk `. A new shelf is kept by standing here.
    pub fn shelves(&mut self) -> Vec<(&'static str, &mut dyn Rows)> {
        let mut all: Vec<(&'static str, &mut dyn Rows)> = Vec::new();
        for (kind, shelf) in self.bigin.all_records_mut() {
            all.push((kind.api_name(), shelf));
        }
        let desk = &mut self.desk;
        all.push(("desk contacts", &mut desk.contacts));
        all.push(("desk accounts", &mut desk.accounts));
        all.push(("desk tickets", &mut desk.tickets));
        all.push(("desk threads", &mut desk.threads));
        all.push(("desk comments", &mut desk.comments));
        all.push(("desk attachments", &mut desk.attachments));
        all.push(("desk events", &mut desk.events));
        all.push(("desk ratings", &mut desk.ratings));
        all.push(("desk activities", &mut desk.activities));
        all.push(("desk deliveries", &mut desk.deliveries));
        all
    }
}

//! Forms of `+ Ticket` that were left: they stand in `words.db` beside the drafts.

use rusqlite::{Row, params};

use super::drafts::passable;
use super::{
    Cache,
    error::Error,
    json::{At, Json},
};
use crate::model::TicketForm;

// A save that was overtaken by a later one changes nothing.
const SAVE: &str = "
    INSERT INTO form(customer, updated, body) VALUES (?1, ?2, ?3)
    ON CONFLICT(customer) DO UPDATE SET updated = excluded.updated, body = excluded.body
    WHERE excluded.updated >= updated";
const ALL: &str = "SELECT body FROM form ORDER BY updated DESC, customer";
const DROP: &str = "DELETE FROM form WHERE customer = ?1";

impl Cache {
    /// Saves a form; it is on the disk when this returns.
    pub fn save_form(&self, form: &TicketForm) -> Result<(), Error> {
        self.words.write(|tx| {
            tx.prepare_cached(SAVE)?.execute(params![form.key(), At(form.updated), Json(form)])?;
            Ok(())
        })
    }

    /// All forms, the last one touched first.
    pub fn forms(&self) -> Result<Vec<TicketForm>, Error> {
        let form = |row: &Row| row.get::<_, Json<TicketForm>>(0).map(|json| json.0);
        self.words.run(|conn| {
            let mut statement = conn.prepare_cached(ALL)?;
            let rows = statement.query_map([], form)?;
            rows.filter_map(|row| passable(row).transpose()).collect()
        })
    }

    /// Drops a form for good, by its [`TicketForm::key`].
    pub fn drop_form(&self, key: &str) -> Result<(), Error> {
        self.words.write(|tx| {
            tx.prepare_cached(DROP)?.execute([key])?;
            Ok(())
        })
    }
}

#[cfg(test)]
pub(super) const SQL: &[&str] = &[SAVE, ALL, DROP];

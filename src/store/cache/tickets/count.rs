//! Counting tickets, for the titles of tabs.

use jiff::Timestamp;

use super::{
    super::{Cache, error::Error},
    scope::{Where, micros},
};
use crate::model::{TicketCounts, TicketQuery};

impl Cache {
    /// How many tickets `query` asks for, how many of them are not closed, and how many are overdue at `now`.
    pub fn counts(&self, query: &TicketQuery, now: Timestamp) -> Result<TicketCounts, Error> {
        let mut wanted = Where::of(query, now);
        if let Some(seqs) = self.filtered(query, &wanted)? {
            let numbers = seqs.into_iter().collect::<serde_json::Value>().to_string();
            let holds = "seq IN (SELECT value FROM json_each(?1))".to_owned();
            wanted = Where { holds, values: vec![numbers.into()], ..wanted };
        }
        let sql = counts_sql(&wanted);
        wanted.push(micros(now));
        self.db.run(|conn| {
            conn.prepare_cached(&sql)?.query_row(&*wanted.params(), |row| {
                Ok(TicketCounts { all: row.get(0)?, open: row.get(1)?, overdue: row.get(2)? })
            })
        })
    }
}

fn counts_sql(wanted: &Where) -> String {
    let now = wanted.values.len() + 1;
    format!(
        "SELECT count(*), count(*) FILTER (WHERE kind < 2), count(*) FILTER (WHERE kind = 0 AND due < ?{now})
         FROM ticket WHERE {}",
        wanted.holds
    )
}

#[cfg(test)]
pub(super) fn statements() -> Vec<String> {
    super::scope::samples().iter().map(counts_sql).collect()
}

//! Counting tickets, for the titles of tabs.

use jiff::Timestamp;

use super::{
    super::{Cache, error::Error},
    scope::{Where, micros},
};
use crate::model::{TicketCounts, TicketQuery, TicketScope};

impl Cache {
    /// How many tickets `query` asks for, how many of them are not closed, and how many are overdue at `now`.
    pub fn counts(&self, query: &TicketQuery, now: Timestamp) -> Result<TicketCounts, Error> {
        let mut wanted = Where::of(query, now);
        if let Some(seqs) = self.filtered(query, &wanted)? {
            let numbers = seqs.into_iter().collect::<serde_json::Value>().to_string();
            let holds = "seq IN (SELECT value FROM json_each(?1))".to_owned();
            wanted = Where { holds, values: vec![numbers.into()], ..wanted };
        }
        let sql = counts_sql(&wanted, &query.scope);
        wanted.push(micros(now));
        self.db.run(|conn| {
            conn.prepare_cached(&sql)?.query_row(&*wanted.params(), |row| {
                Ok(TicketCounts { all: row.get(0)?, open: row.get(1)?, overdue: row.get(2)? })
            })
        })
    }
}

// What the scope says already is not asked of each row: so the count stays within the index.
fn counts_sql(wanted: &Where, scope: &TicketScope) -> String {
    let overdue = format!("count(*) FILTER (WHERE kind = 0 AND due < ?{})", wanted.values.len() + 1);
    let (open, overdue) = match scope {
        TicketScope::Of { .. } => ("count(*) FILTER (WHERE kind < 2)", overdue.as_str()),
        TicketScope::Overdue => ("count(*)", "count(*)"),
        TicketScope::Mine(_) | TicketScope::Unassigned | TicketScope::AllOpen => {
            ("count(*)", overdue.as_str())
        }
    };
    // The parameter is named once more so that each of these statements takes the same ones.
    format!(
        "SELECT count(*), {open}, {overdue}, ?{} FROM ticket WHERE {}",
        wanted.values.len() + 1,
        wanted.holds
    )
}

#[cfg(test)]
pub(super) fn statements() -> Vec<String> {
    super::scope::samples().iter().map(|(scope, wanted)| counts_sql(wanted, scope)).collect()
}

//! Windows of ticket lists.

use jiff::Timestamp;
use rusqlite::Connection;

use super::{
    super::{
        Cache,
        error::Error,
        finder::{List, fold::fold, matching, ticket_haystack},
        span::Span,
    },
    row::{self, COLUMNS},
    scope::Where,
};
use crate::model::{Ticket, TicketQuery, TicketScope, Window};

/// Up to this many hits are put in order by looking at each, not by reading the whole scope.
const FEW: usize = 5000;

impl Cache {
    /// Rows `offset..offset + limit` (at most 200) of the tickets that `query` asks for; the order is that of its scope.
    pub fn tickets(
        &self,
        query: &TicketQuery,
        now: Timestamp,
        offset: usize,
        limit: usize,
    ) -> Result<Window<Ticket>, Error> {
        let wanted = Where::of(query, now);
        if let Some(seqs) = self.filtered(query, &wanted)? {
            let rows = self.db.run(|conn| by_seq(conn, Span::of(&seqs, offset, limit)))?;
            return Ok(Window { total: seqs.len(), offset, rows });
        }
        self.db.run(|conn| {
            let total: i64 =
                conn.prepare_cached(&total_sql(&wanted))?.query_row(&*wanted.params(), |row| row.get(0))?;
            let total = usize::try_from(total).unwrap_or(0);
            let span = Span::new(total, offset, limit);
            let mut paged = wanted.clone();
            let (take, skip) = span.limits();
            let _ = (paged.push(take), paged.push(skip));
            let mut rows: Vec<Ticket> = conn
                .prepare_cached(&window_sql(&wanted, span.backward))?
                .query_map(&*paged.params(), row::ticket)?
                .collect::<rusqlite::Result<_>>()?;
            if span.backward {
                rows.reverse();
            }
            Ok(Window { total, offset, rows })
        })
    }

    /// The rows that match the text of the query, in the order of the scope; none when it has no text.
    pub(super) fn filtered(&self, query: &TicketQuery, wanted: &Where) -> Result<Option<Vec<u32>>, Error> {
        if fold(&query.text).is_empty() {
            return Ok(None);
        }
        if matches!(query.scope, TicketScope::Of { .. }) {
            // One customer's tickets are few and include closed ones, which no finder holds.
            let texts = self.db.run(|conn| haystacks(conn, wanted))?;
            let fitting = matching(&texts, &query.text, &query.meant);
            return Ok(Some(
                texts.into_iter().map(|(seq, _)| seq).filter(|seq| fitting.contains(*seq)).collect(),
            ));
        }
        let mut finders = self.finders.borrow_mut();
        let Some(found) = finders.of(List::Live, &self.db)?.rows(&query.text, &query.meant) else {
            return Ok(None);
        };
        if found.total() <= FEW {
            let mut named = wanted.clone();
            named.push(found.seqs().collect::<serde_json::Value>().to_string());
            let seqs = self.db.run(|conn| {
                conn.prepare_cached(&named_sql(wanted))?
                    .query_map(&*named.params(), |row| row.get::<_, u32>(0))?
                    .collect::<rusqlite::Result<_>>()
            })?;
            return Ok(Some(seqs));
        }
        let fitting = found.all();
        let seqs = self.db.run(|conn| {
            conn.prepare_cached(&seqs_sql(wanted))?
                .query_map(&*wanted.params(), |row| row.get::<_, u32>(0))?
                .filter(|seq| seq.as_ref().map_or(true, |seq| fitting.contains(*seq)))
                .collect::<rusqlite::Result<_>>()
        })?;
        Ok(Some(seqs))
    }
}

fn haystacks(conn: &Connection, wanted: &Where) -> rusqlite::Result<Vec<(u32, String)>> {
    conn.prepare_cached(&texts_sql(wanted))?
        .query_map(&*wanted.params(), |row| {
            let mut haystack = String::new();
            ticket_haystack(row, 1, &mut haystack)?;
            Ok((row.get(0)?, haystack))
        })?
        .collect()
}

/// The tickets of these rows, in this order.
fn by_seq(conn: &Connection, seqs: &[u32]) -> rusqlite::Result<Vec<Ticket>> {
    let numbers = seqs.iter().copied().collect::<serde_json::Value>().to_string();
    conn.prepare_cached(&by_seq_sql())?.query_map([numbers], row::ticket)?.collect()
}

pub(super) fn total_sql(wanted: &Where) -> String {
    format!("SELECT count(*) FROM ticket WHERE {}", wanted.holds)
}

// Rows are passed over in the index alone; only those of the window are read.
fn window_sql(wanted: &Where, backward: bool) -> String {
    let (Where { holds, order, values }, order_of) =
        (wanted, |pair: (&'static str, &'static str)| if backward { pair.1 } else { pair.0 });
    let order = order_of(*order);
    let (take, skip) = (values.len() + 1, values.len() + 2);
    format!(
        "SELECT {COLUMNS} FROM ticket
         WHERE seq IN (SELECT seq FROM ticket WHERE {holds} ORDER BY {order} LIMIT ?{take} OFFSET ?{skip})
         ORDER BY {order}"
    )
}

fn seqs_sql(wanted: &Where) -> String {
    format!("SELECT seq FROM ticket WHERE {} ORDER BY {}", wanted.holds, wanted.order.0)
}

// The rows that match are looked at one by one: CROSS JOIN keeps SQLite from reading the whole scope instead.
fn named_sql(wanted: &Where) -> String {
    format!(
        "WITH hit(row) AS (SELECT value FROM json_each(?{}))
         SELECT seq FROM hit CROSS JOIN ticket ON seq = row WHERE {} ORDER BY {}",
        wanted.values.len() + 1,
        wanted.holds,
        wanted.order.0
    )
}

fn texts_sql(wanted: &Where) -> String {
    format!(
        "SELECT seq, number, subject, contact_name, account_name, status, channel, priority FROM ticket WHERE {} ORDER BY {}",
        wanted.holds, wanted.order.0
    )
}

fn by_seq_sql() -> String {
    format!(
        "WITH wanted(place, row) AS (SELECT key, value FROM json_each(?1))
         SELECT {COLUMNS} FROM wanted JOIN ticket ON seq = row ORDER BY place"
    )
}

#[cfg(test)]
pub(super) fn statements() -> Vec<String> {
    let all = super::scope::samples();
    let kinds = |(_, wanted): &(TicketScope, Where)| {
        [
            total_sql(wanted),
            window_sql(wanted, false),
            window_sql(wanted, true),
            seqs_sql(wanted),
            named_sql(wanted),
            texts_sql(wanted),
        ]
    };
    all.iter().flat_map(kinds).chain([by_seq_sql()]).collect()
}

//! Tickets that changed, from the search index.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::wire::WireTicket;
use crate::{
    model::{Ticket, TicketId},
    zoho::{
        ChangedAt, Desk, Error, Page,
        transport::{Call, query_time},
        wire::{self, Data},
    },
};

/// The most a search gives at once, and where it ends (desk.md §11).
const LIMIT: u32 = 100;
const END: u32 = 5_000;

impl Desk {
    /// The tickets changed since, oldest change first, from the search index, which lags behind by up to minutes: ask
    /// from some minutes before the last answer. Whether a reply or comment counts as a change is not documented. The
    /// search ends at 5 000 rows, which matters only when so many were changed at one moment: then [`Page::cut`] is set,
    /// and lists tell the rest.
    ///
    /// Whoever is changed meanwhile moves to the end and comes again, as it then is; nobody is skipped, since each page
    /// begins at the time of the last change and not at a number of rows.
    pub async fn tickets_changed(&self, at: &ChangedAt) -> Result<Page<Ticket, ChangedAt>, Error> {
        // An end in the future takes in what changes while we walk; a day covers any difference of clocks.
        let until = Timestamp::now() + SignedDuration::from_hours(24);
        let call = Call::desk(&["tickets", "search"])
            .with("modifiedTimeRange", format!("{},{}", query_time(at.since), query_time(until)))
            .with("sortBy", "modifiedTime")
            .with("from", at.from)
            .with("limit", LIMIT);
        let answer = self.transport.send(&call).await?;
        let rows = answer.json::<Data<Value>>()?.map(|data| data.data.0).unwrap_or_default();
        let full = u32::try_from(rows.len()).is_ok_and(|count| count >= LIMIT);
        let seen: Vec<Seen> = rows.iter().filter_map(Seen::of).collect();
        let next = full.then(|| at.behind(&seen));
        let cut = next.as_ref().is_some_and(|next| next.from >= END);
        let tickets = rows.into_iter().filter(|row| Seen::of(row).is_none_or(|seen| !at.gave(&seen)));
        let tickets = tickets.filter_map(|row| serde_json::from_value::<WireTicket>(row).ok()?.into_model());
        Ok(Page { rows: tickets.collect(), next: next.filter(|_| !cut), cut, at: answer.at() })
    }
}

/// Which ticket a row is, and when it was changed.
struct Seen {
    id: TicketId,
    modified: Timestamp,
}

impl Seen {
    fn of(row: &Value) -> Option<Self> {
        let id = TicketId::new(wire::text(row.get("id")?)?);
        Some(Self { id, modified: wire::time(row.get("modifiedTime")?)? })
    }
}

impl ChangedAt {
    /// Whether this row, as it is, was on a page before.
    fn gave(&self, seen: &Seen) -> bool {
        seen.modified == self.since && self.given.contains(&seen.id)
    }

    /// Where it goes on after a full page.
    fn behind(&self, rows: &[Seen]) -> Self {
        let newest = rows.iter().map(|seen| seen.modified).max().unwrap_or(self.since);
        let given = rows.iter().filter(|seen| seen.modified == newest).map(|seen| seen.id.clone());
        if newest > self.since {
            return Self { given: given.collect(), ..Self::since(newest) };
        }
        // All of one moment, or a service that does not say when: only counting is left.
        let given = self.given.iter().cloned().chain(given).collect();
        Self { since: self.since, from: self.from + LIMIT, given }
    }
}

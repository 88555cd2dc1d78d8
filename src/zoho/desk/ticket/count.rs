//! Counting tickets without reading them.

use serde::Deserialize;

use crate::{
    model::AgentId,
    zoho::{
        Desk, Error,
        transport::Call,
        wire::{Count, List, Text},
    },
};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Counts {
    status_type: List<Row>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Row {
    value: Text,
    count: Count,
}

impl Desk {
    /// How many tickets are not closed: of one agent, or of all that the signed-in one can see. One call
    /// (`/ticketsCountByFieldValues`, desk.md §10.6), from the search index. Scopes tickets and search. What is overdue is
    /// not asked for: Desk's count has tickets on hold in it, which stand still here.
    pub async fn count_open(&self, assignee: Option<&AgentId>) -> Result<u32, Error> {
        let call = Call::desk(&["ticketsCountByFieldValues"])
            .with("field", "statusType")
            .with_some("assigneeId", assignee.map(AgentId::as_str));
        // No ticket at all is an answer without a body.
        let counts = self.transport.send(&call).await?.json::<Counts>()?.unwrap_or_default();
        let closed =
            |row: &Row| row.value.0.as_deref().is_some_and(|value| value.eq_ignore_ascii_case("closed"));
        Ok(counts.status_type.0.iter().filter(|row| !closed(row)).map(|row| row.count.small()).sum())
    }
}

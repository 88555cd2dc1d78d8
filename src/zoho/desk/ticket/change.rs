//! Changes to a ticket. None is sent twice.

use reqwest::Method;
use serde_json::{Value, json};

use super::show::read;
use crate::{
    model::{AgentId, Ticket, TicketId},
    zoho::{Desk, Error, transport::Call},
};

impl Desk {
    /// Gives it a status, spelled exactly as the portal does.
    pub async fn set_status(&self, id: &TicketId, status: &str) -> Result<Ticket, Error> {
        self.patch(id, json!({ "status": status })).await
    }

    /// Gives it to an agent, or to nobody. Nobody is spelled `""`: `null` is not reliable (desk.md §3).
    pub async fn assign(&self, id: &TicketId, agent: Option<&AgentId>) -> Result<Ticket, Error> {
        self.patch(id, json!({ "assigneeId": agent.map_or("", AgentId::as_str) })).await
    }

    /// Marks it as read by this agent. Doing that twice does no harm, so it is tried again.
    pub async fn mark_read(&self, id: &TicketId) -> Result<(), Error> {
        let call = Call::change(Method::POST, &["tickets", id.as_str(), "markAsRead"]).harmless_twice();
        self.transport.send(&call).await.map(|_| ())
    }

    async fn patch(&self, id: &TicketId, body: Value) -> Result<Ticket, Error> {
        let call = Call::change(Method::PATCH, &["tickets", id.as_str()]).json(&body);
        let changed = read(&self.transport.send(&call).await?)?;
        Ok(self.complete(changed).await)
    }
}

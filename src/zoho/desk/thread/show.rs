//! One message with its text.

use serde_json::Value;

use super::wire::WireThread;
use crate::{
    model::{Thread, ThreadId, TicketId},
    zoho::{Desk, Error, transport::Call, wire::text},
};

impl Desk {
    /// One message with its text. A text that Desk cut short is fetched whole from where Desk says it lies.
    pub async fn thread(&self, ticket: &TicketId, thread: &ThreadId) -> Result<Thread, Error> {
        let call = Call::desk(&["tickets", ticket.as_str(), "threads", thread.as_str()]);
        let answer = self.transport.send(&call).await?;
        let wire = answer.record::<WireThread>()?;
        let rest = wire.is_content_truncated.yes().then(|| wire.full_content_url.clone().some()).flatten();
        let mut thread = wire.into_model().ok_or_else(|| answer.odd("the message has no id"))?;
        if let Some(url) = rest {
            thread.body.text = self.full_content(&url).await?;
        }
        Ok(thread)
    }

    /// The document behind `fullContentURL` is not specified: either the text, or JSON that holds it.
    async fn full_content(&self, url: &str) -> Result<String, Error> {
        let mut bytes = Vec::new();
        self.transport.fetch(url, &mut bytes).await?;
        let held = serde_json::from_slice::<Value>(&bytes).ok().and_then(|json| text(json.get("content")?));
        Ok(held.unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned()))
    }
}

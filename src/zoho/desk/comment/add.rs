//! A new comment.

use reqwest::Method;
use serde_json::json;

use super::{mention::write_mentions, read_mentions, wire::WireComment};
use crate::{
    model::{Agent, Comment, TicketId, UploadId},
    zoho::{Desk, Error, transport::Call},
};

/// A comment to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComment {
    /// Plain text, at most 32 000 characters.
    pub content: String,
    /// Whether the customer sees it on the portal.
    pub public: bool,
    /// Files, uploaded beforehand.
    pub attachments: Vec<UploadId>,
    /// Those whose `@Name` in the text shall notify them; empty = nobody.
    pub mentionable: Vec<Agent>,
}

impl Desk {
    /// Writes it (`POST /tickets/{id}/comments`), once: a lost answer is [`Error::Unknown`], and the ticket's comments
    /// tell whether it is there.
    pub async fn comment(&self, ticket: &TicketId, new: &NewComment) -> Result<Comment, Error> {
        let ids: Vec<_> = new.attachments.iter().map(UploadId::as_str).collect();
        let body = json!({
            "content": write_mentions(&new.content, &new.mentionable),
            "contentType": "plainText",
            "isPublic": new.public,
            "attachmentIds": ids,
        });
        let call = Call::change(Method::POST, &["tickets", ticket.as_str(), "comments"]).json(&body);
        let answer = self.transport.send(&call).await?;
        // The answer names nobody: the mentions are read with the names that were written.
        let wire = answer.record::<WireComment>()?.reading(|text| read_mentions(text, &new.mentionable));
        wire.into_model().ok_or_else(|| answer.odd("the comment has no id"))
    }
}

//! The comments of a ticket.

use super::wire::WireComment;
use crate::{
    model::{Comment, TicketId},
    zoho::{Desk, Error, transport::Call},
};

impl Desk {
    /// All comments of a ticket, oldest first, with their texts; mentions as `@Name`.
    pub async fn comments(&self, ticket: &TicketId) -> Result<Vec<Comment>, Error> {
        let call = Call::desk(&["tickets", ticket.as_str(), "comments"])
            .with("include", "mentions")
            .with("sortBy", "commentedTime");
        let rows = self.whole::<WireComment>(&call, 100).await?;
        let mut comments: Vec<_> = rows.into_iter().filter_map(WireComment::into_model).collect();
        comments.sort_by_key(|comment| comment.at);
        Ok(comments)
    }
}

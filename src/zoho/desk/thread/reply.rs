//! A reply, reply all or forward: one call for all three (desk.md §12).

use reqwest::Method;
use serde::Serialize;

use super::wire::WireThread;
use crate::{
    model::{Address, Thread, ThreadId, TicketId, UploadId},
    zoho::{Desk, Error, transport::Call},
};

/// A message to be sent by mail. There is no subject: Desk sends replies under the ticket's, and offers no key to
/// change that; whoever wants another changes the ticket's. Nothing is quoted by Desk: what shall stand below the
/// answer is part of `content`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// From which of the department's mail reply addresses; others are refused.
    pub from: Address,
    /// To whom.
    pub to: Vec<Address>,
    /// With copy to.
    pub cc: Vec<Address>,
    /// With blind copy to.
    pub bcc: Vec<Address>,
    /// The text as HTML, at most 16 000 000 characters.
    pub content: String,
    /// Whether it is a forward; those stay private.
    pub forward: bool,
    /// The message it answers.
    pub in_reply_to: Option<ThreadId>,
    /// Files, uploaded beforehand.
    pub attachments: Vec<UploadId>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    channel: &'static str,
    from_email_address: &'a str,
    to: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    cc: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    bcc: String,
    content_type: &'static str,
    content: &'a str,
    is_forward: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_reply_to_thread_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachment_ids: Vec<&'a str>,
}

impl Desk {
    /// Sends it (`POST /tickets/{id}/sendReply`), once: a lost answer is [`Error::Unknown`], and the ticket's messages
    /// tell whether it left. The message may come back as still being sent.
    pub async fn send_reply(&self, ticket: &TicketId, reply: &Reply) -> Result<Thread, Error> {
        let call = Call::change(Method::POST, &["tickets", ticket.as_str(), "sendReply"]).json(&body(reply));
        let answer = self.transport.send(&call).await?;
        answer.record::<WireThread>()?.into_model().ok_or_else(|| answer.odd("the message has no id"))
    }
}

fn body(reply: &Reply) -> Body<'_> {
    Body {
        channel: "EMAIL",
        from_email_address: &reply.from.email,
        to: mailboxes(&reply.to),
        cc: mailboxes(&reply.cc),
        bcc: mailboxes(&reply.bcc),
        content_type: "html",
        content: &reply.content,
        is_forward: reply.forward,
        in_reply_to_thread_id: reply.in_reply_to.as_ref().map(ThreadId::as_str),
        attachment_ids: reply.attachments.iter().map(UploadId::as_str).collect(),
    }
}

/// Bare mailboxes: the only spelling that the documents show on the way in; a comma in a name cannot split a list.
fn mailboxes(list: &[Address]) -> String {
    list.iter().map(|address| address.email.as_str()).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn sends_bare_mailboxes_and_only_what_there_is() {
        let reply = Reply {
            from: Address { name: "Suporte".into(), email: "s@x.example".into() },
            to: vec![Address { name: "Reis, Ana".into(), email: "ana@c.example".into() }],
            cc: vec![Address::bare("a@y.example"), Address::bare("b@y.example")],
            bcc: vec![],
            content: "<div>Oi</div>".into(),
            forward: false,
            in_reply_to: Some(ThreadId::new("5")),
            attachments: vec![UploadId::new("8")],
        };
        assert_eq!(
            serde_json::to_value(body(&reply)).unwrap(),
            json!({
                "channel": "EMAIL", "fromEmailAddress": "s@x.example", "to": "ana@c.example",
                "cc": "a@y.example,b@y.example", "contentType": "html", "content": "<div>Oi</div>",
                "isForward": false, "inReplyToThreadId": "5", "attachmentIds": ["8"]
            })
        );
    }
}

//! A message on the wire. Lists give summaries; the text comes one message at a time. Addresses are comma-separated
//! strings and exist for mail only.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    model::{Address, Body, BodyKind, Delivery, Direction, Thread, ThreadId, Visibility, addresses},
    zoho::{
        desk::{agent::full_name, file::WireFile},
        wire::{Flag, List, Maybe, Text, Time},
    },
};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct WireThread {
    id: Text,
    channel: Text,
    direction: Text,
    status: Text,
    visibility: Text,
    is_forward: Flag,
    is_description_thread: Flag,
    author: Maybe<Author>,
    from_email_address: Text,
    to: Text,
    cc: Text,
    bcc: Text,
    reply_to: Text,
    created_time: Time,
    send_date_time: Time,
    summary: Text,
    content_type: Text,
    content: Text,
    attachments: List<WireFile>,
    pub is_content_truncated: Flag,
    #[serde(rename = "fullContentURL")]
    pub full_content_url: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(in crate::zoho::desk) struct Author {
    name: Text,
    first_name: Text,
    last_name: Text,
    email: Text,
}

impl Author {
    /// The name to show: the name, or what there is of it, or the address.
    pub(in crate::zoho::desk) fn shown(self) -> String {
        let full = full_name(self.first_name, self.last_name);
        let full = (!full.is_empty()).then_some(full);
        self.name.some().or(full).or_else(|| self.email.some()).unwrap_or_default()
    }
}

impl WireThread {
    pub(super) fn into_model(self) -> Option<Thread> {
        let from = self.from_email_address.some().and_then(|from| addresses(&from).into_iter().next());
        let author = self.author.0.unwrap_or_default().shown();
        let author = if author.is_empty() {
            from.as_ref().map(Address::to_string).unwrap_or_default()
        } else {
            author
        };
        let is =
            |text: &Text, word: &str| text.0.as_deref().is_some_and(|text| text.eq_ignore_ascii_case(word));
        Some(Thread {
            id: ThreadId::new(self.id.some()?),
            direction: if is(&self.direction, "out") { Direction::Out } else { Direction::In },
            delivery: match self.status.0.as_deref().unwrap_or_default().to_ascii_uppercase().as_str() {
                "PENDING" => Delivery::Pending,
                "FAILED" => Delivery::Failed,
                "DRAFT" => Delivery::Draft,
                _ => Delivery::Done,
            },
            // A portal that does not say shows its messages.
            visibility: if is(&self.visibility, "private") {
                Visibility::Private
            } else {
                Visibility::Public
            },
            forward: self.is_forward.yes(),
            description: self.is_description_thread.yes(),
            body: body(self.content, &self.content_type),
            channel: self.channel.or_empty(),
            author,
            from,
            to: addresses(&self.to.or_empty()),
            cc: addresses(&self.cc.or_empty()),
            bcc: addresses(&self.bcc.or_empty()),
            reply_to: addresses(&self.reply_to.or_empty()),
            at: self.created_time.0.or(self.send_date_time.0).unwrap_or(Timestamp::UNIX_EPOCH),
            summary: self.summary.or_empty(),
            attachments: self.attachments.0.into_iter().filter_map(WireFile::into_model).collect(),
        })
    }
}

/// The text, if the answer held it. Threads say `text/html`, comments `html`; where nothing is said, tags tell.
pub(in crate::zoho::desk) fn body(content: Text, kind: &Text) -> Body {
    let Some(text) = content.0 else { return Body { kind: BodyKind::Missing, text: String::new() } };
    let kind = match kind.0.as_deref().map(str::to_ascii_lowercase).as_deref() {
        Some("html" | "text/html") => BodyKind::Html,
        Some("plaintext" | "text/plain") => BodyKind::Plain,
        _ if text.contains("</") || text.contains("/>") || text.contains("<br") => BodyKind::Html,
        _ => BodyKind::Plain,
    };
    Body { kind, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_summary_without_its_text() {
        let row = r#"{"id":"1","channel":"EMAIL","direction":"in","status":"SUCCESS","visibility":"public","summary":"Oi…",
            "createdTime":"2026-11-22T10:00:00.000Z","author":{"firstName":"Ana","lastName":"Reis","type":"END_USER"},
            "to":"\"Suporte\"<s@x.example>,b@y.example","fromEmailAddress":"ana@c.example","isForward":"false","hasAttach":true}"#;
        let thread = serde_json::from_str::<WireThread>(row).unwrap().into_model().unwrap();
        assert_eq!((thread.author.as_str(), thread.to.len()), ("Ana Reis", 2));
        assert_eq!((thread.direction, thread.delivery), (Direction::In, Delivery::Done));
        assert_eq!(thread.body.kind, BodyKind::Missing);
    }

    #[test]
    fn reads_a_whole_message_of_ours() {
        let one = r#"{"id":2,"direction":"out","status":"PENDING","visibility":"private","isForward":true,"contentType":"text/html",
            "content":"<div>Oi</div>","author":{"name":"Rui"},"createdTime":"1795341600000",
            "attachments":[{"id":"3","name":"a.pdf","size":"12734","href":"https://desk.zoho.eu/api/v1/x/content"}]}"#;
        let thread = serde_json::from_str::<WireThread>(one).unwrap().into_model().unwrap();
        assert_eq!(
            (thread.direction, thread.delivery, thread.visibility),
            (Direction::Out, Delivery::Pending, Visibility::Private)
        );
        assert_eq!((thread.body.kind, thread.attachments[0].size), (BodyKind::Html, 12_734));
        assert!(thread.forward);
    }

    #[test]
    fn tags_tell_where_nothing_is_said() {
        let guess = |text: &str| body(Text(Some(text.into())), &Text(None)).kind;
        assert_eq!(guess("<p>a</p>"), BodyKind::Html);
        assert_eq!(guess("a < b, c > d"), BodyKind::Plain);
    }
}

//! A comment on the wire.

use jiff::Timestamp;
use serde::Deserialize;

use super::mention::read_with;
use crate::{
    model::{Comment, CommentId},
    zoho::{
        desk::{
            agent::full_name,
            file::WireFile,
            thread::{Author, body},
        },
        wire::{Flag, List, Maybe, Text, Time},
    },
};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct WireComment {
    id: Text,
    content: Text,
    content_type: Text,
    is_public: Flag,
    commented_time: Time,
    modified_time: Time,
    commenter: Maybe<Author>,
    attachments: List<WireFile>,
    mention: List<Mention>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Mention {
    #[serde(rename = "type")]
    kind: Text,
    id: Text,
    zuid: Text,
    first_name: Text,
    last_name: Text,
    name: Text,
    entity_number: Text,
}

impl WireComment {
    /// The same with its text read in another way first.
    pub(super) fn reading(mut self, read: impl Fn(&str) -> String) -> Self {
        self.content = Text(self.content.0.map(|text| read(&text)));
        self
    }

    pub(super) fn into_model(self) -> Option<Comment> {
        let at = self.commented_time.0.unwrap_or(Timestamp::UNIX_EPOCH);
        let mentions: Vec<_> = self.mention.0.into_iter().filter_map(Mention::named).collect();
        let mut body = body(self.content, &self.content_type);
        body.text = read_with(&body.text, |kind, id| {
            let found = mentions.iter().find(|(kinds, ids, _)| *kinds == kind && ids == id);
            found.map(|(.., name)| name.clone())
        });
        Some(Comment {
            id: CommentId::new(self.id.some()?),
            author: self.commenter.0.unwrap_or_default().shown(),
            public: self.is_public.yes(),
            at,
            // Desk repeats the time of writing for comments that nobody changed.
            edited: self.modified_time.0.filter(|edited| *edited > at),
            body,
            attachments: self.attachments.0.into_iter().filter_map(WireFile::into_model).collect(),
        })
    }
}

impl Mention {
    /// Kind and id as they stand in the text, and the name. Its `length` is an end in truth, so places are not used.
    fn named(self) -> Option<(&'static str, String, String)> {
        match self.kind.0.as_deref()? {
            "AGENT" => Some(("user", self.zuid.some()?, full_name(self.first_name, self.last_name))),
            "TEAM" => Some(("team", self.id.some()?, self.name.some()?)),
            "TICKET" => Some(("ticket", self.id.some()?, self.entity_number.some()?)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BodyKind;

    #[test]
    fn reads_a_comment_with_its_mentions() {
        let row = r#"{"id":"977","content":"zsu[@user:115]zsu veja zsu[@ticket:8]zsu","contentType":"plainText","isPublic":"false",
            "commentedTime":"2026-07-01T11:18:44.000Z","modifiedTime":"2026-07-01T11:18:44.000Z",
            "commenter":{"name":"Rui Sá","type":"AGENT"},"attachments":[],
            "mention":[{"type":"AGENT","id":"1","zuid":"115","firstName":"Ana","lastName":"Reis","offSet":"0","length":"15"},
                       {"type":"TICKET","id":"8","entityNumber":"1042"}]}"#;
        let comment = serde_json::from_str::<WireComment>(row).unwrap().into_model().unwrap();
        assert_eq!(
            (comment.body.text.as_str(), comment.body.kind),
            ("@Ana Reis veja #1042", BodyKind::Plain)
        );
        assert_eq!((comment.public, comment.edited, comment.author.as_str()), (false, None, "Rui Sá"));
    }
}

//! Of what the client sends.

use super::Deviation;
use crate::published::differs::Differs::Sends;

pub const TO_BIGIN: &[Deviation] = &[];

pub const TO_DESK: &[Deviation] = &[
    ("GET /tickets", &[Sends("departmentIds")], "the service listens to the plural; desk.md §21.1"),
    ("GET /tickets", &[Sends("include=isRead")], "the newer documents name it; desk.md §10.1"),
    ("GET /contacts/search", &[Sends("email")], "classic documents and live use; desk.md §8"),
    ("POST /tickets", &[Sends("uploads")], "classic documents; desk.md §10.3"),
    (
        "POST /tickets/{}/sendReply",
        &[Sends("inReplyToThreadId"), Sends("cc"), Sends("bcc")],
        "classic documents, and part of every answer; desk.md §12",
    ),
    ("GET /tickets/{}/attachments/{}/content", &[Sends("")], "what `href` of every attachment says; desk.md §14"),
    ("GET /tickets/{}/threads/{}", &[Sends("")], "the path is missing from the description, and used by every client"),
];

//! Of what the client sends.

use super::Deviation;
use crate::published::differs::Differs::Sends;

pub const TO_BIGIN: &[Deviation] = &[
    ("GET /settings/fields", &[Sends("no include")], "only the CRM's later version requires it; bigin.md §3"),
    ("GET /{}/{}/{}", &[Sends("per_page")], "lists of a record have pages as other lists do; bigin.md §4"),
    ("GET /{}/{}/Notes", &[Sends("per_page")], "lists of a record have pages as other lists do; bigin.md §4"),
];

pub const TO_DESK: &[Deviation] = &[
    (
        "*",
        &[Sends("no orgId")],
        "a header of ours, and optional since tokens are bound to an organization; desk.md §3",
    ),
    ("GET /tickets", &[Sends("no departmentId")], "optional in all documents; desk.md §10.1"),
    (
        "GET /contacts/{}/tickets",
        &[Sends("no departmentId")],
        "classic documents and clients leave it out; desk.md §8",
    ),
    ("GET /tickets", &[Sends("departmentIds")], "the service listens to the plural; desk.md §21.1"),
    ("GET /tickets", &[Sends("include=isRead")], "the newer documents name it; desk.md §10.1"),
    ("GET /contacts/search", &[Sends("email")], "classic documents and live use; desk.md §8"),
    (
        "POST /contacts",
        &[
            Sends("no accountId"),
            Sends("no firstName"),
            Sends("no email"),
            Sends("no mobile"),
            Sends("no ownerId"),
            Sends("no phone"),
            Sends("no secondaryEmail"),
            Sends("no type"),
        ],
        "the last name alone is mandatory; desk.md §8",
    ),
    ("POST /accounts", &[Sends("no email"), Sends("no phone")], "the name alone is mandatory; desk.md §9"),
    ("POST /tickets", &[Sends("uploads")], "classic documents; desk.md §10.3"),
    (
        "POST /tickets",
        &[
            Sends("/contact as it is"),
            Sends("no category"),
            Sends("no cf"),
            Sends("no classification"),
            Sends("no contactId"),
            Sends("no customFields"),
            Sends("no dueDate"),
            Sends("no language"),
            Sends("no phone"),
            Sends("no productId"),
            Sends("no status"),
            Sends("no subCategory"),
        ],
        "the file allows two keys of a new contact and requires what all documents call optional; desk.md §10.3",
    ),
    (
        "POST /tickets/{}/sendReply",
        &[Sends("inReplyToThreadId"), Sends("cc"), Sends("bcc")],
        "classic documents, and part of every answer; desk.md §12",
    ),
    (
        "GET /tickets/{}/attachments/{}/content",
        &[Sends("")],
        "what `href` of every attachment says; desk.md §14",
    ),
    (
        "GET /tickets/{}/threads/{}",
        &[Sends("")],
        "the path is missing from the description, and used by every client",
    ),
];

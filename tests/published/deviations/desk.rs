//! Of Desk.

use super::Deviation;
use crate::published::differs::Differs::{self, Longer, Null, Other, Status, Together, With, Without};

/// The sheet's rule for lists without rows.
const NO_ROWS: &[Differs] = &[Status(204)];
const NO_ROWS_WHY: &str = "an empty list is 204 without a body; desk.md §3";

pub const ANSWERS: &[Deviation] = &[
    ("*", &[Without("relationshipType")], "no live ticket body has it"),
    ("*", &[Without("accountId")], "the live list row has none; where a record has one it is sent"),
    (
        "GET /tickets/{}/threads",
        &[
            With("responderId"),
            Without("isContentTruncated"),
            Without("fullContentURL"),
            Without("attachmentIds"),
            Null("sentiment"),
            Other("contentType"),
            Longer("summary"),
        ],
        "desk.md §12 lists a row's keys and the media types so; `responderId` is in the file's own sample",
    ),
    (
        "GET /tickets/{}/threads/{}/originalContent",
        &[Longer("content")],
        "a whole mail is longer than the file says",
    ),
    ("POST /uploads", &[With("isPublic")], "desk.md §14 has it in the answer"),
    (
        "GET /myForm",
        &[With("restoreOnReplyValues"), With("departmentId")],
        "the file's own samples of fields say so",
    ),
    ("GET /agents", &[With("profile"), With("role")], "the file's own parameter `include` asks for them"),
    ("GET /agents/{}", &[With("isZiaAgent")], "desk.md §6 lists it among an agent's keys"),
    ("GET /contacts", &[With("account")], "comes with the documented `include=accounts`; desk.md §8"),
    ("GET /groupContacts", &[With("account")], "comes with the documented `include=accounts`; desk.md §8"),
    (
        "GET /tickets",
        &[With("contact"), With("modifiedTime")],
        "come with the documented `include=contacts` and `fields=modifiedTime`; desk.md §10.1",
    ),
    ("GET /tickets/{}", &[Without("priority")], "a profile's field security drops keys; desk.md §3"),
    (
        "GET /contacts/{}/tickets",
        &[With("layoutId"), With("category"), With("subCategory")],
        "the live list row has them; desk.md §10.1",
    ),
    (
        "GET /tickets/{}/comments",
        &[With("mention"), With("plainText"), Status(204)],
        "the file's own parameter `include` asks for them; an empty list is 204, desk.md §3",
    ),
    (
        "GET /tickets/{}/activities",
        &[Null("direction")],
        "only the row of a task has it in the file, and a task has no direction",
    ),
    ("GET /contacts/{}/comments", NO_ROWS, NO_ROWS_WHY),
    ("GET /accounts/{}/comments", NO_ROWS, NO_ROWS_WHY),
    ("GET /organizationFields", NO_ROWS, NO_ROWS_WHY),
    ("GET /agents/{}/photo", &[Status(204)], "nobody here has a picture; an empty answer says so"),
    (
        "GET /contacts/{}/history",
        &[Other("ticketNumber")],
        "the file says object, its own sample has a string of digits",
    ),
    (
        "GET /accounts/{}/history",
        &[Other("ticketNumber")],
        "the file says object, its own sample has a string of digits",
    ),
    (
        "GET /accounts/{}/statistics",
        &[Other("channelWiseCount")],
        "the file allows no key, its own sample has one a channel",
    ),
    (
        "GET /tickets/{}/History",
        &[Other("propertyValue"), Other("source")],
        "a changed value has both, a person is an object, and some events have no source; desk.md §10.5",
    ),
    (
        "GET /ticketsCountByFieldValues",
        &[Together],
        "several fields may be asked for at once, as in the file's own sample",
    ),
];

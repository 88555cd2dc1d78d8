//! Of Desk.

use super::Deviation;
use crate::published::differs::Differs::{Longer, Null, With, Without};

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
        ],
        "desk.md lists a row's keys so; `responderId` is in the file's own sample",
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
];

//! Of Bigin, against the CRM's files: the two are one machine, of which Bigin shows less, and the files are some versions
//! ahead of it. What was recorded of Bigin (bigin.md, `[W]`) beats them.

use super::Deviation;
use crate::published::differs::Differs::{self, Instead, Null, Other, Status, With, Without};

const PARTLY: &[Differs] = &[Status(202), Status(207)];
/// Where the file has 207 itself.
const PARTLY_202: &[Differs] = &[Status(202)];
const PARTLY_WHY: &str =
    "202 for a batch that failed in part is documented for Bigin, 207 is a switch; bigin.md §4.3, §10";
const NO_APPROVAL: &str = "recorded results have no `$approval_state`; bigin.md §4.3";
const RECORDED: &str = "the keys that were recorded of Bigin, not those of the CRM's later version; bigin.md";

pub const ANSWERS: &[Deviation] = &[
    ("*", &[With("email")], "people in records are recorded with their address; bigin.md §4.2"),
    ("GET /settings/fields", &[Instead], RECORDED),
    ("GET /settings/fields/{}", &[Instead], RECORDED),
    ("GET /settings/modules", &[Instead], RECORDED),
    ("GET /settings/modules/{}", &[Instead], RECORDED),
    ("GET /settings/layouts", &[Instead], RECORDED),
    ("GET /settings/layouts/{}", &[Instead], RECORDED),
    (
        "GET /settings/roles",
        &[
            With("admin_user"),
            Without("created_by__s"),
            Without("created_time__s"),
            Without("modified_by__s"),
            Without("modified_time__s"),
            Without("forecast_manager"),
        ],
        "the file's keys are of a later version of the CRM",
    ),
    ("GET /settings/profiles", &[Without("api_name")], "the file's key is of a later version of the CRM"),
    ("GET /org", &[Other("paid_type")], "`biginpremier` was recorded; bigin.md §4.10"),
    ("GET /users", &[Other("language")], "the file's list of languages has no Portuguese of Brazil"),
    ("GET /users/{}", &[Other("language")], "the file's list of languages has no Portuguese of Brazil"),
    (
        "GET /{}",
        &[Null("next_page_token"), Null("previous_page_token"), Null("page_token_expiry"), Other("data")],
        "recorded lists have null tokens and 200 rows a page; bigin.md §4",
    ),
    ("GET /Notes", &[Other("info")], "recorded lists have null tokens; bigin.md §4"),
    ("GET /Notes/{}", &[Without("module")], "a parent is recorded as name and id; bigin.md §4.10"),
    ("GET /Notes", &[Without("module")], "a parent is recorded as name and id; bigin.md §4.10"),
    (
        "GET /{}/{}/Notes",
        &[Without("module"), Other("info")],
        "a parent is recorded as name and id; bigin.md §4.10",
    ),
    (
        "GET /{}/{}/{}",
        &[Other("info")],
        "recorded related lists have null tokens and no sort keys; bigin.md §4",
    ),
    ("GET /actions/watch", &[Status(204)], "204 was recorded when there is no channel; bigin.md §6"),
    (
        "DELETE /actions/watch",
        &[Status(202)],
        "202 with `NOT_SUBSCRIBED` is what clients report; bigin.md §6",
    ),
    ("POST /{}", &[Without("$approval_state")], NO_APPROVAL),
    ("PUT /{}", &[Without("$approval_state")], NO_APPROVAL),
    ("PUT /{}/{}", &[Without("$approval_state")], NO_APPROVAL),
    ("POST /{}/upsert", &[Without("$approval_state")], NO_APPROVAL),
    (
        "POST /{}/upsert",
        &[With("action"), With("duplicate_field"), Status(201)],
        "recorded results say what was done, and all new is 201; bigin.md §4.5",
    ),
    ("POST /{}", PARTLY, PARTLY_WHY),
    ("PUT /{}", PARTLY, PARTLY_WHY),
    ("DELETE /{}", PARTLY_202, PARTLY_WHY),
    ("POST /{}/upsert", PARTLY, PARTLY_WHY),
    ("PUT /{}/{}/{}", PARTLY_202, PARTLY_WHY),
    ("DELETE /{}/{}/{}", PARTLY_202, PARTLY_WHY),
    ("POST /settings/tags", PARTLY_202, PARTLY_WHY),
    ("PUT /settings/tags", PARTLY, PARTLY_WHY),
    ("POST /Notes", PARTLY_202, PARTLY_WHY),
    ("PUT /Notes", PARTLY_202, PARTLY_WHY),
    ("DELETE /Notes", PARTLY_202, PARTLY_WHY),
    (
        "POST /{}/actions/change_owner",
        &[Instead],
        "the file has the result of one record; several come in `data[]`, as in every batch",
    ),
    ("POST /{}/{}/actions/change_owner", &[Instead], "the result comes in `data[]`, as in every batch"),
];

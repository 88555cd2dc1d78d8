//! A ticket in a search answer: the row with `modifiedTime`, `cf`, description, escalation (sheet §11).

use serde_json::{Value, json};

use super::{full, parts};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Ticket;

/// What the whole record has and a search row does not.
const NOT_IN_SEARCH: &[&str] = &[
    "approvalCount",
    "attachmentCount",
    "channelCode",
    "channelRelatedInfo",
    "isDeleted",
    "isResponseOverdue",
    "isTrashed",
    "layoutDetails",
    "source",
    "taskCount",
    "timeEntryCount",
];

/// The search row.
pub fn row(world: &World, call: &Call, ticket: &Ticket) -> Value {
    let more = parts::more(ticket);
    let mut row = full::body(world, call, ticket);
    if let Value::Object(map) = &mut row {
        for key in NOT_IN_SEARCH {
            map.remove(*key);
        }
    }
    row["contact"] = wire::contact(world, ticket.contact);
    row["assignee"] = wire::searched_agent(world, call, ticket.assignee);
    row["department"] = wire::department(world, ticket.department);
    row["team"] = wire::team(world, more.team);
    row["product"] = wire::product(world, more.product);
    row["lastThread"] = parts::last_thread(world, ticket);
    row["isRead"] = json!(parts::is_read(ticket, call));
    row["createdBy"] = json!(ticket.created_by);
    row["childTicketCount"] = json!("0");
    row
}

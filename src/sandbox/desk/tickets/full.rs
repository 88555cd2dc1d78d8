//! A ticket on its own: the whole record (sheet §10.2, live bodies), and the shorter answer of a write.

use serde_json::{Value, json};

use super::parts;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{StatusType, Ticket};

/// What create and update answer: the record without its sub-objects and without what only a reader needs.
pub fn body(world: &World, call: &Call, ticket: &Ticket) -> Value {
    let more = parts::more(ticket);
    let closed = ticket.status_type == StatusType::Closed;
    let shared: Vec<Value> = more
        .shared
        .iter()
        .map(|(id, access)| {
            let name = world.desk.department(*id).map(|department| department.name.clone());
            json!({"id": id, "name": name, "type": access})
        })
        .collect();
    let layout = parts::layout(world, ticket);
    // Two literals, since one of this length is more than the macro takes.
    let mut record = json!({
        "id": ticket.id,
        "ticketNumber": ticket.number.to_string(),
        "subject": ticket.subject,
        "description": parts::description(world, ticket),
        "status": ticket.status,
        "statusType": ticket.status_type.text(),
        "channel": ticket.channel,
        "channelCode": null,
        "priority": ticket.priority,
        "classification": more.classification,
        "category": more.category,
        "subCategory": more.sub_category,
        "language": more.language,
        "departmentId": ticket.department,
        "contactId": ticket.contact,
        "accountId": ticket.account,
        "productId": more.product,
        "assigneeId": ticket.assignee,
        "teamId": more.team,
        "slaId": null,
        "email": ticket.email,
        "phone": more.phone,
        "secondaryContacts": more.secondary_contacts,
        "sharedDepartments": shared,
        "createdTime": wire::time(ticket.created),
        "modifiedTime": wire::time(ticket.modified),
        "customerResponseTime": wire::time(ticket.customer_response),
        "closedTime": wire::maybe_time(ticket.closed),
        "onholdTime": wire::maybe_time(ticket.on_hold),
        "dueDate": parts::due(ticket),
        "responseDueDate": wire::maybe_time(ticket.response_due),
    });
    let rest = json!({
        "isOverDue": ticket.is_overdue(call.now),
        "isResponseOverdue": !closed && ticket.response_due.is_some_and(|due| due < call.now),
        "isEscalated": ticket.escalated,
        "isSpam": ticket.spam,
        "isTrashed": ticket.trashed.is_some(),
        "isDeleted": false,
        "isArchived": false,
        "threadCount": wire::count(parts::thread_count(world, ticket)),
        "commentCount": wire::count(parts::comment_count(ticket)),
        "taskCount": wire::count(parts::task_count(world, ticket)),
        "approvalCount": "0",
        "timeEntryCount": "0",
        "attachmentCount": wire::count(more.attachments.len()),
        "source": parts::source(),
        "channelRelatedInfo": null,
        "resolution": more.resolution,
        "entitySkills": [],
        "layoutId": layout,
        "layoutDetails": parts::layout_details(world, layout),
        "modifiedBy": ticket.modified_by,
        "webUrl": wire::web_url(world, call, "Cases", ticket.id),
    });
    if let Value::Object(record) = &mut record {
        record.extend(wire::object(rest));
        wire::custom_fields(world, "tickets", Some(&more.cf), record);
    }
    wire::conceal(world, call, "tickets", &mut record);
    record
}

/// The whole record, with what `include` asks for.
pub fn full(world: &World, call: &Call, ticket: &Ticket, include: &[&str]) -> Value {
    let more = parts::more(ticket);
    let mut record = body(world, call, ticket);
    record["isRead"] = json!(parts::is_read(ticket, call));
    record["isFollowing"] = json!(more.followers.contains(&call.agent));
    record["tagCount"] = wire::count(more.tags.len());
    record["followerCount"] = wire::count(more.followers.len());
    record["sentiment"] = Value::Null;
    record["skillsInfo"] = json!([]);
    record["contractId"] = Value::Null;
    record["createdBy"] = json!(ticket.created_by);
    parts::include(world, call, ticket, include, &mut record);
    if let (true, Some(contact)) = (include.contains(&"contacts"), world.desk.contacts.get(ticket.contact)) {
        record["contact"]["isSpam"] = json!(contact.spam);
    }
    wire::conceal(world, call, "tickets", &mut record);
    record
}

//! An activity on the wire: the whole record, the list row, the row among all kinds.

use serde_json::{Value, json};

use super::names;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::{permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::activity::Deed;
use crate::sandbox::world::desk::{Activity, Ticket};
use crate::sandbox::world::id::Id;

fn agent(world: &World, call: &Call, id: Id) -> Value {
    world.desk.agent(id).map_or(Value::Null, |agent| {
        json!({
            "id": agent.id, "firstName": agent.first_name, "lastName": agent.last_name, "emailId": agent.email,
            "photoURL": wire::agent_photo(world, call, agent.id),
        })
    })
}

/// What every face has.
fn common(world: &World, call: &Call, activity: &Activity) -> Value {
    let names = names(activity.deed);
    let mut record = json!({
        "id": activity.id,
        "subject": activity.subject,
        "departmentId": activity.department,
        "ticketId": activity.ticket,
        "contactId": activity.contact,
        "ownerId": activity.owner,
        "status": activity.status,
        "statusType": if activity.is_done() { "Closed" } else { "Open" },
        "priority": activity.priority,
        names.time: wire::maybe_time(activity.when),
        "activityTime": wire::maybe_time(activity.when),
        "completedTime": wire::maybe_time(activity.completed),
        "creatorId": activity.creator,
        "createdTime": wire::time(activity.created),
        "modifiedTime": wire::time(activity.modified),
        "modifiedBy": agent(world, call, activity.modified_by),
        "layoutId": null,
        "isSpam": false,
        "isTrashed": activity.trashed.is_some(),
        "webUrl": wire::web_url(world, call, names.word, activity.id),
    });
    match activity.deed {
        Deed::Call => {
            record["callId"] = Value::Null;
            record["direction"] = json!(activity.direction);
        }
        Deed::Task | Deed::Event => record["category"] = json!(activity.category),
    }
    record
}

/// The sub-objects that `include` asks for.
fn include(world: &World, call: &Call, activity: &Activity, words: &[&str], record: &mut Value) {
    for word in words {
        match *word {
            "contacts" => record["contact"] = contact(world, activity.contact),
            "assignee" => {
                record["assignee"] = activity.owner.map_or(Value::Null, |id| agent(world, call, id));
            }
            "teams" => record["team"] = Value::Null,
            "tickets" => record["ticket"] = ticket(world, call, activity.ticket),
            _ => {}
        }
    }
}

fn contact(world: &World, id: Option<Id>) -> Value {
    id.and_then(|id| world.desk.contacts.get(id)).map_or(Value::Null, |contact| {
        json!({
            "id": contact.id, "firstName": contact.first_name, "lastName": contact.last_name,
            "email": contact.email, "phone": contact.phone, "mobile": contact.mobile,
            "accountId": contact.account, "isSpam": contact.spam,
        })
    })
}

/// The ticket of an activity, when it is the caller's to see.
fn seen_ticket<'w>(world: &'w World, call: &Call, id: Option<Id>) -> Option<&'w Ticket> {
    id.and_then(|id| world.desk.tickets.get(id)).filter(|ticket| permission::sees(world, call, ticket))
}

fn ticket(world: &World, call: &Call, id: Option<Id>) -> Value {
    seen_ticket(world, call, id).map_or(Value::Null, |ticket| {
        let more = ticket.more.as_deref();
        let mut assignee = wire::assignee(world, call, ticket.assignee);
        if let Some(assignee) = assignee.as_object_mut() {
            assignee.remove("email");
        }
        json!({
            "id": ticket.id, "ticketNumber": ticket.number.to_string(), "subject": ticket.subject,
            "status": ticket.status, "channel": ticket.channel, "createdTime": wire::time(ticket.created),
            "dueDate": wire::maybe_time(ticket.due), "closedTime": wire::maybe_time(ticket.closed),
            "phone": more.and_then(|more| more.phone.clone()), "teamId": more.and_then(|more| more.team),
            "isArchived": false, "isSpam": ticket.spam, "assignee": assignee,
        })
    })
}

/// The list row.
pub fn row(world: &World, call: &Call, activity: &Activity, words: &[&str]) -> Value {
    let mut row = common(world, call, activity);
    row["isCommented"] = json!(false);
    include(world, call, activity, words, &mut row);
    row
}

/// The row among all kinds.
pub fn among(world: &World, call: &Call, activity: &Activity, words: &[&str]) -> Value {
    let mut row = row(world, call, activity, words);
    row["activityType"] = json!(names(activity.deed).word);
    row["callId"] = Value::Null;
    if activity.deed == Deed::Call
        && let Some(row) = row.as_object_mut()
    {
        row.remove("direction");
    }
    if activity.deed == Deed::Task {
        row["startTime"] = Value::Null;
        row["direction"] = Value::Null;
    }
    row
}

/// The whole record.
pub fn full(world: &World, call: &Call, activity: &Activity, words: &[&str]) -> Value {
    let mut record = common(world, call, activity);
    record["description"] = json!(activity.description);
    record["reminder"] = json!(activity.reminders);
    record["cf"] = json!({});
    record["customFields"] = json!({});
    if activity.deed != Deed::Task {
        record["duration"] = json!(activity.duration.map(|duration| duration.to_string()));
    }
    include(world, call, activity, words, &mut record);
    record
}

/// What a search row has more and less than the whole record (OAS Search).
pub fn in_search(world: &World, call: &Call, activity: &Activity, row: &mut Value) {
    row["assignee"] = wire::searched_agent(world, call, activity.owner);
    row["modifiedBy"] = wire::searched_agent(world, call, Some(activity.modified_by));
    if row["contact"].is_object() {
        row["contact"]["secId"] = Value::Null;
    }
    if let Some(ticket) = seen_ticket(world, call, activity.ticket) {
        let shown = &mut row["ticket"];
        shown["assignee"] = wire::searched_agent(world, call, ticket.assignee);
        shown["contact"] = contact(world, Some(ticket.contact));
        if shown["contact"].is_object() {
            shown["contact"]["secId"] = Value::Null;
        }
        shown["team"] = wire::team(world, ticket.more.as_deref().and_then(|more| more.team));
        shown["secId"] = Value::Null;
    }
    if let Some(row) = row.as_object_mut() {
        row.retain(|key, _| !["activityTime", "callId", "isSpam", "isTrashed"].contains(&key.as_str()));
        if activity.deed == Deed::Event {
            row.remove("layoutId");
        }
    }
}

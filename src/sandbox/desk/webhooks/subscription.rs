//! Events that a webhook can subscribe to, and the filters each takes (sheet §18, exactly as in the spec).

use serde_json::{Map, Value};

use crate::sandbox::desk::answer::Fault;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Webhook;
use crate::sandbox::world::id::Id;

const NONE: &[&str] = &[];
const PLACE: &[&str] = &["departmentIds"];
const PLACE_BEFORE: &[&str] = &["departmentIds", "includePrevState"];
const TICKET: &[&str] = &["departmentIds", "includePrevState", "fields"];
const THREAD: &[&str] = &["departmentIds", "direction"];
const BEFORE: &[&str] = &["includePrevState"];
/// The most fields of a filter.
const FIELDS: usize = 5;

/// The filters of an event; `None` for an event that is not known.
fn filters(event: &str) -> Option<&'static [&'static str]> {
    Some(match event {
        "Ticket_Add"
        | "Ticket_Comment_Add"
        | "Ticket_Comment_Update"
        | "Task_Add"
        | "Call_Add"
        | "Event_Add"
        | "IM_Message_Add" => PLACE,
        "Task_Update" | "Call_Update" | "Event_Update" => PLACE_BEFORE,
        "Ticket_Update" => TICKET,
        "Ticket_Thread_Add" => THREAD,
        "Contact_Update"
        | "Account_Update"
        | "Agent_Update"
        | "Department_Update"
        | "Article_Update"
        | "Article_Translation_Update"
        | "KBRootCategory_Update"
        | "KBSection_Update" => BEFORE,
        "Ticket_Delete"
        | "Ticket_Attachment_Add"
        | "Ticket_Attachment_Update"
        | "Ticket_Attachment_Delete"
        | "Ticket_Approval_Add"
        | "Ticket_Approval_Update"
        | "Contact_Add"
        | "Contact_Delete"
        | "Account_Add"
        | "Account_Delete"
        | "Task_Delete"
        | "Call_Delete"
        | "Event_Delete"
        | "Agent_Add"
        | "Agent_Delete"
        | "Agent_Presence_Update"
        | "Agent_Channel_Preference_Update"
        | "Department_Add"
        | "Article_Add"
        | "Article_Delete"
        | "Article_Translation_Add"
        | "Article_Translation_Delete"
        | "Article_Feedback_Add"
        | "KBRootCategory_Add"
        | "KBRootCategory_Delete"
        | "KBSection_Add"
        | "KBSection_Delete"
        | "TimeEntry_Add"
        | "TimeEntry_Update"
        | "TimeEntry_Delete"
        | "IM_Session_Status"
        | "IM_Message_Status" => NONE,
        _ => return None,
    })
}

/// The subscriptions as they are shown: an event with filters has all of those it takes.
pub fn whole(given: &Map<String, Value>) -> Map<String, Value> {
    let mut shown = given.clone();
    for (event, wish) in &mut shown {
        let Value::Object(wish) = wish else { continue };
        for name in filters(event).unwrap_or_default() {
            wish.entry(*name).or_insert(Value::Null);
        }
    }
    shown
}

/// What is wrong with the subscriptions of a body.
pub fn faults(world: &World, given: &Map<String, Value>) -> Vec<Fault> {
    let bad = |event: &String| Fault { field: format!("/subscriptions/{event}"), kind: "invalid" };
    given.iter().filter(|(event, wish)| !is_good(world, event, wish)).map(|(event, _)| bad(event)).collect()
}

fn is_good(world: &World, event: &str, wish: &Value) -> bool {
    let Some(known) = filters(event) else { return false };
    match wish {
        Value::Null => true,
        // "An event without filters must have the value null."
        Value::Object(wish) => {
            !known.is_empty()
                && wish.iter().all(|(name, value)| {
                    known.contains(&name.as_str()) && (value.is_null() || fits(world, name, value))
                })
        }
        _ => false,
    }
}

fn fits(world: &World, name: &str, value: &Value) -> bool {
    match (name, value) {
        ("departmentIds", Value::Array(ids)) => {
            ids.iter().all(|id| id_of(id).is_some_and(|id| world.desk.department(id).is_some()))
        }
        ("includePrevState", value) => value.is_boolean(),
        ("fields", Value::Array(fields)) => fields.len() <= FIELDS && fields.iter().all(Value::is_string),
        ("direction", value) => matches!(value.as_str(), Some("in" | "out")),
        _ => false,
    }
}

fn id_of(value: &Value) -> Option<Id> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.as_u64().map(Id),
        _ => None,
    }
}

/// What a filter looks at.
#[derive(Debug, Default)]
pub struct Traits<'a> {
    /// The department, where the record has one.
    pub department: Option<Id>,
    /// Whether a message came in.
    pub incoming: Option<bool>,
    /// The keys in which the record differs from before; empty for what is new or gone.
    pub changed: &'a [String],
}

/// Whether a webhook is to be told of an event; with how: `true` when it wants to know what was before.
pub fn wants(webhook: &Webhook, event: &str, traits: &Traits) -> Option<bool> {
    let wish = webhook.subscriptions.get(event)?;
    if let Some(places) = list(wish, "departmentIds")
        && !traits.department.is_some_and(|id| places.iter().filter_map(id_of).any(|place| place == id))
    {
        return None;
    }
    if let (Some(direction), Some(incoming)) =
        (wish.get("direction").and_then(Value::as_str), traits.incoming)
        && (direction == "in") != incoming
    {
        return None;
    }
    if let Some(fields) = list(wish, "fields")
        && !fields.iter().filter_map(Value::as_str).any(|field| traits.changed.iter().any(|key| key == field))
    {
        return None;
    }
    Some(wish.get("includePrevState") == Some(&Value::Bool(true)))
}

/// A list of a filter; an empty one filters nothing.
fn list<'a>(wish: &'a Value, name: &str) -> Option<&'a Vec<Value>> {
    wish.get(name).and_then(Value::as_array).filter(|list| !list.is_empty())
}

//! `GET /tickets/{id}/History` — with a capital H (sheet §10.5).

use serde_json::{Value, json};

use crate::sandbox::desk::answer::{Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, Event, Property};
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::get(
    "/tickets/{ticket}/History",
    &["Desk.tickets.READ"],
    &["from", "limit", "eventFilter", "fieldName", "agentId"],
    history,
)];

/// The events of an `eventFilter` begin with one of these words; `None` for a filter that is not known.
fn beginnings(filter: &str) -> Option<&'static [&'static str]> {
    Some(match filter {
        "CommentHistory" => &["Comment"],
        "TimeEntryHistory" => &["TimeEntry"],
        "TaskHistory" => &["Task"],
        "CallHistory" => &["Call"],
        "EventHistory" => &["Event"],
        "AttachmentHistory" => &["Attachment"],
        "ApprovalHistory" => &["Approval"],
        "NotificationRuleHistory" => &["Notification"],
        "SLAHistory" => &["OvershotDueTime", "TicketEscalated"],
        "BlueprintHistory" => &["Blueprint"],
        "SuperviseHistory"
        | "WorkflowHistory"
        | "MacroHistory"
        | "AssignmentRuleHistory"
        | "SkillRelatedHistory"
        | "ZiaRelatedHistory" => &[],
        _ => return None,
    })
}

fn actor(world: &World, actor: Actor) -> Value {
    match actor {
        Actor::Agent(id) => {
            json!({"id": id, "name": world.desk.agent(id).map(crate::sandbox::world::desk::Agent::name), "type": "Agent"})
        }
        Actor::Contact(id) => {
            let name = world.desk.contacts.get(id).map(crate::sandbox::world::desk::Contact::name);
            json!({"id": id, "name": name, "type": "Contact"})
        }
        Actor::System => json!({"id": null, "name": "System", "type": "System"}),
    }
}

fn property(property: &Property) -> Value {
    let custom = property.name.starts_with("cf_");
    let (kind, value) = match (&property.before, &property.value) {
        (Some(before), value) => ("ValueTransition", json!({"previousValue": before, "updatedValue": value})),
        (None, value @ Value::Bool(_)) => ("Boolean", value.clone()),
        (None, value @ Value::Number(_)) => ("Numeric", value.clone()),
        (None, value @ Value::Object(_)) => ("Entity", value.clone()),
        (None, value @ Value::Array(_)) => ("TextList", value.clone()),
        (None, value) => ("Text", value.clone()),
    };
    json!({
        "propertyName": property.name, "propertyType": kind, "propertyValue": value, "systemProperty": !custom,
    })
}

fn row(world: &World, event: &Event) -> Value {
    json!({
        "eventName": event.name,
        "eventTime": wire::time(event.at),
        "actor": actor(world, event.actor),
        "actorInfo": [],
        "source": if &*event.source == "Web" { "WebForm" } else { &*event.source },
        "eventInfo": event.info.iter().map(property).collect::<Vec<_>>(),
    })
}

fn history(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 50, 10)?;
    let filter = match call.query.text("eventFilter") {
        None => None,
        Some(filter) => Some(
            beginnings(filter)
                .ok_or_else(|| crate::sandbox::desk::answer::Refusal::bad_parameter("eventFilter"))?,
        ),
    };
    let agent = call.query_id("agentId")?;
    let field = call.query.text("fieldName");
    let ticket = permission::ticket(world, call)?.id;
    let events = world.desk.events.under(&Key::Parent(ticket)).ids().rev();
    let rows = events
        .filter_map(|id| world.desk.events.get(id))
        .filter(|event| filter.is_none_or(|words| words.iter().any(|word| event.name.starts_with(word))))
        .filter(|event| agent.is_none_or(|agent| event.actor == Actor::Agent(agent)))
        .filter(|event| field.is_none_or(|field| event.info.iter().any(|fact| &*fact.name == field)));
    list(page.cut(rows.map(|event| row(world, event))))
}

//! A new activity, a change, the recycle bin.

use jiff::Timestamp;
use serde_json::Value;

use super::{names, project, show};
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found};
use crate::sandbox::desk::body::{Body, Said};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Activity;
use crate::sandbox::world::desk::activity::Deed;
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Word;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post(
        "/tasks",
        &["Desk.tasks.CREATE|Desk.activities.tasks.CREATE|Desk.activities.CREATE"],
        &[],
        |w, c| create(w, c, Deed::Task),
    ),
    Route::post(
        "/calls",
        &["Desk.calls.CREATE|Desk.activities.calls.CREATE|Desk.activities.CREATE"],
        &[],
        |w, c| create(w, c, Deed::Call),
    ),
    Route::post(
        "/events",
        &["Desk.events.CREATE|Desk.activities.events.CREATE|Desk.activities.CREATE"],
        &[],
        |w, c| create(w, c, Deed::Event),
    ),
    Route::patch(
        "/tasks/{activity}",
        &["Desk.tasks.UPDATE|Desk.activities.tasks.UPDATE|Desk.activities.UPDATE"],
        |w, c| update(w, c, Deed::Task),
    ),
    Route::patch(
        "/calls/{activity}",
        &["Desk.calls.UPDATE|Desk.activities.calls.UPDATE|Desk.activities.UPDATE"],
        |w, c| update(w, c, Deed::Call),
    ),
    Route::patch(
        "/events/{activity}",
        &["Desk.events.UPDATE|Desk.activities.events.UPDATE|Desk.activities.UPDATE"],
        |w, c| update(w, c, Deed::Event),
    ),
    Route::post(
        "/tasks/moveToTrash",
        &["Desk.tasks.DELETE|Desk.activities.tasks.DELETE|Desk.activities.DELETE"],
        &[],
        |w, c| trash(w, c, Deed::Task),
    ),
    Route::post(
        "/calls/moveToTrash",
        &["Desk.calls.DELETE|Desk.activities.calls.DELETE|Desk.activities.DELETE"],
        &[],
        |w, c| trash(w, c, Deed::Call),
    ),
    Route::post(
        "/events/moveToTrash",
        &["Desk.events.DELETE|Desk.activities.events.DELETE|Desk.activities.DELETE"],
        &[],
        |w, c| trash(w, c, Deed::Event),
    ),
];

const PRIORITIES: &[&str] = &["Highest", "High", "Normal", "Medium", "Low", "Lowest"];

/// One of some words.
fn word(body: &mut Body, name: &str, allowed: &[&str]) -> Said<Word> {
    let said = body.text(name, 120);
    match said {
        Said::Value(text) if allowed.contains(&text.as_str()) => Said::Value(Word::from(text)),
        Said::Value(_) => {
            body.fault(name, "invalid");
            Said::Nothing
        }
        Said::Clear => Said::Clear,
        Said::Nothing => Said::Nothing,
    }
}

/// Reads a body's fields and gives what writes them into an activity.
fn read(world: &World, body: &mut Body, deed: Deed, now: Timestamp) -> impl FnOnce(&mut Activity) + use<> {
    let names = names(deed);
    let subject = body.text("subject", 300);
    let department = body.id("departmentId");
    if matches!(department, Said::Value(id) if world.desk.department(id).is_none())
        || department == Said::Clear
    {
        body.fault("departmentId", "invalid");
    }
    let ticket = body.id("ticketId");
    if matches!(ticket, Said::Value(id) if world.desk.tickets.get(id).is_none()) {
        body.fault("ticketId", "invalid");
    }
    let contact = body.id("contactId");
    if matches!(contact, Said::Value(id) if world.desk.contacts.get(id).is_none()) {
        body.fault("contactId", "invalid");
    }
    let owner = body.id("ownerId");
    if matches!(owner, Said::Value(id) if world.desk.agent(id).is_none()) {
        body.fault("ownerId", "invalid");
    }
    let status = word(body, "status", names.statuses);
    let priority = word(body, "priority", PRIORITIES);
    let category = body.text("category", 120);
    let description = body.text("description", 65_535);
    let when = body.time(names.time);
    let direction = word(body, "direction", &["inbound", "outbound"]);
    let duration = match body.raw("duration") {
        None => None,
        Some(value) => {
            let number = value.as_u64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
            if number.is_none() {
                body.fault("duration", "invalid");
            }
            number
        }
    };
    let reminders = body.raw("reminder").map(|value| {
        let list = value.as_array().filter(|list| list.iter().all(Value::is_object)).cloned();
        list.unwrap_or_else(|| {
            body.fault("reminder", "invalid");
            Vec::new()
        })
    });
    // Who the ticket is about is who the activity is about, unless another is named.
    let asker = ticket.clone().value().and_then(|id| world.desk.tickets.get(id)).map(|ticket| ticket.contact);
    move |activity| {
        if let Said::Value(subject) = subject {
            activity.subject = subject;
        }
        if let Said::Value(department) = department {
            activity.department = department;
        }
        ticket.into_field(&mut activity.ticket);
        activity.contact = activity.contact.or(asker);
        contact.into_field(&mut activity.contact);
        owner.into_field(&mut activity.owner);
        if let Said::Value(status) = status {
            activity.status = status;
        }
        priority.into_field(&mut activity.priority);
        category.into_field(&mut activity.category);
        description.into_field(&mut activity.description);
        when.into_field(&mut activity.when);
        direction.into_field(&mut activity.direction);
        activity.duration = duration.or(activity.duration);
        if let Some(reminders) = reminders {
            activity.reminders = reminders;
        }
        activity.completed = if activity.is_done() { activity.completed.or(Some(now)) } else { None };
    }
}

/// Refuses to put an activity where the caller does not work, or on a ticket that they do not see.
fn stands(world: &World, call: &Call, activity: &Activity) -> Result<(), Refusal> {
    permission::may_place(world, call, activity.department)?;
    activity.ticket.map_or(Ok(()), |ticket| permission::ticket_of(world, call, ticket).map(drop))
}

fn create(world: &mut World, call: &Call, deed: Deed) -> Served {
    let names = names(deed);
    permission::may(world, call, names.noun, "create")?;
    let mut body = Body::new(call.json()?, "");
    body.needed("subject", 300);
    let needed: &[&str] = if deed == Deed::Task { &["departmentId"] } else { &["departmentId", names.time] };
    for name in needed {
        if !body.has(name) {
            body.fault(name, "missing");
        }
    }
    let write = read(world, &mut body, deed, call.now);
    body.check()?;
    let mut activity = Activity {
        id: world.desk.make_id(),
        deed,
        subject: String::new(),
        department: Default::default(),
        ticket: None,
        contact: None,
        owner: Some(call.agent),
        status: names.statuses[0].into(),
        priority: None,
        category: None,
        description: None,
        when: None,
        duration: None,
        direction: (deed == Deed::Call).then(|| "outbound".into()),
        reminders: Vec::new(),
        completed: None,
        trashed: None,
        creator: call.agent,
        modified_by: call.agent,
        created: call.now,
        modified: call.now,
    };
    write(&mut activity);
    stands(world, call, &activity)?;
    let answer = project::full(world, call, &activity, &[]);
    world.desk.activities.insert(activity);
    found(answer)
}

fn update(world: &mut World, call: &Call, deed: Deed) -> Served {
    let id = show::activity(world, call, deed)?.id;
    permission::may(world, call, names(deed).noun, "edit")?;
    let mut body = Body::new(call.json()?, "");
    if body.has("subject") {
        body.needed("subject", 300);
    }
    let write = read(world, &mut body, deed, call.now);
    body.check()?;
    let was = world.desk.activities.get(id).ok_or_else(Refusal::not_found)?;
    let mut activity = was.clone();
    write(&mut activity);
    if (activity.department, activity.ticket) != (was.department, was.ticket) {
        stands(world, call, &activity)?;
    }
    activity.modified = call.now;
    activity.modified_by = call.agent;
    let answer = project::full(world, call, &activity, &[]);
    world.desk.activities.insert(activity);
    found(answer)
}

fn trash(world: &mut World, call: &Call, deed: Deed) -> Served {
    permission::may(world, call, names(deed).noun, "delete")?;
    let mut body = Body::new(call.json()?, "");
    let ids = body.needed_ids("entityIds");
    if ids.iter().any(|id| world.desk.activities.get(*id).is_none_or(|one| one.deed != deed)) {
        body.fault("entityIds", "invalid");
    }
    body.check()?;
    let seen = |id: &Id| {
        world.desk.activities.get(*id).is_some_and(|one| permission::sees_activity(world, call, one))
    };
    if !ids.iter().all(seen) {
        return Err(Refusal::forbidden());
    }
    for id in ids {
        world.desk.activities.edit(id, |activity| {
            activity.trashed.get_or_insert((call.now, call.agent));
        });
    }
    Ok(Answer::Nothing)
}

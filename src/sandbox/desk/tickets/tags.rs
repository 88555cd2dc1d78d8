//! Tags: a ticket's own come under `tags`, not `data` (sheet §10.5).

use serde_json::{Value, json};

use crate::sandbox::desk::acts::history as notes;
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, Tag};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/tickets/{ticket}/tags", &["Desk.tickets.READ"], &[], of_ticket),
    Route::post("/tickets/{ticket}/associateTag", &["Desk.tickets.CREATE"], &[], add),
    Route::post("/tickets/{ticket}/dissociateTag", &["Desk.tickets.CREATE"], &[], remove),
    Route::get("/ticketTags", &["Desk.tickets.READ"], &["departmentId", "from", "limit", "sortBy"], all),
    Route::get(
        "/tags/search",
        &["Desk.tickets.READ"],
        &["searchVal", "departmentId", "from", "limit"],
        search,
    ),
];

fn row(tag: &Tag) -> Value {
    json!({"id": tag.id, "name": tag.name, "tagType": "MANUAL"})
}

fn counted(world: &World, tag: &Tag) -> Value {
    let mut row = row(tag);
    row["ticketCount"] = json!(world.desk.tickets.under(&Key::Tag(tag.id)).len().to_string());
    row
}

fn rows(world: &World, ids: &[Id]) -> Vec<Value> {
    world.desk.settings.tags.iter().filter(|tag| ids.contains(&tag.id)).map(row).collect()
}

fn tags_of(world: &World, ticket: Id) -> Vec<Id> {
    let ticket = world.desk.tickets.get(ticket);
    ticket.and_then(|ticket| ticket.more.as_ref()).map(|more| more.tags.clone()).unwrap_or_default()
}

fn of_ticket(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?.id;
    found(json!({"tags": rows(world, &tags_of(world, ticket))}))
}

/// The names of a body: 3 to 100 characters each.
fn names(call: &Call) -> Result<Vec<String>, Refusal> {
    let invalid = || Refusal::field("/tags", "invalid");
    let given = call.json()?.get("tags").ok_or_else(|| Refusal::field("/tags", "missing"))?;
    let given = given.as_array().filter(|names| !names.is_empty()).ok_or_else(invalid)?;
    given
        .iter()
        .map(|name| {
            let name = name.as_str().map(str::trim).ok_or_else(invalid)?;
            if (3..=100).contains(&name.chars().count()) { Ok(name.to_owned()) } else { Err(invalid()) }
        })
        .collect()
}

fn add(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?;
    let (ticket, department) = (ticket.id, ticket.department);
    let names = names(call)?;
    for name in &names {
        let known = world
            .desk
            .settings
            .tags
            .iter()
            .find(|tag| tag.department == department && tag.name.to_lowercase() == name.to_lowercase());
        let id = if let Some(tag) = known {
            tag.id
        } else {
            let id = world.desk.make_id();
            world.desk.settings.tags.push(Tag { id, name: name.clone(), department });
            world.desk.dirty = true;
            id
        };
        world.desk.tickets.edit(ticket, |ticket| {
            let tags = &mut ticket.more_mut().tags;
            if !tags.contains(&id) {
                tags.push(id);
            }
        });
    }
    let info = vec![notes::fact("Tags", names)];
    notes::note(world, ticket, "TagsAdded", Actor::Agent(call.agent), "None", call.now, info);
    found(json!({"data": rows(world, &tags_of(world, ticket))}))
}

fn remove(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?.id;
    let names = names(call)?;
    let meant = |tag: &&Tag| names.iter().any(|name| name.to_lowercase() == tag.name.to_lowercase());
    let gone: Vec<Id> = world.desk.settings.tags.iter().filter(meant).map(|tag| tag.id).collect();
    world.desk.tickets.edit(ticket, |ticket| ticket.more_mut().tags.retain(|tag| !gone.contains(tag)));
    let info = vec![notes::fact("Tags", names)];
    notes::note(world, ticket, "TagsRemoved", Actor::Agent(call.agent), "None", call.now, info);
    Ok(Answer::Done)
}

fn all(world: &mut World, call: &Call) -> Served {
    call.query.required("departmentId")?;
    let department = call.query_id("departmentId")?;
    let page = paging::of_list(&call.query, 100, 10)?;
    let by = call.query.sort(&["createdTime", "count"])?;
    let mut tags: Vec<&Tag> =
        world.desk.settings.tags.iter().filter(|tag| Some(tag.department) == department).collect();
    if matches!(by, Some(("count", _))) {
        tags.sort_by_key(|tag| world.desk.tickets.under(&Key::Tag(tag.id)).len());
    }
    if by.is_some_and(|(_, descending)| descending) {
        tags.reverse();
    }
    list(page.cut(tags.into_iter().map(|tag| counted(world, tag))))
}

fn search(world: &mut World, call: &Call) -> Served {
    call.query.required("departmentId")?;
    let department = call.query_id("departmentId")?;
    let page = paging::of_list(&call.query, 100, 10)?;
    let start = call.query.text("searchVal").unwrap_or("").trim_end_matches('*').to_lowercase();
    let tags = world
        .desk
        .settings
        .tags
        .iter()
        .filter(|tag| Some(tag.department) == department && tag.name.to_lowercase().starts_with(&start));
    list(page.cut(tags.map(row)))
}

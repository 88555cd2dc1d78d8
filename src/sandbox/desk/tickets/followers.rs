//! Agents who follow a ticket.

use serde_json::{Value, json};

use crate::sandbox::desk::acts::history as notes;
use crate::sandbox::desk::answer::{Answer, Served, found};
use crate::sandbox::desk::body::Body;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Actor;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/tickets/{ticket}/followers", &["Desk.tickets.READ"], &[], followers),
    Route::post("/tickets/{ticket}/addFollowers", &["Desk.tickets.UPDATE"], &[], add),
    Route::post("/tickets/{ticket}/removeFollowers", &["Desk.tickets.UPDATE"], &[], remove),
];

fn followers(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?;
    let ids = ticket.more.as_ref().map(|more| more.followers.clone()).unwrap_or_default();
    let rows: Vec<Value> = ids
        .into_iter()
        .map(|id| {
            let mut row = wire::assignee(world, call, Some(id));
            row["following"] = json!("ticket");
            row
        })
        .collect();
    found(json!({"data": rows}))
}

fn named(world: &World, call: &Call) -> Result<Vec<Id>, crate::sandbox::desk::answer::Refusal> {
    let mut body = Body::new(call.json()?, "");
    let ids = body.needed_ids("followerIds");
    if ids.iter().any(|id| world.desk.agent(*id).is_none()) {
        body.fault("followerIds", "invalid");
    }
    body.check()?;
    Ok(ids)
}

fn noted(world: &mut World, call: &Call, ticket: Id, event: &str, ids: &[Id]) {
    let names: Vec<String> = ids
        .iter()
        .filter_map(|id| world.desk.agent(*id))
        .map(crate::sandbox::world::desk::Agent::name)
        .collect();
    let info = vec![notes::fact("Followers", names)];
    notes::note(world, ticket, event, Actor::Agent(call.agent), "None", call.now, info);
}

fn add(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?.id;
    permission::allowed(world, call, "addFollowers")?;
    let ids = named(world, call)?;
    world.desk.tickets.edit(ticket, |ticket| {
        let followers = &mut ticket.more_mut().followers;
        for id in &ids {
            if !followers.contains(id) {
                followers.push(*id);
            }
        }
    });
    noted(world, call, ticket, "FollowersAdded", &ids);
    Ok(Answer::Nothing)
}

fn remove(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?.id;
    let ids = named(world, call)?;
    world.desk.tickets.edit(ticket, |ticket| ticket.more_mut().followers.retain(|id| !ids.contains(id)));
    noted(world, call, ticket, "FollowersRemoved", &ids);
    Ok(Answer::Nothing)
}

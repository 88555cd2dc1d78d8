//! Files come in: `POST /uploads`, and a ticket's own attachments with their list, change and removal.

use super::whole;
use crate::sandbox::desk::acts::history;
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found, list};
use crate::sandbox::desk::body::Body;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Actor, Attachment, Host};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::text::Content;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/uploads", &["Desk.basic.CREATE"], &[], upload),
    Route::get(
        "/tickets/{ticket}/attachments",
        &["Desk.tickets.READ"],
        &["from", "limit", "sortBy", "include", "isPublic"],
        of_ticket,
    ),
    Route::post("/tickets/{ticket}/attachments", UPDATE, &["isPublic"], attach),
    Route::patch("/tickets/{ticket}/attachments/{attachment}", UPDATE, show_or_hide),
    Route::delete("/tickets/{ticket}/attachments/{attachment}", UPDATE, remove),
];

const UPDATE: &[&str] = &["Desk.tickets.UPDATE"];

fn keep(world: &mut World, call: &Call, host: Host, public: bool) -> Result<Id, Refusal> {
    let file = call.file()?;
    let id = world.desk.make_id();
    world.desk.attachments.insert(Attachment {
        id,
        host,
        name: file.name.clone(),
        size: file.bytes.len() as u64,
        media: file.media_type.clone(),
        content: Content::Kept,
        public,
        creator: call.agent,
        created: call.now,
    });
    world.keep_bytes(id, file.bytes.clone());
    Ok(id)
}

fn shown(world: &World, call: &Call, id: Id) -> Served {
    let file = world.desk.attachments.get(id).ok_or_else(Refusal::not_found)?;
    found(whole(world, call, file))
}

fn upload(world: &mut World, call: &Call) -> Served {
    let id = keep(world, call, Host::Upload, false)?;
    shown(world, call, id)
}

fn of_ticket(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let include = call.query.include(&["creator"])?;
    let public = call.query.flag("isPublic")?;
    let ticket = permission::ticket(world, call)?;
    let ids = ticket.more.as_ref().map(|more| more.attachments.clone()).unwrap_or_default();
    let mut files: Vec<&Attachment> = ids
        .iter()
        .filter_map(|id| world.desk.attachments.get(*id))
        .filter(|file| public.is_none_or(|public| public == file.public))
        .collect();
    if call.query.sort(&["createdTime"])?.is_some_and(|(_, descending)| descending) {
        files.reverse();
    }
    list(page.cut(files.into_iter().map(|file| {
        let mut row = whole(world, call, file);
        if include.contains(&"creator") {
            row["creator"] = wire::assignee(world, call, Some(file.creator));
        }
        row
    })))
}

fn attach(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?.id;
    let public = call.query.flag("isPublic")?.unwrap_or(false);
    let id = keep(world, call, Host::Ticket(ticket), public)?;
    world.desk.tickets.edit(ticket, |ticket| ticket.more_mut().attachments.push(id));
    noted(world, call, ticket, "AttachmentAdded", id);
    shown(world, call, id)
}

/// The attachment of the path, which has to be the ticket's own.
fn own(world: &World, call: &Call) -> Result<(Id, Id), Refusal> {
    let ticket = permission::ticket(world, call)?.id;
    let file = world.desk.attachments.get(call.id("attachment")?).ok_or_else(Refusal::not_found)?;
    if file.host == Host::Ticket(ticket) { Ok((ticket, file.id)) } else { Err(Refusal::not_found()) }
}

fn noted(world: &mut World, call: &Call, ticket: Id, event: &str, file: Id) {
    let name = world.desk.attachments.get(file).map(|file| file.name.clone());
    let info = vec![history::fact("AttachmentName", name)];
    history::note(world, ticket, event, Actor::Agent(call.agent), "None", call.now, info);
}

fn show_or_hide(world: &mut World, call: &Call) -> Served {
    let (ticket, id) = own(world, call)?;
    let mut body = Body::new(call.json()?, "");
    let public = body.flag("isPublic");
    body.check()?;
    world.desk.attachments.edit(id, |file| file.public = public.unwrap_or(file.public));
    noted(world, call, ticket, "AttachmentUpdated", id);
    Ok(Answer::Done)
}

fn remove(world: &mut World, call: &Call) -> Served {
    let (ticket, id) = own(world, call)?;
    noted(world, call, ticket, "AttachmentDeleted", id);
    world.desk.tickets.edit(ticket, |ticket| ticket.more_mut().attachments.retain(|held| *held != id));
    world.desk.attachments.remove(id);
    Ok(Answer::Done)
}

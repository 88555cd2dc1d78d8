//! Files: uploads that wait for a message, and what hangs on tickets, messages and comments (sheet §14).

/// Bringing them: `POST /uploads` and a ticket's own attachments.
pub mod bring;
/// Fetching their bytes.
pub mod fetch;

use serde_json::{Value, json};

use super::body::Body;
use super::call::Call;
use super::wire;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Attachment, Host, Ticket};
use crate::sandbox::world::id::Id;

/// Where a file's bytes are fetched, as that of one of those that have it: a forward carries another message's file.
fn href(world: &World, call: &Call, id: Id, host: Host) -> String {
    let api = format!("{}/api/v1", call.base);
    match host {
        Host::Upload => format!("{api}/uploads/{id}/contents"),
        Host::Ticket(ticket) => format!("{api}/tickets/{ticket}/attachments/{id}/content"),
        Host::Thread(thread) => {
            let ticket = world.desk.threads.get(thread).map_or_else(Id::default, |thread| thread.ticket);
            format!("{api}/tickets/{ticket}/threads/{thread}/attachments/{id}/content")
        }
        Host::Comment(comment) => {
            use crate::sandbox::world::desk::comment::Place;
            match world.desk.comments.get(comment).map(|comment| comment.place) {
                Some(Place::Contact(on)) => {
                    format!("{api}/contacts/{on}/comments/{comment}/attachments/{id}/content")
                }
                Some(Place::Account(on)) => {
                    format!("{api}/accounts/{on}/comments/{comment}/attachments/{id}/content")
                }
                Some(Place::Ticket(on)) => {
                    format!("{api}/tickets/{on}/comments/{comment}/attachments/{id}/content")
                }
                None => format!("{api}/tickets/0/comments/{comment}/attachments/{id}/content"),
            }
        }
        Host::Contact(on) => format!("{api}/contacts/{on}/attachments/{id}/content"),
        Host::Account(on) => format!("{api}/accounts/{on}/attachments/{id}/content"),
    }
}

/// A file inside a message or comment.
fn short(world: &World, call: &Call, file: &Attachment, host: Host) -> Value {
    json!({
        "id": file.id, "name": file.name, "size": file.size.to_string(),
        "href": href(world, call, file.id, host), "previewurl": null,
    })
}

/// A file of its own: an upload, or a ticket's.
pub fn whole(world: &World, call: &Call, file: &Attachment) -> Value {
    let mut row = short(world, call, file, file.host);
    row["creatorId"] = json!(file.creator);
    row["createdTime"] = json!(wire::time(file.created));
    row["isPublic"] = json!(file.public);
    row
}

/// The files of a message or comment.
pub fn rows(world: &World, call: &Call, ids: &[Id], of: Host) -> Value {
    let files = ids.iter().filter_map(|id| world.desk.attachments.get(*id));
    files.map(|file| short(world, call, file, of)).collect()
}

/// A list of uploads in a body, each waiting for its message.
pub fn uploads(world: &World, body: &mut Body, name: &str) -> Vec<Id> {
    checked(world, body, name, |host| host == Host::Upload)
}

/// The files of a reply or comment: uploads, or files that the ticket has already (a forward carries the
/// original's, a changed draft its own).
pub fn for_reply(world: &World, body: &mut Body, ticket: &Ticket) -> Vec<Id> {
    let of_ticket = |host: Host| match host {
        Host::Upload => true,
        Host::Ticket(id) => id == ticket.id,
        Host::Thread(id) => world.desk.threads.get(id).is_some_and(|thread| thread.ticket == ticket.id),
        Host::Comment(_) | Host::Contact(_) | Host::Account(_) => false,
    };
    checked(world, body, "attachmentIds", of_ticket)
}

fn checked(world: &World, body: &mut Body, name: &str, may: impl Fn(Host) -> bool) -> Vec<Id> {
    let ids = body.ids(name).unwrap_or_default();
    if !ids.iter().all(|id| world.desk.attachments.get(*id).is_some_and(|file| may(file.host))) {
        body.fault(name, "invalid");
    }
    ids
}

//! A new comment, a change, a removal: `PATCH` for tickets' comments (contacts' take `PUT`).

use super::{project, read};
use crate::sandbox::desk::acts::{history, note};
use crate::sandbox::desk::answer::{Answer, Refusal, Served, found};
use crate::sandbox::desk::body::Body;
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{files, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::thread::Author;
use crate::sandbox::world::desk::{Actor, Turn};
use crate::sandbox::world::id::Id;
use crate::sandbox::world::text::{self, Kind, Text};

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::post("/tickets/{ticket}/comments", UPDATE, &["parentConversationId"], create),
    Route::patch("/tickets/{ticket}/comments/{comment}", UPDATE, update),
    Route::delete("/tickets/{ticket}/comments/{comment}", UPDATE, delete),
];

const UPDATE: &[&str] = &["Desk.tickets.UPDATE"];
/// The most a comment may say, in characters.
const CONTENT: usize = 32_000;

fn shown(world: &World, call: &Call, id: Id) -> Served {
    let comment = world.desk.comments.get(id).ok_or_else(Refusal::not_found)?;
    found(project::row(world, call, comment, &[]))
}

fn create(world: &mut World, call: &Call) -> Served {
    let ticket = permission::ticket(world, call)?.clone();
    let mut body = Body::new(call.json()?, "");
    let content = body.needed("content", CONTENT);
    let public = body.flag("isPublic").unwrap_or(false);
    let kind = match body.text("contentType", 20).value().as_deref() {
        Some("html") => Kind::Html,
        None | Some("plainText") => Kind::Plain,
        Some(_) => {
            body.fault("contentType", "invalid");
            Kind::Plain
        }
    };
    let files =
        if body.has("attachmentIds") { files::for_reply(world, &mut body, &ticket) } else { Vec::new() };
    body.check()?;
    let body = text::Body::Text(Text { kind, content });
    let id = note::note(world, ticket.id, Author::Agent(call.agent), body, public, files, call.now);
    shown(world, call, id)
}

/// Own comments may be changed; those of others with the profile's permission.
fn may(world: &World, call: &Call, author: Author, verb: &str) -> Result<(), Refusal> {
    if author == Author::Agent(call.agent) { Ok(()) } else { permission::may(world, call, "comments", verb) }
}

fn update(world: &mut World, call: &Call) -> Served {
    let comment = read::comment(world, call)?;
    let (id, author) = (comment.id, comment.author);
    may(world, call, author, "edit")?;
    let ticket = call.id("ticket")?;
    let kind = world.text(&comment.body).kind;
    let mut body = Body::new(call.json()?, "");
    let content = body.needed("content", CONTENT);
    body.check()?;
    world.desk.comments.edit(id, |comment| {
        comment.body = text::Body::Text(Text { kind, content });
        comment.modified = call.now;
    });
    let info = vec![history::fact("CommentId", id.to_string())];
    history::note(world, ticket, "CommentEdited", Actor::Agent(call.agent), "None", call.now, info);
    shown(world, call, id)
}

fn delete(world: &mut World, call: &Call) -> Served {
    let comment = read::comment(world, call)?;
    let (id, author) = (comment.id, comment.author);
    may(world, call, author, "delete")?;
    let ticket = call.id("ticket")?;
    world.desk.tickets.edit(ticket, |ticket| ticket.conversation.retain(|turn| *turn != Turn::Comment(id)));
    world.desk.comments.remove(id);
    let info = vec![history::fact("CommentId", id.to_string())];
    history::note(world, ticket, "CommentDeleted", Actor::Agent(call.agent), "None", call.now, info);
    Ok(Answer::Done)
}

//! The comments of a ticket, and one of them.

use serde_json::json;

use super::project;
use crate::sandbox::desk::answer::{Refusal, Served, found, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::comment::Place;
use crate::sandbox::world::desk::{Comment, Turn};

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/tickets/{ticket}/comments", READ, &["from", "limit", "sortBy", "include"], all),
    Route::get("/tickets/{ticket}/comments/{comment}", READ, &["include"], one),
    Route::get("/tickets/{ticket}/comments/{comment}/history", READ, &["from", "limit", "include"], history),
];

const READ: &[&str] = &["Desk.tickets.READ"];
const INCLUDE: &[&str] = &["mentions", "plainText"];

/// The comment of the path, which has to be the ticket's.
pub fn comment<'w>(world: &'w World, call: &Call) -> Result<&'w Comment, Refusal> {
    let ticket = permission::ticket(world, call)?.id;
    let comment = world.desk.comments.get(call.id("comment")?).ok_or_else(Refusal::not_found)?;
    if comment.place == Place::Ticket(ticket) { Ok(comment) } else { Err(Refusal::not_found()) }
}

fn all(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 100, 50)?;
    let include = call.query.include(INCLUDE)?;
    let (_, descending) = call.query.sort(&["commentedTime"])?.unwrap_or(("commentedTime", true));
    let ticket = permission::ticket(world, call)?;
    let mut comments: Vec<&Comment> = ticket
        .conversation
        .iter()
        .filter_map(|turn| match turn {
            Turn::Comment(id) => world.desk.comments.get(*id),
            Turn::Thread(_) => None,
        })
        .collect();
    comments.sort_by_key(|comment| comment.created);
    if descending {
        comments.reverse();
    }
    list(page.cut(comments.into_iter().map(|comment| project::row(world, call, comment, &include))))
}

fn one(world: &mut World, call: &Call) -> Served {
    let include = call.query.include(INCLUDE)?;
    let comment = comment(world, call)?;
    found(project::row(world, call, comment, &include))
}

/// What a comment said; the sandbox keeps its last words only.
fn history(world: &mut World, call: &Call) -> Served {
    let comment = comment(world, call)?;
    let mut row = project::row(world, call, comment, &[]);
    if let Some(row) = row.as_object_mut() {
        for key in ["id", "encodedContent", "modifiedTime", "impersonatedUser"] {
            row.remove(key);
        }
    }
    found(json!({"data": [row]}))
}

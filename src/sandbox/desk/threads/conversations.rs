//! `GET /tickets/{id}/conversations`: messages and comments, newest first. Always 200, even for a ticket that
//! does not exist, and `from` and `limit` are not checked (seen live, sheet §3, §12).

use serde_json::{Value, json};

use super::project;
use crate::sandbox::desk::answer::{Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{comments, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Turn;
use crate::sandbox::world::id::Id;

/// What is served here.
pub const ROUTES: &[Route] = &[Route::get(
    "/tickets/{ticket}/conversations",
    &["Desk.tickets.READ"],
    &["from", "limit"],
    conversations,
)];

fn conversations(world: &mut World, call: &Call) -> Served {
    let number = |name: &str, default: usize| -> usize {
        call.query.text(name).and_then(|text| text.parse().ok()).unwrap_or(default)
    };
    let skip = number("from", 1).saturating_sub(1);
    let take = number("limit", 100).min(200);
    let ticket: Option<Id> = call.param("ticket").parse().ok();
    let ticket = ticket.and_then(|id| world.desk.tickets.get(id));
    let Some(ticket) = ticket.filter(|ticket| permission::sees(world, call, ticket)) else {
        return found(json!({"data": []}));
    };
    let mut rows: Vec<(jiff::Timestamp, &Turn)> =
        ticket.conversation.iter().map(|turn| (said_at(world, turn), turn)).collect();
    rows.sort_by_key(|(at, _)| *at);
    let rows = rows.into_iter().rev().skip(skip).take(take);
    let rows: Vec<Value> = rows.filter_map(|(_, turn)| row(world, call, turn)).collect();
    found(json!({"data": rows}))
}

fn said_at(world: &World, turn: &Turn) -> jiff::Timestamp {
    match turn {
        Turn::Thread(id) => world.desk.threads.get(*id).map(|thread| thread.created),
        Turn::Comment(id) => world.desk.comments.get(*id).map(|comment| comment.created),
    }
    .unwrap_or_default()
}

fn row(world: &World, call: &Call, turn: &Turn) -> Option<Value> {
    let (mut row, kind) = match turn {
        Turn::Thread(id) => (project::summary(world, call, world.desk.threads.get(*id)?), "thread"),
        Turn::Comment(id) => {
            (comments::project::row(world, call, world.desk.comments.get(*id)?, &[]), "comment")
        }
    };
    row["type"] = json!(kind);
    Some(row)
}

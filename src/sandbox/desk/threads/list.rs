//! `GET /tickets/{id}/threads`.

use super::project;
use crate::sandbox::desk::answer::{Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::{Thread, Ticket, Turn};

/// What is served here.
pub const ROUTES: &[Route] =
    &[Route::get("/tickets/{ticket}/threads", &["Desk.tickets.READ"], &["from", "limit", "sortBy"], threads)];

/// The messages of a ticket, oldest first.
pub fn of<'w>(world: &'w World, ticket: &Ticket) -> Vec<&'w Thread> {
    let mut threads: Vec<&Thread> = ticket
        .conversation
        .iter()
        .filter_map(|turn| match turn {
            Turn::Thread(id) => world.desk.threads.get(*id),
            Turn::Comment(_) => None,
        })
        .collect();
    threads.sort_by_key(|thread| thread.created);
    threads
}

/// Newest first unless `sortBy=sendDateTime` asks for the other order.
fn threads(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 200, 100)?;
    let (_, descending) = call.query.sort(&["sendDateTime"])?.unwrap_or(("sendDateTime", true));
    let ticket = permission::ticket(world, call)?;
    let mut threads = of(world, ticket);
    if descending {
        threads.reverse();
    }
    list(page.cut(threads.into_iter().map(|thread| project::summary(world, call, thread))))
}

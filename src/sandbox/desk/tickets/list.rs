//! Lists of tickets: all, of a contact, of an account, of a product, of a tag, and "my" tickets (sheet §10.1,
//! §10.4).

use serde_json::Value;

use super::filter::Filter;
use super::{order, row};
use crate::sandbox::desk::answer::{Refusal, Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::paging::{self, Page};
use crate::sandbox::desk::permission;
use crate::sandbox::desk::route::Route;
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Turn;
use crate::sandbox::world::desk::thread::Author;
use crate::sandbox::world::id::Id;

const FILTERS: &[&str] = &[
    "from",
    "limit",
    "departmentIds",
    "departmentId",
    "viewId",
    "status",
    "assignee",
    "teamIds",
    "channel",
    "priority",
    "dueDate",
    "closedTime",
    "receivedInDays",
    "sortBy",
    "include",
    "fields",
    "isSpam",
];
const OF_RECORD: &[&str] = &[
    "from",
    "limit",
    "departmentId",
    "departmentIds",
    "dueDate",
    "isSpam",
    "sortBy",
    "include",
    "status",
    "fields",
];
const MINE: &[&str] = &[
    "departmentId",
    "assignee",
    "follower",
    "commenter",
    "status",
    "receivedInDays",
    "isShared",
    "sharedDepartmentId",
    "include",
    "from",
    "limit",
];

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/tickets", &["Desk.tickets.READ"], FILTERS, all),
    Route::get(
        "/contacts/{contact}/tickets",
        &["Desk.contacts.READ", "Desk.tickets.READ", "Desk.search.READ"],
        OF_RECORD,
        of_contact,
    ),
    Route::get(
        "/accounts/{account}/tickets",
        &["Desk.tickets.READ", "Desk.search.READ"],
        OF_RECORD,
        of_account,
    ),
    Route::get(
        "/products/{product}/tickets",
        &["Desk.settings.READ", "Desk.tickets.READ", "Desk.search.READ"],
        OF_RECORD,
        of_product,
    ),
    Route::get("/tags/{tag}/tickets", &["Desk.tickets.READ"], OF_RECORD, of_tag),
    Route::get("/associatedTickets", &["Desk.tickets.READ"], MINE, mine),
    Route::get("/tickets/archivedTickets", &["Desk.tickets.READ", "Desk.search.READ"], MINE, archived),
];

const INCLUDE: &[&str] = &["contacts", "products", "departments", "team", "isRead", "assignee"];
const SORTS: &[&str] = &[
    "createdTime",
    "dueDate",
    "recentThread",
    "customerResponseTime",
    "responseDueDate",
    "ticketNumber",
    "modifiedTime",
];

fn rows(
    world: &World,
    call: &Call,
    filter: &Filter,
    sorts: &[&str],
    page: Page,
) -> Result<Vec<Value>, Refusal> {
    permission::may(world, call, "tickets", "view")?;
    let include = call.query.include(INCLUDE)?;
    let fields = row::extra_fields(call)?;
    // Without a word on the order, the newest come first.
    let by = call.query.sort(sorts)?.unwrap_or(("createdTime", true));
    let tickets = order::page(world, call, filter, by, page);
    Ok(tickets.into_iter().map(|ticket| row::row_with(world, call, ticket, &include, &fields)).collect())
}

fn all(world: &mut World, call: &Call) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let filter = Filter::read(world, call)?;
    list(rows(world, call, &filter, SORTS, page)?)
}

fn of_record(world: &World, call: &Call, narrow: impl FnOnce(&mut Filter)) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let mut filter = Filter::read(world, call)?;
    narrow(&mut filter);
    list(rows(world, call, &filter, &["createdTime", "modifiedTime"], page)?)
}

fn of_contact(world: &mut World, call: &Call) -> Served {
    let id = call.id("contact")?;
    world.desk.contacts.get(id).ok_or_else(Refusal::not_found)?;
    of_record(world, call, |filter| filter.contact = Some(id))
}

fn of_account(world: &mut World, call: &Call) -> Served {
    let id = call.id("account")?;
    // An id that is well formed and unknown is "forbidden", unlike a contact's (seen live, sheet §4).
    world.desk.accounts.get(id).ok_or_else(Refusal::forbidden)?;
    of_record(world, call, |filter| filter.account = Some(id))
}

fn of_product(world: &mut World, call: &Call) -> Served {
    let id = call.id("product")?;
    of_record(world, call, |filter| filter.product = Some(id))
}

fn of_tag(world: &mut World, call: &Call) -> Served {
    let id = call.id("tag")?;
    of_record(world, call, |filter| filter.tag = Some(id))
}

/// Tickets that an agent is part of: as assignee, follower or commenter; the caller when nobody is named.
fn mine(world: &mut World, call: &Call) -> Served {
    call.query.required("departmentId")?;
    let page = paging::of_list(&call.query, 100, 10)?;
    let filter = Filter::read(world, call)?;
    let named = ["assignee", "follower", "commenter"].iter().any(|name| call.query.text(name).is_some());
    let follower = call.query_id("follower")?;
    let commenter = call.query_id("commenter")?;
    let all = Page { skip: 0, take: usize::MAX };
    let tickets = order::page(world, call, &filter, ("createdTime", true), all);
    let include = call.query.include(INCLUDE)?;
    let part_of = tickets.into_iter().filter(|ticket| {
        let follows = |agent: Id| ticket.more.as_ref().is_some_and(|more| more.followers.contains(&agent));
        let comments = |agent: Id| {
            ticket.conversation.iter().any(|turn| match turn {
                Turn::Comment(id) => {
                    world.desk.comments.get(*id).is_some_and(|comment| comment.author == Author::Agent(agent))
                }
                Turn::Thread(_) => false,
            })
        };
        if named {
            follower.is_none_or(follows) && commenter.is_none_or(comments)
        } else {
            ticket.assignee == Some(call.agent) || follows(call.agent) || comments(call.agent)
        }
    });
    list(page.cut(part_of.map(|ticket| row::row(world, call, ticket, &include))))
}

/// The sandbox archives nothing.
fn archived(_: &mut World, call: &Call) -> Served {
    call.query.required("departmentId")?;
    list(Vec::new())
}

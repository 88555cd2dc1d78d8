//! Searching tasks, calls and events: by the index, which may be behind.

use serde_json::json;

use super::{names, project};
use crate::sandbox::desk::answer::{Answer, Served, found};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::search::pattern::Pattern;
use crate::sandbox::desk::{paging, permission, wire};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Activity;
use crate::sandbox::world::desk::activity::Deed;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get(
        "/tasks/search",
        &["Desk.tasks.READ|Desk.activities.tasks.READ", "Desk.search.READ"],
        QUERY,
        |w, c| search(w, c, Deed::Task),
    ),
    Route::get(
        "/calls/search",
        &["Desk.calls.READ|Desk.activities.calls.READ", "Desk.search.READ"],
        QUERY,
        |w, c| search(w, c, Deed::Call),
    ),
    Route::get(
        "/events/search",
        &["Desk.events.READ|Desk.activities.events.READ", "Desk.search.READ"],
        QUERY,
        |w, c| search(w, c, Deed::Event),
    ),
];

const QUERY: &[&str] = &[
    "id",
    "ticketNumber",
    "subject",
    "_all",
    "departmentId",
    "status",
    "priority",
    "createdTimeRange",
    "modifiedTimeRange",
    "dueDateRange",
    "startDateRange",
    "sortBy",
    "from",
    "limit",
];

/// Whether a text meets a wish: the same, or with `*` at its end the same beginning of a word.
fn meets(text: &str, wish: &str) -> bool {
    let (text, wish) = (text.to_lowercase(), wish.to_lowercase());
    match wish.strip_suffix('*') {
        Some(start) => text.starts_with(start) || text.split_whitespace().any(|word| word.starts_with(start)),
        None => text == wish || text.split_whitespace().any(|word| word == wish),
    }
}

fn search(world: &mut World, call: &Call, deed: Deed) -> Served {
    permission::may(world, call, names(deed).noun, "view")?;
    let page = paging::of_search(&call.query)?;
    let by = call.query.sort(&["relevance", "modifiedTime", "createdTime"])?;
    let (created, modified) = (call.query.range("createdTimeRange")?, call.query.range("modifiedTimeRange")?);
    let when = call.query.range("dueDateRange")?.or(call.query.range("startDateRange")?);
    let (id, department) = (call.query_id("id")?, call.query_id("departmentId")?);
    let number = call.query.number("ticketNumber")?;
    for name in ["subject", "_all"] {
        Pattern::text(&call.query, name)?;
    }
    let within = |range: Option<(jiff::Timestamp, jiff::Timestamp)>, at: Option<jiff::Timestamp>| {
        range.is_none_or(|(from, to)| at.is_some_and(|at| from <= at && at <= to))
    };
    let one_of = |name: &str, value: Option<&str>| {
        let wishes = call.query.list(name);
        wishes.is_empty() || value.is_some_and(|value| wishes.contains(&value))
    };
    let text = |name: &str, value: &str| call.query.text(name).is_none_or(|wish| meets(value, wish));
    let numbered = |activity: &Activity| {
        let ticket = activity.ticket.and_then(|id| world.desk.tickets.get(id));
        number.is_none_or(|number| ticket.is_some_and(|ticket| i64::try_from(ticket.number) == Ok(number)))
    };
    let shelf = &world.desk.activities;
    let ids: std::collections::BTreeSet<_> =
        shelf.iter().map(|activity| activity.id).chain(shelf.unsettled()).collect();
    let known = ids.into_iter().filter_map(|id| shelf.indexed(id));
    let mut rows: Vec<&Activity> = known
        .filter(|one| one.deed == deed && one.trashed.is_none())
        .filter(|one| permission::sees_activity(world, call, one))
        .filter(|one| id.is_none_or(|id| id == one.id) && department.is_none_or(|id| id == one.department))
        .filter(|one| text("subject", &one.subject) && numbered(one))
        .filter(|one| {
            let whole = format!("{} {}", one.subject, one.description.as_deref().unwrap_or(""));
            text("_all", &whole)
        })
        .filter(|one| one_of("status", Some(&*one.status)) && one_of("priority", one.priority.as_deref()))
        .filter(|one| within(created, Some(one.created)) && within(modified, Some(one.modified)))
        .filter(|one| within(when, one.when))
        .collect();
    rows.sort_by_key(|one| {
        (if matches!(by, Some(("createdTime", _))) { one.created } else { one.modified }, one.id)
    });
    if by.is_none_or(|(field, descending)| descending || field == "relevance") {
        rows.reverse();
    }
    if rows.is_empty() {
        return Ok(Answer::Nothing);
    }
    let count = rows.len();
    let rows: Vec<_> = page.cut(rows).into_iter().map(|one| row(world, call, one)).collect();
    if rows.is_empty() { Ok(Answer::Nothing) } else { found(json!({"data": rows, "count": count})) }
}

fn row(world: &World, call: &Call, activity: &Activity) -> serde_json::Value {
    let mut row = project::full(world, call, activity, &["contacts", "tickets", "assignee"]);
    row["department"] = wire::department(world, activity.department);
    row["activityType"] = json!(names(activity.deed).word);
    row["isCommented"] = json!(false);
    project::in_search(world, call, activity, &mut row);
    row
}

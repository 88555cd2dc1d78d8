//! The activities of a portal or department, and those of a ticket.

use serde_json::Value;

use super::{names, project};
use crate::sandbox::desk::answer::{Served, list};
use crate::sandbox::desk::call::Call;
use crate::sandbox::desk::metadata::views;
use crate::sandbox::desk::route::Route;
use crate::sandbox::desk::{paging, permission};
use crate::sandbox::world::World;
use crate::sandbox::world::desk::Activity;
use crate::sandbox::world::desk::activity::Deed;
use crate::sandbox::world::shelf::Key;

/// What is served here.
pub const ROUTES: &[Route] = &[
    Route::get("/tasks", TASKS, LIST, |world, call| all(world, call, Deed::Task)),
    Route::get("/calls", CALLS, LIST, |world, call| all(world, call, Deed::Call)),
    Route::get("/events", EVENTS, LIST, |world, call| all(world, call, Deed::Event)),
    Route::get("/tickets/{ticket}/tasks", TASKS, OF, |world, call| of(world, call, Some(Deed::Task))),
    Route::get("/tickets/{ticket}/calls", CALLS, OF, |world, call| of(world, call, Some(Deed::Call))),
    Route::get("/tickets/{ticket}/events", EVENTS, OF, |world, call| of(world, call, Some(Deed::Event))),
    Route::get("/tickets/{ticket}/activities", ANY, OF, |world, call| of(world, call, None)),
];

const TASKS: &[&str] = &["Desk.tasks.READ|Desk.activities.tasks.READ|Desk.activities.READ"];
const CALLS: &[&str] = &["Desk.calls.READ|Desk.activities.calls.READ|Desk.activities.READ"];
const EVENTS: &[&str] = &["Desk.events.READ|Desk.activities.events.READ|Desk.activities.READ"];
const ANY: &[&str] = &[
    "Desk.tasks.READ|Desk.calls.READ|Desk.events.READ|Desk.activities.tasks.READ|Desk.activities.calls.READ|Desk.activities.events.READ|Desk.activities.READ",
];
const LIST: &[&str] = &["departmentId", "include", "from", "limit", "sortBy", "viewId"];
const OF: &[&str] = &["include", "from", "limit", "sortBy", "isSpam", "isCompleted"];
/// What `include` may ask for.
pub const INCLUDE: &[&str] = &["contacts", "tickets", "assignee", "teams"];
const SORTS: &[&str] = &[
    "category",
    "subject",
    "dueDate",
    "startTime",
    "activityTime",
    "status",
    "createdTime",
    "modifiedTime",
    "priority",
];

/// A page of activities in the order of `sortBy`; oldest first when nothing is said.
fn page(world: &World, call: &Call, mut rows: Vec<&Activity>, any: bool) -> Served {
    let page = paging::of_list(&call.query, 100, 10)?;
    let include = call.query.include(INCLUDE)?;
    let by = call.query.sort(SORTS)?;
    let (field, descending) = by.unwrap_or(("createdTime", false));
    let text = |text: Option<&str>| text.unwrap_or("").to_lowercase();
    rows.sort_by_cached_key(|activity| {
        let at = |time: jiff::Timestamp| (time.as_millisecond(), String::new());
        let place = match field {
            "modifiedTime" => at(activity.modified),
            "dueDate" | "startTime" | "activityTime" => at(activity.when.unwrap_or(jiff::Timestamp::MAX)),
            "subject" => (0, text(Some(&activity.subject))),
            "category" => (0, text(activity.category.as_deref())),
            "status" => (0, text(Some(&activity.status))),
            "priority" => (0, text(activity.priority.as_deref())),
            _ => at(activity.created),
        };
        (place, activity.id)
    });
    if descending {
        rows.reverse();
    }
    let show = if any { project::among } else { project::row };
    let rows: Vec<Value> =
        page.cut(rows).into_iter().map(|activity| show(world, call, activity, &include)).collect();
    list(rows)
}

fn all(world: &mut World, call: &Call, deed: Deed) -> Served {
    permission::may(world, call, names(deed).noun, "view")?;
    views::named(world, call, names(deed).noun)?;
    let key = call.query_id("departmentId")?.map_or(Key::All, Key::Department);
    let activities = &world.desk.activities;
    let rows = activities.under(&key).ids().filter_map(|id| activities.get(id));
    let rows = rows.filter(|one| one.deed == deed && permission::sees_activity(world, call, one));
    page(world, call, rows.collect(), false)
}

fn of(world: &mut World, call: &Call, deed: Option<Deed>) -> Served {
    let ticket = permission::ticket(world, call)?.id;
    let done = call.query.flag("isCompleted")?;
    let spam = call.query.flag("isSpam")?;
    let may = |deed: Deed| world.desk.allows(call.agent, names(deed).noun, "view");
    let activities = &world.desk.activities;
    let rows = activities.under(&Key::Parent(ticket)).ids().filter_map(|id| activities.get(id));
    let rows = rows.filter(|one| deed.is_none_or(|deed| deed == one.deed) && may(one.deed));
    let rows = rows.filter(|one| done.is_none_or(|done| done == one.is_done()) && spam != Some(true));
    page(world, call, rows.collect(), deed.is_none())
}
